/**
 * Orders the plans that fit: danger before harm before all else, a plan that answers everything
 * after one that answers this, and only then how well each fits.
 */
import { isDangerous } from '../plan/danger.ts'
import type { IncidentType, Plan } from '../plan/plan.ts'
import { GRAVE, type Grave } from './dangers.ts'
import { candidate, type Candidate } from './triggers.ts'

export type Ranked = {
  candidate: Candidate
  score: number
  words: readonly string[]
  ofType: number // triggers of its types that were heard
  triggered: boolean // a trigger of the plan itself was
  grave: Grave
}
type Types = readonly IncidentType[]

const NEAR = 0.9 // of the best score
const GENERIC = 0.6 // what a word counts that a plan for everything has heard
const WIDEST = 3

/** A type of this name takes whatever has no type of its own. */
const ANYTHING = '突发事件'
const WIDE = 3 // categories

/** The type of a plan that takes whatever has no type of its own. */
const typeForAnything = ({ types }: Plan, all: Types): string | null =>
  all.find(({ code, words }) => types.includes(code) && words.includes(ANYTHING))?.code ?? null

const isGeneral = (plan: Plan, all: Types): boolean => typeForAnything(plan, all) !== null

const isWide = ({ types }: Plan, all: Types): boolean =>
  new Set(all.filter(({ code }) => types.includes(code)).map(({ category }) => category)).size >=
  WIDE

/** It takes whatever has no type of its own, or types of many categories. */
export const isForEverything = (plan: Plan, all: Types): boolean =>
  isGeneral(plan, all) || isWide(plan, all)

/** It answers danger and all the rest: a plan of the event itself goes before it. */
const isGeneric = (plan: Plan | null, all: Types): boolean =>
  plan !== null && isForEverything(plan, all) && plan.types.some((code) => isDangerous(code, all))

/** An annex stands at the place of the general plan that it brings along, just before it. */
const sortKey = ({ candidate: { plan } }: Ranked): string =>
  plan?.extends ? `${plan.extends} 0 ${plan.id}` : `${plan?.id ?? ''} 1`

const family = ({ candidate: { plan } }: Ranked): string => plan?.extends ?? plan?.id ?? ''

/**
 * Best first. An annex is never behind its general plan of the same grade: it is there for this
 * event, however much else the other has heard. Equal scores go to the plan that is not there for
 * everything, then to the one whose types know more of the words, or whose annex does; then by id.
 */
export function ranked<T extends Ranked>(scored: readonly T[], types: Types): readonly T[] {
  const best = new Map<string, number>()
  for (const plan of scored)
    best.set(family(plan), Math.max(plan.ofType, best.get(family(plan)) ?? 0))
  const byType = (plan: Ranked): number => best.get(family(plan)) ?? 0
  const fit = (plan: Ranked): number =>
    plan.score * (isGeneric(plan.candidate.plan, types) ? GENERIC : 1)
  const worth = (plan: Ranked): number =>
    Math.max(
      fit(plan),
      ...scored
        .filter(
          ({ candidate, grave }) =>
            candidate.plan?.id === plan.candidate.plan?.extends && grave === plan.grave,
        )
        .map(fit),
    )
  const general = ({ candidate: { plan } }: Ranked): number =>
    Number(plan !== null && isGeneral(plan, types))
  return [...scored].sort(
    (a, b) =>
      b.grave - a.grave ||
      worth(b) - worth(a) ||
      general(a) - general(b) ||
      byType(b) - byType(a) ||
      (sortKey(a) < sortKey(b) ? -1 : 1),
  )
}

/** Whether the first two lie so near that a person has to choose; danger that leads never waits. */
export function nearest([first, second]: readonly Ranked[]): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.grave !== GRAVE.danger &&
    second.grave === first.grave &&
    family(first) !== family(second) &&
    second.score > first.score * NEAR
  )
}

/**
 * The plans for everything, each of which knows all of `words`, for what no other plan has heard:
 * those for whatever has no type of its own, or the only plan of a site if it is a wide one. None
 * at a site whose plans each answer something else.
 */
export function generalCandidates(
  { plans, types }: { plans: readonly Plan[]; types: Types },
  words: readonly string[],
): readonly Candidate[] {
  const [only, ...others] = plans.filter((plan) => !plan.extends)
  const general = plans.filter((plan) => isGeneral(plan, types)).slice(0, WIDEST)
  const lone = only && others.length === 0 && isWide(only, types) ? [only] : []
  return (general.length > 0 ? general : lone).map((plan) =>
    candidate(
      plan,
      words.map((word) => ({ parts: [[word]], type: typeForAnything(plan, types) })),
    ),
  )
}

/** The plans for whatever has none of its own, or, without one, those that answer most types. */
export function generalPlans({
  plans,
  types,
}: {
  plans: readonly Plan[]
  types: Types
}): readonly Plan[] {
  const general = plans.filter((plan) => isGeneral(plan, types))
  if (general.length > 0) return general.slice(0, WIDEST)
  return [...plans]
    .sort((a, b) => b.types.length - a.types.length || (a.id < b.id ? -1 : 1))
    .slice(0, WIDEST)
}
