/**
 * Single steps for someone at work: `build`, `lint`, `typecheck`, `unit`, or several of them one
 * after another. The whole is test.mjs.
 */
import { build, lint, tests, typecheck } from './lib/steps.mjs'
import { closingLine, single, sum } from './lib/tally.mjs'

const UNIT = ['domain', 'main', 'hq', 'renderer', 'renderer-parts', 'renderer-boot'].flatMap(
  (name) => ['--project', name],
)

/** @type {Record<string, (root: string) => Promise<import('./lib/tally.mjs').Tally>>} */
const STEPS = {
  build: async (root) => single(await build(root)),
  lint,
  typecheck,
  unit: (root) => tests(root, UNIT, 'unit'),
}

/** @param {string} root @param {string[]} names @returns {Promise<number>} */
export async function main(root, names) {
  const tallies = []
  for (const name of names) {
    const step = STEPS[name]
    if (!step) {
      console.error(`check: unknown step ${name}`)
      return 64
    }
    tallies.push(await step(root))
  }
  const all = sum(tallies)
  if (names.length > 1) console.log(closingLine(all))
  return all.failed === 0 ? 0 : 1
}
