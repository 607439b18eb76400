/**
 * `npm test`: build, lint, types, then every test, the faces in a real browser among them. Further
 * arguments go to vitest. The last line is `N passed, N failed, N skipped`; lint and types count as
 * one each. Exit code 1 on any failure, or if no test ran. What failed is named before that line,
 * and where it is little it is tried again by itself (`again`). The browser's specs take one core
 * and go one after the other, so lint, types and the rules of the domain run beside them; the specs
 * of the pages and the rest follow the browser's at once, on all cores.
 */
import { availableParallelism } from 'node:os'
import { again, ensureBuilt, lint, tests, typecheck } from './lib/steps.mjs'
import { closingLine, single, sum } from './lib/tally.mjs'
import { say } from './lib/say.mjs'

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  const built = await ensureBuilt(root)
  if (built) process.env['VIGIL_BUILT'] = '1' // what the specs start (tests/kit/program.ts)
  // what is asked for may lie on one side only
  const some = args.length > 0 ? [...args, '--passWithNoTests'] : []
  const rules = (
    /** @type {string} */ name,
    /** @type {number} */ workers,
    /** @type {string[]} */ ...projects
  ) => tests(root, [...only(...projects), `--maxWorkers=${workers}`, ...some], name)
  process.env['VIGIL_LINT'] = 'quick'
  const checks = lint(root).then(async (linted) => ({
    linted,
    typed: await typecheck(root),
    domain: await rules('domain', 1, 'domain'),
  }))
  // without a build the faces' and the desktop's specs would only repeat that: leave them out and
  // count the build as the failure
  const faces = built
    ? await tests(root, [...only('e2e', 'electron', 'electron-nobody'), ...some], 'faces')
    : single(false)
  const renderer = await rules(
    'renderer',
    availableParallelism(),
    'renderer',
    'renderer-parts',
    'renderer-boot',
  )
  const rest = await rules('main', availableParallelism(), 'main')
  const group = await rules('hq', availableParallelism(), 'hq')
  const { linted, typed, domain } = await checks
  const tested = await again(
    root,
    ['faces', 'renderer', 'domain', 'main', 'hq'],
    sum([faces, renderer, domain, rest, group]),
  )
  if (tested.passed + tested.failed === 0) say('没有运行任何测试', 'no tests ran')
  const all = sum([linted, typed, tested])
  console.log(closingLine(all))
  return all.failed === 0 && tested.passed > 0 ? 0 : 1
}

/** @param {string[]} projects of vitest.config.ts */
const only = (...projects) => projects.flatMap((project) => ['--project', project])
