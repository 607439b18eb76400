/** Measures the room that a part of the wall has, in units: what fits there is decided by it. */
import { computed, onBeforeUnmount, onMounted, shallowRef, type ComputedRef, type Ref } from 'vue'
import { useSetting } from './wall-setting.ts'

export type Room = { width: number; height: number }

/** `estimate`: what holds until the browser has laid it out, and where none does. */
export function useRoom(
  box: Readonly<Ref<HTMLElement | null>>,
  estimate: () => Room,
): ComputedRef<Room> {
  const { layout } = useSetting()
  const measured = shallowRef<Room | null>(null) // CSS px
  let observer: ResizeObserver | null = null

  onMounted(() => {
    if (!box.value || typeof ResizeObserver === 'undefined') return
    observer = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      if (width !== measured.value?.width || height !== measured.value.height)
        measured.value = { width, height }
    })
    observer.observe(box.value)
  })
  onBeforeUnmount(() => observer?.disconnect())

  return computed(() => {
    const { unit } = layout.value
    const px = measured.value
    return px && px.height > 0 ? { width: px.width / unit, height: px.height / unit } : estimate()
  })
}
