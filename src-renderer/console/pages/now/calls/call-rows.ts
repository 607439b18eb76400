/**
 * Gathers whom to ring for an incident: the numbers of its steps, or of the posts they call, then
 * the owners of what is open, then the site's other numbers outside. Each comes once.
 */
import { OUTSIDE_UNITS, personOf } from '#shared/domain/roster/outside-units.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { BoardIncident, BoardStep } from '#shared/domain/board/types.ts'
import {
  contactsOf,
  numbersOf,
  type Contact,
  type People,
} from '#renderer/console/base/contacts.ts'

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
}

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

function ofSteps(
  steps: readonly BoardStep[],
  calls: Calls,
  people: People,
  shownId: string | null,
): CallRow[] {
  return steps
    .filter((step) => isOpen(step) || isDone(step))
    .flatMap((step) =>
      step.calls.flatMap((call) =>
        contactsOf(call, step, steps, people).map((contact, _, all): CallRow => {
          const { person, number } = contact
          const doneAt = rungAt(calls, person, number) ?? rungBy(step, contact, all.length > 1)
          return {
            ...contact,
            key: `${number ?? ''} ${person ?? call.who.zh}`,
            who: call.who,
            state: isDone(step) ? 'done' : step.id === shownId ? 'now' : 'todo',
            doneAt,
          }
        }),
      ),
    )
}

/** An owner has nothing to be rung for when none of their steps is open. */
function ofOwners(
  steps: readonly BoardStep[],
  calls: Calls,
  { posts }: People,
  shownId: string | null,
): CallRow[] {
  const roles = new Map(
    steps
      .filter((step) => isOpen(step) || isDone(step))
      .map((step) => [step.roleId, step.role] as const),
  )
  return [...roles].flatMap(([roleId, role]) =>
    (posts?.[roleId] ?? [])
      .filter(({ phone }) => phone !== '')
      .map(({ person, phone }): CallRow => {
        const open = steps.filter((step) => step.roleId === roleId && isOpen(step))
        return {
          key: `${phone} ${person}`,
          who: role,
          person,
          number: phone,
          state:
            open.length === 0
              ? 'done'
              : open.some((step) => step.id === shownId && step.calls.length === 0)
                ? 'now'
                : 'todo',
          doneAt: rungAt(calls, person, phone),
        }
      }),
  )
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
    }))
  })

const ORDER = { now: 0, todo: 1, spare: 2, done: 3 } as const

/**
 * The one to ring now first, those that are done with last. A number that is open anywhere is open.
 */
export function callRows(
  incident: Pick<BoardIncident, 'steps' | 'calls'>,
  people: People,
  shownId: string | null,
): readonly CallRow[] {
  const best = new Map<string, CallRow>()
  const asPlanned = [
    ...ofSteps(incident.steps, incident.calls, people, shownId),
    ...ofOwners(incident.steps, incident.calls, people, shownId),
  ]
  const others = ofUnits(people).filter(
    (spare) => !asPlanned.some(({ number }) => number === spare.number),
  )
  for (const row of [...asPlanned, ...others]) {
    const listed = best.get(row.key)
    if (!listed || ORDER[row.state] < ORDER[listed.state]) best.set(row.key, row)
  }
  return [...best.values()].sort((a, b) => ORDER[a.state] - ORDER[b.state])
}
