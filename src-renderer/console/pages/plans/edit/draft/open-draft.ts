/**
 * Opens what was saved or brought in so that the form can show it, and writes the form's text back
 * in the order of a file.
 */
import { PLAN_SHAPE, type Shape } from '#shared/contract/plan-shape.ts'
import { fits, plainShape } from './meant-shape.ts'
import type { EditedPlan, Words } from './draft-types.ts'

type Json = Readonly<Record<string, unknown>>
const isMap = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const asWords = (value: unknown): Words =>
  isMap(value) ? { ...value, zh: word(value.zh), en: word(value.en) } : { zh: word(value), en: '' }
const entries = (pairs: readonly (readonly [string, unknown])[]): Json =>
  Object.fromEntries(pairs.filter(([, item]) => item !== undefined))

/**
 * A value in its shape, with what its part needs. What cannot be shown is left out, and its place
 * is told to `lost`. Keys that nobody knows stay: the linter tells them.
 */
function open(value: unknown, of: Shape, path: string, lost: (path: string) => void): unknown {
  if (value === undefined || value === null) return undefined
  const shape = plainShape(value, of)
  if (!shape || !fits(value, shape)) return void lost(path)
  const below = (key: string | number, item: unknown, of: Shape): unknown =>
    open(item, of, path === '' ? String(key) : `${path}.${key}`, lost)
  if (shape.is === 'string') return word(value)
  if (shape.is === 'words') return asWords(value)
  if (shape.is === 'list')
    return (value as unknown[])
      .map((item, index) => below(index, item, shape.of))
      .filter((item) => item !== undefined)
  if (!isMap(value)) return value
  if (shape.is === 'map')
    return entries(Object.entries(value).map(([key, item]) => [key, below(key, item, shape.of)]))
  if (shape.is !== 'object') return value
  const opened = entries(
    Object.entries(value).map(([key, item]) => [
      key,
      shape.keys[key] ? below(key, item, shape.keys[key]) : item,
    ]),
  )
  return {
    ...structuredClone(entries(Object.entries(shape.needs).filter(([key]) => !(key in opened)))),
    ...opened,
  }
}

/**
 * A file of any shape as the form edits it, and the places of what the form cannot show
 * (`steps.3.due`): they would be gone with the next saving, so a person is told.
 */
export function openAs(raw: unknown, shape: Shape): { opened: unknown; lost: readonly string[] } {
  const lost: string[] = []
  const opened = open(isMap(raw) ? raw : {}, shape, '', (path) => lost.push(path))
  return { opened, lost }
}

/** The draft of a plan, and the places of what the form cannot show. */
export function openDraft(raw: unknown): { draft: EditedPlan; lost: readonly string[] } {
  const { opened, lost } = openAs(raw, PLAN_SHAPE)
  // a file may have no question; the form always has a list of them
  const { facts = {}, ...rest } = opened as Omit<EditedPlan, 'facts'> &
    Partial<Pick<EditedPlan, 'facts'>>
  return { draft: { ...rest, facts }, lost }
}

/** A text without the language that nobody has written; one without a word stays as it is. */
function inWords(text: Json): Json {
  const written = entries(Object.entries(text).filter(([, words]) => words !== ''))
  return Object.keys(written).length > 0 ? written : { ...text }
}

/** A plain copy with the keys in the order of a file, and without what is left out. */
function inOrder(value: unknown, of: Shape | undefined): unknown {
  const shape = plainShape(value, of)
  if (Array.isArray(value))
    return value.map((item) => inOrder(item, shape?.is === 'list' ? shape.of : undefined))
  if (!isMap(value)) return value
  if (shape?.is === 'words') return inWords(value)
  const keys = shape?.is === 'object' ? shape.keys : {}
  const names = [
    ...Object.keys(keys).filter((key) => key in value),
    ...Object.keys(value).filter((key) => !(key in keys)),
  ]
  return entries(
    names.map((key) => [key, inOrder(value[key], shape?.is === 'map' ? shape.of : keys[key])]),
  )
}

/** As a file of this shape would say it. */
export const writeAs = (draft: unknown, shape: Shape): Record<string, unknown> =>
  inOrder(draft, shape) as Record<string, unknown>

/** As a file would say it: a plan without questions has no word about them. */
export function writeDraft(draft: EditedPlan): Record<string, unknown> {
  const { facts } = draft
  return writeAs({ ...draft, facts: Object.keys(facts).length > 0 ? facts : undefined }, PLAN_SHAPE)
}
