/** Makes a new data folder of a backup while a station runs on another one. */
import { lstatSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve, sep } from 'node:path'
import type { BackupRestored, RestoreOrder } from '#main/core/ports.ts'
import { folderNotWhole } from '#shared/domain/backup/decide.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { fileErrorReason } from '../file-errors.ts'
import { readReadOnly } from '../journal/sqlite-closed.ts'
import { makeFolder } from '../make-folder.ts'
import { RECORD_FILE } from './manifest.ts'
import { restoreBackup } from './restore-backup.ts'
import { backupAt } from './stored-backups.ts'

const notEmpty = (to: string): Refusal =>
  refuse(
    'folder-not-empty',
    localized(
      `${to}不是空文件夹，没有恢复。请另选一个还没有的文件夹`,
      `${to} is not an empty folder; nothing was restored. Choose one that does not exist yet`,
    ),
  )
const insideOther = (to: string): Refusal =>
  refuse(
    'backup-inside-data',
    localized(
      `${to}在现在的数据目录或备份文件夹里面，请选别处`,
      `${to} is inside the present data folder or the backup folder: choose another one`,
    ),
  )
const gone = (name: string): Refusal =>
  refuse(
    'unknown-backup',
    localized(
      `没有备份${name}，可能已被清理`,
      `There is no backup ${name}: it may have been thinned out`,
    ),
  )
const damaged = (name: string, firstBad: number): Refusal =>
  refuse(
    'backup-damaged',
    firstBad > 0
      ? localized(
          `备份${name}自第${firstBad}条起不可信，没有恢复。请换一个较早的备份`,
          `Backup ${name} cannot be trusted from entry ${firstBad} on; nothing was restored. Choose an earlier one`,
        )
      : localized(
          `备份${name}已损坏，没有恢复。请换一个较早的备份`,
          `Backup ${name} is damaged; nothing was restored. Choose an earlier one`,
        ),
  )

const isFree = (to: string): boolean => {
  const stat = lstatSync(to, { throwIfNoEntry: false })
  return !stat || (stat.isDirectory() && readdirSync(to).length === 0)
}

const lies = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(`${folder}${sep}`)

/** The instant (UTC ms) of an event of a record. */
const instantIn = (record: string, position: number): number =>
  readReadOnly(record, (db) =>
    Number(db.prepare('SELECT at FROM event WHERE seq = ?').get(position)?.['at'] ?? 0),
  )

/**
 * Verified before it gets its name. Throws what is no failure of the file system. `data`: of the
 * station that runs.
 */
export async function restoreInto({
  data,
  folder,
  name,
  to,
  at,
}: RestoreOrder & { data: string }): Promise<BackupRestored | Refusal> {
  if (!isAbsolute(to)) return folderNotWhole() // of another kind of machine
  try {
    const backup = backupAt(join(folder, name))
    if (!backup || backup.manifest === 'newer') return gone(name)
    if (!isFree(to)) return notEmpty(to)
    makeFolder(dirname(to))
    const target = join(realpathSync(dirname(to)), resolve(to).slice(resolve(dirname(to)).length))
    if (lies(target, realpathSync(data)) || lies(target, realpathSync(folder)))
      return insideOther(to)
    const { manifest } = backup
    const restored = await restoreBackup({ ...backup, manifest }, to, at, [data])
    if (!restored.ok) return damaged(name, restored.firstBad)
    const { position, hash } = restored
    const record = join(to, RECORD_FILE)
    return { ok: true, folder: to, head: { position, hash, at: instantIn(record, position) } }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return notEmpty(to)
    const reason = fileErrorReason(error)
    if (!reason) throw error
    return refuse(
      'not-restored',
      localized(`没有恢复到${to}：${reason.zh}`, `Nothing was restored into ${to}: ${reason.en}`),
    )
  }
}
