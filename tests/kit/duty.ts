/** A register of people and a duty roster for tests: persons by their name, posts by their id. */
import type { DutyEntry, DutyRoster, Shift } from '#shared/domain/duty/roster.ts'
import { evolveDuty, type DutyEvent } from '#shared/domain/duty/stream.ts'
import { evolveRegister, type RosterEvent } from '#shared/domain/roster/events.ts'
import type { Register } from '#shared/domain/roster/register.ts'
import { localized } from '#shared/domain/text.ts'
import { META } from './decider.ts'

/** A person whose id is their name; `posts`: those that they hold for good. */
export const person = (name: string, ...posts: readonly string[]): RosterEvent => ({
  type: 'PersonSet',
  person: { id: name, name, phones: [{ number: `138 ${name}`, kind: 'mobile' }] },
  posts,
})
export const substitutes = (post: string, ...names: readonly string[]): RosterEvent => ({
  type: 'PostSet',
  post: { id: post, name: null, standsFor: [], substitutes: names },
})
export const onLeave = (name: string, from: string, until: string): RosterEvent => ({
  type: 'LeaveSet',
  leave: { id: `${name} ${from}`, personId: name, from, until, reason: null },
})
export const registerAfter = (...events: readonly RosterEvent[]): Register | null =>
  events.reduce<Register | null>(
    (register, event) => evolveRegister(register, { ...event, ...META }),
    null,
  )

export const shift = (
  id: string,
  [begins, ends]: readonly [string, string],
  posts: readonly string[],
  part: Partial<Shift> = {},
): Shift => ({ id, name: localized(id, id), begins, ends, minimum: 0, posts, ...part })
export const entry = (
  date: string,
  shiftId: string,
  postId: string,
  ...persons: readonly string[]
): DutyEntry => ({ date, shiftId, postId, persons })
export const dutyAfter = (...events: readonly DutyEvent[]): DutyRoster | null =>
  events.reduce<DutyRoster | null>((duty, event) => evolveDuty(duty, { ...event, ...META }), null)

export const dutyWith = (
  shifts: readonly Shift[],
  entries: readonly DutyEntry[],
): DutyRoster | null =>
  dutyAfter(...shifts.map((entered) => ({ type: 'ShiftSet' as const, shift: entered })), {
    type: 'DutySet',
    entries,
  })
