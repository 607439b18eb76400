/** Saves by itself once the typing rests; not while somebody decides whether to save. */
import { debounced } from './debounced.ts'

export const SAVE_AFTER_MS = 1_500

export type Autosave = {
  begin: () => void
  cancel: () => void
  pause: (on: boolean) => void
  isPaused: () => boolean
}

export function useAutosave(save: () => Promise<unknown>, isDirty: () => boolean): Autosave {
  const rest = debounced(() => void save(), SAVE_AFTER_MS)
  let paused = false
  return {
    begin() {
      if (!paused) rest()
    },
    cancel: rest.cancel,
    pause(on) {
      paused = on
      if (on) rest.cancel()
      else if (isDirty()) rest()
    },
    isPaused: () => paused,
  }
}
