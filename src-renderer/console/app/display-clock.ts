/**
 * The instant that the picture shows: it runs with the station's clock and stands still as soon as
 * there is no contact.
 */
import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import { useBoard } from '../../stores/board.ts'
import { useNow } from '../../stores/tick.ts'

export type Shown = {
  now: ComputedRef<number> // UTC ms
  zone: ComputedRef<string>
  stopped: ComputedRef<string | null> // the zone while nothing counts: limits become times of day
}

const SHOWN: InjectionKey<Shown> = Symbol('console shown')

/** Whatever lies below shows another instant than now: a replay. */
export const provideShown = (shown: Shown): void => provide(SHOWN, shown)

export function useShown(): Shown {
  const given = inject(SHOWN, null)
  if (given) return given
  const board = useBoard()
  const now = useNow()
  const zone = computed(() => board.board?.site.zone ?? 'UTC')
  return {
    zone,
    now: computed(() => (board.live ? now.value : (board.heardAt ?? now.value))),
    stopped: computed(() => (board.live ? null : zone.value)),
  }
}
