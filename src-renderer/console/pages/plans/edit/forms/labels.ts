/** The name by which the form calls the field of a path, null where it has none of its own. */
import type { Node } from '../draft/draft-path.ts'
import { labelsOf, type EditorKey } from './form-rows.ts'
import { PLAN_ROWS, START_ROWS } from './plan-form-rows.ts'
import { QUESTION_ROWS } from './question-form-rows.ts'
import { STEP_SECTIONS } from './step-form-rows.ts'

const LABELS: Readonly<Record<Node['kind'], Readonly<Partial<Record<string, EditorKey>>>>> = {
  plan: { ...labelsOf(PLAN_ROWS), steps: 'step.kind' },
  start: labelsOf(START_ROWS),
  fact: labelsOf(QUESTION_ROWS),
  step: labelsOf(STEP_SECTIONS.flatMap(({ rows }) => rows)),
}

/** @param field path within its part: `due.within`. */
export const labelOf = (node: Node, field: string): EditorKey | null =>
  LABELS[node.kind][field.split('.')[0] ?? ''] ?? null
