/** Defines a line of the record in words, and makes one. */
import type { OnBehalfOf } from '../incident/record/state.ts'
import type { Plan } from '../plan/plan.ts'
import { inSentence, type Guarded, type Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

/** `words` are personal: of anyone who reported, noted, or is named. */
export type Line = { says: LocalizedText; words: Sealed | null; stepId: string | null }

export const line = (
  says: LocalizedText,
  stepId: string | null = null,
  words: Sealed | null = null,
): Line => ({ says, words, stepId })

/** A reason that is sealed stands in the sentence as its seal. */
export function because(text: LocalizedText, reason: Guarded | null): LocalizedText {
  if (!reason) return text
  const why = inSentence(reason)
  return localized(`${text.zh}，原因：${why}`, `${text.en}, because: ${why}`)
}

/**
 * `title` names a step of any plan that runs, with the mark of a proposal if it is one; `marked`
 * sets that mark behind words about it. `plan`: a plan by revision, `type`: a type by its code;
 * `instant` (of UTC ms) is the site's clock.
 */
export type Names = {
  title: (stepId: string) => LocalizedText
  marked: (says: LocalizedText, stepId: string | null) => LocalizedText
  plan: (revision: string) => Plan | null
  role: (roleId: string) => LocalizedText
  type: (code: string) => LocalizedText
  instant: (at: number) => string
}

/** Who had it done or has it in hand, and by which channel that was heard if somebody told. */
export function forPerson(text: LocalizedText, behalf: OnBehalfOf | null): LocalizedText {
  if (!behalf) return text
  const heard = [behalf.person, behalf.channel].flatMap((part) => (part ? [inSentence(part)] : []))
  return localized(`${text.zh}（${heard.join('，')}）`, `${text.en} (${heard.join(', ')})`)
}
