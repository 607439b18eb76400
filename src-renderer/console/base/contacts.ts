/**
 * Finds the people that a call of a plan rings: its own number, else the holders of the post that
 * it names, from the roster.
 */
import type { Call } from '#shared/domain/plan/plan.ts'
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

function ofPost(
  call: Call,
  step: Calling,
  steps: readonly Named[],
  { posts, duty }: People,
): readonly Contact[] {
  const post = posts?.[postOf(call, step, steps) ?? '']
  if (post) return post.map(({ person, phone }) => ({ person, number: phone || null }))
  return duty
    .filter(({ role }) => role.zh === call.who.zh)
    .flatMap(({ people }) => people.map((person) => ({ person, number: phoneOf(posts, person) })))
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
  const contacts = ofPost(call, step, steps, people)
  return contacts.length === 0
    ? [{ person: null, number: null }]
    : [...contacts].sort((a, b) => Number(a.number === null) - Number(b.number === null))
}
