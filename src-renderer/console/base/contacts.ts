/**
 * Finds the people that a call of a plan rings: its own number, else the contacts of the site, else
 * the holders of the post that it names, else the unit outside that goes by its name.
 */
import type { Call } from '#shared/domain/plan/plan.ts'
import { categoryCalled, CONTACT_CATEGORIES } from '#shared/domain/contacts/contact.ts'
import { outsideUnitOf, personOf } from '#shared/domain/roster/outside-units.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Board, BoardStep } from '#shared/domain/board/types.ts'
import type { PlacedContact } from './contacts-near.ts'
import { phoneOf, type Posts } from './duty.ts'

/**
 * What the desk knows of people besides the incident: the roster by role id, who is on duty by the
 * name of the post, and the contacts outside, the nearest first; absent until they are read.
 */
export type People = {
  posts: Posts
  duty: Board['duty']
  contacts?: readonly PlacedContact[]
}
/**
 * `allHours`: answers day and night. `unverified`: nobody has made sure of the number in time; it
 * is rung all the same.
 */
export type Contact = {
  person: string | null
  number: string | null
  allHours?: true
  unverified?: true
}

type Calling = Pick<BoardStep, 'planId'>
type Named = Pick<BoardStep, 'planId' | 'roleId' | 'role'>

const MOST_ELSEWHERE = 5 // of other places, where nobody is known for this one

/**
 * The post of a call: as the plan says it, else the post of the same plan whose name is just the
 * same.
 */
export const postOf = (call: Call, { planId }: Calling, steps: readonly Named[]): string | null =>
  call.role ??
  steps.find((step) => step.planId === planId && step.role.zh === call.who.zh)?.roleId ??
  null

/** Every number of a contact, with the place that it is for. */
export const numbersOf = (contact: PlacedContact, who: LocalizedText): readonly Contact[] =>
  contact.numbers
    .filter(({ number }) => number !== '')
    .map(({ number, due }) => {
      const { name } = CONTACT_CATEGORIES[contact.category]
      const person = personOf(contact.name, who) && personOf(contact.name, name)
      const at = contact.at === contact.name ? null : contact.at
      const words = [person, at].filter((part) => part !== null)
      return {
        person: words.length > 0 ? words.join(' · ') : null,
        number,
        ...(contact.allHours && { allHours: true as const }),
        ...(due && { unverified: true as const }),
      }
    })

/** The contacts of a post, else of what the call goes by, else of its very name. */
function ofContacts(call: Call, postId: string | null, { contacts = [] }: People): Contact[] {
  const category = categoryCalled(call.who.zh)
  const kinds = [
    contacts.filter(({ role }) => role !== null && role === postId),
    contacts.filter((contact) => contact.category === category),
    contacts.filter(({ name }) => name === call.who.zh),
  ]
  const called = kinds
    .map((all) => all.filter(({ numbers }) => numbers.some(({ number }) => number !== '')))
    .find((all) => all.length > 0)
  const here = called?.filter(({ elsewhere }) => !elsewhere) ?? []
  const chosen = here.length > 0 ? here : (called ?? []).slice(0, MOST_ELSEWHERE)
  return chosen.flatMap((contact) => numbersOf(contact, call.who))
}

function ofPost(call: Call, postId: string | null, { posts, duty }: People): readonly Contact[] {
  const post = posts?.[postId ?? '']
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
 * site's; without any the number is null.
 */
export function contactsOf(
  call: Call,
  step: Calling,
  steps: readonly Named[],
  people: People,
): readonly Contact[] {
  if (call.number !== null) return [{ person: null, number: call.number }]
  const postId = postOf(call, step, steps)
  const outside = ofContacts(call, postId, people)
  if (outside.length > 0) return outside
  const holders = ofPost(call, postId, people)
  const hasNumber = holders.some(({ number }) => number !== null)
  const contacts = hasNumber ? holders : [...holders, ...ofUnit(call, people.posts)]
  return contacts.length === 0
    ? [{ person: null, number: null }]
    : [...contacts].sort((a, b) => Number(a.number === null) - Number(b.number === null))
}
