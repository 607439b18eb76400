/**
 * One phase for every frame that blinks: the root element carries the beat, 1 Hz, 60 % on. Frames
 * blink, text stays readable. Styles ask for the beat where a frame stands: a property that all
 * inherit would have the styles of the whole page worked out again, twice a second.
 */
import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import type { BoardAlert } from '#shared/domain/board/types.ts'
import { useTick } from '../stores/tick.ts'

const ON_MS = 600
/** How long a frame blinks, at most (ms). */
export const BLINK_MS = 5 * 60_000

/**
 * The frame of an alert blinks until somebody acknowledges it, or for five minutes after it
 * began to sound; then it is inverse and steady. `now` in UTC ms.
 */
export const blinks = (
  alert: Pick<BoardAlert, 'acknowledgedAt' | 'soundedAt'>,
  now: number,
): boolean => alert.acknowledgedAt === null && now - alert.soundedAt < BLINK_MS

/**
 * Beats only while `blinking`, so that a quiet screen has nothing to do, and never where the
 * machine asks for less motion, or the screen has been set `still`.
 */
export function useBlink(
  blinking: Readonly<Ref<boolean>>,
  still: Readonly<Ref<boolean>> = shallowRef(false),
): void {
  const tick = useTick()
  const reduced = matchMedia('(prefers-reduced-motion: reduce)')
  const root = document.documentElement
  const show = (beat: 'on' | 'off'): void => {
    if (root.dataset.beat !== beat) root.dataset.beat = beat
  }
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => tick.mono,
    () => {
      clearTimeout(timer)
      show('on')
      if (blinking.value && !reduced.matches && !still.value)
        timer = setTimeout(() => show('off'), ON_MS)
    },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
    delete root.dataset.beat
  })
}
