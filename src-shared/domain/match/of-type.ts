/**
 * Puts the plans for the type of an incident first, once somebody has said what it is: a person
 * knows better than the caller's words, which come after.
 */
import type { IncidentType, Plan } from '../plan/plan.ts'
import { liesUnder } from '../plan/type-tree.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Proposal } from './types.ts'

const answers = ({ types }: Plan, type: string): boolean =>
  types.some((code) => liesUnder(type, code))

const reasonOfType = ({ name }: IncidentType, heard: LocalizedText | null): LocalizedText =>
  localized(
    `事件类型是“${name.zh}”${heard ? `；${heard.zh}` : ''}`,
    `Its type is “${name.en || name.zh}”${heard ? `; ${heard.en}` : ''}`,
  )

/** Annexes before their general plan, then the plan that is there for fewest types; then by id. */
const narrowestFirst = (a: Plan, b: Plan): number =>
  Number(Boolean(b.extends)) - Number(Boolean(a.extends)) ||
  a.types.length - b.types.length ||
  (a.id < b.id ? -1 : 1)

/**
 * The plans that answer `type` or a type above it, those first that were heard, too; after them
 * what else was heard. Unchanged where no type of this code is known. The first is preselected if a
 * plan answers the type.
 */
export function withType(
  type: string,
  proposals: readonly Proposal[],
  { plans, types }: { plans: readonly Plan[]; types: readonly IncidentType[] },
): readonly Proposal[] {
  const known = types.find(({ code }) => code === type)
  const fitting = plans.filter((plan) => answers(plan, type)).sort(narrowestFirst)
  if (!known || fitting.length === 0) return proposals
  const heard = proposals.filter(({ words }) => words.length > 0)
  const heardAt = (plan: Plan): number => {
    const at = heard.findIndex(({ planId }) => planId === plan.id)
    return at < 0 ? heard.length : at
  }
  const first = [...fitting]
    .sort((a, b) => heardAt(a) - heardAt(b))
    .map((plan): Omit<Proposal, 'preselected'> => {
      const before = heard[heardAt(plan)]
      return {
        planId: plan.id,
        type,
        ...(before?.place === undefined ? {} : { place: before.place }),
        title: plan.title,
        reason: reasonOfType(known, before?.reason ?? null),
        words: before?.words ?? [known.name.zh || known.name.en],
      }
    })
  const others = heard.filter(({ planId }) => first.every((fits) => fits.planId !== planId))
  return [...first, ...others].map((proposal, at) => ({ ...proposal, preselected: at === 0 }))
}
