/**
 * The desktop program as `npm start` runs it: Electron with the app of this root, on the same data
 * folder that the browser's station would have. The launcher runs under Node, the program under the
 * Node inside Electron: they share a folder and one line of text, nothing else.
 */
import { spawn } from 'node:child_process'
import { logFile, logOf } from './logfile.mjs'
import { isFinal } from './supervise.mjs'

/** @typedef {import('./supervise.mjs').Last} Last */

const AGAIN = 75 // it asks to be started again (src-main/hosts/electron/program-exit.ts)
// as the program's own: both write into the one file
const LOG = { bytes: 10 * 1024 * 1024, files: 5 }
const SHOWN_WITHIN = 15_000 // ms

/**
 * ELECTRON_RUN_AS_NODE would make it a plain Node; terminals inside other Electron programs set it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function windowEnv(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => name !== 'ELECTRON_RUN_AS_NODE' && name !== 'VIGIL_KEPT',
    ),
  )
}

/**
 * A program that was never ready and does not ask for another start will not be ready the next time
 * either.
 * @param {number | null} code
 * @param {boolean} ran
 */
const isLast = (code, ran) => isFinal(code, ran) || (!ran && code !== AGAIN)

/**
 * Whether Electron cannot run here at all (a library or the sandbox is missing), so that the
 * browser has to do.
 * @param {Last} last
 */
export const cannotRun = ({ asked, ran, code }) => !asked && !ran && !isFinal(code, false)

/**
 * What `supervise` needs to keep it running. Without a port of the user's own that of the settings
 * holds, and after a crash the one it had.
 * @param {string} path of Electron
 * @param {string} root
 * @param {string} data
 * @param {{ port: number, ownPort: boolean, site?: string | undefined, zone?: string | undefined }}
 *   options
 */
export const windowProgram = (path, root, data, { port, ownPort, site, zone }) => ({
  program: path,
  cwd: root,
  port,
  env: { ...windowEnv(process.env), VIGIL_KEPT: '1' },
  deaf: true,
  isLast,
  /** @param {number} onPort */
  command: (onPort) => [
    root,
    '--data',
    data,
    ...(site ? ['--site', site] : []),
    ...(zone ? ['--zone', zone] : []),
    ...(ownPort || onPort !== port ? ['--port', String(onPort)] : []),
  ],
  log: { ...logFile(logOf(data), LOG), write: () => undefined }, // it writes its own
})

/**
 * Brings up the window of the program that runs on this folder: a second start does just that, and
 * ends.
 * @param {string} path
 * @param {string} root
 * @param {string} data
 * @returns {Promise<boolean>}
 */
export function showWindow(path, root, data) {
  return new Promise((resolve) => {
    const child = spawn(path, [root, '--data', data], {
      cwd: root,
      env: windowEnv(process.env),
      stdio: 'ignore',
    })
    const late = setTimeout(() => child.kill(), SHOWN_WITHIN)
    child.once('error', () => (clearTimeout(late), resolve(false)))
    child.once('exit', (code) => (clearTimeout(late), resolve(code === 0)))
  })
}
