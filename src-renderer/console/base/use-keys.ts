/**
 * Listens for the keys of the table while its component is shown: a page that is only kept for
 * later hears nothing. A key of the input method is none of ours, nor is one that something nearer
 * to the focus has used; while a dialog is open the keys are its own.
 */
import { onActivated, onDeactivated, onScopeDispose } from 'vue'
import { actionOf, type CountedAction, type PlainAction } from './keys.ts'
import { useDialogs } from './dialogs.ts'

export type KeyHandlers = Partial<
  Record<PlainAction, () => void> & Record<CountedAction, (at: number) => void>
>

const ALWAYS: ReadonlySet<string> = new Set(['acknowledge', 'silence'])

export function useKeys(handlers: KeyHandlers): void {
  const dialogs = useDialogs()

  function hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
    const action = actionOf(event)
    const handler = action && handlers[action.do]
    if (!action || !handler) return
    event.preventDefault() // also while a dialog is open: F1 must not open a browser's help instead
    if (dialogs.any && !ALWAYS.has(action.do)) return
    handler('at' in action ? action.at : 0)
  }

  const listen = (): void => addEventListener('keydown', hear) // a second time it changes nothing
  const rest = (): void => removeEventListener('keydown', hear)
  listen()
  onActivated(listen)
  onDeactivated(rest)
  onScopeDispose(rest)
}
