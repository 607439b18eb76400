/**
 * What a caller's words are matched with at each kind of site. All specs share it, because reading
 * the plans takes longer than most of them; none writes into it.
 */
import { fileURLToPath } from 'node:url'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import type { Learned } from '#shared/domain/match/learned.ts'
import type { Sources } from '#shared/domain/match/match.ts'

export const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
export const { syllables } = createRomaniser()

const everywhere = loadLibrary(resources, { siteKinds: ['all'] })
const known = new Map<string, Sources>()

/** The sources of a site of this kind, `all` among them, with the first ear alone. */
export function sourcesAt(kind: string): Sources {
  const read = known.get(kind)
  if (read) return read
  const library = kind === 'all' ? everywhere : loadLibrary(resources, { siteKinds: [kind] })
  const sources = {
    plans: library.plans(),
    types: library.types(),
    synonyms: everywhere.synonyms(), // the same at every site
    syllables,
  }
  known.set(kind, sources)
  return sources
}

/** The sayings of the second ear, the same at every site. */
export const sayingsLearned = (): Learned => everywhere.learned()
