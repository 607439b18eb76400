/** Whether anything on the wall may blink: not where its machine or its site says so. */
import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'
import type { WallJob } from './named-wall.ts'

export function useStill({ wall }: Pick<WallJob, 'wall'>): ComputedRef<boolean> {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  const matches = shallowRef(reduced.matches)
  const changed = (): void => {
    matches.value = reduced.matches
  }
  reduced.addEventListener('change', changed)
  onScopeDispose(() => reduced.removeEventListener('change', changed))
  return computed(() => matches.value || wall.value?.still === true)
}
