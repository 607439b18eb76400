/**
 * The part of a draft that a finding names. A path is written with ids (`steps.hl-06.due`), and ids
 * may hold dots.
 */
import { PLAN_SHAPE, type Shape } from '#shared/contract/plan-shape.ts'
import { plainShape } from './meant-shape.ts'
import type { EditedPlan } from './draft-types.ts'

type Part = { value: unknown; shape: Shape | undefined }

/** The next part on the way, and what is left of the path. */
function next({ value, shape: of }: Part, path: string): { part: Part; rest: string } | null {
  const shape = plainShape(value, of)
  if (typeof value !== 'object' || value === null) return null
  const named = Object.entries(value)
    .map(([key, item]) => {
      const id =
        Array.isArray(value) && typeof (item as { id?: unknown } | null)?.id === 'string'
          ? (item as { id: string }).id
          : key
      return { key, id, part: item as unknown }
    })
    .filter(({ id }) => path === id || path.startsWith(`${id}.`))
    .toSorted((a, b) => b.id.length - a.id.length)[0]
  if (!named) return null
  const below =
    shape?.is === 'list' || shape?.is === 'map'
      ? shape.of
      : shape?.is === 'object'
        ? shape.keys[named.key]
        : undefined
  return { part: { value: named.part, shape: below }, rest: path.slice(named.id.length + 1) }
}

/** The part at this path, or the last one on the way that is there. */
export function partAt(draft: object, path: string, of: Shape = PLAN_SHAPE): Part {
  let part: Part = { value: draft, shape: of }
  for (let rest = path; rest !== '';) {
    const below = next(part, rest)
    if (!below) return part
    part = below.part
    rest = below.rest
  }
  return part
}

/** Takes keys that nobody knows out of the part at this path. True if there were any. */
export function dropUnknown(draft: object, path: string, file: Shape = PLAN_SHAPE): boolean {
  const { value, shape: of } = partAt(draft, path, file)
  const shape = plainShape(value, of)
  if (shape?.is !== 'object' || typeof value !== 'object' || value === null) return false
  const strange = Object.keys(value).filter((key) => !(key in shape.keys))
  for (const key of strange) Reflect.deleteProperty(value, key)
  return strange.length > 0
}

/** What of the plan a path lies in: a page of the form shows one of these. */
export type Node =
  { kind: 'plan' } | { kind: 'start' } | { kind: 'fact'; at: number } | { kind: 'step'; at: number }

const START = new Set(['extends', 'replaces', 'activation', 'start'])

/**
 * The longest id that a path begins with, as a place in a list; -1 if none. Paths of the schema may
 * hold an index instead.
 */
function placeIn(ids: readonly string[], rest: string): number {
  const matches = ids.flatMap((id, index) =>
    id !== '' && (rest === id || rest.startsWith(`${id}.`)) ? [{ id, at: index }] : [],
  )
  const longest = matches.toSorted((a, b) => b.id.length - a.id.length)[0]
  if (longest) return longest.at
  const index = /^\d+(?=\.|$)/.exec(rest)?.[0]
  return index !== undefined && Number(index) < ids.length ? Number(index) : -1
}

export function nodeOf(draft: EditedPlan, path: string): Node {
  const [head = ''] = path.split('.')
  const rest = path.slice(head.length + 1)
  if (head === 'steps' || head === 'facts') {
    const at = placeIn(
      head === 'steps' ? draft.steps.map(({ id }) => id) : Object.keys(draft.facts),
      rest,
    )
    if (at >= 0) return head === 'steps' ? { kind: 'step', at } : { kind: 'fact', at }
  }
  return START.has(head) ? { kind: 'start' } : { kind: 'plan' }
}

/**
 * Where the findings of a part stand: `steps.hl-06`. A part without an id is named by its place, as
 * the schema names it.
 */
export function pathOf(draft: EditedPlan, node: Node): string {
  if (node.kind === 'step') return `steps.${draft.steps[node.at]?.id || node.at}`
  return node.kind === 'fact' ? `facts.${Object.keys(draft.facts)[node.at] ?? ''}` : ''
}
