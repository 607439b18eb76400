/**
 * The words of the faces for states, stages, steps, levels and priorities, each defined once.
 */
import { localized } from '#shared/domain/text.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { LEVEL_NAMES, STATE_NAMES, UNGRADED } from '#shared/domain/incident/record/names.ts'
import type { DayKind, Stage } from '#shared/domain/plan/plan.ts'

/** What an incident is doing, in the words of the rules themselves. */
export const STATES = STATE_NAMES
export const LEVELS = LEVEL_NAMES
export {
  ALERT_KIND_NAMES as ALERT_KINDS,
  alertReason,
  PRIORITY_NAMES as PRIORITIES,
  STEP_STATE_NAMES as STEP_STATES,
  UNGRADED,
} from '#shared/domain/incident/record/names.ts'

/** Scales and kinds, in the words of the rules themselves. */
export {
  PEOPLE_NAMES as PEOPLE,
  EVIDENCE_KIND_NAMES as EVIDENCE_KINDS,
  LIST_OUTCOME_NAMES as LIST_OUTCOMES,
  MEETING_EFFECT_NAMES as MEETING_EFFECTS,
  OPERATING_NAMES as OPERATING,
  SEVERITY_NAMES as SEVERITIES,
  WARNING_NAMES as WARNINGS,
} from '#shared/domain/incident/record/scales.ts'

/** The seven stages. */
export const STAGES: Readonly<Record<Stage, LocalizedText>> = {
  report: localized('报告', 'Report'),
  verify: localized('核实', 'Verify'),
  respond: localized('响应', 'Respond'),
  'on-site': localized('现场', 'On site'),
  inform: localized('通报', 'Inform'),
  recover: localized('善后', 'Recover'),
  review: localized('复盘', 'Review'),
}

/** The same for a narrow column head. */
export const STAGE_HEADS: Readonly<Record<Stage, LocalizedText>> = {
  ...STAGES,
  respond: localized('响应', 'Resp.'),
  'on-site': localized('现场', 'Site'),
  recover: localized('善后', 'Recov.'),
}

export const URGENCIES: Readonly<Record<'immediate' | 'prompt', LocalizedText>> = {
  immediate: localized('立即', 'At once'),
  prompt: localized('尽快', 'As soon as possible'),
}

export const DAYS: Readonly<Record<DayKind, LocalizedText>> = {
  workday: localized('工作日', 'Workday'),
  holiday: localized('假日', 'Holiday'),
}

export const LATE: LocalizedText = localized('超时', 'Late')
/** There is a limit, but what it counts from has not happened. */
export const NOT_STARTED: LocalizedText = localized('尚未计时', 'Not started')
export const DRILL: LocalizedText = localized('演练', 'EXERCISE')
/** No public wall knows of it. */
export const DISCREET: LocalizedText = localized('静默处置', 'DISCREET')
export const UNPUBLISHED: LocalizedText = localized('未公布', 'Not published')

const isLevel = (level: number | null): level is 1 | 2 | 3 | 4 =>
  level === 1 || level === 2 || level === 3 || level === 4

/** The word beside a level badge: the level set's `name`, else 一级…四级; 未定 without a level. */
export function levelWord(level: number | null, name: LocalizedText | null): LocalizedText {
  if (level === null) return UNGRADED
  if (name) return name
  return isLevel(level) ? LEVELS[level] : localized(`${level}级`, `Level ${level}`)
}
