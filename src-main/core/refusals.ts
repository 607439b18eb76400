/** The refusals of the station itself; those of the rules stand with the rules. */
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'

export const badInput = (where: string, what: { zh: string; en: string }): Refusal =>
  refuse('bad-input', localized(`输入有误：${where}${what.zh}`, `Bad input: ${where} ${what.en}`))
export const unknownName = (name: string): Refusal =>
  refuse('unknown-name', localized(`没有这种请求：${name}`, `There is no such request: ${name}`))
export const forbidden = (): Refusal =>
  refuse(
    'forbidden',
    localized('这个屏幕或程序无权这样做', 'This screen or program may not do that'),
  )
export const idNeeded = (): Refusal =>
  refuse(
    'bad-input',
    localized('每条指令须带编号 id（UUID）', 'Every command needs an id (a UUID)'),
  )
export const idReused = (): Refusal =>
  refuse(
    'id-reused',
    localized(
      '这个编号已用于另一条指令，请换新编号',
      'This id was used for another command: use a new one',
    ),
  )
export const storageFailed = (): Refusal =>
  refuse(
    'storage-failed',
    localized(
      '存盘失败，不能确认已记录。告警照常；请腾出磁盘空间或换盘，先用纸笔记录，恢复后先看处置过程，没有的再补记',
      'Saving failed: this may not have been recorded. Alarms still work. Free disk space or replace the disk, keep notes on paper, and check the timeline before you enter them',
    ),
  )
export const conflict = (): Refusal =>
  refuse(
    'conflict',
    localized(
      '记录刚有变动，请看清后再做一次',
      'The record has just changed: look again, then repeat',
    ),
  )
export const stopping = (): Refusal =>
  refuse(
    'stopping',
    localized('值守站正在关闭，这次操作没有记录', 'The station is stopping: this was not recorded'),
  )
export const internal = (): Refusal =>
  refuse(
    'internal',
    localized(
      '程序出错，这次操作没有记录；请用纸笔记下并告诉管理员，详情已写入技术日志',
      'Something went wrong in the program: nothing was recorded. The technical log has the details',
    ),
  )
