/**
 * A station that keeps a register of people and duty as the test gives it: it takes what the page
 * sends, and answers what it then holds. It decides nothing.
 */
import type { Input } from '#shared/contract/contract.ts'
import type { DutyRead, ShiftRead } from '#shared/contract/duty.ts'
import type { LeaveRead, PeopleRead, PersonRead, PostRead } from '#shared/contract/people.ts'
import { localized } from '#shared/domain/text.ts'
import { accepted } from './desk.ts'

export const person = (id: string, name: string, part: Partial<PersonRead> = {}): PersonRead => ({
  ...{ id, name, phones: [], posts: [], onLeave: null, left: false },
  ...part,
})
export const postRead = (id: string, name: string, part: Partial<PostRead> = {}): PostRead => ({
  ...{ id, name: localized(name, name), kind: 'person', ofSite: false, outside: false },
  documents: [localized('大厅预案', 'Hall plans')],
  ...{ standsFor: [], substitutes: [], minimum: null, necessary: false },
  ...part,
})
export const shift = (id: string, name: string, part: Partial<ShiftRead> = {}): ShiftRead => ({
  ...{ id, name: localized(name, name), begins: '08:00', ends: '20:00', minimum: 1 },
  ...{ posts: ['guard'], weekdays: null, least: part.minimum ?? 1 },
  ...part,
})
export const away = (personId: string, from: string, until: string): LeaveRead => ({
  ...{ id: `leave-${personId}`, personId, from, until, reason: null },
})

type Held = Pick<DutyRead, 'shifts' | 'gaps' | 'now' | 'next'> & PeopleRead
type Entry = { date: string; shiftId: string; postId: string; persons: string[] }

export const HALL: Held = {
  persons: [
    person('p1', '周敏', { posts: ['guard'], phones: [{ number: '13800000001', kind: 'mobile' }] }),
    person('p2', '单小虎', { posts: ['guard'] }),
    person('p3', '李娜', { posts: ['head'], phones: [{ number: '8003', kind: 'short' }] }),
    person('p4', '张梅'),
  ],
  posts: [
    postRead('guard', '保安'),
    postRead('head', '主管'),
    postRead('medic', '急救员'),
    postRead('site-lift', '电梯维保', { ofSite: true, outside: true, documents: [] }),
  ],
  groups: [],
  leave: [],
  shifts: [shift('day', '白班'), shift('night', '夜班', { begins: '20:00', ends: '08:00' })],
  gaps: [],
  ...{ now: [], next: [] },
}

/** `entries`: who stands where at first. */
export function registerStation(part: Partial<Held> = {}, entries: readonly Entry[] = []) {
  const state: Held = { ...HALL, ...part }
  const cells = new Map(entries.map((entry) => [keyOf(entry), entry]))
  let count = 0
  const nameOf = (id: string): string => state.persons.find((row) => row.id === id)?.name ?? ''
  const withId = <R extends { id: string }>(rows: readonly R[], row: R): R[] =>
    rows.some(({ id }) => id === row.id)
      ? rows.map((other) => (other.id === row.id ? row : other))
      : [...rows, row]

  const answers = {
    'people/read': () =>
      accepted<'people/read'>({
        ...{ persons: state.persons, posts: state.posts, groups: state.groups, leave: state.leave },
      }),
    'people/person-set': (input: Input<'people/person-set'>) => {
      const id = input.id ?? `new-${++count}`
      const phones = input.phones.map(({ number, kind = 'mobile' }) => ({ number, kind }))
      const row = person(id, input.name, { posts: input.posts, phones })
      state.persons = withId(state.persons, row)
      return accepted<'people/person-set'>({ id })
    },
    'duty/read': (input: Input<'duty/read'>) => {
      const { from = '2026-11-23', until = '2026-11-29' } = input ?? {}
      return accepted<'duty/read'>({
        ...{
          from,
          until,
          shifts: state.shifts,
          gaps: state.gaps,
          now: state.now,
          next: state.next,
        },
        days: [...cells.values()]
          .filter(({ date, persons }) => date >= from && date <= until && persons.length > 0)
          .map((entry) => ({
            ...entry,
            persons: entry.persons.map((id) => ({ id, name: nameOf(id) })),
          })),
      })
    },
    'duty/set': (input: Input<'duty/set'>) => {
      for (const entry of input.entries) cells.set(keyOf(entry), entry)
      return accepted<'duty/set'>({})
    },
  }
  return { state, cells, answers }
}
const keyOf = ({ date, shiftId, postId }: Entry): string => `${date} ${shiftId} ${postId}`
