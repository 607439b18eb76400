/** Where the views of checks are: `#/readiness/checks/<view>/<id>`; the first view has no name. */
import { hashOf } from '../../../base/route.ts'

export const VIEWS = ['today', 'lists', 'hazards', 'risks', 'events', 'records'] as const
export type View = (typeof VIEWS)[number]
export type Place = { view: View | 'run' | 'labels'; id: string | null }

const ROOT = ['readiness', 'checks'] as const

export const viewLink = (view: View): string =>
  hashOf(view === 'today' ? [...ROOT] : [...ROOT, view])
/** The codes of the points of a list, to be printed. */
export const labelsLink = (checklistId: string): string => hashOf([...ROOT, 'labels', checklistId])

/** `path`: of the address. What is no view is the id of a list, shown among those of today. */
export function placeOf([, , view = 'today', id = null]: readonly (string | null)[]): Place {
  const known = [...VIEWS, 'run', 'labels'] as const
  const named = known.find((name) => name === view)
  return named ? { view: named, id } : { view: 'today', id: view }
}
