/**
 * Saves a finished content under a chosen name: beside it first, synced, then renamed, without
 * blocking the thread.
 */
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Refusal } from '#shared/domain/decision.ts'
import { notWritten } from './export-refusals.ts'
import { partFile, removeStaleParts } from './file-target.ts'

let saved = 0

/** Makes a renamed entry survive a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/**
 * Null when the file lies there whole; else a file of that name is as it was. Rejects only if
 * `pieces` does.
 */
export async function saveAs(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Refusal | null> {
  const temporary = partFile(file, --saved) // the threads that write count upwards
  try {
    removeStaleParts(file)
    const handle = await open(temporary, 'w', 0o600)
    try {
      for await (const piece of pieces) await handle.writeFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    await syncFolder(dirname(file))
    return null
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const refusal = notWritten(error)
    if (!refusal) throw error
    return refusal
  }
}
