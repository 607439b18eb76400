/**
 * Words of a section that are being written, kept while somebody looks elsewhere: an alarm waits
 * for no question. They lie in this window only, until it closes.
 */
const kept = new Map<string, { words: string; basedOn: number }>()

/** Of a section of the report of one month (`2026-11`). */
export function draftOf(month: string, section: string) {
  const key = `${month} ${section}`
  return {
    read: () => kept.get(key) ?? null,
    /** Null: it was saved or given up. */
    keep(words: string | null, basedOn: number): void {
      if (words === null) kept.delete(key)
      else kept.set(key, { words, basedOn })
    },
  }
}
