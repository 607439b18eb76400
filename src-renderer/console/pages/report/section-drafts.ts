/**
 * The unsaved words of report sections, in memory until the window closes: an alarm may call the
 * writer away at any moment.
 */
const drafts = new Map<string, { words: string; basedOn: number }>()

/** `month`: as `2026-11`. */
export function sectionDraftOf(month: string, section: string) {
  const key = `${month} ${section}`
  return {
    read: () => drafts.get(key) ?? null,
    /** Null: it was saved or given up. */
    keep(words: string | null, basedOn: number): void {
      if (words === null) drafts.delete(key)
      else drafts.set(key, { words, basedOn })
    },
  }
}
