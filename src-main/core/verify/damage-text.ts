/** Words for the damage that a check of the record has found. */
import type { Verified } from '../ports.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export type Damage = Extract<Verified, { ok: false }>

export function damageText({ firstBad, why, where: detail = why }: Damage): LocalizedText {
  switch (why) {
    case 'record-missing':
      return localized('原有的记录丢失或已清空', 'The record that was here is missing or empty')
    case 'schema-changed':
      return localized(
        `事件完好，但记录的表或防改规则被改动（${detail}）`,
        `The entries are intact, but a table of the record or one of its safeguards was changed (${detail})`,
      )
    case 'projection-mismatch':
      return localized(
        `事件完好，但由其得出的内容与之不符（${detail}）`,
        `The entries are intact, but the data worked out from them do not agree (${detail})`,
      )
    case 'file-damaged':
      return localized(
        '事件完好，但记录文件的其他部分有损坏（file-damaged）',
        "The entries are intact, but the record's file is damaged elsewhere (file-damaged)",
      )
    case 'file-missing':
      return localized(
        `事件完好，但附件丢失（${detail}）。请从备份找回`,
        `The entries are intact, but an attached file is missing (${detail}): take it from a backup`,
      )
    case 'file-changed':
      return localized(
        `事件完好，但附件被改动或损坏（${detail}）。请从备份找回`,
        `The entries are intact, but an attached file was changed or damaged (${detail}): take it from a backup`,
      )
    default:
      return firstBad > 0
        ? localized(
            `记录自第${firstBad}条起不可信（${why}）`,
            `The record cannot be trusted from entry ${firstBad} on (${why})`,
          )
        : localized(
            `记录文件已损坏，无法读完（${why}）`,
            `The record's file is damaged and cannot be read to the end (${why})`,
          )
  }
}
