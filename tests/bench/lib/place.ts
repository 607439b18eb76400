/**
 * A folder for the time of a bench, on the real disk, and the parts of a station that do not matter
 * to it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export { SITE, library, log, startWholeStation } from '../../kit/whole-station.ts'

export const root = resolve(import.meta.dirname, '../../..')
export const PLANS = [
  'gas-hotline-failure',
  'gas-recharge-terminal-failure',
  'government-hall-fire',
]

/**
 * The folder goes when the process ends, however it ends: a bench leaves from the middle of its
 * work.
 */
export async function inNewFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'vigil-bench-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  return work(dir)
}
