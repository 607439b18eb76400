/**
 * Finds the folder for Chromium's own files: in the data folder, apart from the record; where
 * nothing can be written there, in the system's folder for temporary files.
 */
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = 'vigil-browser-'

/** Whether it is a folder of this account, in which nobody else may write. */
function isOurs(folder: string): boolean {
  const status = lstatSync(folder, { throwIfNoEntry: false })
  if (!status?.isDirectory()) return false
  const account = process.geteuid?.()
  return account === undefined || (status.uid === account && (status.mode & 0o077) === 0)
}

/** The same at each start, so that a second program finds the first one by it. */
function temporaryProfile(dir: string): string {
  const digest = createHash('sha256').update(dir).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `${NAME}${digest}`)
  try {
    mkdirSync(folder, { mode: 0o700 })
    return folder
  } catch {
    return isOurs(folder) ? folder : mkdtempSync(join(tmpdir(), NAME))
  }
}

/** Makes it. Throws what the file system says. */
export function makeProfileFolder(dir: string, isWritable: boolean): string {
  if (!isWritable) return temporaryProfile(dir)
  const folder = join(dir, 'browser')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
