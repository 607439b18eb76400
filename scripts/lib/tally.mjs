/**
 * Counts what ran. Pure: it reads vitest's JSON report as a value and never decides what a failure
 * is.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */
/**
 * @typedef {{ testResults?: { status?: string, assertionResults?: { status?: string }[] }[] }}
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
