/** Finds whom a power-cut sheet says to ring: for a step, outside, and of those on duty. */
import type { Board, BoardStep } from '../board/types.ts'
import type { Call } from '../plan/plan.ts'
import { OUTSIDE_UNITS, outsideUnitOf, personOf } from '../roster/outside-units.ts'
import type { SheetNumber } from './sheet.ts'

/** Who holds which post, and the contacts under their units, with their telephones in clear. */
export type SheetPosts = Readonly<Record<string, readonly { person: string; phone: string }[]>>

/** Posts as they are read for now: each person with the number that is rung first. */
export const heldNow = (
  posts: readonly {
    postId: string
    people: readonly { name: string; phones: readonly { number: string }[] }[]
  }[],
): SheetPosts =>
  Object.fromEntries(
    posts.map(({ postId, people }) => [
      postId,
      people.map(({ name, phones }) => ({ person: name, phone: phones[0]?.number ?? '' })),
    ]),
  )

/** Of a step that calls several, or is several people's: more have no room. */
const MOST_NUMBERS = 2
const MOST_UNITS = 6
const MOST_DUTY = 6
/** Whoever has no number on file is rung by the one that the whole country has. */
const EMERGENCY = ['outside-fire', 'outside-police', 'outside-ambulance'] as const

const numbersOf = (id: string, posts: SheetPosts): readonly string[] =>
  (posts[id] ?? []).flatMap(({ phone }) => (phone === '' ? [] : [phone]))

function calledNumbers({ number, who, role }: Call, posts: SheetPosts): readonly string[] {
  if (number !== null) return [number]
  const filed = role ? numbersOf(role, posts) : []
  if (filed.length > 0) return filed
  const unit = outsideUnitOf(who.zh)
  if (!unit) return []
  const ofUnit = numbersOf(unit.id, posts)
  return ofUnit.length > 0 || unit.number === null ? ofUnit : [unit.number]
}

/** Of the people who are on; of nobody in particular, all of the post. */
function ownNumbers({ roleId, people }: BoardStep, posts: SheetPosts): readonly string[] {
  const holders = posts[roleId] ?? []
  const on = holders.filter(({ person }) => people.includes(person))
  return (on.length > 0 ? on : holders).flatMap(({ phone }) => (phone === '' ? [] : [phone]))
}

/** Whom the step rings; where it rings nobody, whoever has to do it. */
export function numbersOfStep(step: BoardStep, posts: SheetPosts): readonly string[] {
  const called = step.calls.flatMap((call) => calledNumbers(call, posts))
  const numbers = step.calls.length > 0 ? called : ownNumbers(step, posts)
  return [...new Set(numbers)].slice(0, MOST_NUMBERS)
}

/** 119, 110 and 120 in any case, then the units outside that the site has a number of. */
export function unitNumbers(posts: SheetPosts): readonly SheetNumber[] {
  const isEmergency = (id: string): boolean => EMERGENCY.some((unit) => unit === id)
  const emergency = EMERGENCY.map((id): SheetNumber => ({
    who: OUTSIDE_UNITS[id].name,
    person: null,
    number: OUTSIDE_UNITS[id].number,
  }))
  const others = Object.entries(OUTSIDE_UNITS).flatMap(([id, { name }]) =>
    (isEmergency(id) ? [] : (posts[id] ?? [])).flatMap(({ person, phone }): SheetNumber[] =>
      phone === '' ? [] : [{ who: name, person: personOf(person, name), number: phone }],
    ),
  )
  return [...emergency, ...others].slice(0, MOST_UNITS)
}

/** Those on duty whose number is known, as the board orders them: desk, leader, command, others. */
export const dutyNumbers = (duty: Board['duty'], posts: SheetPosts): readonly SheetNumber[] =>
  duty
    .flatMap(({ roleId, role, people }) =>
      people.flatMap((person): SheetNumber[] => {
        const line = (posts[roleId] ?? []).find((holder) => holder.person === person)
        const number = line?.phone || phoneOf(person, posts)
        return number ? [{ who: role, person, number }] : []
      }),
    )
    .slice(0, MOST_DUTY)

/** Somebody who stands in at a post has his number where he belongs. */
const phoneOf = (person: string, posts: SheetPosts): string | null =>
  Object.values(posts)
    .flat()
    .find((line) => line.person === person && line.phone !== '')?.phone ?? null
