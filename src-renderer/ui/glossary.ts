/** The one glossary of the faces: the only source of words for states, stages, steps, levels and priorities. It draws nothing. */
import { text } from '#shared/domain/text.ts'
import type { Text } from '#shared/domain/text.ts'
import { STATE_NAMES } from '#shared/domain/incident/names.ts'
import type { StepState } from '#shared/domain/board/types.ts'
import type { Priority } from '#shared/domain/incident/state.ts'
import type { DayKind, Stage } from '#shared/domain/plan/plan.ts'

/** What an incident is doing, in the words of the rules themselves. */
export const STATES = STATE_NAMES

/** Scales and kinds, in the words of the rules themselves. */
export {
  CASUALTY_NAMES as CASUALTIES, EVIDENCE_KIND_NAMES as EVIDENCE_KINDS, LIST_OUTCOME_NAMES as LIST_OUTCOMES, OPERATING_NAMES as OPERATING,
  SEVERITY_NAMES as SEVERITIES, WARNING_NAMES as WARNINGS
} from '#shared/domain/incident/scales.ts'

/** The seven stages. */
export const STAGES: Readonly<Record<Stage, Text>> = {
  report: text('报告', 'Report'),
  verify: text('核实', 'Verify'),
  respond: text('响应', 'Respond'),
  'on-site': text('现场', 'On site'),
  inform: text('通报', 'Inform'),
  recover: text('善后', 'Recover'),
  review: text('复盘', 'Review')
}

/** The same for a narrow column head. */
export const STAGE_HEADS: Readonly<Record<Stage, Text>> = {
  ...STAGES,
  respond: text('响应', 'Resp.'),
  'on-site': text('现场', 'Site'),
  recover: text('善后', 'Recov.')
}

/** States of a step; the last four are also its outcomes. */
export const STEP_STATES: Readonly<Record<StepState, Text>> = {
  hidden: text('条件不成立', 'Not called for'),
  waiting: text('等待中', 'Waiting'),
  open: text('待办', 'Open'),
  accepted: text('已签收', 'Accepted'),
  done: text('已完成', 'Done'),
  'already-done': text('此前已完成', 'Already done'),
  'not-applicable': text('不适用', 'Not applicable'),
  skipped: text('已跳过', 'Skipped')
}

/** Response levels by number, 1 the highest; used where a level set has no word of its own. */
export const LEVELS: Readonly<Record<1 | 2 | 3 | 4, Text>> = {
  1: text('一级', 'Level 1'),
  2: text('二级', 'Level 2'),
  3: text('三级', 'Level 3'),
  4: text('四级', 'Level 4')
}
export const UNGRADED: Text = text('未定', 'Ungraded')

/** Why an alert sounds. */
export const PRIORITIES: Readonly<Record<Priority, Text>> = {
  1: text('生命安全', 'Life safety'),
  2: text('预案时限', 'Plan limit'),
  3: text('记录缺失', 'Record missing')
}

export const URGENCIES: Readonly<Record<'immediate' | 'prompt', Text>> = {
  immediate: text('立即', 'At once'),
  prompt: text('尽快', 'Promptly')
}

export const DAYS: Readonly<Record<DayKind, Text>> = {
  workday: text('工作日', 'Workday'),
  holiday: text('节假日', 'Holiday')
}

export const LATE: Text = text('超时', 'Late')
export const NO_LIMIT: Text = text('无时限', 'No limit')
/** There is a limit, but what it counts from has not happened. */
export const NOT_STARTED: Text = text('尚未起算', 'Not started')
export const DRILL: Text = text('演练', 'EXERCISE')
export const UNPUBLISHED: Text = text('未公布', 'Not published')

const isLevel = (level: number | null): level is 1 | 2 | 3 | 4 => level === 1 || level === 2 || level === 3 || level === 4

/** The word beside a level badge: the level set's own, else 一级…四级; 未定 while nothing is graded. */
export function levelWord(level: number | null, own: Text | null): Text {
  if (level === null) return UNGRADED
  if (own) return own
  return isLevel(level) ? LEVELS[level] : text(`${level}级`, `Level ${level}`)
}
