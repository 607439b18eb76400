/**
 * Tells desks that plans, documents or kinds of site have changed, so that what they have read of
 * them is old.
 */
import type { Memory } from './memory.ts'

/**
 * The position of the record at which the library was seen to have changed last; null as long as it
 * is as it was at the start, which every desk has read.
 */
export function createLibraryMark(memory: Pick<Memory, 'documents' | 'site' | 'position'>) {
  const sources = (): readonly unknown[] => [
    memory.documents.all('own-plan'),
    memory.documents.all('site-document'),
    memory.site.kinds.join(),
  ]
  let from = sources()
  let mark: number | null = null
  return (): number | null => {
    const latest = sources()
    if (latest.some((source, index) => source !== from[index])) mark = memory.position
    from = latest
    return mark
  }
}
