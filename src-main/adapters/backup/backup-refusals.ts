/** Words why a backup is not made or not taken back. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { fileErrorReason } from '../file-errors.ts'

/** Ends the making or taking back of a backup; what was begun is removed. */
export class BackupRefused extends Error {
  readonly refusal: Refusal
  /** Of a record that is not whole: the first event that cannot be trusted; 0: none of them. */
  readonly firstBad: number | null

  constructor(refusal: Refusal, firstBad: number | null = null) {
    super(refusal.message.en)
    this.refusal = refusal
    this.firstBad = firstBad
  }
}

export const noSuchFolder = (folder: string): BackupRefused =>
  new BackupRefused(
    refuse(
      'backup-not-written',
      localized(
        `没有${folder}这个文件夹，或它不是文件夹；U盘或网络盘可能没有接上`,
        `The folder ${folder} does not exist: check that the USB stick or network drive is connected`,
      ),
    ),
  )

export const insideData = (folder: string): BackupRefused =>
  new BackupRefused(
    refuse(
      'backup-inside-data',
      localized(
        `${folder}在数据目录里面，会和它一起丢失。请选另一块盘上的文件夹`,
        `${folder} is inside the data folder and would be lost with it: choose a folder on another disk`,
      ),
    ),
  )

/** Null for what is no failure of the file system, but a fault of ours. */
export function notWritten(folder: string, error: unknown): BackupRefused | null {
  const reason = fileErrorReason(error)
  return (
    reason &&
    new BackupRefused(
      refuse(
        'backup-not-written',
        localized(
          `不能写到${folder}：${reason.zh}`,
          `${folder} cannot be written to: ${reason.en}`,
        ),
      ),
    )
  )
}

export const recordNotWhole = (firstBad: number, why: string): BackupRefused =>
  new BackupRefused(
    refuse(
      'record-damaged',
      firstBad > 0
        ? localized(
            `记录自第${firstBad}条起不可信（${why}），没有备份。请保留数据目录原样，从较早的备份恢复`,
            `The record cannot be trusted from entry ${firstBad} on (${why}); no backup was made. Leave the data folder as it is and restore an earlier backup`,
          )
        : localized(
            `记录文件已损坏（${why}），没有备份。请保留数据目录原样，从较早的备份恢复`,
            `The record's file is damaged (${why}); no backup was made. Leave the data folder as it is and restore an earlier backup`,
          ),
    ),
    firstBad,
  )

export const logNotSettled = (): BackupRefused =>
  new BackupRefused(
    refuse(
      'log-damaged',
      localized(
        '上次没有正常停机，留下的写入日志有损坏。请先启动一次值守站，让它处理好，再备份',
        'The station was not stopped cleanly and left a damaged write log: start it once so that it repairs this, then make the backup',
      ),
    ),
  )

export const backupFailed = (): Refusal =>
  refuse(
    'backup-failed',
    localized(
      '备份没有做成；详情已写入技术日志',
      'No backup was made; the technical log has the details',
    ),
  )
