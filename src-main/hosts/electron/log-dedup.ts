/**
 * Keeps a fault that repeats itself from filling the log: the first of its kind is written, the
 * rest are counted. Pure; the time is handed in.
 */

const WINDOW = 60_000
const MOST_KINDS = 200

/** `repeated`: so many more of the same have come within `forMs` since it was written. */
export type Repeated = { key: string; times: number; forMs: number }

export type LogDedup = {
  /**
   * Whether this entry is to be written. `key` is what makes two entries the same. `now`: monotonic
   * ms.
   */
  take(key: string, now: number): { write: boolean; repeated: readonly Repeated[] }
  /** What was counted and not yet said. */
  rest(now: number): readonly Repeated[]
}

export function createLogDedup(): LogDedup {
  const kinds = new Map<string, { since: number; more: number }>()

  function said(over: (since: number) => boolean, now: number): Repeated[] {
    const repeated: Repeated[] = []
    for (const [key, { since, more }] of kinds) {
      if (!over(since)) continue
      kinds.delete(key)
      if (more > 0) repeated.push({ key, times: more, forMs: Math.round(now - since) })
    }
    return repeated
  }

  return {
    take(key, now) {
      const full = !kinds.has(key) && kinds.size >= MOST_KINDS
      const repeated = said((since) => full || now - since >= WINDOW, now)
      const known = kinds.get(key)
      if (known) known.more += 1
      else kinds.set(key, { since: now, more: 0 })
      return { write: !known, repeated }
    },
    rest: (now) => said(() => true, now),
  }
}
