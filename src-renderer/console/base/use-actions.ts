/**
 * Performs actions by their keys while the component that can do them is shown: a page that is only
 * kept alive hears nothing. Keys of the input method are left alone, and so are those that
 * something nearer to the focus has used; while a dialog is open the keys are its own.
 */
import { getCurrentInstance, onScopeDispose } from 'vue'
import { actionOf, isAlways, type ActionId } from './actions.ts'
import { useDialogs } from './dialogs.ts'

/**
 * `index` from 0: which incident, answer or page; `pressedAt` on the scale of performance.now().
 */
export type Performers = Partial<Record<ActionId, (index: number, pressedAt: number) => void>>

export function useActions(performers: Performers): void {
  const dialogs = useDialogs()
  const owner = getCurrentInstance()
  const isShown = (): boolean =>
    (owner?.proxy?.$el as Node | null | undefined)?.isConnected === true

  function hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
    const action = isShown() ? actionOf(event) : null
    const perform = action && performers[action.id]
    if (!action || !perform) return
    event.preventDefault() // also while a dialog is open: F1 must not open a browser's help instead
    if (dialogs.any && !isAlways(action.id)) return
    perform(action.index, event.timeStamp)
  }

  addEventListener('keydown', hear)
  onScopeDispose(() => removeEventListener('keydown', hear))
}
