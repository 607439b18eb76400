/**
 * Finds how dense a list must be drawn to stand in its box without scrolling: it is tried from the
 * roomiest on, before anything is painted.
 */
import { nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'

/**
 * The number of the roomiest drawing, from 0 to `densest`, in which `list` is no taller than `box`;
 * `densest` where none is.
 * @param cause whatever changes what the list holds
 */
export function useFit(
  box: Ref<HTMLElement | undefined>,
  list: Ref<HTMLElement | undefined>,
  densest: number,
  cause: () => unknown,
): Ref<number> {
  const density = ref(0)
  let turn = 0

  const fits = (): boolean =>
    !box.value || !list.value || list.value.offsetHeight <= box.value.clientHeight
  async function fit(): Promise<void> {
    const mine = ++turn
    density.value = 0
    for (;;) {
      await nextTick()
      if (mine !== turn || fits() || density.value === densest) return
      density.value++
    }
  }

  // also of the list itself: a font that comes late breaks its lines anew
  const sizes = new ResizeObserver(() => void fit())
  onMounted(() => {
    for (const element of [box.value, list.value]) if (element) sizes.observe(element)
    void fit()
  })
  watch(cause, () => void fit(), { flush: 'post' })
  onBeforeUnmount(() => sizes.disconnect())
  return density
}
