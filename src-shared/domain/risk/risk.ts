/**
 * A risk of the site as it was assessed (S05-03; 应急预案管理办法, 88号令 art. 10): what may happen, of
 * which kind, how grave, what is done about it, and which plan answers it. Kinds are those of
 * emergencies by law (突发事件应对法 art. 2); grades and colours those of graded control of risks
 * (安委办〔2016〕11号): red, orange, yellow, blue.
 */
import { isActionOwner, type ActionOwner } from '../corrective-action/action.ts'
import * as is from '../form.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'

export const RISK_KINDS = ['natural', 'accident', 'health', 'security'] as const
export type RiskKind = (typeof RISK_KINDS)[number]
export const RISK_KIND_NAMES: Readonly<Record<RiskKind, LocalizedText>> = {
  natural: localized('自然灾害', 'Natural disaster'),
  accident: localized('事故灾难', 'Accident'),
  health: localized('公共卫生事件', 'Public health'),
  security: localized('社会安全事件', 'Public security'),
}

/** The gravest first. */
export const RISK_GRADES = ['major', 'considerable', 'general', 'low'] as const
export type RiskGrade = (typeof RISK_GRADES)[number]
export const RISK_GRADE_NAMES: Readonly<Record<RiskGrade, LocalizedText>> = {
  major: localized('重大风险（红）', 'Major (red)'),
  considerable: localized('较大风险（橙）', 'Considerable (orange)'),
  general: localized('一般风险（黄）', 'General (yellow)'),
  low: localized('低风险（蓝）', 'Low (blue)'),
}

/** `assessedOn`: local day of the site. `planId`: the plan that answers it; null: none does. */
export type RiskFields = {
  what: Guarded
  place: Guarded | null
  kind: RiskKind
  grade: RiskGrade
  measures: Guarded
  planId: string | null
  owner: ActionOwner | null
  assessedOn: string
}
/** `earlier`: as which grade it was assessed before, the first in front. `at` in UTC ms. */
export type Risk = RiskFields & {
  id: string
  version: number
  at: number
  by: string
  earlier: readonly { grade: RiskGrade; assessedOn: string }[]
  withdrawn: { at: number; by: string; reason: Sealed } | null
}

export const isRisk: is.Form = is.fields<Risk>({
  id: is.words,
  version: is.number,
  what: is.guarded,
  place: is.orNull(is.guarded),
  kind: is.oneOf(RISK_KINDS),
  grade: is.oneOf(RISK_GRADES),
  measures: is.guarded,
  planId: is.orNull(is.words),
  owner: is.orNull(isActionOwner),
  assessedOn: is.words,
  at: is.number,
  by: is.words,
  earlier: is.list(is.fields({ grade: is.oneOf(RISK_GRADES), assessedOn: is.words })),
  withdrawn: is.orNull(is.fields({ at: is.number, by: is.words, reason: is.sealed })),
})

/** Those that stand, the gravest first, of one grade what was assessed longest ago. */
export const standingRisks = (risks: Iterable<Risk>): readonly Risk[] =>
  [...risks]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort(
      (a, b) =>
        RISK_GRADES.indexOf(a.grade) - RISK_GRADES.indexOf(b.grade) ||
        (a.assessedOn === b.assessedOn
          ? a.id < b.id
            ? -1
            : 1
          : a.assessedOn < b.assessedOn
            ? -1
            : 1),
    )
