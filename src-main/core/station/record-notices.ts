/** Words the notices on the desk about a record of which something is missing. */
import { localTime } from '#shared/domain/calendar.ts'
import { missingBetween } from '#shared/domain/station/head.ts'
import type { Shortened } from '#shared/domain/station/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

/** `zone`: in which the instants are told. */
export function recordShortened(
  { witnessed, left, lastAt }: Omit<Shortened, 'at'>,
  zone: string,
): LocalizedText {
  const missing = missingBetween(witnessed, left)
  const since =
    lastAt === null
      ? localized('', '')
      : localized(`${localTime(lastAt, zone)}之后的`, ` after ${localTime(lastAt, zone)}`)
  const loss =
    missing === null
      ? localized(
          `记录缺失：上次写到第${witnessed.position}条，现在那里是别的内容，至少缺1条。`,
          `The record lacks entries: it once went to entry ${witnessed.position}, and something else stands there now; at least one entry is missing.`,
        )
      : localized(
          `记录缺失${missing}条：${since.zh}记录不见了（上次写到第${witnessed.position}条，现在只到第${left.position}条）。`,
          `${missing} ${missing === 1 ? 'entry is' : 'entries are'} missing from the record: what was recorded${since.en} is gone (it once went to entry ${witnessed.position}, now to ${left.position}).`,
        )
  return localized(
    `${loss.zh}值守照常。请立即报告管理员，从备份恢复；缺失期间的情况请凭值班笔记核对、补记。`,
    `${loss.en} The station runs on. Call the administrator at once to have it restored from a backup; check what happened meanwhile by your notes and enter it again.`,
  )
}
