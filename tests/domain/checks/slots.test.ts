/** When a checklist is due: rounds while open (公安部令第61号 art. 25), days, months. */
import { describe, expect, it } from 'vitest'
import { monthlyDues, slotStandings } from '#shared/domain/check/due.ts'
import { slotFor, slotsOf, slotsOn } from '#shared/domain/checklist/slots.ts'
import type { Rhythm } from '#shared/domain/checklist/checklist.ts'
import { DAYS, list, on, patrol, ROUNDS, signedAt, version, ZONE } from './lists.ts'

const DAY = '2026-11-24' // a Tuesday
const times = (rhythm: Rhythm, date = DAY): string[] =>
  slotsOf(rhythm, date, DAYS).map(({ from, due }) =>
    [from, due].map((at) => new Date(at + 8 * 3_600_000).toISOString().slice(8, 16)).join(' '),
  )

describe('slots of a round', () => {
  it('lie one after the other while it is open, the rest of the day in one of its own', () => {
    expect(times(ROUNDS)).toEqual(['24T09:00 24T11:00', '24T11:00 24T13:00', '24T13:00 24T15:00'])
    expect(times({ ...ROUNDS, to: '13:30' })).toEqual([
      '24T09:00 24T11:00',
      '24T11:00 24T13:00',
      '24T13:00 24T13:30',
    ])
  })
  it('go over midnight where it is open then', () => {
    expect(times({ ...ROUNDS, from: '21:00', to: '01:00' })).toEqual([
      '24T21:00 24T23:00',
      '24T23:00 25T01:00',
    ])
  })
  it('are none on a day off, by the calendar of the site', () => {
    const workdays = { ...ROUNDS, days: 'workdays' } as const
    expect(times(workdays, '2026-11-28')).toEqual([])
    const year = { published: true, holidays: [DAY], workdays: ['2026-11-28'] }
    const days = { ...DAYS, calendar: { '2026': year } }
    expect(slotsOf(workdays, '2026-11-28', days)).toHaveLength(3)
    expect(slotsOf(workdays, DAY, days)).toEqual([])
  })
  it('begin with the list and change with it: a slot keeps what it began by', () => {
    const taken = patrol({ at: on(DAY, '10:00') })
    expect(slotsOn(taken, DAY, DAYS).map(({ from }) => from)).toEqual([
      on(DAY, '11:00'),
      on(DAY, '13:00'),
    ])
    const twice = {
      ...patrol(),
      versions: [
        version({ rhythm: ROUNDS }),
        version({ at: on(DAY, '10:00'), rhythm: { ...ROUNDS, minutes: 60 } }),
      ],
    }
    expect(slotsOn(twice, DAY, DAYS).map(({ due }) => due)).toEqual(
      ['11:00', '12:00', '13:00', '14:00', '15:00'].map((time) => on(DAY, time)),
    )
    const over = {
      ...patrol(),
      withdrawn: { at: on(DAY, '10:00'), by: 'x', reason: { sealed: 'r' } },
    }
    expect(slotsOn(over, DAY, DAYS).map(({ from }) => from)).toEqual([on(DAY, '09:00')])
  })
  it('are found by an instant: none outside of the hours', () => {
    expect(slotFor(patrol(), on(DAY, '12:59'), DAYS)?.due).toBe(on(DAY, '13:00'))
    expect(slotFor(patrol(), on(DAY, '13:00'), DAYS)?.due).toBe(on(DAY, '15:00'))
    expect(slotFor(patrol(), on(DAY, '16:00'), DAYS)).toBeNull()
    const night = patrol({ rhythm: { ...ROUNDS, from: '21:00', to: '01:00' } })
    expect(slotFor(night, on('2026-11-25', '00:30'), DAYS)?.due).toBe(on('2026-11-25', '01:00'))
  })
})

describe('how slots stand', () => {
  const statesAt = (now: string, ...checks: Parameters<typeof slotStandings>[1]) =>
    slotStandings(patrol(), checks, DAY, { now: on(DAY, now), ...DAYS }).map(({ state }) => state)
  const [first, second] = [on(DAY, '11:00'), on(DAY, '13:00')]

  it('done, late, missed, due, coming', () => {
    expect(statesAt('08:00')).toEqual(['coming', 'coming', 'coming'])
    expect(statesAt('09:30')).toEqual(['due', 'coming', 'coming'])
    expect(statesAt('11:00')).toEqual(['missed', 'due', 'coming'])
    expect(statesAt('11:01')).toEqual(['missed', 'due', 'coming'])
    const check = signedAt('c1', on(DAY, '09:10'), first, on(DAY, '09:40'))
    expect(statesAt('11:30', check)).toEqual(['done', 'due', 'coming'])
    const late = signedAt('c2', on(DAY, '12:50'), second, on(DAY, '13:20'))
    expect(statesAt('13:30', check, late)).toEqual(['done', 'late', 'due'])
  })
  it('a check of the day that comes after its time is the late one of that day', () => {
    const opening = list({ rhythm: { every: 'day', until: '09:00', days: 'all' } })
    expect(slotFor(opening, on(DAY, '09:40'), DAYS)?.due).toBe(on(DAY, '09:00'))
    const late = signedAt('c1', on(DAY, '09:40'), on(DAY, '09:00'))
    const [slot] = slotStandings(opening, [late], DAY, { now: on(DAY, '10:00'), ...DAYS })
    expect(slot?.state).toBe('late')
  })
})

describe('months', () => {
  const monthly = (from: string, months = 1) =>
    list({ at: on(from), rhythm: { every: 'months', months } })
  const dues = (from: string, months: number, ...done: readonly string[]) =>
    monthlyDues(
      monthly(from, months),
      done.map((day, index) => signedAt(`c${index}`, on(day), null)),
      ZONE,
    )

  it('count from the last check; month ends and leap days are the last of their month', () => {
    expect(dues('2027-01-31', 1)).toMatchObject([{ due: '2027-02-28', done: null }])
    expect(dues('2028-01-31', 1)).toMatchObject([{ due: '2028-02-29', done: null }])
    expect(dues('2028-02-29', 12)).toMatchObject([{ due: '2029-02-28', done: null }])
    expect(dues('2026-11-01', 1, '2026-11-30', '2027-01-05')).toMatchObject([
      { due: '2026-12-01', done: '2026-11-30' },
      { due: '2026-12-30', done: '2027-01-05' },
      { due: '2027-02-05', done: null },
    ])
  })
  it('count anew from the day on which the list was put back; what was owed before stays', () => {
    const rhythm = { every: 'months', months: 1 } as const
    const putBack = {
      ...list({ at: on('2026-01-10'), rhythm }),
      versions: [
        version({ at: on('2026-01-10'), rhythm }),
        version({ at: on('2026-11-20'), rhythm, idleSince: on('2026-03-20') }),
      ],
    }
    const done = [signedAt('c1', on('2026-02-08'), null)]
    expect(monthlyDues(putBack, done, ZONE)).toMatchObject([
      { due: '2026-02-10', done: '2026-02-08' },
      { due: '2026-03-08', done: null }, // missed while it was in use
      { due: '2026-12-20', done: null },
    ])
  })
  it('of a list that is out of use end with it', () => {
    const rhythm = { every: 'months', months: 1 } as const
    const out = list({ at: on('2026-01-10'), rhythm })
    const withdrawn = { at: on('2026-02-09'), by: 'x', reason: { sealed: 'r' } }
    expect(monthlyDues({ ...out, withdrawn }, [], ZONE)).toEqual([])
  })
  it('no round is missed while the list was out of use', () => {
    const before = patrol()
    const again = version({
      ...{ at: on(DAY, '14:00'), idleSince: on(DAY, '08:00'), kind: 'patrol' },
      rhythm: ROUNDS,
    })
    const slots = slotsOn({ ...before, versions: [...before.versions, again] }, DAY, DAYS)
    expect(slots.every(({ from }) => from >= on(DAY, '14:00'))).toBe(true)
  })
})
