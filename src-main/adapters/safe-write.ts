/**
 * Reads and writes a small file so that a power cut or a full disk leaves the old content or the
 * new, whole.
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
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Replaces `file` by `text` (UTF-8, mode 0600) through `<file>.tmp` (or a name like it) in the same
 * folder: written, synced, renamed, folder synced. Throws the error of the file system; then `file`
 * is as it was.
 */
export function safeWrite(file: string, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  const temporary = temporaryFor(file)
  const target = openSync(temporary, 'w', 0o600)
  try {
    // goes on until every byte is written; a single write may take fewer without an error
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
 * As {@link safeWrite}, while other work goes on: the disk is waited for beside it. Of one file one
 * at a time. Rejects with the error of the file system; then `file` is as it was.
 */
export async function safeWriteBeside(file: string, text: string): Promise<void> {
  const bytes = Buffer.from(text, 'utf8')
  const temporary = temporaryFor(file)
  const target = await open(temporary, 'w', 0o600)
  try {
    await target.writeFile(bytes)
    if ((await target.stat()).size !== bytes.length)
      throw Object.assign(new Error(`short write: ${temporary}`), { code: 'ESHORT' })
    await target.sync()
  } catch (error) {
    await target.close()
    await rm(temporary, { force: true })
    throw error
  }
  await target.close()
  await rename(temporary, file)
  await syncFolderBeside(dirname(file))
}

/** As {@link syncFolder}, beside other work. */
export async function syncFolderBeside(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * `<file>.tmp`, over the remains of a killed process; another name if that is a folder, pipe or
 * socket, where opening would fail or never end.
 */
function temporaryFor(file: string): string {
  const plain = `${file}.tmp`
  const existing = statSync(plain, { throwIfNoEntry: false })
  return existing && (existing.isDirectory() || existing.isFIFO() || existing.isSocket())
    ? `${file}.${randomBytes(4).toString('hex')}.tmp`
    : plain
}

/** The content of a file (UTF-8); null if it is missing, unreadable, or no plain file. */
export function readSmallFile(file: string): string | null {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : null
  } catch {
    return null
  }
}

/** Makes a new or renamed entry of `folder` survive a power cut. Windows needs no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
