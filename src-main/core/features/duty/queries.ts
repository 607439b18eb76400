/** Handlers that read the duty roster: its days and gaps, and who is on now and next. */
import type { DutyNow, DutyRead, RunningShift } from '#shared/contract/duty.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { gaps } from '#shared/domain/duty/gaps.ts'
import {
  nextShifts,
  presenceAt,
  presentOn,
  runningShifts,
  type OnDuty,
  type ShiftTime,
} from '#shared/domain/duty/on-duty.ts'
import {
  datePlus,
  EMPTY_DUTY,
  entriesOf,
  isoWeekday,
  leastOf,
  withControlRoom,
  type DutyRoster,
} from '#shared/domain/duty/roster.ts'
import { DAYS_BACK, dutyStream, evolveDuty, type DutyEvent } from '#shared/domain/duty/stream.ts'
import { EMPTY_REGISTER, numberAt, personIn, type Person } from '#shared/domain/roster/register.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { postNames } from '../people/names.ts'
import { phonesRead } from '../people/phones.ts'
import { policiesAt } from '../readiness/around.ts'
import { controlRoomPersons } from './control-room.ts'
import { opened } from '../people/register.ts'

/** The duty roster with its days from this local date on; what lies far back is in the events. */
async function dutySince(
  first: string,
  { memory, journal, now }: QueryContext,
): Promise<DutyRoster> {
  const today = localDate(now(), memory.site.zone)
  const duty = memory.duty()
  // a day to spare: events are dated in UTC there
  if (!duty || first > datePlus(today, 1 - DAYS_BACK)) return duty ?? EMPTY_DUTY
  const events = await journal.events(dutyStream.nameOf(''))
  return events.reduce<DutyRoster>(
    (state, event) => evolveDuty(state, asRecorded<DutyEvent>(event)),
    EMPTY_DUTY,
  )
}

const personRead = (
  { person, substitute }: OnDuty,
  context: QueryContext,
): { id: string; name: string; substitute?: true } => ({
  id: person.id,
  name: opened(person.name, context),
  ...(substitute ? { substitute } : {}),
})

/** A shift with its people; where nobody is entered, with whoever stands in at `instant`. */
function shiftRead(time: ShiftTime, instant: number, context: QueryContext): RunningShift {
  const { memory } = context
  const around = {
    register: memory.register() ?? EMPTY_REGISTER,
    duty: memory.duty() ?? EMPTY_DUTY,
  }
  const presence = presenceAt(around.register, around.duty, memory.site.zone, instant)
  const nameOf = postNames(context)
  const { shift, date, since, until } = time
  return {
    ...{ shiftId: shift.id, name: shift.name, date, since, until },
    posts: shift.posts.map((postId) => {
      const entered = presentOn(around, time, postId).map((person): OnDuty => ({ person }))
      const others = (presence?.[postId] ?? []).filter(
        ({ substitute, standsIn }) => substitute ?? standsIn !== undefined,
      )
      return {
        postId,
        name: nameOf(postId),
        people: (entered.length > 0 ? entered : others).map((entry) => personRead(entry, context)),
      }
    }),
  }
}

const readDuty: QueryHandler<'duty/read'> = async (input, context) => {
  const { memory, now } = context
  const { zone } = memory.site
  const instant = now()
  const today = localDate(instant, zone)
  const monday = datePlus(today, 1 - isoWeekday(today))
  const from = input?.from ?? (input?.until ? datePlus(input.until, -6) : monday)
  const until = input?.until ?? datePlus(from, 6)
  const register = memory.register()
  const duty = await dutySince(from, context)
  const persons = controlRoomPersons(policiesAt(context))
  const reply: DutyRead = {
    from,
    until,
    shifts: duty.shifts.map(({ weekdays = null, ...shift }) => ({
      ...shift,
      ...{ weekdays, least: leastOf(shift, persons) },
    })),
    days: entriesOf(duty, (date) => from <= date && date <= until).map(({ persons, ...entry }) => ({
      ...entry,
      persons: persons.flatMap((id) => {
        const person = personIn(register, id)
        return person ? [{ id, name: opened(person.name, context) }] : []
      }),
    })),
    gaps: gaps(register, withControlRoom(duty, persons), from, until),
    now: runningShifts(memory.duty(), zone, instant).map((time) =>
      shiftRead(time, instant, context),
    ),
    next: nextShifts(memory.duty(), zone, instant).map((time) =>
      shiftRead(time, time.since, context),
    ),
  }
  return { ok: true, reply }
}

/** Their numbers, the one for this post in front. */
function phonesAt(
  postId: string,
  person: Person,
  context: QueryContext,
): ReturnType<typeof phonesRead> {
  const first = opened(numberAt(context.memory.register(), postId, person), context)
  const phones = phonesRead(person.phones, context)
  return [
    ...phones.filter(({ number }) => number === first),
    ...phones.filter(({ number }) => number !== first),
  ]
}

const readNow: QueryHandler<'duty/now'> = async (_input, context) => {
  const { memory, now } = context
  const { presence, until } = memory.whoIsOn(now())
  const nameOf = postNames(context)
  const reply: DutyNow = {
    until,
    posts:
      presence &&
      Object.entries(presence).map(([postId, people]) => ({
        postId,
        name: nameOf(postId),
        people: people.map((entry) => ({
          ...personRead(entry, context),
          phones: phonesAt(postId, entry.person, context),
        })),
      })),
  }
  return { ok: true, reply }
}

export const dutyQueries = { 'duty/read': readDuty, 'duty/now': readNow }
