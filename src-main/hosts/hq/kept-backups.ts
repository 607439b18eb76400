/**
 * The nightly backups of HQ in one folder: each in a folder of its own that is named by its time,
 * under another name until it is whole; the newest few stay.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MANIFEST } from '#main/adapters/postgres/copy-tables.ts'
import { syncFolder } from '#main/adapters/safe-write.ts'

const NAME = /^hq-\d{8}T\d{6}Z$/
/** Of one that was not finished: a run that is killed leaves it, and the next takes it away. */
const UNFINISHED = /^\.partial-hq-\d{8}T\d{6}Z$/

/** `at`: UTC ms. Names are in order of time. */
const nameAt = (at: number): string =>
  `hq-${new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`

/** The whole ones that are older than the newest `keep`; one without its manifest is none. */
const superseded = (folder: string, keep: number): string[] =>
  readdirSync(folder)
    .filter((name) => NAME.test(name) && existsSync(join(folder, name, MANIFEST)))
    .sort()
    .slice(0, -keep)

/**
 * `write` fills a new folder; only then, older ones go. `at`: UTC ms. Gives the folder and what
 * `write` gave.
 */
export async function keepBackup<T>(
  folder: string,
  { keep, at }: { keep: number; at: number },
  write: (into: string) => Promise<T>,
): Promise<{ folder: string; written: T; removed: string[] }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder).filter((name) => UNFINISHED.test(name)))
    rmSync(join(folder, name), { recursive: true })
  const name = nameAt(at)
  const [unfinished, whole] = [join(folder, `.partial-${name}`), join(folder, name)]
  const written = await write(unfinished)
  renameSync(unfinished, whole)
  syncFolder(folder)
  const removed = superseded(folder, keep)
  for (const old of removed) rmSync(join(folder, old), { recursive: true })
  return { folder: whole, written, removed }
}
