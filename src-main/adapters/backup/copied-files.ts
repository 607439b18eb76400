/** Copies files so that they survive a power cut, and sums them up. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '../safe-write.ts'
import type { Manifest } from './manifest.ts'

type FileSum = Manifest['files'][number]

const CHUNK = Buffer.alloc(1024 * 1024)

/** Bytes and SHA-256 of `folder`/`path`. Throws what the file system says. */
export function sumOf(folder: string, path: string): FileSum {
  const digest = createHash('sha256')
  const handle = openSync(join(folder, path), 'r')
  let bytes = 0
  try {
    for (let read = readSync(handle, CHUNK); read > 0; read = readSync(handle, CHUNK)) {
      digest.update(CHUNK.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(handle)
  }
  return { path, bytes, sha256: digest.digest('hex') }
}

/** On disk when it returns. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What sticks and network drives answer that have no such call. */
const NO_SUCH_CALL = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EBADF', 'ENOSYS'])

/** As `syncFolder`, wherever the file system can. */
export function syncFolderAnywhere(folder: string): void {
  try {
    syncFolder(folder)
  } catch (error) {
    if (!NO_SUCH_CALL.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** Copies `from`/`path` to `to`/`path`, on disk when it returns. */
export function copyDurable(from: string, to: string, path: string): void {
  const target = join(to, path)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  copyFileSync(join(from, path), target)
  syncFile(target)
  syncFolderAnywhere(dirname(target))
}

/** Paths of the plain files below `folder`/`path`, as `plans/a.yaml`; links are left out. */
export function filesBelow(folder: string, path: string): readonly string[] {
  const stat = lstatSync(join(folder, path), { throwIfNoEntry: false })
  if (stat?.isFile()) return [path]
  if (!stat?.isDirectory()) return []
  return readdirSync(join(folder, path))
    .sort()
    .flatMap((name) => filesBelow(folder, `${path}/${name}`))
}
