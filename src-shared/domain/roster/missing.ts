/**
 * What the roster lacks before a site can answer: people, their telephones, and the numbers of
 * those outside whom its plans ring.
 */
import { describeRole } from '../plan/describe.ts'
import type { Call, Plan, Role } from '../plan/plan.ts'
import type { Guarded } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import { outsideUnitOf } from './outside-units.ts'
import { SITE_POSTS } from './site-posts.ts'

export type NamedPost = { id: string; name: LocalizedText }
/** The roster, of which only is read who there is and whether there is a telephone. */
type Holders = Readonly<Record<string, readonly { phone: Guarded }[]>>
type PlanOfSite = Pick<Plan, 'steps' | 'roles'>

/**
 * `posts`: those of every site, and the owners of steps that life hangs on, whom nobody holds.
 * `phones`: of the same, those whose holders have no telephone. `units`: those outside whom a plan
 * rings, and neither plan nor roster has a number.
 */
export type MissingContacts = {
  posts: readonly NamedPost[]
  phones: readonly NamedPost[]
  units: readonly NamedPost[]
}

const isOutside = (role: Role): boolean => role.kind === 'external'
/** Whoever happens to be there holds no post. */
const isHeldOnShift = (role: Role): boolean => !isOutside(role) && role.kind !== 'anyone'

/**
 * The posts that must be held: those of every site, then by the plans, each once. A post of every
 * site is called as the site's plans call it, where they do.
 */
function neededPosts(plans: readonly PlanOfSite[]): NamedPost[] {
  const named = plans.flatMap(({ roles }) => roles)
  const needed = new Map<string, LocalizedText>(
    Object.keys(SITE_POSTS).map((id) => [id, describeRole(id, { roles: named })]),
  )
  for (const { steps, roles } of plans)
    for (const { role: id } of steps.filter((step) => step.lifeSafety && !step.prohibits)) {
      const role = roles.find((candidate) => candidate.id === id)
      if (role && isHeldOnShift(role) && !needed.has(id)) needed.set(id, role.name)
    }
  return [...needed].map(([id, name]) => ({ id, name }))
}

/** The unit outside that a call rings, as the roster has it; null: not one that can be on file. */
function unitCalled({ who, role: roleId = null }: Call, roles: readonly Role[]): NamedPost | null {
  const role = roles.find(({ id }) => id === roleId)
  if (role) return isOutside(role) ? role : null
  const unit = outsideUnitOf(who.zh)
  return unit && { id: unit.id, name: unit.name }
}

const isNumbered = (holders: Holders, id: string): boolean =>
  holders[id]?.some(({ phone }) => phone !== '') ?? false

function unnumberedUnits(plans: readonly PlanOfSite[], holders: Holders): NamedPost[] {
  const units = new Map<string, LocalizedText>()
  const known = new Set<string>()
  for (const { steps, roles } of plans)
    for (const call of steps.flatMap(({ calls }) => calls)) {
      const unit = unitCalled(call, roles)
      if (unit && call.number !== null) known.add(unit.id)
      else if (unit) units.set(unit.id, unit.name)
    }
  const missing = [...units]
    .map(([id, name]) => ({ id, name }))
    .filter(({ id, name }) => {
      const general = outsideUnitOf(name.zh)
      return !(
        known.has(id) ||
        isNumbered(holders, id) ||
        (general && (general.number !== null || isNumbered(holders, general.id)))
      )
    })
  // a number of the unit serves the posts of documents that go by its name
  const isUnit = ({ id, name }: NamedPost): boolean => outsideUnitOf(name.zh)?.id === id
  return [...Map.groupBy(missing, ({ name }) => name.zh).values()].flatMap(
    (alike) => alike.find(isUnit) ?? alike.slice(0, 1),
  )
}

/** `plans`: those of the site; `roster`: null while nobody has set one. */
export function missingContacts(
  plans: readonly PlanOfSite[],
  roster: Holders | null,
): MissingContacts {
  const holders = roster ?? {}
  const needed = neededPosts(plans)
  const posts = needed.filter(({ id }) => (holders[id] ?? []).length === 0)
  return {
    posts,
    phones: needed.filter((post) => !posts.includes(post) && !isNumbered(holders, post.id)),
    units: unnumberedUnits(plans, holders),
  }
}
