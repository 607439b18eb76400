/**
 * Writes one small file so that a power cut or a full disk leaves the old one or the new one,
 * whole, and reads one. Not for growing data.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * Replaces `file` by `text` (UTF-8, mode 0600) through `<file>.tmp` (or a name like it) in the same
 * folder: written, synced, renamed, folder synced. Throws what the file system says; then `file` is
 * as it was.
 */
export function safeWrite(file: string, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  const temporary = temporaryFor(file)
  const target = openSync(temporary, 'w', 0o600)
  try {
    // goes on until every byte is taken; a single write may take fewer and say nothing
    writeFileSync(target, bytes)
    if (fstatSync(target).size !== bytes.length)
      throw Object.assign(new Error(`short write: ${temporary}`), { code: 'ESHORT' })
    fsyncSync(target)
  } catch (error) {
    closeSync(target)
    rmSync(temporary, { force: true })
    throw error
  }
  closeSync(target)
  renameSync(temporary, file)
  syncFolder(dirname(file))
}

/**
 * `<file>.tmp`, which takes the place of what a kill left there; another name where a folder, pipe
 * or socket bears that one: opening it would fail, or never end.
 */
function temporaryFor(file: string): string {
  const usual = `${file}.tmp`
  const there = statSync(usual, { throwIfNoEntry: false })
  return there && (there.isDirectory() || there.isFIFO() || there.isSocket())
    ? `${file}.${randomBytes(4).toString('hex')}.tmp`
    : usual
}

/**
 * What a file holds (UTF-8); null if there is none, it cannot be read, or it is no plain file. It
 * never waits for anybody.
 */
export function readSmallFile(file: string): string | null {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : null
  } catch {
    return null
  }
}

/**
 * Makes a new or renamed entry of `folder` survive a power cut. Windows has no such call and needs
 * none.
 */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
