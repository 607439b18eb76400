/** Personal values at hand: the record holds their seals, and the journal opens them on request. */
import { sealedIn, type Sealed } from '#shared/domain/sealed.ts'
import type { Journal } from '../ports.ts'

export type SealedValues = {
  add: (sealed: string, value: string) => void
  /** Null for nothing, and for a value that is not at hand. */
  open: (sealed: Sealed | null) => string | null
  /** They are destroyed: nobody finds them any more. */
  forget: (sealed: readonly string[]) => void
  /** How often a value came to hand after somebody had asked for it in vain, or was destroyed. */
  late: () => number
  /** Brings the values that this speaks of to hand. */
  fetch: (of: unknown) => Promise<void>
}

export function createSealedValues(journal: Pick<Journal, 'unseal'>): SealedValues {
  const values = new Map<string, string>()
  const missing = new Set<string>()
  let late = 0

  function add(sealed: string, value: string): void {
    values.set(sealed, value)
    if (missing.delete(sealed)) late += 1
  }

  return {
    add,
    open(sealed) {
      if (!sealed) return null
      const value = values.get(sealed.sealed) ?? null
      if (value === null) missing.add(sealed.sealed)
      return value
    },
    forget(sealed) {
      for (const key of sealed) if (values.delete(key)) late += 1
    },
    late: () => late,
    async fetch(of) {
      const seals = sealedIn(of)
        .map(({ sealed }) => sealed)
        .filter((sealed) => !values.has(sealed))
      if (seals.length === 0) return
      for (const [sealed, value] of Object.entries(await journal.unseal(seals))) add(sealed, value)
    },
  }
}
