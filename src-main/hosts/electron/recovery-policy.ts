/**
 * Decides what becomes of a page in trouble: load it again at once, load it later, or show the
 * plain page, all without a click.
 */

/**
 * gone: its process has ended. hung: it does not answer. silent: it was loaded and never sent
 * hello. load-failed: it could not be loaded.
 */
export type Trouble = 'gone' | 'hung' | 'silent' | 'load-failed'
/**
 * The page after `afterMs`; or the plain page after `afterMs`, and `againMs` later the page again.
 */
export type Remedy =
  { show: 'page'; afterMs: number } | { show: 'plain'; afterMs: number; againMs: number }

export type RecoveryPolicy = {
  /** `now`: monotonic ms. */
  remedyFor(trouble: Trouble, now: number): Remedy
  /** The page has sent hello. */
  recovered(now: number): void
  /** The console's own page is loaded again after the plain page. */
  retrying(): void
}

const MOST = 3 // troubles within WINDOW that a reload still answers (R01)
const WINDOW = 60_000
const FIRST_WAIT = 500
const LONGEST_WAIT = 30_000
const FIRST_RETURN = 60_000
const LONGEST_RETURN = 600_000
const PLAIN_AGAIN = 5_000 // even the plain page fails: slowly, or the machine does nothing else

/**
 * `plain`: whether there is a plain page to fall back on. A page without one (the wall) is loaded
 * for ever, at growing intervals.
 */
export function createRecoveryPolicy(plain: boolean): RecoveryPolicy {
  let recent: number[] = []
  let inARow = 0 // since the page last sent hello
  let returns = 0 // times that the plain page was shown without a lasting recovery
  let recoveredAt: number | null = null
  let onPlain = false

  const wait = (attempt: number): number => Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt)

  return {
    remedyFor(trouble, now) {
      if (recoveredAt !== null && now - recoveredAt > WINDOW) returns = 0
      recoveredAt = null
      recent = [...recent.filter((time) => now - time < WINDOW), now]
      inARow += 1
      const tooOften = recent.length > MOST || inARow > MOST
      if (!tooOften && !onPlain)
        return { show: 'page', afterMs: trouble === 'load-failed' ? wait(inARow - 1) : 0 }
      if (!plain) return { show: 'page', afterMs: wait(inARow) }
      const afterMs = onPlain ? PLAIN_AGAIN : 0
      onPlain = true
      const againMs = Math.min(LONGEST_RETURN, FIRST_RETURN * 2 ** returns)
      returns += 1
      return { show: 'plain', afterMs, againMs }
    },
    recovered(now) {
      inARow = 0
      recoveredAt = now
      onPlain = false
    },
    retrying() {
      onPlain = false
      recent = []
      inARow = 0
    },
  }
}
