/**
 * Finds the people that a call of a plan rings: its own number, else the holders of the post that
 * it names, else the unit outside that goes by its name, from the roster.
 */
import type { Call } from '#shared/domain/plan/plan.ts'
import { outsideUnitOf } from '#shared/domain/roster/outside-units.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Board, BoardStep } from '#shared/domain/board/types.ts'
import { phoneOf, type Posts } from './duty.ts'

/**
 * What the desk knows of people besides the incident: the roster by role id, and who is on duty by
 * the name of the post.
 */
export type People = { posts: Posts; duty: Board['duty'] }
export type Contact = { person: string | null; number: string | null }

type Calling = Pick<BoardStep, 'planId'>
type Named = Pick<BoardStep, 'planId' | 'roleId' | 'role'>

/**
 * The post of a call: as the plan says it, else the post of the same plan whose name is just the
 * same.
 */
const postOf = (call: Call, { planId }: Calling, steps: readonly Named[]): string | null =>
  call.role ??
  steps.find((step) => step.planId === planId && step.role.zh === call.who.zh)?.roleId ??
  null

/** A unit outside without the name of a person is filed under its own, which says nothing more. */
export const personOf = (person: string, who: LocalizedText): string | null =>
  person === who.zh ? null : person

function ofPost(
  call: Call,
  step: Calling,
  steps: readonly Named[],
  { posts, duty }: People,
): readonly Contact[] {
  const post = posts?.[postOf(call, step, steps) ?? '']
  if (post)
    return post.map(({ person, phone }) => ({
      person: personOf(person, call.who),
      number: phone || null,
    }))
  return duty
    .filter(({ role }) => role.zh === call.who.zh)
    .flatMap(({ people }) => people.map((person) => ({ person, number: phoneOf(posts, person) })))
}

/** The site's own numbers of a unit outside, else the one that the whole country has. */
function ofUnit({ who }: Call, posts: Posts): readonly Contact[] {
  const unit = outsideUnitOf(who.zh)
  if (!unit) return []
  const filed = (posts?.[unit.id] ?? [])
    .filter(({ phone }) => phone !== '')
    .map(({ person, phone }) => ({ person: personOf(person, unit.name), number: phone }))
  return filed.length > 0 || unit.number === null ? filed : [{ person: null, number: unit.number }]
}

/**
 * Never empty; those with a number first. A number that the plan itself gives goes before the
 * roster's; without either the number is null.
 */
export function contactsOf(
  call: Call,
  step: Calling,
  steps: readonly Named[],
  people: People,
): readonly Contact[] {
  if (call.number !== null) return [{ person: null, number: call.number }]
  const holders = ofPost(call, step, steps, people)
  const hasNumber = holders.some(({ number }) => number !== null)
  const contacts = hasNumber ? holders : [...holders, ...ofUnit(call, people.posts)]
  return contacts.length === 0
    ? [{ person: null, number: null }]
    : [...contacts].sort((a, b) => Number(a.number === null) - Number(b.number === null))
}
