/** Words what a screen has seen of the record and the record lacks. */
import { missingBetween, type SeenHead } from '#shared/domain/station/head.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { dateText, hourAndMinute, type Language } from './figure.ts'

/** `zone`: in which the instant is told. */
export function missingRecord(seen: SeenHead, zone: string): LocalizedText {
  const when = (lang: Language): string =>
    `${dateText(seen.at, zone, lang)} ${hourAndMinute(seen.at, zone)}`
  const left = seen.missed?.left ?? 0
  const count = missingBetween(seen, { position: left, hash: '' })
  return count === null
    ? localized(
        `本屏见过记录第${seen.position}条（${when('zh')}），现在这一条的内容不同，至少缺1条。`,
        `This screen saw entry ${seen.position} of the record (${when('en')}), but that entry is now a different one; at least one entry is missing.`,
      )
    : localized(
        `本屏见过记录第${seen.position}条（${when('zh')}），之后记录却只到第${left}条，缺${count}条。`,
        `This screen saw entry ${seen.position} of the record (${when('en')}), but the record then ended at ${left}: ${count} missing.`,
      )
}

export const MISSING_RECORD_ACTION = localized(
  '请立即报告管理员，从备份恢复；其间的情况请凭值班笔记核对、补记。',
  'Call the administrator at once to restore a backup; check what has happened since against your notes and enter it again.',
)
