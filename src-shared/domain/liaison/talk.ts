/**
 * A talk with an authority or a partner outside an incident (S02-22): a visit, a meeting, a call, a
 * letter, with whom, what it was about and what was agreed.
 */
import * as is from '../form.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

export const TALK_KINDS = ['visit', 'meeting', 'call', 'letter'] as const
export type TalkKind = (typeof TALK_KINDS)[number]
export const TALK_KIND_NAMES: Readonly<Record<TalkKind, LocalizedText>> = {
  visit: localized('走访', 'Visit'),
  meeting: localized('会议', 'Meeting'),
  call: localized('电话', 'Call'),
  letter: localized('函件', 'Letter'),
}

/**
 * `on`: local day of the site. `contactId`: of the contacts outside; `whom`: as it was called then.
 * `person`: who of the site.
 */
export type TalkFields = {
  on: string
  kind: TalkKind
  contactId: string | null
  whom: Guarded
  person: Sealed
  words: Sealed
  agreed: Sealed | null
}
/** `at` in UTC ms. */
export type Talk = TalkFields & {
  id: string
  version: number
  at: number
  by: string
  withdrawn: { at: number; by: string; reason: Sealed } | null
}

export const isTalk: is.Form = is.fields<Talk>({
  id: is.words,
  version: is.number,
  on: is.words,
  kind: is.oneOf(TALK_KINDS),
  contactId: is.orNull(is.words),
  whom: is.guarded,
  person: is.sealed,
  words: is.sealed,
  agreed: is.orNull(is.sealed),
  at: is.number,
  by: is.words,
  withdrawn: is.orNull(is.fields({ at: is.number, by: is.words, reason: is.sealed })),
})

/** Those that stand, the last one first. */
export const standingTalks = (talks: Iterable<Talk>): readonly Talk[] =>
  [...talks]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((a, b) => (a.on === b.on ? b.at - a.at : a.on < b.on ? 1 : -1))
