/**
 * Runs the specs that take too long for `npm test`, on a fresh build: those with a browser or a
 * desktop beside those with a station only, because each waits more than it works.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { LONG } from '../../scripts/lib/long-specs.mjs'

const root = resolve(import.meta.dirname, '../..')

async function run(projects: readonly string[]): Promise<number> {
  const chosen = projects.flatMap((name) => ['--project', name])
  const child = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...LONG],
    { cwd: root, stdio: 'inherit', env: { ...process.env, VIGIL_LONG: '1' } },
  )
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

const built = spawnSync(process.execPath, ['scripts/launch.mjs', 'build'], {
  cwd: root,
  stdio: 'inherit',
})
const codes =
  built.status === 0 ? await Promise.all([run(['main']), run(['e2e', 'electron'])]) : [1]
process.exitCode = Math.max(...codes)
