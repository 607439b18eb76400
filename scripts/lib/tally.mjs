/**
 * Counts what ran. Pure: it reads vitest's JSON report as a value and never decides what a failure
 * is.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/** @typedef {{ status?: string, fullName?: string }} Test */
/**
 * @typedef {{ testResults?: { name?: string, status?: string, assertionResults?: Test[] }[] }}
 *   Report
 */

/**
 * A test file that broke before its first test counts as one failed; so does a run that vitest
 * itself calls failed without naming a test, and a report that was never written.
 * @param {Report | null} report
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const file of report?.testResults ?? []) {
    const tests = file.assertionResults ?? []
    for (const test of tests) {
      if (test.status === 'passed') tally.passed++
      else if (test.status === 'failed') tally.failed++
      else tally.skipped++
    }
    if (file.status === 'failed' && !tests.some((test) => test.status === 'failed')) tally.failed++
  }
  if (tally.failed === 0 && (exitCode !== 0 || report === null)) tally.failed++
  return tally
}

/**
 * What failed, by file; a file that broke before its first test is there with no test.
 * @param {Report | null} report
 * @returns {{ file: string, tests: string[] }[]}
 */
export const failuresOf = (report) =>
  (report?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .map(({ name = '', assertionResults = [] }) => ({
      file: name,
      tests: assertionResults
        .filter((test) => test.status === 'failed')
        .map((test) => test.fullName ?? ''),
    }))

/**
 * What failed at first, after it was tried again: only what fails once more stays failed.
 * @param {Tally} first
 * @param {Tally} second
 * @returns {Tally}
 */
export const withSecond = (first, second) => ({
  ...first,
  passed: first.passed + Math.max(0, first.failed - second.failed),
  failed: second.failed,
})

/** @param {Tally[]} tallies @returns {Tally} */
export const sum = (tallies) =>
  tallies.reduce(
    (all, tally) => ({
      passed: all.passed + tally.passed,
      failed: all.failed + tally.failed,
      skipped: all.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** One check that counts as one test. @param {boolean} ok @returns {Tally} */
export const single = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/** The closing line that other programs read. @param {Tally} tally */
export const closingLine = (tally) =>
  `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`
