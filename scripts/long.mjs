/**
 * `npm run long [-- FILE…]`: the specs that are too long for the ten minutes of `npm test`, on a
 * fresh build: those with a browser or a desktop beside those with a station only, because each
 * waits more than it works. The last line is that of `npm test`.
 */
import { LONG } from './lib/long-specs.mjs'
import { say, Stop } from './lib/say.mjs'
import { ensureBuilt, tests } from './lib/steps.mjs'
import { closingLine, sum } from './lib/tally.mjs'

/** @param {string} root @param {string[]} args files of the list @returns {Promise<number>} */
export async function main(root, args) {
  const chosen = args.length > 0 ? LONG.filter((file) => args.some((a) => file.includes(a))) : LONG
  if (chosen.length === 0)
    throw new Stop(`没有这样的长测试：${args.join(' ')}`, 'no such long spec', 64)
  if (!(await ensureBuilt(root))) return 1
  process.env['VIGIL_LONG'] = '1'
  process.env['VIGIL_BUILT'] = '1' // as in test.mjs
  const run = (/** @type {string} */ name, /** @type {string[]} */ ...projects) => {
    const of = projects.flatMap((project) => ['--project', project])
    return tests(root, [...of, '--passWithNoTests', ...chosen], name)
  }
  const total = sum(await Promise.all([run('long', 'main'), run('long-faces', 'e2e', 'electron')]))
  if (total.passed + total.failed === 0) say('没有运行任何测试', 'no tests ran')
  console.log(closingLine(total))
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}
