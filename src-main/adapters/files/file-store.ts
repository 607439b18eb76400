/**
 * Keeps the files of incidents in `files` below the data folder, each under the SHA-256 of its
 * bytes. What is not attached yet waits in `files/incoming`; while it comes, its name ends in
 * `.part`, and it counts as nothing.
 */
import { createHash, randomBytes, type Hash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import {
  copyFile,
  mkdir,
  open,
  rename,
  rm,
  stat,
  statfs,
  utimes,
  type FileHandle,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock, FileStore, Log } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import {
  fileBroken,
  fileEmpty,
  fileFormat,
  fileNotSaved,
  filesFull,
  fileTooLarge,
  noRoom,
} from '#shared/domain/incident/record/file-refusals.ts'
import { MOST_FILE_BYTES, type StoredFile } from '#shared/domain/incident/record/files.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { isOutOfSpace } from '../file-errors.ts'
import { syncFolderBeside } from '../safe-write.ts'
import { formatOf } from './file-format.ts'
import { fileSum } from './file-sum.ts'

/** Below the data folder; also of a backup. */
export const FILE_FOLDER = 'files'
const PART = '.part'
/** So much of the disk is left to the record. */
const LEFT_TO_RECORD = 200 * 1024 * 1024

export const IS_ID = /^[0-9a-f]{64}$/

/** What the sender did, or the disk: only the latter is a fault of the station. */
class Broken extends Error {}

async function* arriving(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content
  } catch (error) {
    throw new Broken('the sender broke off', { cause: error })
  }
}

async function pour(
  content: AsyncIterable<Uint8Array>,
  target: FileHandle,
  { room, digest }: { room: number; digest: Hash },
): Promise<{ ok: true; bytes: number } | Refusal> {
  let bytes = 0
  for await (const piece of arriving(content)) {
    bytes += piece.length
    if (bytes > MOST_FILE_BYTES) return fileTooLarge()
    if (bytes > room) return filesFull()
    digest.update(piece)
    await target.writeFile(piece) // goes on until every byte is written
  }
  return bytes === 0 ? fileEmpty() : { ok: true, bytes }
}

/** A copy, on disk when it resolves. */
async function copyDurable(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * `others`: data folders whose files are read, too: that of the record for which an emergency one
 * stands in.
 */
export function openFileStore(
  dir: string,
  { clock, log, others = [] }: { clock: Pick<Clock, 'wall'>; log: Log; others?: readonly string[] },
): FileStore {
  const folder = join(dir, FILE_FOLDER)
  const incoming = join(folder, 'incoming')

  /** What a kill has left, at the start alone, and what nobody has attached within a day. */
  function sweep(isStart: boolean): void {
    let names: readonly string[]
    try {
      names = readdirSync(incoming)
    } catch {
      return // nothing has come yet
    }
    for (const name of names) {
      const path = join(incoming, name)
      const isPart = name.endsWith(PART)
      const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
      if (isPart ? isStart : clock.wall() - since > DAY_MS) rmSync(path, { force: true })
    }
  }
  try {
    sweep(true)
  } catch (error) {
    log.error('files-not-swept', error) // a folder that nothing can be written to
  }

  const partNamed = (): string => join(incoming, `${randomBytes(8).toString('hex')}${PART}`)

  const isThere = (path: string): Promise<boolean> =>
    stat(path).then(
      (entry) => entry.isFile(),
      () => false,
    )

  async function pathOf(fileId: string): Promise<string | null> {
    if (!IS_ID.test(fileId)) return null
    const paths = [
      join(folder, fileId),
      join(incoming, fileId),
      ...others.map((other) => join(other, FILE_FOLDER, fileId)),
    ]
    for (const path of paths) if (await isThere(path)) return path
    return null
  }

  async function look(fileId: string): ReturnType<FileStore['look']> {
    const path = await pathOf(fileId)
    if (path === null) return null
    const handle = await open(path)
    try {
      const { size: bytes } = await handle.stat()
      const { taken: format } = await formatOf(handle, bytes)
      return format && { id: fileId, bytes, format, path }
    } finally {
      await handle.close()
    }
  }

  /** On disk, under its name, once it is known to be whole and of a format that is taken. */
  async function receive(
    part: string,
    content: AsyncIterable<Uint8Array>,
    room: number,
  ): Promise<{ ok: true; file: StoredFile } | Refusal> {
    const digest = createHash('sha256')
    const target = await open(part, 'wx+', 0o600)
    let received: { ok: true; file: StoredFile } | Refusal
    try {
      const poured = await pour(content, target, { room, digest })
      if (!poured.ok) return poured
      const { bytes } = poured
      const { taken: format, runs } = await formatOf(target, bytes)
      if (format === null) return fileFormat(runs)
      await target.sync()
      if ((await target.stat()).size !== bytes) return fileNotSaved()
      received = { ok: true, file: { id: digest.digest('hex'), bytes, format } }
    } finally {
      await target.close()
    }
    const { id } = received.file
    if (await isThere(join(folder, id))) return received
    const now = clock.wall() / 1000
    await utimes(part, now, now)
    await rename(part, join(incoming, id))
    await syncFolderBeside(incoming)
    return received
  }

  /** Into `waiting`, whole, out of another record's folder; false: it is not whole there. */
  async function bring(from: string, waiting: string, fileId: string): Promise<boolean> {
    const part = partNamed()
    try {
      await copyDurable(from, part)
      if ((await fileSum(part)) !== fileId) return false
      await rename(part, waiting)
      return true
    } finally {
      await rm(part, { force: true })
    }
  }

  function refusalOf(error: unknown): Refusal {
    if (error instanceof Broken) return fileBroken()
    log.error('file-not-taken', error)
    return isOutOfSpace(error) ? noRoom() : fileNotSaved()
  }

  return {
    async take(content, room) {
      const part = partNamed()
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        sweep(false)
        const { bavail, bsize } = await statfs(incoming)
        if (bavail * bsize < LEFT_TO_RECORD + MOST_FILE_BYTES) return noRoom()
        return await receive(part, content, room)
      } catch (error) {
        return refusalOf(error)
      } finally {
        await rm(part, { force: true }).catch(() => undefined)
      }
    },
    async keep(fileId) {
      const there = await look(fileId)
      if (!there) return null
      const { path, ...file } = there
      const place = join(folder, fileId)
      if (path === place) return file
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      const waiting = join(incoming, fileId)
      if (path !== waiting && !(await bring(path, waiting, fileId))) return null
      await rename(waiting, place)
      await syncFolderBeside(folder)
      await syncFolderBeside(incoming)
      return file
    },
    look,
    // once a day, and some ten microseconds a file: shorter than waiting for each of them
    cameBetween(from, until) {
      if (!existsSync(folder)) return []
      return readdirSync(folder).filter((name) => {
        if (!IS_ID.test(name)) return false
        const came = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0
        return came > from && came <= until
      })
    },
    async discard(fileId) {
      await rm(join(folder, fileId), { force: true })
      await syncFolderBeside(folder)
    },
  }
}
