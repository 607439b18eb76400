/** Tests how one limit counts: met, late, running, or not at all. */
import { expect, it } from 'vitest'
import { limitStanding, type LimitStanding } from '#shared/domain/statistics/month.ts'
import type { LimitEnd } from '#shared/domain/statistics/incident-stats.ts'

const DUE = 1000
const limit = (part: Partial<LimitEnd>): LimitEnd => ({
  dueAt: DUE,
  doneAt: null,
  endedAt: null,
  lateAt: null,
  ...part,
})

const TABLE: [string, Partial<LimitEnd>, number, LimitStanding][] = [
  ['unfinished, before dueAt', {}, DUE - 1, 'running'],
  ['unfinished, at dueAt', {}, DUE, 'late'],
  ['unfinished, after dueAt', {}, DUE + 1, 'late'],
  [
    'unfinished, lateness recorded before dueAt by the other clock',
    { lateAt: DUE - 500 },
    DUE - 400,
    'late',
  ],
  ['done before dueAt', { doneAt: DUE - 1 }, DUE - 1, 'met'],
  ['done at dueAt', { doneAt: DUE }, DUE, 'met'],
  ['done at dueAt, the ticker having come at dueAt', { doneAt: DUE, lateAt: DUE }, DUE, 'met'],
  ['done after dueAt', { doneAt: DUE + 1, lateAt: DUE }, DUE + 1, 'late'],
  ['done after dueAt, nobody having noticed', { doneAt: DUE + 1 }, DUE + 1, 'late'],
  [
    'done before dueAt, but late by the other clock',
    { doneAt: DUE - 1, lateAt: DUE - 500 },
    DUE,
    'late',
  ],
  ['done at dueAt, but late by the other clock', { doneAt: DUE, lateAt: DUE - 500 }, DUE, 'late'],
  ['done at dueAt after the clock was set back', { doneAt: DUE, lateAt: DUE + 500 }, DUE, 'late'],
  ['skipped or cancelled before dueAt', { endedAt: DUE - 1 }, DUE - 1, 'not-counted'],
  ['skipped or cancelled at dueAt', { endedAt: DUE }, DUE, 'late'],
  ['skipped or cancelled after dueAt', { endedAt: DUE + 1, lateAt: DUE }, DUE + 1, 'late'],
  [
    'skipped or cancelled before dueAt, but late by the other clock',
    { endedAt: DUE - 1, lateAt: DUE - 500 },
    DUE,
    'late',
  ],
]

it.each(TABLE)('%s', (_, part, now, expected) => {
  expect(limitStanding(limit(part), now)).toBe(expected)
})

it.each(TABLE.filter(([, , , expected]) => expected !== 'running'))(
  '%s: it stays so',
  (_, part, now, expected) => {
    expect(limitStanding(limit(part), now + 1e10)).toBe(expected)
  },
)
