/**
 * `npm run mutants -- N [--seed S] [--under FOLDER] [--after K]`: changes one operator or constant
 * in domain, core or journal, N times, each time in a copy of the sources, and sees whether the
 * tests that reach the file notice. First the unchanged copy must pass; `--after` goes on with a
 * run of the same sources, which has seen that, after its K-th. What nobody notices is listed;
 * those that change nothing are explained in tests/mutants.json. Exit 0: nine in ten were noticed.
 */
import { spawn } from 'node:child_process'
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chance, mutate, mutationsOf } from './lib/mutate.mjs'
import { say, Stop } from './lib/say.mjs'
import { ensureBuilt } from './lib/steps.mjs'

const WHERE = ['src-shared/domain', 'src-main/core', 'src-main/adapters/journal']
const COPIED = [
  'src-shared',
  'src-main',
  'src-renderer',
  'tests',
  'scripts',
  'resources',
  'docs',
  'out',
]
const CONFIGS = ['*.json', '*.ts', '*.js', '*.mjs', '*.md'] // at the root; papers have specs, too
const PROJECTS = ['domain', 'main', 'hq'] // in this order: the fast ones first
// once more before it counts: a busy machine is no mutant
const QUIET = ['--retry', '1', '--reporter', 'dot', '--silent', '--no-color']
const LONGEST_MS = 10 * 60_000

/**
 * Runs the tests of one project that reach a file. @param {string} dir @param {string} project
 * @param {string[]} files none: all tests
 * @returns {Promise<boolean>} whether all passed
 */
function passes(dir, project, files) {
  return new Promise((resolve) => {
    const vitest = join(dir, 'node_modules/vitest/vitest.mjs')
    const args = files.length > 0 ? ['related', ...files, '--run'] : ['run']
    const child = spawn(
      process.execPath,
      [vitest, ...args, '--project', project, '--bail', '1', ...QUIET],
      {
        cwd: dir,
        stdio: files.length > 0 ? 'ignore' : 'inherit',
        detached: true,
        env: { ...process.env, CI: 'true', VIGIL_NEAR: files[0] ?? '' },
      },
    )
    const end = () => process.kill(-Number(child.pid), 'SIGKILL') // its workers with it
    const limit = setTimeout(end, LONGEST_MS) // an endless loop is noticed
    child.once('exit', (code) => {
      clearTimeout(limit)
      resolve(code === 0)
    })
  })
}

/** @param {string} root @returns {string} a copy that may be spoiled */
function copyOf(root) {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-mutants-'))
  for (const name of COPIED) cpSync(join(root, name), join(dir, name), { recursive: true })
  for (const name of globSync(CONFIGS, { cwd: root })) cpSync(join(root, name), join(dir, name))
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'))
  return dir
}

/** @param {string[]} args @param {string} name @param {string} otherwise */
const option = (args, name, otherwise) =>
  args.includes(name) ? (args[args.indexOf(name) + 1] ?? otherwise) : otherwise

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  const count = Number(args[0] ?? 20)
  if (!Number.isInteger(count) || count < 1)
    throw new Stop('请给出变异个数', 'How many mutants? npm run mutants -- 20', 64)
  const seed = Number(option(args, '--seed', '1'))
  const under = option(args, '--under', '')
  const after = Number(option(args, '--after', '0'))
  const files = WHERE.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .filter((file) => file.startsWith(under))
    .sort()
  const places = files.flatMap((file) =>
    mutationsOf(readFileSync(join(root, file), 'utf8')).map((mutation) => ({ file, mutation })),
  )
  /** @type {{ explained: { file: string, line: string, to: string, why: string }[] }} */
  const { explained } = JSON.parse(readFileSync(join(root, 'tests/mutants.json'), 'utf8'))
  if (!(await ensureBuilt(root))) return 1
  const dir = copyOf(root)
  try {
    if (after === 0) say('未改动的代码先跑一遍', 'first running the tests on unchanged code')
    for (const project of after === 0 ? PROJECTS : [])
      if (!(await passes(dir, project, [])))
        throw new Stop('未改动的测试没有通过', `the tests of ${project} fail on unchanged code`, 1)
    const next = chance(seed)
    let noticed = 0
    let silent = 0
    for (let index = 1; index <= count; index++) {
      const { file, mutation } = places[Math.floor(next() * places.length)] ?? {}
      if (!file || !mutation) throw new Stop('没有可变异的代码', 'nothing to mutate', 64)
      if (index <= after) continue
      const path = join(dir, file)
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, mutate(text, mutation))
      let alive = true
      for (const project of PROJECTS) alive &&= await passes(dir, project, [file])
      writeFileSync(path, text)
      const line = text.split('\n')[mutation.line - 1]?.trim() ?? ''
      const known = explained.find(
        (entry) => entry.file === file && entry.line === line && entry.to === mutation.to,
      )
      const fate = alive ? (known ? `explained: ${known.why}` : 'SURVIVED') : 'noticed'
      if (!alive || known) noticed++
      else silent++
      console.log(
        `${index}/${count} ${fate} ${file}:${mutation.line} ${mutation.from.slice(0, 60)} → ${mutation.to.slice(0, 60)}`,
      )
    }
    const tried = noticed + silent
    say(`${tried}个变异，${silent}个没有被发现`, `${noticed} of ${tried} noticed or explained`)
    return noticed >= 0.9 * tried ? 0 : 1
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
