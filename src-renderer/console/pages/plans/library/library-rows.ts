/** Lists the library: by document, by type, and the points that are open. */
import type { DocumentSummary } from '#shared/contract/documents.ts'
import type { PlanSummary, TypeSummary } from '#shared/contract/plans.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

export type Library = {
  documents: readonly DocumentSummary[]
  types: readonly TypeSummary[]
  plans: readonly PlanSummary[]
}

export type DocumentGroup = { document: DocumentSummary; plans: readonly PlanSummary[] }
export type TypeRow = { type: TypeSummary; plans: readonly PlanSummary[] }
export type CategoryGroup = { category: string; name: LocalizedText; rows: readonly TypeRow[] }
export type PointGroup = {
  document: DocumentSummary
  points: readonly LocalizedText[]
  plans: readonly { plan: PlanSummary; points: readonly LocalizedText[] }[]
}

/** A plan repeats what is open in its whole document; these are its own. */
export const ownPoints = (
  plan: Pick<PlanSummary, 'openPoints'>,
  document: Pick<DocumentSummary, 'openPoints'>,
): readonly LocalizedText[] =>
  plan.openPoints.filter((point) => !document.openPoints.some(({ zh }) => zh === point.zh))

/**
 * Those that the site uses or has used; what it has put away, and what is for other kinds of site,
 * stands apart.
 */
export const inUse = ({ documents }: Library): readonly DocumentSummary[] =>
  documents.filter(({ putAway, elsewhere }) => !putAway && !elsewhere)

/** Documents that are for other kinds of site, or have plans that are. */
export const forOthers = ({ documents }: Library): readonly DocumentSummary[] =>
  documents.filter(({ elsewhere, otherPlans }) => elsewhere || otherPlans.length > 0)

/** Whether no plan in force would be left without this document. */
export const isLastWithPlans = ({ plans }: Library, documentId: string): boolean =>
  plans.every(({ document, abolished }) => abolished || document === documentId)

/**
 * Documents in their order, each with its plans. A document none of whose plans is among `shown` is
 * left out; `all`: but not one of the site's own, which may have none yet.
 */
export const byDocument = (
  library: Library,
  shown: ReadonlySet<string>,
  all = false,
): readonly DocumentGroup[] =>
  inUse(library)
    .map((document) => ({
      document,
      plans: library.plans.filter((plan) => plan.document === document.id && shown.has(plan.id)),
    }))
    .filter(({ document, plans }) => plans.length > 0 || (all && document.own))

/**
 * Types by category. `all` false: only types that one of the shown plans answers; else also those
 * that no plan answers.
 */
export function byType(
  { types, plans }: Library,
  shown: ReadonlySet<string>,
  all: boolean,
): readonly CategoryGroup[] {
  const groups = new Map<string, CategoryGroup & { rows: TypeRow[] }>()
  for (const type of types) {
    const row = {
      type,
      plans: type.plans.flatMap(
        (id) => plans.find((plan) => plan.id === id && shown.has(id)) ?? [],
      ),
    }
    if (row.plans.length === 0 && !(all && type.plans.length === 0)) continue
    // two documents may use one code for two things
    const key = `${type.category} ${type.categoryName.zh}`
    const group = groups.get(key) ?? { category: key, name: type.categoryName, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Every point that is open, once: those of a document, then those of each of its plans. */
export const pointsOf = (
  { documents, plans }: Library,
  shown: ReadonlySet<string>,
): readonly PointGroup[] =>
  documents
    .map((document) => ({
      document,
      points: plans.some((plan) => plan.document === document.id && shown.has(plan.id))
        ? document.openPoints
        : [],
      plans: plans
        .filter((plan) => plan.document === document.id && shown.has(plan.id))
        .map((plan) => ({ plan, points: ownPoints(plan, document) }))
        .filter(({ points }) => points.length > 0),
    }))
    .filter((group) => group.points.length + group.plans.length > 0)

export type Sums = {
  documents: number
  plans: number
  steps: number
  timed: number
  proposed: number
  open: number
  typesWithout: number
}

export function sumsOf(library: Library): Sums {
  const { types } = library
  // abolished ones are listed, and not counted
  const plans = library.plans.filter(({ abolished }) => !abolished)
  const sum = (of: (plan: PlanSummary) => number): number =>
    plans.reduce((total, plan) => total + of(plan), 0)
  const groups = pointsOf(library, new Set(library.plans.map(({ id }) => id)))
  return {
    documents: inUse(library).filter(({ abolished }) => !abolished).length,
    plans: plans.length,
    steps: sum(({ steps }) => steps),
    timed: sum(({ timed }) => timed),
    proposed: sum(({ proposed }) => proposed),
    open: groups.reduce(
      (total, group) =>
        total + group.points.length + group.plans.reduce((of, { points }) => of + points.length, 0),
      0,
    ),
    typesWithout: types.filter((type) => type.plans.length === 0).length,
  }
}
