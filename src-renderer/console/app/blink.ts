/**
 * The one beat of every frame that blinks: it runs while an alert blinks, whichever page is shown,
 * and stands still without contact.
 */
import { computed, onScopeDispose, watchEffect } from 'vue'
import { useBoard } from '../../stores/board.ts'
import { blinks } from './alert-order.ts'
import { useShown } from './display-clock.ts'

export function useBeat(): void {
  const board = useBoard()
  const { now, stopped } = useShown()
  const blinking = computed(
    () =>
      stopped.value === null &&
      (board.board?.incidents ?? []).some(({ alerts }) =>
        alerts.some((alert) => blinks(alert, now.value)),
      ),
  )
  watchEffect(() => {
    document.documentElement.toggleAttribute('data-blinking', blinking.value)
  })
  onScopeDispose(() => document.documentElement.removeAttribute('data-blinking'))
}
