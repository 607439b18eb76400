/**
 * What lies open over page and dialog: a list to choose from, a menu, a calendar. An Escape shuts
 * it and means nothing else.
 */
import { usePopperContainerId } from 'element-plus'
import { onScopeDispose, watchEffect } from 'vue'

/** Where it hangs: a landmark of its own, so that a screen reader can tell what part it is of. */
export const overPage = (): HTMLElement =>
  document.querySelector<HTMLElement>('#dialogs') ?? document.body

/**
 * Names the place where the library hangs the lists and calendars that nobody has hung elsewhere,
 * as a landmark; it is made here before the library would make it.
 */
export function useListLandmark(name: () => string): void {
  const { id } = usePopperContainerId()
  const there = document.getElementById(id.value)
  const place = there ?? document.createElement('div')
  place.id = id.value
  place.setAttribute('role', 'region')
  if (!there) document.body.append(place)
  watchEffect(() => place.setAttribute('aria-label', name()))
}

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
