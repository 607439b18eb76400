/**
 * The instant that a face shows: it runs with the station's clock and stands still as soon as there
 * is no contact.
 */
import { defineStore, storeToRefs } from 'pinia'
import { computed, inject, provide, shallowRef, watch } from 'vue'
import type { InjectionKey, Ref } from 'vue'
import { useBoard } from '../stores/board.ts'
import { useNow } from '../stores/tick.ts'

export type DisplayClock = {
  now: Readonly<Ref<number>> // UTC ms; the last contact while stale
  stale: Readonly<Ref<boolean>> // nothing counts: limits become times of day
  zone: Readonly<Ref<string>>
}

const CLOCK: InjectionKey<DisplayClock> = Symbol('display clock')

// One for the page: every push renews how long the station has been silent, and only a change of
// `stale` may reach what is drawn.
const useLiveClock = defineStore('display-clock', () => {
  const board = useBoard()
  const ticking = useNow()
  const stale = shallowRef(!board.live)
  watch(
    () => board.live,
    (live) => {
      stale.value = !live
    },
    { flush: 'sync' },
  )
  return {
    now: computed(() => (stale.value ? (board.heardAt ?? ticking.value) : ticking.value)),
    stale,
    zone: computed(() => board.board?.site.zone ?? 'UTC'),
  }
})

/** Gives the components below another instant than now: that of a replay. */
export const provideDisplayClock = (clock: DisplayClock): void => provide(CLOCK, clock)

/** The clock of a replay where one is provided above, else the live one. */
export const useDisplayClock = (): DisplayClock =>
  inject(CLOCK, null) ?? storeToRefs(useLiveClock())
