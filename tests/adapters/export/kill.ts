/** Kills a program in the middle of an export, and reports the remains. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type How = 'xlsx' | 'csv' | 'straight'
const OLDER = 'older'

/**
 * Runs to the end if `share` is above one. Gives what bears the final name afterwards; an older
 * file bore it before.
 */
async function leftAt(share: number, how: How): Promise<Buffer> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-kill-'))
  const file = join(dir, 'a')
  writeFileSync(file, OLDER)
  try {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'kill.child.ts'), file, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.on('data', (piece: Buffer) => {
      if (Number(piece.toString().trim().split('\n').at(-1)) >= share) child.kill('SIGKILL')
    })
    await once(child, 'close')
    return existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * How many of the kills, at these shares of the work, left neither the older file nor a whole one.
 */
export async function harmedBy(shares: readonly number[], how: How): Promise<number> {
  const whole = await leftAt(2, how)
  let harmed = 0
  for (const share of shares) {
    const remains = await leftAt(share, how)
    if (remains.toString() !== OLDER && !remains.equals(whole)) harmed += 1
  }
  return harmed
}
