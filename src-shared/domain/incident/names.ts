/** What the states of an incident are called, once, for refusals, timeline and screens. (glossary: 突发事件应对法; GB/T 29639) */
import { text, type Text } from '../text.ts'
import type { IncidentState, Outcome } from './state.ts'

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
  merged: text('已合并', 'Merged')
}

export const OUTCOME_NAMES: Readonly<Record<Outcome | 'accepted', Text>> = {
  'accepted': text('已签收', 'Accepted'),
  'done': text('已完成', 'Done'),
  'already-done': text('此前已完成', 'Already done'),
  'not-applicable': text('不适用', 'Not applicable'),
  'skipped': text('跳过', 'Skipped')
}
