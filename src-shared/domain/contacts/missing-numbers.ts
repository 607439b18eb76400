/**
 * Every number that a step of a plan of this site needs and that is not on file: of units and posts
 * outside, of the site's own posts, and of whoever a plan calls by a name alone.
 */
import type { Call, Plan, Role } from '../plan/plan.ts'
import { isOutsideUnit, OUTSIDE_UNITS } from '../roster/outside-units.ts'
import type { LocalizedText } from '../text.ts'
import { categoryCalled, CONTACT_CATEGORIES, type ContactCategory } from './contact.ts'

/** The steps of a plan that ring somebody. */
export type NeedingPlan = {
  planId: string
  title: LocalizedText
  steps: readonly { stepId: string; title: LocalizedText }[]
}
/**
 * Somebody whom steps ring and of whom no number is on file. `kind`: a unit or category outside
 * (`id` is the category of its contact), a post outside of the documents (`id` is the contact's
 * `role`), a post of the site (its people's telephones are missing), or a name alone (`id` null: a
 * contact of that name is found).
 */
export type MissingNumber = {
  kind: 'unit' | 'role' | 'post' | 'name'
  id: string | null
  name: LocalizedText
  neededBy: readonly NeedingPlan[]
}

type PlanOfSite = Pick<Plan, 'id' | 'title' | 'steps' | 'roles'>
type Called = Pick<MissingNumber, 'kind' | 'id' | 'name'>

/**
 * What is on file, by what it is found: `posts` with a number (units outside among them), and the
 * categories and names of contacts with one.
 */
export type OnFile = {
  posts: ReadonlySet<string>
  categories: ReadonlySet<ContactCategory>
  names: ReadonlySet<string>
}

/** Nobody can know beforehand whose family it will be. */
const UNKNOWABLE: ContactCategory = 'family'

const hasCategory = (category: ContactCategory, { posts, categories }: OnFile): boolean =>
  categories.has(category) ||
  posts.has(category) ||
  (isOutsideUnit(category) && OUTSIDE_UNITS[category].number !== null)

/** Whom a call rings without a number on file; null: there is one, or nobody could have it. */
function lacking({ who, role: roleId = null }: Call, roles: readonly Role[], onFile: OnFile) {
  const role = roles.find(({ id, name }) => (roleId === null ? name.zh === who.zh : id === roleId))
  if (role?.kind === 'anyone') return null
  const isOutside = !role || role.kind === 'external'
  const category = isOutside ? categoryCalled(role?.name.zh ?? who.zh) : null
  if (category === UNKNOWABLE) return null
  const isThere =
    (role && onFile.posts.has(role.id)) ||
    (category && hasCategory(category, onFile)) ||
    (isOutside && onFile.names.has(who.zh))
  if (isThere) return null
  if (role) return called(isOutside ? 'role' : 'post', role.id, role.name)
  return category === null
    ? called('name', null, who)
    : called('unit', category, CONTACT_CATEGORIES[category].name)
}
const called = (kind: MissingNumber['kind'], id: string | null, name: LocalizedText): Called => ({
  kind,
  id,
  name,
})

/** Each once, in the order of plans and steps. `plans`: those of the site. */
export function missingNumbers(
  plans: readonly PlanOfSite[],
  onFile: OnFile,
): readonly MissingNumber[] {
  const missing = new Map<string, Called & { plans: Map<string, NeedingPlan> }>()
  for (const plan of plans)
    for (const step of plan.steps)
      for (const call of step.calls.filter(({ number }) => number === null)) {
        const whom = lacking(call, plan.roles, onFile)
        if (!whom) continue
        const key = `${whom.kind} ${whom.id ?? whom.name.zh}`
        const entry = missing.get(key) ?? { ...whom, plans: new Map<string, NeedingPlan>() }
        const before = entry.plans.get(plan.id)?.steps ?? []
        const steps = before.some(({ stepId }) => stepId === step.id)
          ? before
          : [...before, { stepId: step.id, title: step.title }]
        entry.plans.set(plan.id, { planId: plan.id, title: plan.title, steps })
        missing.set(key, entry)
      }
  return [...missing.values()].map(({ plans: needing, ...whom }) => ({
    ...whom,
    neededBy: [...needing.values()],
  }))
}
