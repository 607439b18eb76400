/**
 * The stream of the duty roster. Its document holds the last three months and what lies ahead; who
 * stood there before is in the events.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import {
  datePlus,
  EMPTY_DUTY,
  type DutyDays,
  type DutyEntry,
  type DutyRoster,
  type Shift,
} from './roster.ts'

export type ShiftSet = { type: 'ShiftSet'; shift: Shift }
/** With everything that was entered for it. */
export type ShiftRemoved = { type: 'ShiftRemoved'; shiftId: string }
/** Each entry replaces who stood there; an empty one clears. */
export type DutySet = { type: 'DutySet'; entries: readonly DutyEntry[] }
export type DutyEvent = ShiftSet | ShiftRemoved | DutySet

/** How many days back the document goes: a month whose report is written, and the one before. */
export const DAYS_BACK = 93

type Mutable = Record<string, Record<string, Record<string, readonly string[]>>>

/** Nothing empty stands in it, and no part of `days` is changed. */
function withEntries(days: DutyDays, entries: readonly DutyEntry[]): DutyDays {
  const next: Mutable = { ...days }
  const fresh = new Set<string>()
  for (const { date, shiftId, postId, persons } of entries) {
    const day = { ...next[date] }
    // of each day and shift one copy, however many entries it has
    const shift = fresh.has(`${date} ${shiftId}`) ? (day[shiftId] ?? {}) : { ...day[shiftId] }
    fresh.add(`${date} ${shiftId}`)
    if (persons.length > 0) shift[postId] = persons
    else delete shift[postId]
    if (Object.keys(shift).length > 0) day[shiftId] = shift
    else delete day[shiftId]
    if (Object.keys(day).length > 0) next[date] = day
    else delete next[date]
  }
  return next
}

const withoutShift = (days: DutyDays, shiftId: string): DutyDays =>
  Object.fromEntries(
    Object.entries(days).flatMap(([date, day]) => {
      const rest = Object.entries(day).filter(([id]) => id !== shiftId)
      return rest.length > 0 ? [[date, Object.fromEntries(rest)]] : []
    }),
  )

/** The duty roster after one more event, however long it is ago. */
export function evolveDuty(state: DutyRoster | null, event: Recorded<DutyEvent>): DutyRoster {
  const duty = state ?? EMPTY_DUTY
  switch (event.type) {
    case 'ShiftSet': {
      const isKnown = duty.shifts.some(({ id }) => id === event.shift.id)
      return {
        ...duty,
        shifts: isKnown
          ? duty.shifts.map((shift) => (shift.id === event.shift.id ? event.shift : shift))
          : [...duty.shifts, event.shift],
      }
    }
    case 'ShiftRemoved':
      return {
        shifts: duty.shifts.filter(({ id }) => id !== event.shiftId),
        days: withoutShift(duty.days, event.shiftId),
      }
    case 'DutySet':
      return { ...duty, days: withEntries(duty.days, event.entries) }
    default:
      return unreachable(event)
  }
}

/** Without the days that lie too far back; `at`: UTC ms of the event that makes it look. */
function recent(duty: DutyRoster, at: number): DutyRoster {
  const first = datePlus(new Date(at).toISOString().slice(0, 10), -DAYS_BACK)
  const dates = Object.keys(duty.days)
  if (dates.every((date) => date >= first)) return duty
  return {
    ...duty,
    days: Object.fromEntries(Object.entries(duty.days).filter(([date]) => date >= first)),
  }
}

/** Null before the first event. */
export const dutyStream = defineStream<DutyRoster | null, DutyEvent, { duty: DutyRoster }>({
  name: 'duty',
  initial: () => null,
  evolve: (state, event) => recent(evolveDuty(state, event), event.at),
  documents: {
    duty: {
      of: (duty) => duty,
      name: localized('排班', 'the duty roster'),
      hasForm: is.fields<DutyRoster>({
        shifts: is.list(
          is.fields<Shift>({
            id: is.words,
            name: is.text,
            begins: is.words,
            ends: is.words,
            minimum: is.number,
            posts: is.list(is.words),
            weekdays: is.maybe(is.list(is.number)),
            controlRoom: is.maybe(is.oneOf([true])),
          }),
        ),
        days: is.map(is.map(is.map(is.list(is.words)))),
      }),
    },
  },
})
