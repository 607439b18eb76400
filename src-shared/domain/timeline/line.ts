/** Defines a line of the record in words, and makes one. */
import type { Sealed } from '../sealed.ts'
import type { Plan } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'

/** `words` are personal: of anyone who reported, noted, or is named. */
export type Line = { says: LocalizedText; words: Sealed | null; stepId: string | null }

export const line = (
  says: LocalizedText,
  stepId: string | null = null,
  words: Sealed | null = null,
): Line => ({ says, words, stepId })

export const because = (text: LocalizedText, reason: string | null): LocalizedText =>
  reason ? localized(`${text.zh}，原因：${reason}`, `${text.en}, because: ${reason}`) : text

/** `title` names a step of any plan that runs, `plan` a plan by revision. */
export type Names = {
  title: (stepId: string) => LocalizedText
  plan: (revision: string) => Plan | null
  role: (roleId: string) => LocalizedText
}
