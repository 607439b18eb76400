/** Personal values at hand: the record holds their seals, and the journal opens them on request. */
import { sealedIn, type Sealed } from '#shared/domain/sealed.ts'
import type { Journal } from '../ports.ts'

export type SealedValues = {
  add: (sealed: string, value: string) => void
  /** Null for nothing, and for a value that is not at hand. */
  open: (sealed: Sealed | null) => string | null
  /** Brings the values that this speaks of to hand. */
  fetch: (of: unknown) => Promise<void>
}

export function createSealedValues(journal: Pick<Journal, 'unseal'>): SealedValues {
  const values = new Map<string, string>()
  return {
    add: (sealed, value) => void values.set(sealed, value),
    open: (sealed) => (sealed ? (values.get(sealed.sealed) ?? null) : null),
    async fetch(of) {
      const missing = sealedIn(of)
        .map(({ sealed }) => sealed)
        .filter((sealed) => !values.has(sealed))
      if (missing.length === 0) return
      for (const [sealed, value] of Object.entries(await journal.unseal(missing)))
        values.set(sealed, value)
    },
  }
}
