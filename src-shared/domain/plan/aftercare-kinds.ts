/**
 * Names what is seen to after an incident, for people (善后事项) and in writing, as a step of a plan
 * may ask for it.
 */
import { localized, type LocalizedText } from '../text.ts'

/** An entry of these names whom it concerns, whose it is, and its due day. */
export const AFTERCARE_KINDS = [
  'comfort',
  'apology',
  'compensation',
  'accountability',
  'legal',
] as const
export type AftercareKind = (typeof AFTERCARE_KINDS)[number]

/** What a step may ask for (`aftercare` of plan files): an entry, or something in writing. */
export const AFTERCARE_STEPS = [...AFTERCARE_KINDS, 'inquiry', 'review', 'evaluation'] as const
export type AftercareStep = (typeof AFTERCARE_STEPS)[number]

export const AFTERCARE_NAMES: Readonly<Record<AftercareStep, LocalizedText>> = {
  comfort: localized('慰问', 'Visit and comfort'),
  apology: localized('致歉', 'Apology'),
  compensation: localized('赔偿', 'Compensation'),
  accountability: localized('追责', 'Accountability'),
  legal: localized('法律诉求', 'Legal wish'),
  inquiry: localized('调查', 'Inquiry'),
  review: localized('复盘', 'Review'),
  evaluation: localized('预案评估', 'Evaluation of the plan'),
}

export const isAftercareKind = (step: AftercareStep | null | undefined): step is AftercareKind =>
  AFTERCARE_KINDS.some((kind) => kind === step)
