/**
 * Prints the checks of a fault script and ends it: one line a check, exit 0 (passed), 1 (failed) or
 * 77 (skipped, with the reason).
 */

const SKIPPED = 77
let failed = 0

/** One line; `faults` are shown below it. */
export function check(what: string, faults: readonly string[]): void {
  console.log(`${faults.length === 0 ? 'ok' : 'FAILED'}: ${what}`)
  for (const fault of faults.slice(0, 10)) console.log(`    ${fault}`)
  if (faults.length > 10) console.log(`    … and ${faults.length - 10} more`)
  if (faults.length > 0) failed += 1
}

/**
 * A test that cannot fail proves nothing: the same scenario with a planted bug must find faults.
 */
export function mustFail(what: string, faults: readonly string[]): void {
  console.log(
    `${faults.length > 0 ? 'ok' : 'FAILED'}: planted bug (${what}) ${faults.length > 0 ? `is seen: ${faults[0]}` : 'is NOT seen'}`,
  )
  if (faults.length === 0) failed += 1
}

export const printNote = (line: string): void => console.log(`    ${line}`)

export function skip(reason: string): never {
  console.log(`SKIPPED ${reason}`)
  process.exit(SKIPPED)
}

/** Runs the script's checks; whatever is thrown is a failure. */
export async function runChecks(script: () => Promise<void>): Promise<void> {
  try {
    await script()
  } catch (error) {
    console.error(error)
    failed += 1
  }
  process.exit(failed === 0 ? 0 : 1)
}
