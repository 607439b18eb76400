/**
 * What to do about a page in trouble: load it again, later, or show the plain page. Pure; it loads
 * nothing and waits for no click.
 */

/**
 * gone: its process has ended. hung: it does not answer. silent: it was loaded and never said
 * hello. load-failed: it could not be loaded.
 */
export type Trouble = 'gone' | 'hung' | 'silent' | 'load-failed'
/**
 * The page after so many ms; or the plain page after so many ms, and `againMs` later the real one
 * again.
 */
export type Remedy =
  { show: 'page'; afterMs: number } | { show: 'plain'; afterMs: number; againMs: number }

export type RecoveryPolicy = {
  /** `now`: monotonic ms. */
  trouble(kind: Trouble, now: number): Remedy
  /** The page has said hello. */
  well(now: number): void
  /** The real page is being loaded again after the plain one. */
  again(): void
}

const MOST = 3 // troubles within WINDOW that a reload still answers (R01)
const WINDOW = 60_000
const FIRST_WAIT = 500
const LONGEST_WAIT = 30_000
const FIRST_RETURN = 60_000
const LONGEST_RETURN = 600_000
const PLAIN_AGAIN = 5_000 // even the plain page fails: slowly, or the machine does nothing else

/**
 * `plain`: whether there is a plain page to fall back on. A page without one (the wall) is tried
 * for ever, ever more slowly.
 */
export function createRecoveryPolicy(plain: boolean): RecoveryPolicy {
  let recent: number[] = []
  let inARow = 0 // since the page last said hello
  let returns = 0 // times that the plain page was shown without a lasting recovery
  let wellAt: number | null = null
  let onPlain = false

  const wait = (attempt: number): number => Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt)

  return {
    trouble(kind, now) {
      if (wellAt !== null && now - wellAt > WINDOW) returns = 0
      wellAt = null
      recent = [...recent.filter((at) => now - at < WINDOW), now]
      inARow += 1
      const tooOften = recent.length > MOST || inARow > MOST
      if (!tooOften && !onPlain)
        return { show: 'page', afterMs: kind === 'load-failed' ? wait(inARow - 1) : 0 }
      if (!plain) return { show: 'page', afterMs: wait(inARow) }
      const afterMs = onPlain ? PLAIN_AGAIN : 0
      onPlain = true
      const againMs = Math.min(LONGEST_RETURN, FIRST_RETURN * 2 ** returns)
      returns += 1
      return { show: 'plain', afterMs, againMs }
    },
    well(now) {
      inARow = 0
      wellAt = now
      onPlain = false
    },
    again() {
      onPlain = false
      recent = []
      inARow = 0
    },
  }
}
