/**
 * Takes back the right of other accounts to write in a data folder: whoever may, can delete the
 * record in it. What they may read stays as it is, since every file in it is its owner's alone.
 */
import { chmodSync, statSync } from 'node:fs'

const WRITE_OF_OTHERS = 0o022

/** `tightened`: they could, and no longer can; `open`: they can. */
export type Openness = 'closed' | 'tightened' | 'open'

const mayOthersWrite = (dir: string): boolean => (statSync(dir).mode & WRITE_OF_OTHERS) !== 0

/** Of a folder that is not ours nothing is changed. Windows has no such bits. */
export function tightenFolder(dir: string): Openness {
  if (process.platform === 'win32' || !mayOthersWrite(dir)) return 'closed'
  try {
    const { mode, uid } = statSync(dir)
    if (uid === process.getuid?.()) chmodSync(dir, mode & 0o7777 & ~WRITE_OF_OTHERS)
  } catch {
    return 'open' // a medium that knows no modes
  }
  return mayOthersWrite(dir) ? 'open' : 'tightened'
}
