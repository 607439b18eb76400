/**
 * Walks the lists of a page of HQ by arrow keys: ↑ ↓ from row to row, ← → from list to list, ↓ or
 * Enter from the field that looks for something.
 */

/** Rows bear `data-row`, lists `data-rows`. Home and End lead to the first and the last row. */
export function walkRows(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return
  if (target.matches('input[type=search]')) {
    if (key !== 'ArrowDown' && key !== 'Enter') return
    currentTarget.querySelector<HTMLElement>('[data-row]')?.focus()
    return event.preventDefault()
  }
  const list = target.closest('[data-rows]')
  if (target.dataset.row === undefined || !list) return
  const rowsIn = (of: Element): HTMLElement[] => [...of.querySelectorAll<HTMLElement>('[data-row]')]
  const rows = rowsIn(list)
  const parts = [...currentTarget.querySelectorAll('[data-rows]')].filter(
    (other) => other === list || rowsIn(other).length > 0,
  )
  const beside = (by: number): HTMLElement | undefined => {
    const next = parts[parts.indexOf(list) + by]
    return next && rowsIn(next)[0]
  }
  const to: Readonly<Record<string, () => HTMLElement | undefined>> = {
    ArrowDown: () => rows[rows.indexOf(target) + 1],
    ArrowUp: () => rows[rows.indexOf(target) - 1],
    Home: () => rows[0],
    End: () => rows.at(-1),
    ArrowRight: () => beside(1),
    ArrowLeft: () => beside(-1),
  }
  if (!Object.hasOwn(to, key)) return
  to[key]?.()?.focus()
  event.preventDefault()
}
