/** Writes one small file so that a power cut or a full disk leaves the old one or the new one, whole. Not for growing data. */
import { closeSync, fstatSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Replaces `file` by `text` (UTF-8, mode 0600) through `<file>.tmp` in the same folder: written, synced, renamed, folder synced.
 * Throws what the file system says; then `file` is as it was.
 */
export function safeWrite(file: string, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  const temporary = `${file}.tmp`
  const target = openSync(temporary, 'w', 0o600)
  try {
    writeFileSync(target, bytes) // goes on until every byte is taken; a single write may take fewer and say nothing
    if (fstatSync(target).size !== bytes.length) throw Object.assign(new Error(`short write: ${temporary}`), { code: 'ESHORT' })
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

/** Makes a new or renamed entry of `folder` survive a power cut. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
