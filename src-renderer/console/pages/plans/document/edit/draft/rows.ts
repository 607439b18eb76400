/** Rows of a document that stand in it by id: added, taken out, renamed, in the file's order. */
type ById<T> = Readonly<Record<string, T>>

/** Behind `after`, or at the end. */
export function rowAdded<T>(
  rows: ById<T>,
  after: string | null,
  id: string,
  row: T,
): Record<string, T> {
  const entries = Object.entries(rows)
  const at = after === null ? -1 : entries.findIndex(([key]) => key === after)
  entries.splice(at < 0 ? entries.length : at + 1, 0, [id, row])
  return Object.fromEntries(entries)
}

export const rowRemoved = <T>(rows: ById<T>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(rows).filter(([key]) => key !== id))

/** The same row under another id, in its place. */
export const rowRenamed = <T>(rows: ById<T>, id: string, to: string): Record<string, T> =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [key === id ? to : key, row]))
