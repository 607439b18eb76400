/**
 * The way back: what the draft was before each change, as texts. A change is a rest of half a
 * second, or one act of taking out or moving.
 */
import { computed, shallowRef, type ComputedRef } from 'vue'
import { debounced } from './debounced.ts'

const REST_MS = 500
const MOST = 200

export type History = {
  canUndo: ComputedRef<boolean>
  canRedo: ComputedRef<boolean>
  /** Begins again with this text. */
  begin: (text: string) => void
  /** The text is now this one. */
  changed: (text: string) => void
  /** The text is now this one, which is a change by itself. */
  put: (text: string) => void
  /** What was typed so far is one change; what comes now is another. */
  settle: () => void
  undo: () => string | null
  redo: () => string | null
}

export function useHistory(): History {
  const behind = shallowRef<readonly string[]>([])
  const ahead = shallowRef<readonly string[]>([])
  let settled = ''
  const now = shallowRef('')

  function keep(): void {
    if (now.value === settled) return
    behind.value = [...behind.value, settled].slice(-MOST)
    ahead.value = []
    settled = now.value
  }
  const rest = debounced(keep, REST_MS)

  function go(from: typeof behind, to: typeof behind): string | null {
    rest.flush()
    const text = from.value.at(-1)
    if (text === undefined) return null
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, settled]
    settled = text
    now.value = text
    return text
  }

  return {
    canUndo: computed(() => behind.value.length > 0 || now.value !== settled),
    canRedo: computed(() => ahead.value.length > 0),
    begin(text) {
      rest.cancel()
      behind.value = []
      ahead.value = []
      settled = text
      now.value = text
    },
    changed(text) {
      if (text === now.value) return
      now.value = text
      rest()
    },
    put(text) {
      rest.flush()
      now.value = text
      keep()
    },
    settle: () => rest.flush(),
    undo: () => go(behind, ahead),
    redo: () => go(ahead, behind),
  }
}
