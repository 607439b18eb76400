/**
 * Checks that the files of which the record speaks are there and what they were. A station goes on
 * without them: they are no part of the chain, only what it names.
 */
import { join } from 'node:path'
import type { DamagedFile, HearEvent, Journal, Verified } from '#main/core/ports.ts'
import { filesNamed, type FileNaming } from '#shared/domain/named-files.ts'
import type { ValuesPurged } from '#shared/domain/purge/stream.ts'
import { fileSum } from './file-sum.ts'
import { FILE_FOLDER } from './file-store.ts'

/** A file that the event at `seq` speaks of, the first of them. */
export type NamedFile = FileNaming & { seq: number }

export type FileList = {
  hear: HearEvent
  files: () => readonly NamedFile[]
  /** Null: nothing was ever purged. */
  purged: () => { values: number; files: number } | null
}

/**
 * Collects the files that events speak of and that should be there: one that was purged is not,
 * unless it was attached again since.
 */
export function createFileList(): FileList {
  const named = new Map<string, NamedFile>()
  let purged: ReturnType<FileList['purged']> = null
  return {
    hear({ seq, type, body }) {
      for (const { id, carried } of filesNamed(type, () => JSON.parse(body))) {
        const before = named.get(id)
        if (!before || (before.carried && !carried)) named.set(id, { seq, id, carried })
      }
      if (type !== 'ValuesPurged') return
      const { values, files } = JSON.parse(body) as ValuesPurged
      for (const id of files) named.delete(id)
      const before = purged ?? { values: 0, files: 0 }
      purged = { values: before.values + values, files: before.files + files.length }
    },
    files: () => [...named.values()],
    purged: () => purged,
  }
}

/** The first, in the order of the record; null: all are whole. */
export async function firstDamaged(
  dir: string,
  files: readonly NamedFile[],
): Promise<DamagedFile | null> {
  for (const { seq, id, carried } of files) {
    const sum = await fileSum(join(dir, FILE_FOLDER, id))
    if (sum === id || (sum === null && carried)) continue
    const why = sum === null ? 'file-missing' : 'file-changed'
    return { seq, why, where: `${FILE_FOLDER}/${id}` }
  }
  return null
}

/**
 * What was verified of the record in `dir`, with its files. The events are whole: `firstBad` is 0.
 */
export async function verifiedWith(
  verified: Verified,
  list: Pick<FileList, 'files' | 'purged'>,
  dir: string,
): Promise<Verified> {
  if (!verified.ok) return verified
  const damaged = await firstDamaged(dir, list.files())
  if (damaged) return { ok: false, firstBad: 0, why: damaged.why, where: damaged.where }
  const purged = list.purged()
  return { ...verified, ...(purged && { purged }) }
}

/** The record of `dir` with its files: whoever verifies it verifies them. */
export const journalWithFiles = (journal: Journal, dir: string): Journal => ({
  ...journal,
  async verify(hear) {
    const list = createFileList()
    const verified = await journal.verify((event) => {
      list.hear(event)
      hear?.(event)
    })
    return verifiedWith(verified, list, dir)
  },
})
