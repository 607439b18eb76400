/** Decides what the duty roster becomes: its shifts, and who is entered for them. */
import { accept, unreachable, type Decision } from '../decision.ts'
import {
  nothingToCopy,
  unknownPersons,
  unknownPosts,
  unknownShifts,
  wouldOverwrite,
} from '../roster/refusals.ts'
import { isHere, personIn, type Register } from '../roster/register.ts'
import {
  datePlus,
  datesFrom,
  EMPTY_DUTY,
  entriesOf,
  runsOn,
  standingEntries,
  type DutyEntry,
  type DutyRoster,
  type Shift,
} from './roster.ts'
import type { DutyEvent } from './stream.ts'

/** `isNew`: the id was made for this command. */
export type SetShift = { type: 'SetShift'; shift: Shift; isNew: boolean }
/** All of them are new, or none is made. */
export type MakeShifts = { type: 'MakeShifts'; shifts: readonly Shift[] }
export type RemoveShift = { type: 'RemoveShift'; shiftId: string }
export type SetDuty = { type: 'SetDuty'; entries: readonly DutyEntry[] }
/** `days` days from `from` on, to `to` and the days after it, as they stood before. */
export type CopyDuty = {
  type: 'CopyDuty'
  from: string
  days: number
  to: string
  overwrite: boolean
}
/** Takes a person out of every day after `after`: they have left. */
export type ClearPerson = { type: 'ClearPerson'; personId: string; after: string }
export type DutyCommand = SetShift | MakeShifts | RemoveShift | SetDuty | CopyDuty | ClearPerson

/** `sitePosts`: every post that a shift may fill. */
export type AroundDuty = { register: Register | null; sitePosts: ReadonlySet<string> }

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)]

/** A post that is named twice counts once. */
function setShift(
  duty: DutyRoster,
  { shift, isNew }: SetShift,
  { sitePosts }: AroundDuty,
): Decision<DutyEvent> {
  const before = duty.shifts.find(({ id }) => id === shift.id)
  if (!isNew && !before) return unknownShifts([shift.id])
  const posts = unique(shift.posts)
  const unknown = posts.filter((id) => !sitePosts.has(id) && !before?.posts.includes(id))
  return unknown.length > 0
    ? unknownPosts(unknown)
    : accept({ type: 'ShiftSet', shift: { ...shift, posts } })
}

function makeShifts(
  duty: DutyRoster,
  { shifts }: MakeShifts,
  around: AroundDuty,
): Decision<DutyEvent> {
  const events: DutyEvent[] = []
  for (const shift of shifts) {
    const decision = setShift(duty, { type: 'SetShift', shift, isNew: true }, around)
    if (!decision.ok) return decision
    events.push(...decision.events)
  }
  return accept(...events)
}

/** A person who left may be cleared, and entered no more. */
function setDuty(
  duty: DutyRoster,
  { entries }: SetDuty,
  { register }: AroundDuty,
): Decision<DutyEvent> {
  const shifts = new Map(duty.shifts.map((shift) => [shift.id, shift]))
  const noShifts = entries.filter(({ shiftId }) => !shifts.has(shiftId))
  if (noShifts.length > 0) return unknownShifts(unique(noShifts.map(({ shiftId }) => shiftId)))
  const noPosts = entries.filter(
    ({ shiftId, postId, persons }) =>
      persons.length > 0 && !shifts.get(shiftId)?.posts.includes(postId),
  )
  if (noPosts.length > 0) return unknownPosts(unique(noPosts.map(({ postId }) => postId)))
  const strangers = entries
    .flatMap(({ persons }) => persons)
    .filter((id) => !isHere(personIn(register, id)))
  if (strangers.length > 0) return unknownPersons(unique(strangers))
  return accept({
    type: 'DutySet',
    entries: entries.map((entry) => ({ ...entry, persons: unique(entry.persons) })),
  })
}

/**
 * The days become what the others were, empty places too. Whoever has left does not come along, nor
 * who stood at a post that the shift fills no more; and a shift is not copied to a day on which it
 * does not run.
 */
function copyDuty(
  duty: DutyRoster,
  { from, days, to, overwrite }: CopyDuty,
  { register }: AroundDuty,
): Decision<DutyEvent> {
  const until = datePlus(to, days - 1)
  const targets = new Set(datesFrom(to, until))
  const before = standingEntries(duty, (date) => targets.has(date))
  const copied = datesFrom(from, datePlus(from, days - 1)).flatMap((date, index) => {
    const target = datePlus(to, index)
    return standingEntries(duty, (other) => other === date).flatMap((entry): DutyEntry[] => {
      const shift = duty.shifts.find(({ id }) => id === entry.shiftId)
      const persons = entry.persons.filter((id) => isHere(personIn(register, id)))
      return shift && runsOn({ ...duty, days: {} }, shift, target) && persons.length > 0
        ? [{ ...entry, date: target, persons }]
        : []
    })
  })
  if (copied.length === 0) return nothingToCopy()
  const dates = unique(before.map(({ date }) => date))
  if (dates.length > 0 && !overwrite) return wouldOverwrite(dates)
  const cleared = before
    .filter(
      ({ date, shiftId, postId }) =>
        !copied.some(
          (entry) => entry.date === date && entry.shiftId === shiftId && entry.postId === postId,
        ),
    )
    .map((entry) => ({ ...entry, persons: [] }))
  return accept({ type: 'DutySet', entries: [...copied, ...cleared] })
}

function clearPerson(duty: DutyRoster, { personId, after }: ClearPerson): Decision<DutyEvent> {
  const entries = entriesOf(duty, (date) => date > after)
    .filter(({ persons }) => persons.includes(personId))
    .map((entry) => ({ ...entry, persons: entry.persons.filter((id) => id !== personId) }))
  return entries.length > 0 ? accept({ type: 'DutySet', entries }) : accept()
}

/**
 * What becomes of the duty roster. Refusals: `unknown-shift`, `unknown-post`, `unknown-person`,
 * `would-overwrite`, and `nothing-changed` where there is nothing to copy.
 */
export function decideDuty(
  state: DutyRoster | null,
  command: DutyCommand,
  around: AroundDuty,
): Decision<DutyEvent> {
  const duty = state ?? EMPTY_DUTY
  switch (command.type) {
    case 'SetShift':
      return setShift(duty, command, around)
    case 'MakeShifts':
      return makeShifts(duty, command, around)
    case 'RemoveShift':
      return duty.shifts.some(({ id }) => id === command.shiftId)
        ? accept({ type: 'ShiftRemoved', shiftId: command.shiftId })
        : unknownShifts([command.shiftId])
    case 'SetDuty':
      return setDuty(duty, command, around)
    case 'CopyDuty':
      return copyDuty(duty, command, around)
    case 'ClearPerson':
      return clearPerson(duty, command)
    default:
      return unreachable(command)
  }
}
