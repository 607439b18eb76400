/**
 * `npm run hq -- …`: builds if needed and runs the program of headquarters, vigil-hq, with these
 * arguments. It keeps no program alive: that is the work of systemd or a container.
 */
import { spawn } from 'node:child_process'
import { onOrphaned } from './lib/parent.mjs'
import { ensureBuilt } from './lib/steps.mjs'

/** @param {string} root @param {string[]} args @returns {Promise<number>} */
export async function main(root, args) {
  if (!(await ensureBuilt(root))) return 1
  const child = spawn(process.execPath, ['out/main/hq.js', ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  // a terminal sends Ctrl+C to the child as well
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  onOrphaned(() => child.kill('SIGTERM'))
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}
