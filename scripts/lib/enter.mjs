/**
 * The Enter key of a terminal. In the background of a terminal nothing is read: the system would
 * halt anyone who tries.
 */
import { spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'

/** `ps` marks what runs in the foreground of its terminal with a plus. */
function inForeground() {
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(process.pid)], {
    encoding: 'utf8',
  })
  return status !== 0 || stdout.includes('+')
}

/** Whether somebody can press Enter here. @param {{ isTTY?: boolean }} input */
export const hasEnter = (input) => Boolean(input.isTTY) && inForeground()

/**
 * Calls `act` for every line until the returned function is called.
 * @param {NodeJS.ReadableStream} input
 * @param {() => void} act
 */
export function onEnter(input, act) {
  // whole lines, so that Ctrl+C stays what the terminal makes of it
  const lines = createInterface({ input })
  const look = () => void (inForeground() ? input.resume() : input.pause())
  lines.on('line', act)
  lines.on('close', () => process.off('SIGCONT', look))
  // the terminal is gone: that does not end the station by itself
  input.on('error', () => undefined)
  process.on('SIGCONT', look) // after Ctrl+Z, in whichever place it goes on
  return () => lines.close()
}
