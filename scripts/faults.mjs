/**
 * `npm run faults [-- NAME…]`: the slow, rough tests (power cuts, moved clocks, fresh machines),
 * one script after another as plain Node programs. A script in tests/faults/NAME.fault.ts prints
 * what it sees and exits 0 (passed), 77 (skipped, it has said why) or anything else (failed).
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './lib/say.mjs'
import { closingLine, single, sum } from './lib/tally.mjs'

const SKIPPED = 77
const MINUTES = 20 // a fault script that hangs must not hang the rest
// Debian package → the file that shows it is there
const PACKAGES = { faketime: '/usr/bin/faketime' }

/**
 * Tries to install the Debian packages that are missing. Whether they came is for the scripts to
 * see.
 */
function ensurePackages() {
  if (process.platform !== 'linux') return
  const missing = Object.entries(PACKAGES)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name)
  if (missing.length === 0) return
  say(`正在安装Debian软件包：${missing.join(' ')}`, 'installing Debian packages with apt-get')
  const [file = '', ...before] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  /** @param {string[]} args */
  const apt = (args) =>
    spawnSync(file, [...before, ...args], { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  const install = () => apt(['install', '-y', '-qq', '--no-install-recommends', ...missing])
  if (install() || (apt(['update', '-qq']) && install())) return
  say(
    '安装失败：需要它们的测试会报告跳过或失败',
    'Could not install them: tests that need them will be reported as skipped or failed',
  )
}

/** @param {string} root @param {string} file @returns {Promise<import('./lib/tally.mjs').Tally>} */
function runOne(root, file) {
  return new Promise((resolve) => {
    const started = performance.now()
    say(`▶ ${file}`, 'running')
    const child = spawn(process.execPath, [join('tests/faults', file)], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const limit = setTimeout(() => {
      say(`${file}超过${MINUTES}分钟，已终止`, `stopped after more than ${MINUTES} minutes`)
      child.kill('SIGKILL')
    }, MINUTES * 60_000)
    child.once('exit', (code) => {
      clearTimeout(limit)
      const word = code === 0 ? 'passed' : code === SKIPPED ? 'skipped' : 'FAILED'
      console.log(`${word}: ${file} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
      resolve(code === SKIPPED ? { passed: 0, failed: 0, skipped: 1 } : single(code === 0))
    })
  })
}

/** @param {string} root @param {string[]} names only these, if any @returns {Promise<number>} */
export async function main(root, names) {
  const folder = join(root, 'tests/faults')
  const all = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.fault.ts'))
        .sort()
    : []
  const chosen =
    names.length === 0
      ? all
      : all.filter((file) => names.some((name) => file === name || file === `${name}.fault.ts`))
  if (names.length === 0) ensurePackages()
  const tallies = []
  for (const file of chosen) tallies.push(await runOne(root, file))
  const total = sum(tallies)
  console.log(closingLine(total))
  return total.failed === 0 && chosen.length > 0 ? 0 : 1
}
