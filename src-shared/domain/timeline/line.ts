/** What a line of the record is made of. It says nothing by itself. */
import type { Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

/** `words` are personal: of whoever reported, noted, or is named. */
export type Line = { says: LocalizedText; words: Sealed | null; stepId: string | null }

export const line = (
  says: LocalizedText,
  stepId: string | null = null,
  words: Sealed | null = null,
): Line => ({ says, words, stepId })

/** A span in whole minutes; in seconds below one. */
export const minutes = (ms: number): LocalizedText => {
  const seconds = Math.round(ms / 1000)
  return seconds < 60
    ? localized(`${seconds}秒`, `${seconds} s`)
    : localized(`${Math.floor(seconds / 60)}分`, `${Math.floor(seconds / 60)} min`)
}

export const because = (says: LocalizedText, reason: string | null): LocalizedText =>
  reason ? localized(`${says.zh}，原因：${reason}`, `${says.en}, because: ${reason}`) : says
