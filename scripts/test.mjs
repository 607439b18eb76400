/**
 * `npm test`: build, lint, types, then every test, the faces in a real browser among them. Further arguments go to vitest.
 * The last line is `N passed, N failed, N skipped`; lint and types count as one each. Exit code 1 on any failure, or if no test ran.
 */
import { ensureBuilt, lint, tests, typecheck } from './lib/steps.mjs'
import { closingLine, one, sum } from './lib/tally.mjs'
import { say } from './lib/say.mjs'

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  const built = await ensureBuilt(root)
  const [linted, typed] = await Promise.all([lint(root), typecheck(root)])
  // without a build the faces' and the desktop's specs would only repeat that: leave them out and count the build as the failure
  const tested = await tests(root, built ? args : ['--project', '!e2e', '--project', '!electron', ...args])
  if (tested.passed + tested.failed === 0) say('没有运行任何测试', 'no test ran')
  const all = sum([linted, typed, tested, ...(built ? [] : [one(false)])])
  console.log(closingLine(all))
  return all.failed === 0 && tested.passed > 0 ? 0 : 1
}
