/**
 * What lies open over page and dialog: a list to choose from, a menu, a calendar. An Escape shuts
 * it and means nothing else.
 */
import { onScopeDispose } from 'vue'

/** Where it hangs: a landmark of its own, so that a screen reader can tell what part it is of. */
export const overPage = (): HTMLElement =>
  document.querySelector<HTMLElement>('#dialogs') ?? document.body

/** Whether a list, a menu or a calendar is open. */
export const isListOpen = (): boolean =>
  [...document.querySelectorAll<HTMLElement>('.el-popper[aria-hidden="false"]')].some(
    ({ style }) => style.display !== 'none',
  )

/** Uses up the Escape that shuts a list, before the page behind can take it for its own. */
export function useOpenLists(): void {
  const hear = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && isListOpen()) event.preventDefault()
  }
  addEventListener('keydown', hear, true)
  onScopeDispose(() => removeEventListener('keydown', hear, true))
}
