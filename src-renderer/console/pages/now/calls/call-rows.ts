/**
 * Gathers whom to ring for an incident: the numbers of its steps, or of the posts they call, then
 * the owners of what is open, then the site's other numbers outside. Each comes once; where nobody
 * of a post answered, whoever comes next is among them.
 */
import { OUTSIDE_UNITS, personOf } from '#shared/domain/roster/outside-units.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import type { CallChain } from '#shared/contract/calls.ts'
import {
  contactsOf,
  numbersOf,
  postOf,
  type Contact,
  type People,
} from '#renderer/console/base/contacts.ts'
import { linksFor } from './call-chains.ts'
import { nextToCall, type Instead } from './next-to-call.ts'

export type CallRow = {
  key: string
  who: LocalizedText
  person: string | null
  number: string | null
  allHours?: true
  unverified?: true
  // now: belongs to the step that is shown; spare: no step rings it
  state: 'now' | 'todo' | 'spare' | 'done'
  doneAt: number | null // when somebody said that it was rung
  stepId: string | null // of the step that it is rung for
  role: string | null // the post of its owner
  why?: Instead // who of the post did not answer before
}
/** Who comes after whom, and now (UTC ms). */
export type Chains = { chains: readonly CallChain[]; now: number }

type Calls = BoardIncident['calls']

const isOpen = ({ state }: BoardStep): boolean => state === 'open' || state === 'accepted'
const isDone = ({ state }: BoardStep): boolean => state === 'done' || state === 'already-done'

/** When somebody said that this number, or this person, was rung; null if nobody did. */
const rungAt = (calls: Calls, person: string | null, number: string | null): number | null =>
  calls.findLast(
    (call) =>
      (number !== null && call.number === number) || (person !== null && call.who === person),
  )?.at ?? null

/**
 * Who marks a step with a number as done says that it was rung. Not where there was no number, or
 * several people to choose from, or where somebody else did it, or the station marked it.
 */
const rungBy = (step: BoardStep, { number }: Contact, ofMany: boolean): number | null =>
  step.state === 'done' && number !== null && !ofMany && !step.automatic && !step.onBehalfOf
    ? step.doneAt
    : null

const keyOf = ({ person, number }: Contact, who: LocalizedText): string =>
  `${number ?? ''} ${person ?? who.zh}`

/** Whoever is rung next, if none of those who are listed for it was reached. */
function nextOf(
  contacts: readonly Contact[],
  step: BoardStep,
  postId: string | null,
  calls: Calls,
  { chains, now }: Chains,
): Pick<CallRow, 'key' | 'who' | 'person' | 'number' | 'why'>[] {
  if (!isOpen(step)) return []
  const links = linksFor(chains, step.id, postId)
  const next = nextToCall(contacts, links, { calls, stepId: step.id, now })
  if (!next?.callee.link || !next.instead) return []
  const { callee, instead } = next
  const { person, number, link } = callee
  const who = link?.post ?? step.role
  return [{ key: keyOf(callee, who), who, person, number, why: instead }]
}

function ofSteps(
  { steps, calls }: Pick<BoardIncident, 'steps' | 'calls'>,
  people: People,
  shownId: string | null,
  chains: Chains,
): CallRow[] {
  return steps
    .filter((step) => isOpen(step) || isDone(step))
    .flatMap((step) => {
      const of = { stepId: step.id, role: null }
      const state = isDone(step) ? 'done' : step.id === shownId ? 'now' : 'todo'
      return step.calls.flatMap((call) => {
        const contacts = contactsOf(call, step, steps, people)
        return [
          ...contacts.map((contact): CallRow => {
            const { person, number } = contact
            const doneAt =
              rungAt(calls, person, number) ?? rungBy(step, contact, contacts.length > 1)
            return {
              ...contact,
              ...of,
              key: keyOf(contact, call.who),
              who: call.who,
              state,
              doneAt,
            }
          }),
          ...nextOf(contacts, step, postOf(call, step, steps), calls, chains).map(
            (next): CallRow => ({ ...next, ...of, state, doneAt: null }),
          ),
        ]
      })
    })
}

/** An owner has nothing to be rung for when none of their steps is open. */
function ofOwners(
  { steps, calls }: Pick<BoardIncident, 'steps' | 'calls'>,
  { posts }: People,
  shownId: string | null,
  chains: Chains,
): CallRow[] {
  const roles = new Map(
    steps
      .filter((step) => isOpen(step) || isDone(step))
      .map((step) => [step.roleId, step.role] as const),
  )
  return [...roles].flatMap(([roleId, role]) => {
    const owners = (posts?.[roleId] ?? [])
      .filter(({ phone }) => phone !== '')
      .map(({ person, phone }): Contact => ({ person, number: phone }))
    const open = steps.filter((step) => step.roleId === roleId && isOpen(step))
    const shown = open.find((step) => step.id === shownId && step.calls.length === 0)
    const step = shown ?? open[0]
    const state = open.length === 0 ? 'done' : shown ? 'now' : 'todo'
    const of = { stepId: step?.id ?? null, role: roleId }
    return [
      ...owners.map((owner): CallRow => ({
        ...owner,
        ...of,
        key: keyOf(owner, role),
        who: role,
        state,
        doneAt: rungAt(calls, owner.person, owner.number),
      })),
      ...(step && owners.length > 0
        ? nextOf(owners, step, roleId, calls, chains).map((next): CallRow => ({
            ...next,
            ...of,
            state,
            doneAt: null,
          }))
        : []),
    ]
  })
}

/** Numbers of units outside that the site has on file here, whatever the plans ring. */
const ofUnits = ({ posts, contacts }: People): CallRow[] =>
  Object.entries(OUTSIDE_UNITS).flatMap(([id, { name }]) => {
    const filed: readonly Contact[] = contacts
      ? contacts
          .filter(({ category, elsewhere }) => category === id && !elsewhere)
          .flatMap((contact) => numbersOf(contact, name))
      : (posts?.[id] ?? [])
          .filter(({ phone }) => phone !== '')
          .map(({ person, phone }) => ({ person: personOf(person, name), number: phone }))
    return filed.map((contact): CallRow => ({
      ...contact,
      key: `${contact.number} ${contact.person}`,
      who: name,
      state: 'spare',
      doneAt: null,
      stepId: null,
      role: null,
    }))
  })

const ORDER = { now: 0, todo: 1, spare: 2, done: 3 } as const
/** Numbers of the whole country that save lives: before all others, in this order. */
const EMERGENCY: readonly (string | null)[] = ['119', '110', '120']

/** Of what is still to be rung the emergency numbers first; else by state. */
function rankOf({ number, state }: CallRow): number {
  const emergency = EMERGENCY.indexOf(number)
  return emergency >= 0 && (state === 'now' || state === 'todo')
    ? emergency - EMERGENCY.length
    : ORDER[state]
}

const NO_CHAINS: Chains = { chains: [], now: 0 }

/**
 * 119, 110 and 120 first, then the one to ring now; those that are done with last. A number that is
 * open anywhere is open.
 */
export function callRows(
  incident: Pick<BoardIncident, 'steps' | 'calls'>,
  people: People,
  shownId: string | null,
  chains: Chains = NO_CHAINS,
): readonly CallRow[] {
  const best = new Map<string, CallRow>()
  const asPlanned = [
    ...ofSteps(incident, people, shownId, chains),
    ...ofOwners(incident, people, shownId, chains),
  ]
  const others = ofUnits(people).filter(
    (spare) => !asPlanned.some(({ number }) => number === spare.number),
  )
  for (const row of [...asPlanned, ...others]) {
    const listed = best.get(row.key)
    if (!listed || ORDER[row.state] < ORDER[listed.state]) best.set(row.key, row)
  }
  return [...best.values()].sort((a, b) => rankOf(a) - rankOf(b))
}
