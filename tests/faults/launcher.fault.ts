/**
 * A fresh machine: the project's files in an empty folder, without node_modules, started by each
 * npm that people have. It must install by itself and find a Node that fits. Takes the files that
 * git knows or would add, so it also shows what was forgotten. Needs the network once.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8' },
)

/**
 * The PATH of a fresh machine: without the folders that npm and the launcher have put in front of
 * ours.
 */
const path = (process.env.PATH ?? '')
  .split(':')
  .filter((folder) => !folder.includes('node_modules'))
  .join(':')
const clean = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|VIGIL_|NODE_ENV$)/i.test(name)),
)
const env = { ...clean, PATH: path }

function see(folder: string, npm: string, args: string[]): { status: number | null; out: string } {
  const run = spawnSync('npx', ['--yes', `npm@${npm}`, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 10 * 60_000,
  })
  const out = `${run.stdout}${run.stderr}`.trim()
  console.log(`npm ${npm}: ${args.join(' ')}\n${out.replace(/^/gm, '  | ')}`)
  return { status: run.status, out }
}

/** What went wrong with this npm, or nothing. */
function faultsWith(npm: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), `vigil-fresh-npm${npm}-`))
  try {
    for (const file of files.split('\0').filter(Boolean))
      if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file))
    const first = see(folder, npm, ['start', '--silent', '--', '--version'])
    console.log(
      `npm ${npm}: node_modules/.bin/node ${existsSync(join(folder, 'node_modules/.bin/node')) ? 'is there' : 'is not there'}`,
    )
    const second = see(folder, npm, ['start', '--silent', '--', '--version'])
    const answer = /^vigil \d+\.\d+\.\d+, node (2[4-9]|[3-9]\d)\.\S+, sqlite \S+$/m
    return [
      ...(first.status === 0 && answer.test(first.out)
        ? []
        : ['the first start did not find a Node that fits']),
      ...(/Installing packages/.test(first.out)
        ? []
        : ['the first start did not say that it installs']),
      ...(second.status === 0 && answer.test(second.out) ? [] : ['the second start failed']),
      ...(/Installing packages/.test(second.out) ? ['the second start installed again'] : []),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const faults = ['10', '11'].flatMap((npm) => faultsWith(npm).map((fault) => `npm ${npm}: ${fault}`))
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
