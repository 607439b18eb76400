/**
 * Keeps a repeated fault from filling the log: the first of its kind is written, the rest are
 * counted.
 */

const WINDOW = 60_000
const MOST_KINDS = 200

/** `times` more entries of this key have come within `forMs` since it was written. */
export type Repeated = { key: string; times: number; forMs: number }

export type LogDedup = {
  /**
   * Whether this entry is to be written. Two entries of one `key` are the same. `now`: monotonic
   * ms.
   */
  take(key: string, now: number): { write: boolean; repeated: readonly Repeated[] }
  /** The counts that no entry has reported yet. */
  rest(now: number): readonly Repeated[]
}

export function createLogDedup(): LogDedup {
  const kinds = new Map<string, { since: number; more: number }>()

  function closedKinds(isTerminal: (since: number) => boolean, now: number): Repeated[] {
    const repeated: Repeated[] = []
    for (const [key, { since, more: repeats }] of kinds) {
      if (!isTerminal(since)) continue
      kinds.delete(key)
      if (repeats > 0) repeated.push({ key, times: repeats, forMs: Math.round(now - since) })
    }
    return repeated
  }

  return {
    take(key, now) {
      const full = !kinds.has(key) && kinds.size >= MOST_KINDS
      const repeated = closedKinds((since) => full || now - since >= WINDOW, now)
      const kind = kinds.get(key)
      if (kind) kind.more += 1
      else kinds.set(key, { since: now, more: 0 })
      return { write: !kind, repeated }
    },
    rest: (now) => closedKinds(() => true, now),
  }
}
