/**
 * One phase for every frame that blinks: the root element carries the beat, 1 Hz, 60 % on
 * (standards R2.15). Text never blinks.
 */
import { onScopeDispose, watch } from 'vue'
import type { Ref } from 'vue'
import { useTick } from '../stores/tick.ts'

const ON = 600

/** Beats only while `wanted`, so that a quiet wall has nothing to do. */
export function useBlink(wanted: Readonly<Ref<boolean>>): void {
  const tick = useTick()
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  const root = document.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => tick.mono,
    () => {
      clearTimeout(timer)
      root.dataset.beat = 'on'
      if (wanted.value && !still.matches)
        timer = setTimeout(() => {
          root.dataset.beat = 'off'
        }, ON)
    },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    delete root.dataset.beat
  })
}
