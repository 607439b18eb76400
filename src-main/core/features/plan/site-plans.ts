/**
 * Puts the site's own plans into the library: its text stands in the place of a shipped one, and an
 * abolished plan is not offered.
 */
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { SitePlan, SitePlanState } from '#shared/domain/site-plan/stream.ts'
import type { DocumentStore } from '../../engine/document-store.ts'
import type { Library, PlanSources } from '../../ports.ts'
import { documentsGive } from '../document/library.ts'
import type { SiteDocuments } from '../document/site-documents.ts'

export type SitePlans = {
  /** What the record has of a plan. */
  state: (planId: string) => SitePlanState
  /** The ids of all plans that it has anything of. */
  ids: () => readonly string[]
  /** The site's own text, in force or abolished. */
  text: (planId: string) => Plan | null
  isAbolished: (planId: string) => boolean
  /**
   * These plans with the site's own in their places, new ones at the end and abolished ones left
   * out. The same list as long as nothing changed.
   */
  over: (plans: readonly Plan[]) => readonly Plan[]
}

/** Plans and documents as they come with the program, and what the site made of them. */
type SiteTexts = {
  planSources: PlanSources
  sitePlans: SitePlans
  siteDocuments: SiteDocuments
}

/** Reads the texts in force: as many as the site has plans, whatever the length of the history. */
export async function loadSitePlans(documents: DocumentStore): Promise<SitePlans> {
  for (const { current } of documents.all('own-plan').values())
    if (current) await documents.read('plan', current.revision)

  const state = (planId: string): SitePlanState => ({
    plan: documents.get('own-plan', planId),
    draft: documents.get('draft', planId),
  })
  const isAbolished = (planId: string): boolean =>
    documents.get('own-plan', planId)?.abolished ?? false
  const textOf = (sitePlan: SitePlan | null): Plan | null =>
    sitePlan?.current ? documents.get('plan', sitePlan.current.revision) : null
  const text = (planId: string): Plan | null => textOf(documents.get('own-plan', planId))

  function overlay(plans: readonly Plan[]): readonly Plan[] {
    const shipped = new Set(plans.map(({ id }) => id))
    const added = [...documents.all('own-plan').values()].flatMap(
      (document) => textOf(document) ?? [],
    )
    return [
      ...plans.map((plan) => text(plan.id) ?? plan),
      ...added.filter(({ id }) => !shipped.has(id)),
    ].filter(({ id }) => !isAbolished(id))
  }

  let overlaid = new WeakMap<readonly Plan[], readonly Plan[]>()
  let overlaidFrom = documents.all('own-plan')

  return {
    state,
    ids: () => [
      ...new Set([...documents.all('own-plan').keys(), ...documents.all('draft').keys()]),
    ],
    text,
    isAbolished,
    over(plans) {
      const sitePlans = documents.all('own-plan')
      if (sitePlans !== overlaidFrom) overlaid = new WeakMap()
      overlaidFrom = sitePlans
      const list = overlaid.get(plans) ?? overlay(plans)
      overlaid.set(plans, list)
      return list
    },
  }
}

/**
 * The library of the site: what is shipped for its kinds and not put away, and its own documents
 * and plans. `kinds` are those of the site until it follows others.
 */
export function libraryWith(
  shipped: Library,
  { planSources, sitePlans, siteDocuments }: SiteTexts,
  kinds: readonly string[],
): Library {
  let siteKinds = kinds
  const content = documentsGive(shipped, planSources, siteDocuments, () => siteKinds)
  let all: readonly Plan[] | null = null // what `offered` was made from …
  let away: readonly string[] | null = null // … and which documents were put away
  let offered: readonly Plan[] = []
  let byId = new Map<string, Plan>()

  function plans(): readonly Plan[] {
    const latest = sitePlans.over(shipped.plans())
    const nowAway = siteDocuments.putAway()
    if (latest === all && nowAway === away) return offered
    all = latest
    away = nowAway
    offered = all.filter(
      (plan) =>
        !content.isAway(plan) &&
        (plan === shipped.plan(plan.id) || concerns(plan.siteKinds, siteKinds)),
    )
    byId = new Map(offered.map((plan) => [plan.id, plan]))
    return offered
  }

  return {
    plans,
    plan(planId) {
      plans()
      return byId.get(planId) ?? null
    },
    types: content.types,
    categories: content.categories,
    roles: content.roles,
    calendar: () => shipped.calendar(),
    synonyms: () => shipped.synonyms(),
    learned: () => shipped.learned(),
    accidentKinds: () => shipped.accidentKinds(),
    reportRules: () => shipped.reportRules(),
    checklists: () => shipped.checklists(),
    policies: () => shipped.policies(),
    everything: content.everything,
    heldMarks: () => siteDocuments.heldMarks(),
    kinds: () =>
      content.kinds(sitePlans.over(planSources.plans()).filter((plan) => !content.isAway(plan))),
    follow(next) {
      siteKinds = next
      all = null
      shipped.follow(next)
    },
  }
}
