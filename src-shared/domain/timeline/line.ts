/** What a line of the record is made of. It says nothing by itself. */
import type { Sealed } from '../sealed.ts'
import { text, type Text } from '../text.ts'

/** `words` are personal: of whoever reported, noted, or is named. */
export type Line = { says: Text; words: Sealed | null; stepId: string | null }

export const line = (
  says: Text,
  stepId: string | null = null,
  words: Sealed | null = null,
): Line => ({ says, words, stepId })

/** A span in whole minutes; in seconds below one. */
export const minutes = (ms: number): Text => {
  const seconds = Math.round(ms / 1000)
  return seconds < 60
    ? text(`${seconds}秒`, `${seconds} s`)
    : text(`${Math.floor(seconds / 60)}分`, `${Math.floor(seconds / 60)} min`)
}

export const because = (says: Text, reason: string | null): Text =>
  reason ? text(`${says.zh}，原因：${reason}`, `${says.en}, because: ${reason}`) : says
