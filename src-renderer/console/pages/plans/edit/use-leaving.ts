/**
 * What every editor does about its keys and about being left: Ctrl+S saves, Ctrl+Z goes back, and
 * what is not saved is asked before the page goes.
 */
import { onScopeDispose, ref, type ComputedRef, type Ref } from 'vue'
import { NOW } from '#renderer/console/base/links.ts'
import { useDialogs } from '#renderer/console/base/dialogs.ts'
import { useRoute } from '#renderer/console/base/route.ts'

type Left = {
  dirty: ComputedRef<boolean>
  save: () => Promise<boolean>
  pause: (on: boolean) => void
  undo: () => void
  redo: () => void
}
export type Leaving = {
  /** Where somebody wanted to go; null: nothing is asked. */
  leaving: Ref<string | null>
  leave: (save: boolean) => void
  stay: () => void
}

const EDITABLE = 'textarea, select, input:not([type=radio], [type=checkbox], [type=file])'

/** There the browser has its own way back; a line of a list that is written has the draft's. */
const hasWayBack = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(EDITABLE) && !target.closest('[data-outline]')

export function useLeaving({ dirty, save, pause, undo, redo }: Left): Leaving {
  const route = useRoute()
  const dialogs = useDialogs()
  const leaving = ref<string | null>(null)

  /**
   * An incident waits for no question: on the way to 当前 it is saved at once, and asked only if
   * that fails.
   */
  const release = route.hold((to) => {
    if (!dirty.value) return true
    if (to === NOW) void go(to, true)
    else ask(to)
    return false
  })
  onScopeDispose(release)
  function ask(to: string | null): void {
    leaving.value = to
    pause(to !== null)
  }
  async function go(to: string, first: boolean): Promise<void> {
    if (first && !(await save())) return ask(to)
    leaving.value = null
    release()
    route.go(to)
  }

  function heard(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || dialogs.any)
      return
    const key = event.key.toLowerCase()
    if (key === 's') void save()
    else if (key === 'z' && !hasWayBack(event.target)) (event.shiftKey ? redo : undo)()
    else return
    event.preventDefault()
  }
  addEventListener('keydown', heard)
  onScopeDispose(() => removeEventListener('keydown', heard))

  return {
    leaving,
    leave: (first) => {
      if (leaving.value !== null) void go(leaving.value, first)
    },
    stay: () => ask(null),
  }
}
