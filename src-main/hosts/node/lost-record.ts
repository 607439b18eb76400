/**
 * Tells a folder whose record is gone from a new one, before anything makes a new record over a
 * lost one.
 */
import { readdirSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { dataFiles } from './install-paths.ts'

/** Bytes; 0 also for a file that is missing. */
export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/**
 * Whether the folder had a record once: it holds a file that is only ever made after one. Settings
 * are no sign of it, since somebody may put some into a new folder; nor are lock and logs.
 */
export function hadRecord(dir: string): boolean {
  const { journal, head, secret, localToken, stationFile } = dataFiles(dir)
  if ([head, secret, localToken, stationFile].some((file) => sizeOf(file) > 0)) return true
  // the copies that are made before a change of the schema
  const older = `${basename(journal)}.schema-`
  return (
    statSync(dir, { throwIfNoEntry: false })?.isDirectory() === true &&
    readdirSync(dir).some((name) => name.startsWith(older))
  )
}

/**
 * Whether the record's file is missing or empty where there was one. SQLite would throw away the
 * log of writes beside it and make a new record, and an empty board would look like calm.
 */
export function isLost(dir: string): boolean {
  const { journal } = dataFiles(dir)
  return sizeOf(journal) === 0 && (sizeOf(`${journal}-wal`) > 0 || hadRecord(dir))
}

export const recordLost = (dir: string): Stop =>
  new Stop(
    EXIT.record,
    'record-damaged',
    localized(
      `${dir}里原有的记录（journal.db）丢失或已清空。请停用此目录，从备份恢复；若要另立新记录，请先把整个目录移走`,
      `The record that ${dir} had is missing or empty (journal.db). Restore it from a backup; to start a new record, move the whole folder away first`,
    ),
  )

export const noRecord = (dir: string): Stop =>
  new Stop(EXIT.noInput, 'no-record', localized(`${dir}里没有记录`, `There is no record in ${dir}`))
