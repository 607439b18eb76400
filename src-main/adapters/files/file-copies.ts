/**
 * Copies the files of incidents into a backup, and those of an emergency record into the record
 * that takes it in. A file never changes: where an earlier backup at the same place has it whole,
 * it is linked, and takes no room.
 */
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyDurable, sumOf } from '../backup/copied-files.ts'
import { FILE_FOLDER, IS_ID } from './file-store.ts'

/** Paths of the files that are attached, as `files/<id>`; what waits is none of them. */
export function attachedFiles(dir: string): readonly string[] {
  try {
    return readdirSync(join(dir, FILE_FOLDER))
      .filter((name) => IS_ID.test(name))
      .sort()
      .map((name) => `${FILE_FOLDER}/${name}`)
  } catch {
    return [] // nothing was ever attached
  }
}

const isWhole = (folder: string, path: string): boolean =>
  sumOf(folder, path).sha256 === path.slice(FILE_FOLDER.length + 1)

/** Not every file system has links, and some only a limited number of them. */
function linked(from: string, to: string, path: string): boolean {
  if (!existsSync(join(from, path))) return false
  try {
    linkSync(join(from, path), join(to, path))
  } catch {
    return false
  }
  if (isWhole(to, path)) return true
  rmSync(join(to, path))
  return false
}

/**
 * All that are attached in `data`, into `to`; on disk when it returns. `before`: an earlier backup
 * beside it, or null. One that is damaged in `data` is copied as it is, where no earlier backup has
 * it whole: a backup is never refused for it.
 */
export function copyFiles(data: string, to: string, before: string | null): readonly string[] {
  const paths = attachedFiles(data)
  if (paths.length > 0) mkdirSync(join(to, FILE_FOLDER), { recursive: true, mode: 0o700 })
  for (const path of paths)
    if (before === null || !linked(before, to, path)) copyDurable(data, to, path)
  return paths
}

/**
 * Copies into `dir` what only `from` has whole, and answers how many that were. Throws what the
 * file system says.
 */
export function adoptFiles(from: string, dir: string): number {
  const missing = attachedFiles(from).filter(
    (path) => !(existsSync(join(dir, path)) && isWhole(dir, path)) && isWhole(from, path),
  )
  for (const path of missing) copyDurable(from, dir, path)
  return missing.length
}
