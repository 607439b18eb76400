/** The instant that the picture shows: it runs with the station's clock, and stands still as soon as there is no contact. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useBoard } from '../stores/board.ts'
import { useNow } from '../stores/tick.ts'

export type Shown = {
  now: ComputedRef<number> // UTC ms; frozen at the last contact while stale
  stale: ComputedRef<boolean>
  zone: ComputedRef<string>
}

export function useShown(): Shown {
  const board = useBoard()
  const now = useNow()
  return {
    now: computed(() => board.live ? now.value : board.heardAt ?? now.value),
    stale: computed(() => !board.live),
    zone: computed(() => board.board?.site.zone ?? 'UTC')
  }
}
