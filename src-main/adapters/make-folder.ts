/** Makes folders: a place where none can be made is an error, and never a circle. */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the folder and what is missing above it (mode 0700). Not `mkdir` with `recursive`: where
 * the system lets nobody make anything and says that the parent is missing (/proc), that one never
 * ends. Throws what the file system says.
 */
export function makeFolder(dir: string): void {
  const existing = statSync(dir, { throwIfNoEntry: false })
  if (existing?.isDirectory()) return
  if (existing) throw Object.assign(new Error(`not a folder: ${dir}`), { code: 'ENOTDIR' })
  // a drive that is not there
  if (dirname(dir) === dir) throw Object.assign(new Error(`no folder: ${dir}`), { code: 'ENOENT' })
  makeFolder(dirname(dir))
  mkdirSync(dir, { mode: 0o700 })
}
