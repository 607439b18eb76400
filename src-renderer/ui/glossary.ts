/**
 * The one glossary of the faces: the only source of words for states, stages, steps, levels and
 * priorities. It draws nothing.
 */
import { text } from '#shared/domain/text.ts'
import type { Text } from '#shared/domain/text.ts'
import { LEVEL_NAMES, STATE_NAMES, UNGRADED } from '#shared/domain/incident/record/names.ts'
import type { DayKind, Stage } from '#shared/domain/plan/plan.ts'

/** What an incident is doing, in the words of the rules themselves. */
export const STATES = STATE_NAMES
export const LEVELS = LEVEL_NAMES
export {
  PRIORITY_NAMES as PRIORITIES,
  STEP_STATE_NAMES as STEP_STATES,
  UNGRADED,
} from '#shared/domain/incident/record/names.ts'

/** Scales and kinds, in the words of the rules themselves. */
export {
  CASUALTY_NAMES as CASUALTIES,
  EVIDENCE_KIND_NAMES as EVIDENCE_KINDS,
  LIST_OUTCOME_NAMES as LIST_OUTCOMES,
  OPERATING_NAMES as OPERATING,
  SEVERITY_NAMES as SEVERITIES,
  WARNING_NAMES as WARNINGS,
} from '#shared/domain/incident/record/scales.ts'

/** The seven stages. */
export const STAGES: Readonly<Record<Stage, Text>> = {
  report: text('报告', 'Report'),
  verify: text('核实', 'Verify'),
  respond: text('响应', 'Respond'),
  'on-site': text('现场', 'On site'),
  inform: text('通报', 'Inform'),
  recover: text('善后', 'Recover'),
  review: text('复盘', 'Review'),
}

/** The same for a narrow column head. */
export const STAGE_HEADS: Readonly<Record<Stage, Text>> = {
  ...STAGES,
  respond: text('响应', 'Resp.'),
  'on-site': text('现场', 'Site'),
  recover: text('善后', 'Recov.'),
}

export const URGENCIES: Readonly<Record<'immediate' | 'prompt', Text>> = {
  immediate: text('立即', 'At once'),
  prompt: text('尽快', 'Promptly'),
}

export const DAYS: Readonly<Record<DayKind, Text>> = {
  workday: text('工作日', 'Workday'),
  holiday: text('节假日', 'Holiday'),
}

export const LATE: Text = text('超时', 'Late')
export const NO_LIMIT: Text = text('无时限', 'No limit')
/** There is a limit, but what it counts from has not happened. */
export const NOT_STARTED: Text = text('尚未起算', 'Not started')
export const DRILL: Text = text('演练', 'EXERCISE')
export const UNPUBLISHED: Text = text('未公布', 'Not published')

const isLevel = (level: number | null): level is 1 | 2 | 3 | 4 =>
  level === 1 || level === 2 || level === 3 || level === 4

/** The word beside a level badge: the level set's own, else 一级…四级; 未定 while nothing is graded. */
export function levelWord(level: number | null, own: Text | null): Text {
  if (level === null) return UNGRADED
  if (own) return own
  return isLevel(level) ? LEVELS[level] : text(`${level}级`, `Level ${level}`)
}
