/**
 * What earlier texts of a document had that its present one has not: records of then keep being
 * named and judged by it.
 */
import * as is from '../form.ts'
import { marksTaken, type MarkTaken } from '../plan/held-marks.ts'
import type { PlanDocument } from '../plan/document.ts'
import { LEGAL_CATEGORIES, type Category, type IncidentType, type Role } from '../plan/plan.ts'

export type DroppedParts = {
  types: readonly IncidentType[]
  categories: readonly Category[]
  roles: readonly Pick<Role, 'id' | 'name'>[]
}
/** With the marks that types lost, of those that were dropped and of others; absent: none. */
export type Dropped = DroppedParts & { marks?: readonly MarkTaken[] }
export const NOTHING_DROPPED: DroppedParts = { types: [], categories: [], roles: [] }

const codes = (list: readonly { code: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ code }) => code))

/** What the next text leaves out of this one; null: nothing. */
export function droppedBetween(before: PlanDocument, after: PlanDocument): Dropped | null {
  const [types, categories] = [codes(after.types), codes(after.categories)]
  const roles = new Set(after.roles.map(({ id }) => id))
  const marks = marksTaken(before.types, after.types)
  const dropped = {
    types: before.types.filter(({ code }) => !types.has(code)),
    categories: before.categories.filter(({ code }) => !categories.has(code)),
    roles: before.roles.filter(({ id }) => !roles.has(id)).map(({ id, name }) => ({ id, name })),
    ...(marks.length > 0 && { marks }),
  }
  return Object.values(dropped).some((list) => list.length > 0) ? dropped : null
}

const latest = <T>(list: readonly T[], keyOf: (item: T) => string): readonly T[] => [
  ...new Map(list.map((item) => [keyOf(item), item])).values(),
]

/** All that was dropped so far; of one code what was dropped last. */
export const withDropped = (before: DroppedParts, more: DroppedParts | null): DroppedParts =>
  more === null
    ? before
    : {
        types: latest([...before.types, ...more.types], ({ code }) => code),
        categories: latest([...before.categories, ...more.categories], ({ code }) => code),
        roles: latest([...before.roles, ...more.roles], ({ id }) => id),
      }

export const droppedForm = is.fields<DroppedParts>({
  types: is.list(
    is.fields<IncidentType>({
      ...{ code: is.words, name: is.text, category: is.words },
      legal: is.orNull(is.oneOf(LEGAL_CATEGORIES)),
      words: is.list(is.words),
      ...{ danger: is.maybe(is.flag), private: is.maybe(is.flag) },
      ...{ discreet: is.maybe(is.flag), accident: is.maybe(is.flag) },
    }),
  ),
  categories: is.list(is.fields<Category>({ code: is.words, name: is.text })),
  roles: is.list(is.fields<DroppedParts['roles'][number]>({ id: is.words, name: is.text })),
})
