/**
 * Findings by place: what a field shows, how many a part has, and what a person calls the place of
 * each.
 */
import type { PlanFinding } from '#shared/contract/plans.ts'
import type { Shape } from '#shared/contract/plan-shape.ts'
import { nodeOf, partAt, pathOf, type Node } from '../draft/draft-path.ts'
import type { EditedPlan, Words } from '../draft/draft-types.ts'

export const under = (path: string, place: string, deep: boolean): boolean =>
  path === place || (deep && (place === '' || path.startsWith(`${place}.`)))

const SHAPE = new Set(['missing', 'bad-value', 'no-short'])
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && 'zh' in value && value.zh === '')

/**
 * Whether a finding is of something that nobody has written yet: it is still to be written, and no
 * fault of anybody.
 */
export const isUnwritten = (draft: object, { code, path }: PlanFinding, file?: Shape): boolean =>
  SHAPE.has(code) && (code !== 'bad-value' || isEmpty(partAt(draft, path, file).value))

/** One name for a part, whether it is shown or counted. */
export const keyOf = (node: Node): string => ('at' in node ? `${node.kind} ${node.at}` : node.kind)

export type Counts = { errors: number; warnings: number }

/** How many findings each part of the draft has; what is not written yet is none. */
export function countsByNode(
  draft: EditedPlan,
  findings: readonly PlanFinding[],
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const finding of findings) {
    if (isUnwritten(draft, finding)) continue
    const { path, severity } = finding
    const key = keyOf(nodeOf(draft, path))
    const before = counts.get(key) ?? { errors: 0, warnings: 0 }
    counts.set(
      key,
      severity === 'error'
        ? { ...before, errors: before.errors + 1 }
        : { ...before, warnings: before.warnings + 1 },
    )
  }
  return counts
}

/** What a part is called, null where the form has a fixed name for it. */
export function nameOf(draft: EditedPlan, node: Node): Words | null {
  if (node.kind === 'step') return draft.steps[node.at]?.title ?? null
  return node.kind === 'fact' ? (Object.values(draft.facts)[node.at]?.question ?? null) : null
}

/** The path within its part: `due.within` of `steps.hl-06.due.within`. */
export function fieldOf(draft: EditedPlan, path: string): string {
  const node = nodeOf(draft, path)
  const place = pathOf(draft, node)
  return path.startsWith(`${place}.`) ? path.slice(place.length + 1) : place === '' ? path : ''
}

/** Errors first, each in the order of the plan. */
export const inOrder = (findings: readonly PlanFinding[]): readonly PlanFinding[] => [
  ...findings.filter(({ severity }) => severity === 'error'),
  ...findings.filter(({ severity }) => severity !== 'error'),
]
