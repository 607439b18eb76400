/**
 * Keeps one station running: starts it, keeps its log, and starts it again by itself whenever it
 * ends without having been asked to. It never gives up, and says nothing to a person itself.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { errorIn } from './logfile.mjs'

/**
 * @typedef {{ url: string, consoleUrl?: string, wallUrl: string }} Ready the one line that says
 *   where the station is; with a window of its own it has no link for the console
 */
/**
 * @typedef {{ code: number | null, signal: string | null, error: string }} Run how a station ended;
 *   `error` is what it told of just before, or empty
 */
/**
 * @typedef {Run & { asked: boolean, ran: boolean }} Last how the last one ended, whether it was
 *   asked to, and whether any was ever ready
 */

const WAITS = [1, 2, 5, 10] // s before the first, second … start again
const STEADY = 60_000 // ms: a station that ran so long begins again with the shortest wait
const ONE_WISH = 1000 // ms: one Ctrl+C may arrive twice, from the terminal and from npm
const JUST_BEFORE = 5000 // ms: an error that old is not why it ended
const WINDOWS = process.platform === 'win32'
const PORT_TAKEN = 69
export const FOLDER_TAKEN = 73

/**
 * Whether another start would only end the same: it was asked to stop, it was used wrongly, its
 * record cannot be opened, its folder is taken. A port that was its own a moment ago is worth
 * waiting for: open pages know no other.
 * @param {number | null} code null: ended by a signal
 * @param {boolean} hasRun
 */
export function isFinal(code, hasRun) {
  if (code === PORT_TAKEN) return !hasRun
  return code === 0 || code === FOLDER_TAKEN || (code !== null && code >= 64 && code < PORT_TAKEN)
}

/** @param {string} line @returns {Ready | null} */
function readReady(line) {
  try {
    const ready = JSON.parse(line)
    return typeof ready?.url === 'string' ? ready : null
  } catch {
    return null
  }
}

/**
 * `command` gives the arguments for a station on a port; a later start gets the port that the first
 * one got. `program` runs it (Node if left out), in `env`; `deaf`: it hears nothing of what is
 * typed in the terminal. `isLast` judges how one ended. `onReady` is told each time, and whether it
 * is not the first; `onCrash` how it ended, whether any was ever ready, and in how many seconds it
 * starts again.
 * @param {{ program?: string, command: (port: number) => string[], cwd: string, env?:
 *   NodeJS.ProcessEnv, deaf?: boolean, port: number, log: import('./logfile.mjs').LogFile, isLast?:
 *   typeof isFinal, onReady: (ready: Ready, again: boolean) => void, onCrash: (run: Run & { ran:
 *   boolean }, wait: number) => void }} how
 */
export function supervise({
  program = process.execPath,
  command,
  cwd,
  env = process.env,
  deaf = false,
  port,
  log,
  isLast = isFinal,
  onReady,
  onCrash,
}) {
  const stopping = new AbortController()
  /** @type {import('node:child_process').ChildProcess} */
  let station
  let hasRun = false
  let lastAskedAt = -Infinity

  /** @param {Ready} ready */
  function tell(ready) {
    port = Number(new URL(ready.url).port)
    if (hasRun) log.note('info', 'station-started-again', { url: ready.url })
    onReady(ready, hasRun)
    hasRun = true
  }

  /** @returns {Promise<Run>} */
  const once = () =>
    new Promise((resolve) => {
      let ready = false
      let error = { text: '', at: 0 }
      // a group of its own: Ctrl+C and Ctrl+Z reach us alone, and we ask the station once and
      // kindly. Windows would open a window for it.
      const child = spawn(program, command(port), {
        cwd,
        env,
        detached: !WINDOWS,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      createInterface({ input: child.stderr }).on('line', (line) => {
        log.write(line)
        const text = errorIn(line)
        if (text) error = { text, at: performance.now() }
      })
      createInterface({ input: child.stdout }).on('line', (line) => {
        const links = ready ? null : readReady(line)
        if (!links) return log.write(line)
        ready = true
        tell(links)
      })
      child.once(
        'error',
        ({ message }) =>
          child.pid === undefined && resolve({ code: null, signal: null, error: message }),
      )
      child.once('close', (code, signal) =>
        resolve({
          code,
          signal,
          error: performance.now() - error.at < JUST_BEFORE ? error.text : '',
        }),
      )
      station = child
    })

  /**
   * Asks the station to stop, and for the second time tells it to. `heard`: on Windows the terminal
   * has told it already.
   * @param {boolean} [heard]
   */
  function stop(heard = false) {
    const now = performance.now()
    if (now - lastAskedAt < ONE_WISH) return
    const first = !stopping.signal.aborted
    lastAskedAt = now
    stopping.abort()
    if (!(first && heard && WINDOWS && !deaf)) station.kill('SIGTERM')
  }

  /** @returns {Promise<Last>} */
  async function keep() {
    for (let crashes = 0; ; crashes++) {
      const began = performance.now()
      const run = await once()
      if (stopping.signal.aborted || isLast(run.code, hasRun))
        return { ...run, asked: stopping.signal.aborted, ran: hasRun }
      if (performance.now() - began > STEADY) crashes = 0
      const wait = WAITS[Math.min(crashes, WAITS.length - 1)] ?? 10
      log.note('error', 'station-ended', {
        code: run.code,
        signal: run.signal,
        error: { message: run.error },
        startsAgainIn: wait,
      })
      onCrash({ ...run, ran: hasRun }, wait)
      await pause(wait * 1000, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return { ...run, asked: true, ran: hasRun }
    }
  }

  return { ended: keep(), stop }
}
