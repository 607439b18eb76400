/**
 * `npm run bench [-- NAME…] [--keep]`: the figures of docs/performance.md, each beside the plain
 * alternative in the same run. Nothing here fails a build: a machine may be busy. `--keep` puts the
 * table (all benches only) into docs/performance.md.
 */
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { say } from './lib/say.mjs'
import { ensureBuilt } from './lib/steps.mjs'

/**
 * @typedef {{ what: string, ours: string, plain: string, ratio: string, goal: string, met: boolean
 *   | 'undecided' | null }} Row
 */

const ORDER = [
  'command',
  'ready',
  'start',
  'deadlines',
  'paint',
  'stream',
  'keys',
  'tick',
  'rest',
  'statistics',
  'figures',
]
const BEGIN = '<!-- npm run bench -- --keep writes from here -->'
const END = '<!-- to here -->'

/** @param {string} root @param {string} name @returns {Promise<Row[] | null>} null if it failed */
function runOne(root, name) {
  return new Promise((resolve) => {
    const started = performance.now()
    say(`▶ ${name}`, 'measuring')
    const child = spawn(process.execPath, [join('tests/bench', `${name}.bench.ts`)], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.once('close', (code) => {
      say(`${name}：${((performance.now() - started) / 1000).toFixed(0)}秒`, `exit ${code}`)
      resolve(code === 0 ? JSON.parse(output) : null)
    })
  })
}

/** @param {Row['met']} met */
const verdict = (met) => (typeof met === 'boolean' ? (met ? 'met' : '**missed**') : (met ?? ''))

/** @param {Row[]} rows */
function table(rows) {
  const lines = rows.map(
    ({ what, ours, plain, ratio, goal, met }) =>
      `| ${what} | ${ours} | ${plain} | ${ratio} | ${goal} | ${verdict(met)} |`,
  )
  return [
    '| what | Vigil | plain | ratio | goal | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n')
}

/** @param {string} root */
function machine(root) {
  /** @param {string} path */
  const version = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).version
  const [cpu] = cpus()
  const size = `${availableParallelism()} cores (${cpu?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB`
  const parts = [
    `Vigil ${version('package.json')}`,
    `Node ${process.versions.node}`,
    `SQLite ${process.versions.sqlite}`,
    `Chromium of @sparticuz/chromium ${version('node_modules/@sparticuz/chromium/package.json')}`,
  ]
  return `${new Date().toISOString().slice(0, 10)}, ${process.platform} ${release()}, ${size}; ${parts.join(', ')}.`
}

/**
 * `group` asks for `group-month`, too.
 *
 * @param {string} asked @param {string} name
 */
const isOf = (asked, name) => name === asked || name.startsWith(`${asked}-`)

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  const names = args.filter((arg) => !arg.startsWith('--'))
  const all = readdirSync(join(root, 'tests/bench'))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.slice(0, -'.bench.ts'.length))
  const chosen = all
    .filter((name) => names.length === 0 || names.some((asked) => isOf(asked, name)))
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  if (chosen.length === 0 || !(await ensureBuilt(root))) return 1
  /** @type {Row[]} */
  const rows = []
  let failed = 0
  for (const name of chosen) {
    const measured = await runOne(root, name)
    if (measured) rows.push(...measured)
    else failed += 1
  }
  const text = `${machine(root)}\n\n${table(rows)}`
  console.log(`\n${text}`)
  if (args.includes('--keep') && failed === 0 && names.length === 0) {
    const file = join(root, 'docs/performance.md')
    const doc = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      `${doc.slice(0, doc.indexOf(BEGIN) + BEGIN.length)}\n\n${text}\n\n${doc.slice(doc.indexOf(END))}`,
    )
  }
  return failed === 0 ? 0 : 1
}
