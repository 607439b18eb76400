/**
 * The instant that the picture shows: it runs with the station's clock, and stands still as soon as
 * there is no contact.
 */
import { computed, inject, provide, shallowRef, watch } from 'vue'
import type { ComputedRef, InjectionKey, Ref } from 'vue'
import { useBoard } from '../stores/board.ts'
import { useNow } from '../stores/tick.ts'

export type Shown = {
  now: ComputedRef<number> // UTC ms; frozen at the last contact while stale
  stale: Readonly<Ref<boolean>>
  zone: ComputedRef<string>
}

const SHOWN: InjectionKey<Shown> = Symbol('wall shown')

/**
 * Made once a page: every push renews how long the station has been silent, and only what comes of
 * it may reach the rows.
 */
export function provideShown(): Shown {
  const board = useBoard()
  const now = useNow()
  const stale = shallowRef(!board.live)
  watch(
    () => board.live,
    (live) => {
      stale.value = !live
    },
    { flush: 'sync' },
  )
  const shown: Shown = {
    now: computed(() => (stale.value ? (board.heardAt ?? now.value) : now.value)),
    stale,
    zone: computed(() => board.board?.site.zone ?? 'UTC'),
  }
  provide(SHOWN, shown)
  return shown
}

/** Rows below show another instant than now: a replay. */
export const provideInstant = (shown: Shown): void => provide(SHOWN, shown)

export function useShown(): Shown {
  const shown = inject(SHOWN)
  if (!shown) throw new Error('WallPage.vue provides what is shown')
  return shown
}
