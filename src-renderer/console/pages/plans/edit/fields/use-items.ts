/** A list of a draft that a form adds to, takes from and orders; an empty one is not written. */
import type { Ref } from 'vue'
import { useFrameDesk } from '../frame-desk.ts'
import { moveIn } from '../draft/reorder.ts'

/** `blank` makes the entry that is added at the end. */
export function useItems<T>(list: Ref<T[] | undefined>, blank: () => T) {
  const { act } = useFrameDesk()
  return {
    add: () =>
      act(() => {
        list.value = [...(list.value ?? []), blank()]
      }),
    remove: (index: number) =>
      act(() => {
        const left = (list.value ?? []).filter((_item, i) => i !== index)
        list.value = left.length > 0 ? left : undefined
      }),
    move: (index: number, by: 1 | -1) =>
      act(() => {
        if (list.value) moveIn(list.value, index, by)
      }),
  }
}
