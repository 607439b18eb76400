/**
 * The one door of every package script: installs what is missing, finds a Node that fits, runs the
 * task with it. Starts on Node 20 of a fresh machine, so `node:*` only here and in what it imports
 * before that.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './lib/install.mjs'
import { candidates, firstFitting, fits, howToGetOne, withNodeFirst } from './lib/nodes.mjs'
import { onOrphaned } from './lib/parent.mjs'
import { Stop } from './lib/say.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Task → script, and the arguments that make the script this task.
 * @type {Record<string, string[]>}
 */
const TASKS = {
  start: ['start.mjs'],
  hq: ['hq.mjs'],
  test: ['test.mjs'],
  build: ['check.mjs', 'build'],
  lint: ['check.mjs', 'lint'],
  typecheck: ['check.mjs', 'typecheck'],
  check: ['check.mjs', 'lint', 'typecheck', 'unit'],
  long: ['long.mjs'],
  faults: ['faults.mjs'],
  bench: ['bench.mjs'],
  mutants: ['mutants.mjs'],
  pictures: ['pictures.mjs'],
  pack: ['pack.mjs'],
}

/**
 * Runs this file again with another Node and answers with its exit code.
 * @param {string} node
 * @param {string[]} args
 */
function again(node, args) {
  const env = { ...withNodeFirst(process.env, node), VIGIL_NODE_CHOSEN: '1' }
  return new Promise((resolve) => {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...args], { stdio: 'inherit', env })
    // a terminal sends Ctrl+C to the child as well
    process.on('SIGINT', () => void (process.stdin.isTTY || child.kill('SIGINT')))
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    onOrphaned(() => child.kill('SIGTERM'))
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** @param {string[]} args @returns {Promise<number>} */
async function main(args) {
  const [task = '', ...rest] = args
  const onlyVersion = args.includes('--version')
  const [script, ...fixed] = TASKS[task] ?? []
  if (!script && !onlyVersion)
    throw new Stop(
      `没有这个任务：${task || '（空）'}。可用：${Object.keys(TASKS).join(' ')}`,
      `no such task; available: ${Object.keys(TASKS).join(' ')}`,
      64,
    )
  if (!process.env.VIGIL_NODE_CHOSEN) await ensureInstalled(root)

  if (!fits(process.versions)) {
    const node = process.env.VIGIL_NODE_CHOSEN ? null : firstFitting(candidates(root, process.env))
    const how = howToGetOne(process.platform, process.arch)
    if (!node) throw new Stop(how.zh, how.en)
    return again(node, args)
  }
  if (onlyVersion) {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    console.log(
      `vigil ${version}, node ${process.versions.node}, sqlite ${process.versions.sqlite}`,
    )
    return 0
  }
  Object.assign(process.env, withNodeFirst(process.env, process.execPath))
  /** @type {{ main: (root: string, args: string[]) => Promise<number> }} */
  const module = await import(`./${script}`)
  return module.main(root, [...fixed, ...rest])
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    console.error(error instanceof Stop ? error.message : error)
    process.exitCode = error instanceof Stop ? error.code : 1
  },
)
