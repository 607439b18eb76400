/** The name by which the form calls the field of a path, null where it has none of its own. */
import type { Node } from '../draft/place.ts'
import { labelsOf, type EditorKey } from './form-rows.ts'
import { PLAN_ROWS, START_ROWS } from './plan-rows.ts'
import { QUESTION_ROWS } from './question-rows.ts'
import { STEP_SECTIONS } from './step-rows.ts'

const LABELS: Readonly<Record<Node['kind'], Readonly<Partial<Record<string, EditorKey>>>>> = {
  plan: { ...labelsOf(PLAN_ROWS), steps: 'step.kind' },
  start: labelsOf(START_ROWS),
  fact: labelsOf(QUESTION_ROWS),
  step: labelsOf(STEP_SECTIONS.flatMap(({ rows }) => rows)),
}

/** @param field path within its part: `due.within`. */
export const labelOf = (node: Node, field: string): EditorKey | null =>
  LABELS[node.kind][field.split('.')[0] ?? ''] ?? null
