/** What a paper says that is drawn from the record after a purge. */
import { localized, type LocalizedText } from '../text.ts'

export type PurgedOnPaper = { values: number; files: number }

/** Null: nothing of it was purged. */
export function purgedLine({ values, files }: PurgedOnPaper): LocalizedText | null {
  if (values + files === 0) return null
  const [zh, en] =
    files === 0
      ? [`${values}处`, `${values} purged values`]
      : [`${values}处、附件${files}个`, `${values} purged values and attached files: ${files}`]
  return localized(`与原件相同，仅${zh}已按规定清除`, `The same but for ${en}`)
}
