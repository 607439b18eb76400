/**
 * The site's own plans and drafts in memory, a copy of what the record has, and the library with
 * them in it: an own text stands in the place of a shipped one, an abolished plan is not offered.
 * It decides nothing and saves nothing.
 */
import { concerns } from '#shared/domain/plan/concerns.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { Journal, StoredDocument, Library } from '../../ports.ts'
import { NO_STATE, type OwnDraft, type OwnPlan, type PlanState } from './record.ts'

export type SitePlans = {
  /** What the record has of a plan. */
  state: (planId: string) => PlanState
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
  /**
   * Takes over what a commit has saved; `planOf` gives the plans that are kept. True if the library
   * is another one now.
   */
  apply: (
    kept: readonly StoredDocument[],
    planOf: (revision: string) => Plan | undefined,
  ) => boolean
}

function ownPlans(): SitePlans {
  const states = new Map<string, PlanState>()
  const texts = new Map<string, Plan>()
  let overlaid = new WeakMap<readonly Plan[], readonly Plan[]>()
  const state = (planId: string): PlanState => states.get(planId) ?? NO_STATE
  const isAbolished = (planId: string): boolean => state(planId).own?.abolished ?? false
  const text = (planId: string): Plan | null => texts.get(planId) ?? null

  function overlay(plans: readonly Plan[]): readonly Plan[] {
    const shipped = new Set(plans.map(({ id }) => id))
    return [
      ...plans.map((plan) => text(plan.id) ?? plan),
      ...[...texts.values()].filter(({ id }) => !shipped.has(id)),
    ].filter(({ id }) => !isAbolished(id))
  }

  return {
    state,
    ids: () => [...states.keys()],
    text,
    isAbolished,
    over(plans) {
      const found = overlaid.get(plans) ?? overlay(plans)
      overlaid.set(plans, found)
      return found
    },
    apply(kept, planOf) {
      let changed = false
      for (const { kind, id, body } of kept) {
        if (kind === 'draft') states.set(id, { ...state(id), draft: body as unknown as OwnDraft })
        if (kind !== 'own-plan') continue
        const own = body as unknown as OwnPlan
        states.set(id, { ...state(id), own })
        const plan = own.current ? planOf(own.current.revision) : undefined
        if (plan) texts.set(id, plan)
        changed = true
      }
      if (changed) overlaid = new WeakMap()
      return changed
    },
  }
}

/** Reads them all: as many as the site has plans, whatever the length of the history. */
export async function loadSitePlans(journal: Journal): Promise<SitePlans> {
  const own = ownPlans()
  const plans = new Map<string, Plan>()
  const kept: StoredDocument[] = []
  for (const kind of ['own-plan', 'draft'] as const)
    kept.push(...(await journal.documents(kind)).map((one) => ({ kind, ...one })))
  for (const { kind, body } of kept) {
    const revision =
      kind === 'own-plan' ? (body as unknown as OwnPlan).current?.revision : undefined
    const plan = revision === undefined ? null : await journal.document('plan', revision)
    if (revision !== undefined && plan !== null) plans.set(revision, plan as unknown as Plan)
  }
  own.apply(kept, (revision) => plans.get(revision))
  return own
}

/**
 * The library of the site: what is shipped for its kinds, and its own plans. `kinds` are those of
 * the site until it follows others.
 */
export function libraryWith(shipped: Library, own: SitePlans, kinds: readonly string[]): Library {
  let site = kinds
  let from: readonly Plan[] | null = null // what `offered` was worked out from
  let offered: readonly Plan[] = []
  let byId = new Map<string, Plan>()

  function plans(): readonly Plan[] {
    const all = own.over(shipped.plans())
    if (all === from) return offered
    from = all
    offered = all.filter((plan) => plan === shipped.plan(plan.id) || concerns(plan.siteKinds, site))
    byId = new Map(offered.map((plan) => [plan.id, plan]))
    return offered
  }

  return {
    plans,
    plan(planId) {
      plans()
      return byId.get(planId) ?? null
    },
    types: () => shipped.types(),
    categories: () => shipped.categories(),
    roles: () => shipped.roles(),
    calendar: () => shipped.calendar(),
    synonyms: () => shipped.synonyms(),
    everything: () => shipped.everything(),
    kinds: () => shipped.kinds(),
    follow(next) {
      site = next
      from = null
      shipped.follow(next)
    },
  }
}
