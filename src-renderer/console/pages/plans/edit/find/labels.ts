/**
 * What the form calls the field that a path names, as a key of the editor's words; null where it
 * has no name of its own.
 */
import type { KeyOf } from '#renderer/i18n/index.ts'
import type { EditorWords } from '#renderer/i18n/editor.zh.ts'
import type { Node } from '../draft/place.ts'

type Key = KeyOf<EditorWords>

const PLAN: Readonly<Record<string, Key>> = {
  title: 'plan.title',
  short: 'plan.short',
  document: 'plan.document',
  types: 'plan.types',
  triggers: 'plan.triggers',
  level: 'plan.level',
  commander: 'plan.commander',
  siteKinds: 'plan.siteKinds',
  completeness: 'plan.completeness',
  openPoints: 'plan.openPoints',
  steps: 'step.kind',
}
const START: Readonly<Record<string, Key>> = {
  extends: 'start.extends',
  replaces: 'start.replaces',
  activation: 'start.activation',
  start: 'start.rules',
}
const FACT: Readonly<Record<string, Key>> = {
  question: 'fact.question',
  kind: 'fact.kind',
  options: 'fact.options',
  unit: 'fact.unit',
  decidedBy: 'fact.decidedBy',
  criterion: 'fact.criterion',
  clause: 'clause',
}
const STEP: Readonly<Record<string, Key>> = {
  title: 'step.title',
  short: 'step.short',
  id: 'step.id',
  stage: 'step.stage',
  role: 'step.role',
  helpers: 'step.helpers',
  urgency: 'step.urgency',
  when: 'when.title',
  after: 'step.after',
  due: 'due.title',
  late: 'late.title',
  repeat: 'repeat.title',
  calls: 'calls.title',
  say: 'say.title',
  announce: 'announce.title',
  materials: 'materials.title',
  evidence: 'evidence.title',
  list: 'list.title',
  starts: 'starts.title',
  clause: 'clause',
  clauses: 'step.clauses',
  confirms: 'step.confirms',
  lifeSafety: 'step.lifeSafety',
  prohibits: 'step.prohibits',
  required: 'step.required',
}
const OF: Readonly<Record<Node['kind'], Readonly<Record<string, Key>>>> = {
  plan: PLAN,
  start: START,
  fact: FACT,
  step: STEP,
}

/** @param field path within its part: `due.within`. */
export const labelOf = (node: Node, field: string): Key | null =>
  OF[node.kind][field.split('.')[0] ?? ''] ?? null
