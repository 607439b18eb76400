/**
 * Programs of Debian for a fault script, fetched by apt and unpacked into a folder of tmp: nothing
 * is installed, no service is started, and they are there for the next run.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function run(file: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(file, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${file} ${args[0]}: ${error?.message ?? stderr.slice(-300)}`)
  return stdout
}

/** These packages, and what they need and the machine has not. */
function missing(packages: readonly string[], cwd: string): string[] {
  const ask = ['install', '-y', '--no-install-recommends', '--print-uris', ...packages]
  const needed = [...run('apt-get', ask, cwd).matchAll(/^'\S+' (\S+?)_\S+ \d+/gm)]
  return [...new Set([...packages, ...needed.map(([, name = '']) => name)])]
}

/**
 * The folder in which they lie as below `/`. Throws where they cannot be had: another system, no
 * network.
 */
export function unpacked(packages: readonly string[]): string {
  const key = createHash('sha256').update(packages.join(' ')).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `vigil-debian-${key}`)
  if (existsSync(folder)) return folder
  const fresh = mkdtempSync(`${folder}-`)
  const root = join(fresh, 'root')
  mkdirSync(root)
  try {
    run('apt-get', ['download', '-qq', ...missing(packages, fresh)], fresh)
  } catch {
    run('apt-get', ['update', '-qq'], fresh) // the lists were old, or there were none
    run('apt-get', ['download', '-qq', ...missing(packages, fresh)], fresh)
  }
  for (const file of readdirSync(fresh).filter((name) => name.endsWith('.deb')))
    run('dpkg-deb', ['-x', file, root], fresh)
  chmodSync(root, 0o755)
  renameSync(root, folder)
  rmSync(fresh, { recursive: true })
  return folder
}
