/**
 * Names the states of an incident and of its steps, for refusals, timeline and screens (terms of
 * 突发事件应对法 and GB/T 29639).
 */
import { localized, type LocalizedText } from '../../text.ts'
import type {
  AlertKind,
  CallOutcome,
  IncidentState,
  Outcome,
  Priority,
  StepState,
} from './state.ts'

export const STATE_NAMES: Readonly<Record<IncidentState, LocalizedText>> = {
  reported: localized('已接报', 'Reported'),
  verifying: localized('核实中', 'Verifying'),
  assessing: localized('研判中', 'Assessing'),
  prealert: localized('预警', 'Pre-alert'),
  responding: localized('响应中', 'Responding'),
  contained: localized('已控制', 'Contained'),
  lifted: localized('已解除', 'Lifted'),
  recovering: localized('善后中', 'Recovering'),
  closed: localized('已结案', 'Closed'),
  archived: localized('已归档', 'Archived'),
  falseReport: localized('误报', 'False report'),
  transferred: localized('已移送', 'Transferred'),
  merged: localized('已合并', 'Merged'),
}

export const ALERT_KIND_NAMES: Readonly<Record<AlertKind, LocalizedText>> = {
  late: localized('超时', 'late'),
  'not-recorded': localized('未记录', 'not recorded'),
  report: localized('迟报', 'report late'),
  nudge: localized('没人办', 'reminder'),
  untouched: localized('没有动静', 'no action'),
  unattended: localized('接报没人处理', 'report not taken up'),
}

export const CALL_OUTCOME_NAMES: Readonly<Record<CallOutcome, LocalizedText>> = {
  started: localized('拨打中', 'calling'),
  answered: localized('已接通', 'answered'),
  'no-answer': localized('无人接', 'no answer'),
  busy: localized('占线', 'busy'),
  ended: localized('已挂断', 'ended'),
}

export const OUTCOME_NAMES: Readonly<Record<Outcome | 'accepted', LocalizedText>> = {
  accepted: localized('已签收', 'Accepted'),
  done: localized('已完成', 'Done'),
  'already-done': localized('此前已完成', 'Already done'),
  'not-applicable': localized('不适用', 'Not applicable'),
  skipped: localized('跳过', 'Skipped'),
}

/** States of a step; the last four are also its outcomes. */
export const STEP_STATE_NAMES: Readonly<Record<StepState, LocalizedText>> = {
  hidden: localized('条件不成立', 'Does not apply'),
  waiting: localized('等待中', 'Waiting'),
  open: localized('待办', 'Open'),
  accepted: localized('已签收', 'Accepted'),
  done: localized('已完成', 'Done'),
  'already-done': localized('此前已完成', 'Already done'),
  'not-applicable': localized('不适用', 'Not applicable'),
  skipped: localized('已跳过', 'Skipped'),
}

/** Response levels by number, 1 the highest; used where a level set has no word of its own. */
export const LEVEL_NAMES: Readonly<Record<1 | 2 | 3 | 4, LocalizedText>> = {
  1: localized('一级', 'Level I'),
  2: localized('二级', 'Level II'),
  3: localized('三级', 'Level III'),
  4: localized('四级', 'Level IV'),
}
export const UNGRADED: LocalizedText = localized('未定', 'No level')

const LIFE_SAFETY = localized('生命安全', 'Life safety')
/** What alerts of a priority have in common, where they are counted together. */
export const PRIORITY_NAMES: Readonly<Record<Priority, LocalizedText>> = {
  1: LIFE_SAFETY,
  2: localized('预案时限、接报没人处理', 'Plan limits, reports not taken up'),
  3: localized('漏记、催办', 'Not recorded, reminders'),
}
const REASONS: typeof PRIORITY_NAMES = {
  1: LIFE_SAFETY,
  2: localized('预案时限', 'Plan limit'),
  3: localized('前一步未记录', 'Not recorded'),
}
const ATTENTION_NAME = localized('催办', 'Reminder')

/** Why this one sounds: attention is no limit of a plan, and nothing is missing in the record. */
export const alertReason = ({
  kind,
  priority,
}: {
  kind: AlertKind | 'fault'
  priority: Priority
}): LocalizedText =>
  priority > 1 && (kind === 'nudge' || kind === 'untouched' || kind === 'unattended')
    ? ATTENTION_NAME
    : REASONS[priority]
