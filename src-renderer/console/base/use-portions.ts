/**
 * Draws a long list in portions: thousands of rows at once would hold the page for seconds. What is
 * not drawn yet is counted, and drawn when somebody asks for more.
 */
import { computed, ref, watch, type ComputedRef } from 'vue'

export const PORTION = 200

export type Portions<T> = {
  drawn: ComputedRef<readonly T[]>
  /** How many are not drawn. */
  left: ComputedRef<number>
  more: () => void
}

/** `mustShow`: one that has to be there, however far down. Another `list` begins anew. */
export function usePortions<T>(
  list: () => readonly T[],
  { of, mustShow = () => false }: { of: () => unknown; mustShow?: (entry: T) => boolean },
): Portions<T> {
  const count = ref(PORTION)
  watch(of, () => {
    count.value = PORTION
  })
  const shown = computed(() => {
    const needed = list().findIndex(mustShow) + 1
    return Math.max(count.value, Math.ceil(needed / PORTION) * PORTION)
  })
  return {
    drawn: computed(() => list().slice(0, shown.value)),
    left: computed(() => Math.max(0, list().length - shown.value)),
    more: () => {
      count.value = shown.value + PORTION
    },
  }
}
