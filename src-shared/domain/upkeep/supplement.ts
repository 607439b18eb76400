/**
 * The parts of a plan document that no plan file has, edited by the site: supplementary rules (附则:
 * S09-128, S02-25) and annexes (附件: S09-123…127), of which some are the site's own registers.
 */
import * as is from '../form.ts'
import { localized, type LocalizedText } from '../text.ts'

/** S02-25: who checks it, from when on it holds, who explains it, when it is reviewed. */
export const RULE_PARTS = ['supervision', 'effect', 'interpretation', 'cycle'] as const
export type RulePart = (typeof RULE_PARTS)[number]
export const RULE_NAMES: Readonly<Record<RulePart, LocalizedText>> = {
  supervision: localized('监督检查', 'Supervision'),
  effect: localized('施行日期', 'Effect'),
  interpretation: localized('解释', 'Interpretation'),
  cycle: localized('评审和修订周期', 'Review cycle'),
}

/** `words`: what it says stands in it; the others are a register, read where it is kept. */
export const ANNEX_KINDS = ['members', 'duty', 'contacts', 'supplies', 'places', 'words'] as const
export type AnnexKind = (typeof ANNEX_KINDS)[number]
/** Under its title; `words`: beside the register, or by themselves. */
export type Annex = { title: string; kind: AnnexKind; words: string }

/** What it says; `''` where a rule says nothing. */
export type SupplementText = {
  rules: Readonly<Record<RulePart, string>>
  annexes: readonly Annex[]
}
/** `number`: 1 for the first text of it. `at` in UTC ms. */
export type Supplement = SupplementText & { number: number; at: number; by: string }

/** What a document has until somebody writes it: the annexes that every source has. */
export const USUAL_ANNEXES: readonly { title: LocalizedText; kind: AnnexKind }[] = [
  { title: localized('成员名单及电话号码', 'Members and their numbers'), kind: 'members' },
  { title: localized('联络人和值班表', 'Contact persons and duty roster'), kind: 'duty' },
  { title: localized('外部联系通信录', 'Outside contacts'), kind: 'contacts' },
  { title: localized('常备物资', 'Supplies at hand'), kind: 'supplies' },
]

export const isSupplementText = {
  rules: is.fields<SupplementText['rules']>({
    supervision: is.words,
    effect: is.words,
    interpretation: is.words,
    cycle: is.words,
  }),
  annexes: is.list(
    is.fields<Annex>({ title: is.words, kind: is.oneOf(ANNEX_KINDS), words: is.words }),
  ),
}
export const isSupplement: is.Form = is.fields<Supplement>({
  ...isSupplementText,
  number: is.number,
  at: is.number,
  by: is.words,
})
