/** What one kind of site sees of the plans: the `Library` port over plans that were read before. It reads no file. */
import type { Library } from '#main/core/ports.ts'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import type { Inspected } from './inspect.ts'

/** Every document concerns a site of kind `all`. */
const concerns = (kinds: readonly string[], site: readonly string[]): boolean =>
  site.includes('all') || kinds.some((kind) => site.includes(kind))

/** `siteKinds` are the kinds of the site (design §2 `--site`); types and categories follow the documents that concern it. */
export function libraryOf({ documents, plans }: Pick<Inspected, 'documents' | 'plans'>, calendar: WorkCalendar, siteKinds: readonly string[]): Library {
  const own = documents.filter((document) => concerns(document.siteKinds, siteKinds))
  const offered = plans.filter((plan) => concerns(plan.siteKinds, siteKinds))
  const byId = new Map(offered.map((plan) => [plan.id, plan]))
  const types = own.flatMap((document) => document.types)
  const categories = own.flatMap((document) => document.categories)
  return {
    plans: () => offered,
    plan: (planId) => byId.get(planId) ?? null,
    types: () => types,
    categories: () => categories,
    calendar: () => calendar
  }
}
