/**
 * What the states of an incident are called, once, for refusals, timeline and screens. (glossary:
 * 突发事件应对法; GB/T 29639)
 */
import { text, type Text } from '../../text.ts'
import type { StepState } from '../../board/types.ts'
import type { IncidentState, Outcome, Priority } from './state.ts'

export const STATE_NAMES: Readonly<Record<IncidentState, Text>> = {
  reported: text('已接报', 'Reported'),
  verifying: text('核实中', 'Verifying'),
  assessing: text('研判中', 'Assessing'),
  prealert: text('预警', 'Pre-alert'),
  responding: text('响应中', 'Responding'),
  contained: text('已控制', 'Contained'),
  lifted: text('已解除', 'Lifted'),
  recovering: text('善后中', 'Recovering'),
  closed: text('已结案', 'Closed'),
  archived: text('已归档', 'Archived'),
  falseReport: text('误报', 'False report'),
  transferred: text('已移送', 'Transferred'),
  merged: text('已合并', 'Merged'),
}

export const OUTCOME_NAMES: Readonly<Record<Outcome | 'accepted', Text>> = {
  accepted: text('已签收', 'Accepted'),
  done: text('已完成', 'Done'),
  'already-done': text('此前已完成', 'Already done'),
  'not-applicable': text('不适用', 'Not applicable'),
  skipped: text('跳过', 'Skipped'),
}

/** States of a step; the last four are also its outcomes. */
export const STEP_STATE_NAMES: Readonly<Record<StepState, Text>> = {
  hidden: text('条件不成立', 'Not called for'),
  waiting: text('等待中', 'Waiting'),
  open: text('待办', 'Open'),
  accepted: text('已签收', 'Accepted'),
  done: text('已完成', 'Done'),
  'already-done': text('此前已完成', 'Already done'),
  'not-applicable': text('不适用', 'Not applicable'),
  skipped: text('已跳过', 'Skipped'),
}

/** Response levels by number, 1 the highest; used where a level set has no word of its own. */
export const LEVEL_NAMES: Readonly<Record<1 | 2 | 3 | 4, Text>> = {
  1: text('一级', 'Level 1'),
  2: text('二级', 'Level 2'),
  3: text('三级', 'Level 3'),
  4: text('四级', 'Level 4'),
}
export const UNGRADED: Text = text('未定', 'Ungraded')

/** Why an alert sounds. */
export const PRIORITY_NAMES: Readonly<Record<Priority, Text>> = {
  1: text('生命安全', 'Life safety'),
  2: text('预案时限', 'Plan limit'),
  3: text('记录缺失', 'Record missing'),
}
