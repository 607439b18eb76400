/**
 * Alert performance by the rows of ISA-18.2 (standards §2.1): acknowledgement, floods, standing
 * ones, load.
 */
import { describe, expect, it } from 'vitest'
import { alertKindOf, floodsIn } from '#shared/domain/statistics/alerts.ts'
import type { AlertLogEntry } from '#shared/domain/incident/record/state.ts'
import { periodStatistics, type PeriodStatistics } from '#shared/domain/statistics/statistics.ts'
import { ZONE, alert, at, incidentStats } from '../../kit/incident-stats.ts'

const MINUTE = 60_000
const T = at('2026-11-10T10:00:00')
const NOW = at('2026-11-20T12:00:00')
const of = (alerts: readonly AlertLogEntry[], now = NOW, part = {}): PeriodStatistics['alerts'] =>
  periodStatistics(
    { from: '2026-11-01', to: '2026-11-30' },
    [incidentStats({ alerts, ...part })],
    now,
    {
      zone: ZONE,
    },
  ).alerts

describe('acknowledgement', () => {
  it('within 60 s, within 120 s, later, never; a clearing is none', () => {
    const after = (ms: number | null): AlertLogEntry =>
      alert(T, { acknowledgedAt: ms === null ? null : T + ms, clearedAt: T + 10 * MINUTE })
    expect(
      of([after(1000), after(60_000), after(60_001), after(120_000), after(120_001), after(null)]),
    ).toMatchObject({
      raised: 6,
      acknowledged: 5,
      acknowledgedWithin: { s60: 2, s120: 4, later: 1, never: 1 },
      medianAck: 60_001,
      p90Ack: 120_001,
    })
  })

  it('nobody: blank, not nought', () => {
    expect(of([alert(T)])).toMatchObject({ medianAck: null, p90Ack: null, acknowledged: 0 })
  })
})

it('standing is longer than 24 hours, until it was cleared or until now', () => {
  const day = 24 * 60 * MINUTE
  expect(
    of([
      alert(T, { clearedAt: T + day }),
      alert(T, { clearedAt: T + day + 1 }),
      alert(NOW - day),
      alert(NOW - day - 1),
    ]).standing,
  ).toBe(2)
})

it('alerts a day, over the days that have begun', () => {
  const four = [1, 2, 3, 4].map((n) => alert(T + n * MINUTE))
  expect([
    of(four).perDay,
    of(four, at('2026-12-31T00:00:00')).perDay,
    of(four, at('2026-11-01T00:00:00')).perDay,
    of(four, at('2026-10-01T00:00:00')).perDay,
  ]).toEqual([0.2, 0.13, 4, null])
})

it('alerts are counted by priority, and the steps that alarm most are named', () => {
  const alerts = [
    alert(T, { stepId: 'b', priority: 1 }),
    alert(T, { stepId: 'a' }),
    alert(T, { stepId: 'c' }),
    alert(T, { stepId: 'c', priority: 3 }),
  ]
  expect(of(alerts)).toMatchObject({
    byPriority: { 1: 1, 2: 2, 3: 1 },
    frequent: [
      { stepId: 'c', raised: 2 },
      { stepId: 'a', raised: 1 },
      { stepId: 'b', raised: 1 },
    ],
  })
  expect(
    of(Array.from({ length: 15 }, (_, n) => alert(T, { stepId: `s${n}` }))).frequent,
  ).toHaveLength(10)
})

it('those of drills are in none', () => {
  expect(of([alert(T)], NOW, { drill: true })).toMatchObject({
    raised: 0,
    peak: 0,
    byPriority: {},
    frequent: [],
    perDay: 0,
  })
})

describe('a flood', () => {
  const every = (count: number, ms: number, from = 0): number[] =>
    Array.from({ length: count }, (_, n) => from + n * ms)
  it.each([
    ['nothing', [], { floods: 0, floodMs: 0, peak: 0 }],
    ['ten in ten minutes are none', every(10, MINUTE), { floods: 0, floodMs: 0, peak: 10 }],
    [
      'eleven, the first ten minutes old when the last comes, are none',
      every(11, MINUTE),
      { floods: 0, floodMs: 0, peak: 10 },
    ],
    // the eleventh at 590 s; the fifth from the end, raised at 354 s, leaves the window at 954 s
    [
      'eleven within ten minutes are one; it ends when four are left',
      every(11, 59_000),
      { floods: 1, floodMs: 364_000, peak: 11 },
    ],
    [
      'it goes on as long as five are within ten minutes',
      [...every(11, 59_000), ...every(20, 2 * MINUTE, 11 * MINUTE)],
      { floods: 1, peak: 11 },
    ],
    [
      'two, an hour apart',
      [...every(11, 1000), ...every(11, 1000, 60 * MINUTE)],
      { floods: 2, floodMs: 2 * (6000 + 10 * MINUTE - 10_000), peak: 11 },
    ],
  ])('%s', (_, raised, expected) => {
    expect(floodsIn(raised)).toMatchObject(expected)
  })
})

describe('an entry of an older program', () => {
  it.each([
    [1, 'late'],
    [2, 'late'],
    [3, 'not-recorded'],
  ] as const)('of priority %d was %s', (priority, kind) => {
    expect(alertKindOf(alert(T, { priority }))).toBe(kind)
    expect(alertKindOf(alert(T, { priority, kind: 'nudge' }))).toBe('nudge')
  })
})

it('a flood that begins again as the last one ends is another', () => {
  const burst = (from: number) => Array.from({ length: 11 }, (_, n) => from + n)
  const first = burst(T)
  const calm = (first[6] ?? 0) + 10 * MINUTE // four are left then
  expect(floodsIn([...first, calm]).floods).toBe(1)
  expect(floodsIn([...first, calm - 1]).floodMs).toBe(floodsIn(first).floodMs + 1)
  expect(floodsIn(first)).toEqual({ floods: 1, floodMs: calm - (T + 10), peak: 11 })
  expect(floodsIn([...first, ...burst(calm + 10 * MINUTE)])).toMatchObject({ floods: 2, peak: 11 })
})
