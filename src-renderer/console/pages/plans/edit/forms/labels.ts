/** The name by which the form calls the field of a path, null where it has none of its own. */
import type { Node } from '../draft/draft-path.ts'
import { labelsOf, type EditorKey, type Section } from './form-rows.ts'
import { PLAN_SECTIONS, START_ROWS } from './plan-form-rows.ts'
import { QUESTION_SECTIONS } from './question-form-rows.ts'
import { STEP_SECTIONS } from './step-form-rows.ts'

const inSections = <Part>(sections: readonly Section<Part>[]) =>
  labelsOf(sections.flatMap(({ rows }) => rows))
const LABELS: Readonly<Record<Node['kind'], Readonly<Partial<Record<string, EditorKey>>>>> = {
  plan: { ...inSections(PLAN_SECTIONS), steps: 'step.kind' },
  start: labelsOf(START_ROWS),
  fact: inSections(QUESTION_SECTIONS),
  step: inSections(STEP_SECTIONS),
}

/** @param field path within its part: `due.within`. */
export const labelOf = (node: Node, field: string): EditorKey | null =>
  LABELS[node.kind][field.split('.')[0] ?? ''] ?? null
