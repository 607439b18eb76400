/**
 * Recognises the columns of a table by their heads, whatever the table is of. It only proposes: a
 * person looks at it and changes it.
 */

/** What a column may mean → its heads as they are written in such tables, the surer ones first. */
export type Heads<F extends string> = Readonly<Record<F, readonly string[]>>

/** Without what says nothing: blanks, case, units and remarks in brackets. */
const plain = (head: string): string =>
  head
    .toLowerCase()
    .replace(/[（(［[].*?[)）\]］]/g, '')
    .replace(/[\s_\-:：*/、.]/g, '')

/**
 * How sure a head means a field: an exact word before one that is part of it, a long word before a
 * short one; 0 for not at all.
 */
function sureness(words: readonly string[], head: string): number {
  const text = plain(head)
  const exact = words.indexOf(text)
  if (exact >= 0) return 1000 - exact
  const part = words
    .filter((word) => word.length > 1 && /[^a-z]/.test(word) && text.includes(word))
    .reduce((longest, { length }) => Math.max(longest, length), 0)
  return part * 10
}

const entriesOf = <F extends string>(known: Heads<F>): [F, readonly string[]][] =>
  Object.entries(known) as [F, readonly string[]][]

/** A column for each field: one at most, and each column has one field. */
export function proposeBy<F extends string>(
  known: Heads<F>,
  heads: readonly string[],
): Map<F, number> {
  const guesses = heads
    .flatMap((head, column) =>
      entriesOf(known).flatMap(([field, words]) => {
        const sure = sureness(words, head)
        return sure > 0 ? [{ field, column, sure }] : []
      }),
    )
    .sort((head, other) => other.sure - head.sure || head.column - other.column)
  const mapping = new Map<F, number>()
  const taken = new Set<number>()
  for (const { field, column } of guesses)
    if (!mapping.has(field) && !taken.has(column)) {
      mapping.set(field, column)
      taken.add(column)
    }
  return mapping
}

/**
 * Which of the first rows holds the heads: the one with the most heads that are recognised, else
 * the first with two cells that say something. Counted from 0.
 */
export function headRowBy(
  known: Heads<string>,
  rows: readonly (readonly string[])[],
  look: number,
): number {
  const first = rows.slice(0, look)
  const counts = first.map(
    (cells) =>
      cells.filter((cell) => entriesOf(known).some(([, words]) => sureness(words, cell) > 0))
        .length,
  )
  const most = Math.max(0, ...counts)
  if (most > 1) return counts.indexOf(most)
  return Math.max(
    0,
    first.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1),
  )
}
