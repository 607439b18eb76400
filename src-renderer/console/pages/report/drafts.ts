/**
 * Words of a section that are being written, kept while somebody looks elsewhere: an alarm waits
 * for no question. They lie in this window only, until it closes.
 */
const stored = new Map<string, { words: string; basedOn: number }>()

/** Of a section of the report of one month (`2026-11`). */
export function draftOf(month: string, section: string) {
  const key = `${month} ${section}`
  return {
    read: () => stored.get(key) ?? null,
    /** Null: it was saved or given up. */
    keep(words: string | null, basedOn: number): void {
      if (words === null) stored.delete(key)
      else stored.set(key, { words, basedOn })
    },
  }
}
