/** The steps that the scripts are made of: build, lint, types, tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { checkLayout } from './layout.mjs'
import { hashOf, isStale, stampBuild } from './stale.mjs'
import { say } from './say.mjs'
import { failuresOf, single, tallyOf, withSecond } from './tally.mjs'
import { run } from './tools.mjs'

/** @param {string} zh @param {string} en @param {() => Promise<number>} work */
async function timed(zh, en, work) {
  const started = performance.now()
  say(`${zh}……`, `${en} …`)
  const ok = (await work()) === 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(
    `${zh}${ok ? '通过' : '未通过'}（${seconds}秒）`,
    `${en} ${ok ? 'ok' : 'FAILED'} (${seconds} s)`,
  )
  return ok
}

/**
 * @param {string} root
 * @returns {Promise<boolean>} whether out/ now holds the build of these sources
 */
export function build(root) {
  return timed('构建', 'build', async () => {
    const hash = hashOf(root)
    const code = await run(root, 'electron-vite', ['build', '--logLevel', 'warn'])
    if (code === 0) stampBuild(root, hash)
    return code
  })
}

/** Builds only if the sources are not those of out/. @param {string} root */
export const ensureBuilt = async (root) => !isStale(root) || (await build(root))

/** The layout, the arrows between files, then everything else. @param {string} root */
export const lint = async (root) =>
  single(
    await timed('代码检查', 'lint', async () => {
      const arrows = [
        '--config',
        'scripts/lint/arrows.mjs',
        'src-shared',
        'src-main',
        'src-renderer',
      ]
      return (
        (await checkLayout(root, { quick: process.env['VIGIL_LINT'] === 'quick' })) ||
        (await run(root, 'dependency-cruiser', arrows, true)) ||
        run(root, 'eslint', ['.', '--max-warnings', '0'], true)
      )
    }),
  )

/**
 * Layer by layer: the native compiler where all is TypeScript, vue-tsc for the faces, then the
 * native one for the specs, which see of a face what vue-tsc has declared (docs/adr/0066).
 * @param {string} root
 */
export const typecheck = async (root) =>
  single(
    await timed('类型检查', 'typecheck', async () => {
      const layers = ['-b', 'tsconfig.electron.json', 'tsconfig.preload.json']
      return (
        (await run(root, 'tsc', [...layers, '--singleThreaded'], true)) ||
        (await run(root, 'vue-tsc', ['-p', 'tsconfig.web.json'], true)) ||
        run(root, 'tsc', ['-p', 'tsconfig.specs.json', '--singleThreaded'], true)
      )
    }),
  )

/** What vitest wrote of a run, or null. @param {string} root @param {string} name */
export function reportOf(root, name) {
  const report = join(root, `reports/${name}.json`)
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
}

/**
 * Runs vitest and counts.
 * @param {string} root
 * @param {string[]} args what to run
 * @param {string} name of the report
 * @param {'default' | 'verbose'} [told] a line a file, or a line a test
 */
export async function tests(root, args, name, told = 'default') {
  const report = join(root, `reports/${name}.json`)
  mkdirSync(join(root, 'reports'), { recursive: true })
  rmSync(report, { force: true }) // an old report must never be read as this run's
  const code = await run(root, 'vitest', [
    'run',
    `--reporter=${told}`,
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ])
  return tallyOf(reportOf(root, name), code)
}

/** More files than these that fail are no chance of a busy machine. */
const MOST_AGAIN = 3

/**
 * Names what failed, and where it stands in a few files runs these once more with the machine to
 * themselves: what passes then is counted as passed and called unsteady, aloud (docs/adr/0041).
 * @param {string} root
 * @param {string[]} names of the reports
 * @param {import('./tally.mjs').Tally} tally of the first runs
 */
export async function again(root, names, tally) {
  const failures = names.flatMap((name) => failuresOf(reportOf(root, name)))
  const count = failures.reduce((sum, { tests: each }) => sum + Math.max(1, each.length), 0)
  for (const line of named(root, failures)) say(`未通过：${line}`, `failed: ${line}`)
  // a run that broke as a whole names no test
  const isFew = failures.length > 0 && failures.length <= MOST_AGAIN && count === tally.failed
  if (!isFew) return tally
  const files = failures.map(({ file }) => relative(root, file))
  const second = await tests(root, files, 'again')
  const still = named(root, failuresOf(reportOf(root, 'again')))
  for (const line of named(root, failures).filter((each) => !still.includes(each)))
    say(`不稳定，单独再跑才通过：${line}`, `unsteady, passed only by itself: ${line}`)
  return withSecond(tally, second)
}

/** @param {string} root @param {ReturnType<typeof failuresOf>} failures */
const named = (root, failures) =>
  failures.flatMap(({ file, tests: each }) =>
    (each.length > 0 ? each : ['']).map((test) => `${relative(root, file)} ${test}`.trim()),
  )
