/**
 * Starts the first program that takes an address, detached, so that closing Vigil's window and
 * stopping the station stay two things.
 */
import { spawn } from 'node:child_process'

// ms: a browser that cannot start says so at once; one that runs on has taken the address
const SOON = 2000

/** @param {[string, ...string[]]} command @returns {Promise<boolean>} */
function works([file, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { detached: true, stdio: 'ignore' })
    const settled = setTimeout(() => resolve(true), SOON)
    child.once('error', () => (clearTimeout(settled), resolve(false)))
    // an open browser is handed the address and the new process leaves with 0
    child.once('exit', (code) => (clearTimeout(settled), resolve(code === 0)))
    child.unref()
  })
}

/** Whether one of them worked. @param {[string, ...string[]][]} commands */
export async function firstWorking(commands) {
  for (const command of commands) if (await works(command)) return true
  return false
}
