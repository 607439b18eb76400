/** Walks a list by arrow keys: one stop for Tab, ↑ and ↓ from row to row. */

/**
 * Moves the focus among the elements with `data-row` in the list that heard the key. True if the
 * key was used.
 */
export function rove(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const list = event.currentTarget
  if (
    step === 0 ||
    !(list instanceof HTMLElement) ||
    !(event.target instanceof HTMLElement) ||
    event.target.dataset.row === undefined
  )
    return
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')]
  rows[rows.indexOf(event.target) + step]?.focus()
  event.preventDefault()
}
