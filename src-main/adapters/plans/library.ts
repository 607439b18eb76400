/**
 * Fulfils the `Library` port over plans that were read before: it shows those for the kinds of the
 * site.
 */
import type { KindOffered, Library } from '#main/core/ports.ts'
import type { WorkCalendar } from '#shared/domain/calendar.ts'
import { NOTHING_LEARNED } from '#shared/domain/match/learned.ts'
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { Category, IncidentType, Plan, Role } from '#shared/domain/plan/plan.ts'
import { SITE_KINDS } from '#shared/domain/site/site.ts'
import type { Inspected } from './inspect.ts'

/** Documents share categories: each once, where it comes first. */
const categoriesOf = (documents: Inspected['documents']): readonly Category[] =>
  [
    ...new Map(
      documents
        .flatMap((document) => document.categories)
        .reverse()
        .map((category) => [category.code, category]),
    ).values(),
  ].reverse()

type KindView = {
  plans: readonly Plan[]
  byId: ReadonlyMap<string, Plan>
  types: readonly IncidentType[]
  categories: readonly Category[]
  roles: readonly Role[]
}

const NO_MARKS: ReturnType<Library['heldMarks']> = []
const NO_RULES: ReturnType<Library['reportRules']> = []
const NO_POLICIES: ReturnType<Library['policies']> = []

/**
 * `siteKinds` are the kinds of the site (`--site`); types and categories follow the
 * documents that concern it.
 */
export function libraryOf(
  {
    documents,
    plans,
    synonyms = () => [],
    learned = () => NOTHING_LEARNED,
    accidentKinds = () => [],
    reportRules = () => NO_RULES,
    policies = () => NO_POLICIES,
    checklists = () => [],
  }: Pick<Inspected, 'documents' | 'plans'> &
    Partial<
      Pick<
        Library,
        'synonyms' | 'learned' | 'accidentKinds' | 'reportRules' | 'policies' | 'checklists'
      >
    >,
  calendar: WorkCalendar,
  siteKinds: readonly string[],
): Library {
  const kindView = (kinds: readonly string[]): KindView => {
    const concerned = documents.filter((document) => concerns(document.siteKinds, kinds))
    const offered = plans.filter((plan) => concerns(plan.siteKinds, kinds))
    return {
      plans: offered,
      byId: new Map(offered.map((plan) => [plan.id, plan])),
      types: concerned.flatMap((document) => document.types),
      categories: categoriesOf(concerned),
      roles: concerned.flatMap((document) => document.roles),
    }
  }
  const everything = {
    types: documents.flatMap((document) => document.types),
    categories: categoriesOf(documents),
    roles: documents.flatMap((document) => document.roles),
  }
  const kinds: readonly KindOffered[] = Object.entries(SITE_KINDS).map(([kind, name]) => ({
    kind,
    name,
    plans: kindView([kind]).plans.length,
  }))
  let shown = kindView(siteKinds)
  return {
    plans: () => shown.plans,
    plan: (planId) => shown.byId.get(planId) ?? null,
    types: () => shown.types,
    categories: () => shown.categories,
    roles: () => shown.roles,
    calendar: () => calendar,
    synonyms,
    learned,
    accidentKinds,
    reportRules,
    policies,
    checklists,
    everything: () => everything,
    heldMarks: () => NO_MARKS,
    kinds: () => kinds,
    follow: (next) => {
      shown = kindView(next)
    },
  }
}
