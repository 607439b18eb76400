/** The duty roster at its bounds: two of everything, the first and the last day, the minute. */
import { describe, expect, it } from 'vitest'
import { decideDuty, type DutyCommand } from '#shared/domain/duty/decide.ts'
import {
  nextChange,
  nextShifts,
  presenceAt,
  runningShifts,
  shiftTime,
} from '#shared/domain/duty/on-duty.ts'
import {
  datePlus,
  datesFrom,
  daysBetween,
  entriesOf,
  isoWeekday,
  runsOn,
  type DutyRoster,
} from '#shared/domain/duty/roster.ts'
import { dutyStream, evolveDuty } from '#shared/domain/duty/stream.ts'
import { META, recorded } from '../../kit/decider.ts'
import {
  dutyWith,
  entry,
  onLeave,
  person,
  registerAfter,
  shift,
  substitutes,
} from '../../kit/duty.ts'

const ZONE = 'Asia/Shanghai'
const at = (local: string): number => Date.parse(`${local}+08:00`)
const DAY = shift('day', ['08:05', '20:35'], ['guard', 'control'])
const NIGHT = shift('night', ['20:35', '08:05'], ['guard', 'control'])
const register = registerAfter(person('周敏'), person('李娜'))

describe('dates', () => {
  it('are reckoned over the ends of months and years', () => {
    expect([datePlus('2026-12-31', 1), datePlus('2026-03-01', -1)]).toEqual([
      '2027-01-01',
      '2026-02-28',
    ])
    expect([
      daysBetween('2026-12-31', '2027-01-01'),
      daysBetween('2026-11-24', '2026-11-24'),
    ]).toEqual([1, 0])
    expect(datesFrom('2026-11-30', '2026-12-01')).toEqual(['2026-11-30', '2026-12-01'])
    expect(datesFrom('2026-11-30', '2026-11-30')).toEqual(['2026-11-30'])
  })
  it('have weekdays from Monday, 1, to Sunday, 7', () => {
    expect(datesFrom('2026-11-23', '2026-11-29').map(isoWeekday)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

describe('a shift', () => {
  it('begins and ends to the minute, on the next day where it ends at or before its beginning', () => {
    const time = (begins: string, ends: string) => {
      const { since, until } = shiftTime(shift('s', [begins, ends], []), '2026-11-24', ZONE)
      return [since, until]
    }
    expect(time('08:05', '20:35')).toEqual([at('2026-11-24T08:05:00'), at('2026-11-24T20:35:00')])
    expect(time('20:35', '08:05')).toEqual([at('2026-11-24T20:35:00'), at('2026-11-25T08:05:00')])
    expect(time('08:00', '08:00')).toEqual([at('2026-11-24T08:00:00'), at('2026-11-25T08:00:00')])
    expect(time('08:00', '08:01')).toEqual([at('2026-11-24T08:00:00'), at('2026-11-24T08:01:00')])
  })

  it('runs on a day that is not its own where anybody is entered, at whichever of its posts', () => {
    const weekly = { ...DAY, weekdays: [1] }
    const tuesday = '2026-11-24'
    const on = (...entries: Parameters<typeof dutyWith>[1]): boolean => {
      const duty = dutyWith([weekly], entries)
      return duty !== null && runsOn(duty, weekly, tuesday)
    }
    expect(on()).toBe(false)
    expect(on(entry(tuesday, 'day', 'guard', '周敏'))).toBe(true)
    expect(on(entry(tuesday, 'day', 'control', '周敏'))).toBe(true)
    expect(on(entry('2026-11-25', 'day', 'control', '周敏'))).toBe(false)
    expect(on(entry(tuesday, 'day', 'control'))).toBe(false)
  })

  it('runs from its first instant until before its last', () => {
    const duty = dutyWith([DAY, NIGHT], [])
    const ids = (now: number) => runningShifts(duty, ZONE, now).map(({ shift: { id } }) => id)
    expect(ids(at('2026-11-24T08:04:59.999'))).toEqual(['night'])
    expect(ids(at('2026-11-24T08:05:00'))).toEqual(['day'])
    expect(ids(at('2026-11-24T20:34:59.999'))).toEqual(['day'])
    expect(ids(at('2026-11-24T20:35:00'))).toEqual(['night'])
  })

  it('that begins next is after now, with all that begin with it', () => {
    const twin = shift('twin', ['08:05', '12:00'], ['window'])
    const duty = dutyWith([DAY, NIGHT, twin], [])
    const ids = (now: number) => nextShifts(duty, ZONE, now).map(({ shift: { id } }) => id)
    expect(ids(at('2026-11-24T08:04:59.999'))).toEqual(['day', 'twin'])
    expect(ids(at('2026-11-24T08:05:00'))).toEqual(['night'])
    expect(nextShifts(null, ZONE, 0)).toEqual([])
  })
})

describe('who is on', () => {
  it('of a post of no shift stands in as a substitute while its holder is away, and it is marked', () => {
    const people = registerAfter(
      person('周敏', 'guard'),
      person('李娜'),
      substitutes('guard', '李娜'),
      onLeave('周敏', '2026-11-24', '2026-11-25'),
    )
    const guard = (local: string) =>
      presenceAt(people, null, ZONE, at(local))?.['guard']?.map(
        ({ person: { id }, substitute }) => [id, substitute],
      )
    expect(guard('2026-11-23T23:59:59')).toEqual([['周敏', undefined]])
    expect(guard('2026-11-24T00:00:00')).toEqual([['李娜', true]])
    expect(guard('2026-11-25T23:59:59')).toEqual([['李娜', true]])
    expect(guard('2026-11-26T00:00:00')).toEqual([['周敏', undefined]])
  })

  it('may change next at the end of a shift of the day before, or after a week of nothing', () => {
    const night = dutyWith([NIGHT], [])
    expect(nextChange(register, night, ZONE, at('2026-11-24T08:04:59'))).toBe(
      at('2026-11-24T08:05:00'),
    )
    const monthly = { ...DAY, weekdays: [] }
    expect(nextChange(register, dutyWith([monthly], []), ZONE, at('2026-11-24T12:00:00'))).toBe(
      at('2026-12-02T00:00:00'),
    )
    expect(nextChange(register, dutyWith([], []), ZONE, at('2026-11-24T12:00:00'))).toBeNull()
  })
})

describe('two shifts of one roster', () => {
  it('are set and removed apart', () => {
    const duty = dutyWith([DAY, NIGHT], [])
    const later = { ...NIGHT, minimum: 2 }
    expect(evolveDuty(duty, { type: 'ShiftSet', shift: later, ...META }).shifts).toEqual([
      DAY,
      later,
    ])
  })

  it('know a post that was theirs before, though the site has it no more', () => {
    const cook = shift('cook', ['08:00', '20:00'], ['kitchen'])
    const decide = (command: DutyCommand) =>
      decideDuty(dutyWith([DAY, cook], []), command, {
        ...{ register, sitePosts: new Set(['guard', 'control']) },
      })
    const set = (id: string): DutyCommand => ({
      ...{ type: 'SetShift', shift: { ...cook, id }, isNew: false },
    })
    expect(decide(set('cook'))).toMatchObject({ ok: true })
    expect(decide(set('day'))).toMatchObject({ code: 'unknown-post', details: ['kitchen'] })
  })
})

describe('entries', () => {
  const duty = dutyWith([DAY, NIGHT], [])
  const set = (...entries: Parameters<typeof dutyWith>[1]) =>
    decideDuty(duty, { type: 'SetDuty', entries }, { register, sitePosts: new Set() })

  it('may clear a post that the shift has no more, and enter nobody there', () => {
    expect(set(entry('2026-11-24', 'day', 'gone'))).toMatchObject({ ok: true })
    expect(set(entry('2026-11-24', 'day', 'gone', '周敏'))).toMatchObject({ code: 'unknown-post' })
  })
  it('name everybody once', () => {
    expect(set(entry('2026-11-24', 'day', 'guard', '周敏', '周敏'))).toEqual(
      recorded({ type: 'DutySet', entries: [entry('2026-11-24', 'day', 'guard', '周敏')] }),
    )
  })
})

describe('days that are copied', () => {
  const week = dutyWith(
    [DAY, NIGHT],
    [
      entry('2026-11-23', 'day', 'guard', '周敏'),
      entry('2026-11-23', 'day', 'control', '李娜'),
      entry('2026-11-24', 'night', 'guard', '李娜'),
      entry('2026-12-01', 'day', 'guard', '李娜'),
      entry('2026-12-02', 'day', 'guard', '李娜'),
    ],
  )
  const copy = (from: string, days: number, to: string, overwrite = false) =>
    decideDuty(
      week,
      { type: 'CopyDuty', from, days, to, overwrite },
      { register, sitePosts: new Set() },
    )

  it('are so many, from the first to the last', () => {
    expect(copy('2026-11-23', 1, '2026-11-30')).toEqual(
      recorded({
        type: 'DutySet',
        entries: [
          entry('2026-11-30', 'day', 'guard', '周敏'),
          entry('2026-11-30', 'day', 'control', '李娜'),
        ],
      }),
    )
  })

  it('ask before they overwrite a day, and name only those that are theirs', () => {
    expect(copy('2026-11-23', 2, '2026-11-30')).toMatchObject({
      code: 'would-overwrite',
      details: ['2026-12-01'],
    })
  })

  it('clear what stood on those days at another shift or post, and leave the days after alone', () => {
    expect(copy('2026-11-23', 2, '2026-11-30', true)).toEqual(
      recorded({
        type: 'DutySet',
        entries: [
          entry('2026-11-30', 'day', 'guard', '周敏'),
          entry('2026-11-30', 'day', 'control', '李娜'),
          entry('2026-12-01', 'night', 'guard', '李娜'),
          entry('2026-12-01', 'day', 'guard'),
        ],
      }),
    )
    expect(copy('2026-11-23', 1, '2026-12-01', true)).toEqual(
      recorded({
        type: 'DutySet',
        entries: [
          entry('2026-12-01', 'day', 'guard', '周敏'),
          entry('2026-12-01', 'day', 'control', '李娜'),
        ],
      }),
    )
  })
})

it('entries of the same day stand by their day, whatever order they came in', () => {
  const duty = dutyWith(
    [DAY],
    [entry('2026-11-25', 'day', 'guard', '周敏'), entry('2026-11-24', 'day', 'guard', '李娜')],
  )
  expect(duty && entriesOf(duty).map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-25'])
  expect(duty && entriesOf(duty, (date) => date > '2026-11-24')).toHaveLength(1)
})

it('the days of the last 93 stand in the document, to the day', () => {
  const duty = dutyWith(
    [DAY],
    [entry('2026-08-22', 'day', 'guard', '周敏'), entry('2026-08-23', 'day', 'guard', '李娜')],
  )
  const after = (local: string): DutyRoster | null =>
    dutyStream.evolve(duty, { type: 'ShiftSet', shift: DAY, by: '周敏', at: Date.parse(local) })
  const dates = (roster: DutyRoster | null) => Object.keys(roster?.days ?? {})
  expect(dates(after('2026-11-23T23:59:59Z'))).toEqual(['2026-08-22', '2026-08-23'])
  expect(dates(after('2026-11-24T00:00:00Z'))).toEqual(['2026-08-23'])
})
