/** Runs the specs that take too long for `npm test`, on a fresh build. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { LONG } from '../../scripts/lib/long-specs.mjs'

const root = resolve(import.meta.dirname, '../..')
const run = (...args: string[]): number =>
  spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, VIGIL_LONG: '1' },
  }).status ?? 1

process.exitCode =
  run('scripts/launch.mjs', 'build') || run('node_modules/vitest/vitest.mjs', 'run', ...LONG)
