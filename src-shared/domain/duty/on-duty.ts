/**
 * Who is on duty: the one function that says it, for the ladder, calls, the board and the wall. A
 * post that shifts name is held by whoever is entered for the shift that runs; nobody entered is a
 * gap, and not whoever holds the post for good. A post that no shift names is held by those who
 * hold it for good. Where nobody is left, the post's substitutes stand in, in their order; then
 * whoever is on at a post of the site that stands for it (docs/adr/0029).
 */
import { instantOf, localDate, startOfDate } from '../calendar.ts'
import type { Roster } from '../incident/record/world.ts'
import { isHere, leaveOn, personIn, type Person, type Register } from '../roster/register.ts'
import { HOUR_MS, MINUTE_MS } from '../units.ts'
import { datePlus, EMPTY_DUTY, enteredFor, runsOn, type DutyRoster, type Shift } from './roster.ts'

/** A shift on one of its days: from `since` until before `until`, UTC ms. */
export type ShiftTime = { shift: Shift; date: string; since: number; until: number }
/** `substitute`: stands in for who is not there. `standsIn`: comes from this post of the site. */
export type OnDuty = { person: Person; substitute?: true; standsIn?: string }
/** Who is on at each post, in the order of the roster; several by the order in which they come. */
export type Presence = Readonly<Record<string, readonly OnDuty[]>>

/** How far ahead a next change is looked for; it is looked for again then. */
const DAYS_AHEAD = 8

const timeOf = (time: string): number =>
  Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3, 5)) * MINUTE_MS

/** When a shift that begins on this local date ends, UTC ms. */
export const shiftEnd = (
  { begins, ends }: Pick<Shift, 'begins' | 'ends'>,
  date: string,
  zone: string,
): number => instantOf(ends > begins ? date : datePlus(date, 1), timeOf(ends), zone)

/**
 * A shift that begins on this local date, by instants: midnight and a changed clock lie where they
 * lie, so a night may last 11 or 13 hours.
 */
export const shiftTime = (shift: Shift, date: string, zone: string): ShiftTime => ({
  shift,
  date,
  since: instantOf(date, timeOf(shift.begins), zone),
  until: shiftEnd(shift, date, zone),
})

const shiftsOn = (duty: DutyRoster, date: string, zone: string): readonly ShiftTime[] =>
  duty.shifts
    .filter((shift) => runsOn(duty, shift, date))
    .map((shift) => shiftTime(shift, date, zone))

/** The shifts that run at `now` (UTC ms), those that began first in front. */
export function runningShifts(
  duty: DutyRoster | null,
  zone: string,
  now: number,
): readonly ShiftTime[] {
  const today = localDate(now, zone)
  return [datePlus(today, -1), today]
    .flatMap((date) => shiftsOn(duty ?? EMPTY_DUTY, date, zone))
    .filter(({ since, until }) => since <= now && now < until)
}

/** The shifts that begin next after `now` (UTC ms), all at one instant. */
export function nextShifts(
  duty: DutyRoster | null,
  zone: string,
  now: number,
): readonly ShiftTime[] {
  const today = localDate(now, zone)
  const ahead = Array.from({ length: DAYS_AHEAD }, (_, days) => datePlus(today, days))
    .flatMap((date) => shiftsOn(duty ?? EMPTY_DUTY, date, zone))
    .filter(({ since }) => since > now)
  const first = Math.min(...ahead.map(({ since }) => since))
  return ahead.filter(({ since }) => since === first)
}

/** Those of these persons who are here and, on this local date, not on leave; each once. */
const present = (register: Register, ids: readonly string[], date: string): readonly Person[] =>
  [...new Set(ids)].flatMap((id) => {
    const person = personIn(register, id)
    return isHere(person) && !leaveOn(register, id, date) ? [person] : []
  })

/** Whoever is entered for a post of a shift, and there: leave goes by the day of the shift. */
export const presentOn = (
  { register, duty }: { register: Register; duty: DutyRoster },
  { shift, date }: Pick<ShiftTime, 'shift' | 'date'>,
  postId: string,
): readonly Person[] => present(register, enteredFor(duty, date, shift.id, postId), date)

/** Whoever may stand in at a post on this local date, in the order that the site has set. */
export const substitutesOf = (
  register: Register,
  postId: string,
  date: string,
): readonly Person[] =>
  present(register, register.posts.find(({ id }) => id === postId)?.substitutes ?? [], date)

/**
 * Everybody who is on at `now` (UTC ms), post by post; null where nobody was ever named. Local
 * dates are those of the zone.
 */
export function presenceAt(
  register: Register | null,
  duty: DutyRoster | null,
  zone: string,
  now: number,
): Presence | null {
  if (!register?.begun) return null
  const around = { register, duty: duty ?? EMPTY_DUTY }
  const today = localDate(now, zone)
  const running = runningShifts(duty, zone, now)
  const byShift = new Set(around.duty.shifts.flatMap(({ posts }) => posts))
  const substitutes = new Map(register.posts.map((post) => [post.id, post.substitutes]))

  function peopleOf(postId: string): readonly OnDuty[] {
    const holders = (around.register.holders[postId] ?? []).map(({ person }) => person)
    const people = byShift.has(postId)
      ? running
          .filter(({ shift }) => shift.posts.includes(postId))
          .flatMap((time) => presentOn(around, time, postId))
      : present(around.register, holders, today)
    if (people.length > 0) return [...new Set(people)].map((person) => ({ person }))
    return present(around.register, substitutes.get(postId) ?? [], today).map((person) => ({
      person,
      substitute: true,
    }))
  }

  const presence: Record<string, readonly OnDuty[]> = {}
  const posts = [...Object.keys(register.holders), ...byShift, ...substitutes.keys()]
  for (const post of posts) presence[post] ??= peopleOf(post)
  for (const { id, standsFor } of register.posts)
    for (const post of standsFor) {
      const people = presence[id] ?? []
      const others = presence[post] ?? []
      if (others.every(({ standsIn }) => standsIn !== undefined))
        presence[post] = [...others, ...people.map((entry) => ({ ...entry, standsIn: id }))]
    }
  return presence
}

/** Post → the names of those who are on; null: the site keeps no roster. */
export const namesOf = (presence: Presence | null): Roster | null =>
  presence &&
  Object.fromEntries(
    Object.entries(presence).map(([post, people]) => [
      post,
      people.map(({ person }) => person.name),
    ]),
  )

/** The roster at `now` (UTC ms) as every rule asks for it; null: the site keeps none. */
export const onDuty = (
  register: Register | null,
  duty: DutyRoster | null,
  zone: string,
  now: number,
): Roster | null => namesOf(presenceAt(register, duty, zone, now))

/** The next local date after `today` on which somebody goes on leave or comes back. */
function nextLeave({ leave }: Register, today: string): string | null {
  const dates = leave
    .flatMap(({ from, until }) => [from, datePlus(until, 1)])
    .filter((date) => date > today)
  return dates.sort()[0] ?? null
}

/**
 * The next instant (UTC ms, after `now`) at which who is on duty may be another; null: none is
 * foreseen. Where the next shift lies further ahead than a week, the instant to look again.
 */
export function nextChange(
  register: Register | null,
  duty: DutyRoster | null,
  zone: string,
  now: number,
): number | null {
  const roster = duty ?? EMPTY_DUTY
  const today = localDate(now, zone)
  const leave = register && nextLeave(register, today)
  const dates = Array.from({ length: DAYS_AHEAD + 1 }, (_, days) => datePlus(today, days - 1))
  const instants = [
    ...(leave ? [startOfDate(leave, zone)] : []),
    ...dates
      .flatMap((date) => shiftsOn(roster, date, zone))
      .flatMap(({ since, until }) => [since, until]),
    ...(roster.shifts.length > 0 ? [startOfDate(datePlus(today, DAYS_AHEAD), zone)] : []),
  ].filter((at) => at > now)
  return instants.length > 0 ? Math.min(...instants) : null
}
