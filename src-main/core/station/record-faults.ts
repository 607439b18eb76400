/** Words the faults of the record: entries are missing, it is damaged, or it cannot be checked. */
import { localTime } from '#shared/domain/calendar.ts'
import type { FaultWords } from '#shared/domain/station/faults.ts'
import { missingBetween } from '#shared/domain/station/head.ts'
import type { RecordShortened } from '#shared/domain/station/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

const quiet = (cause: LocalizedText, action: LocalizedText): FaultWords => ({
  priority: 2,
  tone: null,
  cause,
  action,
})

/** `zone`: in which the instants are told. */
export function recordShortened(
  { witnessed, left, lastAt }: Omit<RecordShortened, 'type'>,
  zone: string,
): FaultWords {
  const missing = missingBetween(witnessed, left)
  const since =
    lastAt === null
      ? localized('', '')
      : localized(`${localTime(lastAt, zone)}之后的`, ` after ${localTime(lastAt, zone)}`)
  const loss =
    missing === null
      ? localized(
          `记录缺失：上次写到第${witnessed.position}条，现在这一条的内容不同，至少缺1条。`,
          `Entries are missing from the record: it once ran to entry ${witnessed.position}, and that entry is now a different one; at least one entry is missing.`,
        )
      : localized(
          `记录缺失${missing}条：${since.zh}记录不见了（上次写到第${witnessed.position}条，现在只到第${left.position}条）。`,
          `${missing} ${missing === 1 ? 'entry is' : 'entries are'} missing from the record: what was recorded${since.en} is lost (it once ran to entry ${witnessed.position}, now to ${left.position}).`,
        )
  return quiet(
    loss,
    localized(
      '值守照常。请立即报告管理员，从备份恢复；缺失期间的情况请凭值班笔记核对、补记。',
      'The station is still running. Call the administrator at once to have the record restored from a backup; check what happened since against your notes and enter it again.',
    ),
  )
}

/** `words`: where the damage lies. */
export const recordDamaged = (words: LocalizedText): FaultWords =>
  quiet(
    localized(
      `核对全部记录时发现损坏：${words.zh}。`,
      `A check of the whole record found damage: ${words.en}.`,
    ),
    localized(
      '值守照常。请保留数据目录原样，联系管理员从备份恢复。',
      'The station is still running. Leave the data folder as it is and have the administrator restore it from a backup.',
    ),
  )

export const RECORD_NOT_CHECKED = quiet(
  localized(
    '记录无法核对，磁盘可能有故障。',
    'The record cannot be checked: the disk may be failing.',
  ),
  localized(
    '值守照常。请告知管理员检查磁盘，并把记录备份到另一块盘。',
    'The station is still running. Ask the administrator to check the disk and to back the record up to another one.',
  ),
)
