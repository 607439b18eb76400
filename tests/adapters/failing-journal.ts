/** A journal whose store fails: for tests of what the station does then. */
import type { Journal } from '#main/core/ports.ts'

export type FailingJournal = Journal & { heal(): void }

/**
 * From the `nth` commit on (1 = the first) every commit rejects and saves nothing, until `heal`;
 * all else is `inner`'s.
 */
export function failingJournal(
  inner: Journal,
  nth: number,
  error: Error = new Error('disk I/O error'),
): FailingJournal {
  let commits = 0
  let healed = false
  return {
    ...inner,
    commit(entries) {
      commits += 1
      return healed || commits < nth ? inner.commit(entries) : Promise.reject(error)
    },
    heal() {
      healed = true
    },
  }
}
