/**
 * Decides what the rows of a list make of the register of people, each by the rule of a single
 * person: what a row does not say stays, and nobody is taken away.
 */
import type { Refusal } from '../decision.ts'
import type { ImportedRow } from '../imported-row.ts'
import { isSealed, type Guarded } from '../sealed.ts'
import type { LocalizedText } from '../text.ts'
import { decideRoster, type AroundRegister, type RosterCommand } from './decide.ts'
import { evolveRegister, type RosterEvent } from './events.ts'
import { EMPTY_REGISTER, personIn, postsHeldBy, type Phone, type Register } from './register.ts'

/**
 * A row with the ids that it means. `isNew`: of somebody who is not in the register. `posts`: ids;
 * `newPosts`: those that the site makes for it. `groups`: by their names.
 */
export type PeopleRow = {
  row: number
  id: string
  isNew: boolean
  name: Guarded
  phones?: readonly Phone[]
  posts?: readonly string[]
  newPosts?: readonly { id: string; name: LocalizedText }[]
  groups?: readonly { id: string; name: LocalizedText }[]
}
export type PeopleRows = { rows: readonly ImportedRow[]; events: readonly RosterEvent[] }

const isSame = (a: Guarded, b: Guarded): boolean =>
  isSealed(a) || isSealed(b) ? isSealed(a) && isSealed(b) && a.sealed === b.sealed : a === b
const samePhones = (some: readonly Phone[], others: readonly Phone[]): boolean =>
  some.length === others.length &&
  some.every((phone, index) => {
    const other = others[index]
    return other !== undefined && other.kind === phone.kind && isSame(other.number, phone.number)
  })
const samePosts = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((post) => others.includes(post))

/** The commands that a row stands for, on the register as the rows before it leave it. */
function commandsOf(row: PeopleRow, register: Register): RosterCommand[] {
  const { id, isNew, name, newPosts = [], groups = [] } = row
  const before = personIn(register, id)
  const heldBefore = postsHeldBy(register, id)
  const posts = row.posts ? [...row.posts, ...newPosts.map((post) => post.id)] : heldBefore
  const phones = row.phones ?? before?.phones ?? []
  const isThere =
    before !== undefined &&
    isSame(before.name, name) &&
    samePhones(before.phones, phones) &&
    samePosts(heldBefore, posts)
  return [
    ...newPosts
      .filter((post) => !register.posts.some((known) => known.id === post.id))
      .map((post): RosterCommand => ({
        type: 'SetPost',
        post: { ...post, standsFor: [], substitutes: [] },
        isNew: true,
      })),
    ...(isThere
      ? []
      : [{ type: 'SetPerson', person: { id, name, phones }, posts, isNew } as const]),
    ...groups.flatMap((group): RosterCommand[] => {
      const known = register.groups.find((candidate) => candidate.id === group.id)
      if (known?.members.includes(id)) return []
      const members = [...(known?.members ?? []), id]
      const next = { ...group, ...known, lead: known?.lead ?? null, members }
      return [{ type: 'SetGroup', group: next, isNew: !known }]
    }),
  ]
}

/** Row by row, what becomes of it; `events`: what follows from all that can be taken. */
export function decidePeopleRows(
  state: Register | null,
  rows: readonly PeopleRow[],
  around: AroundRegister,
): PeopleRows {
  let register = state ?? EMPTY_REGISTER
  const events: RosterEvent[] = []

  function take(row: PeopleRow): ImportedRow {
    let next = register
    const added: RosterEvent[] = []
    for (const command of commandsOf(row, register)) {
      const decision = decideRoster(next, command, around)
      if (!decision.ok) return { row: row.row, outcome: 'refused', message: faultOf(decision) }
      for (const event of decision.events) next = evolveRegister(next, { ...event, at: 0, by: '' })
      added.push(...decision.events)
    }
    register = next
    events.push(...added)
    const outcome = row.isNew ? 'new' : added.length > 0 ? 'changed' : 'same'
    return { row: row.row, outcome, message: null }
  }
  return { rows: rows.map(take), events }
}
const faultOf = ({ message }: Refusal): LocalizedText => message
