/** When a self-test is due, on moved clocks, and what holds it back. */
import { describe, expect, it, test } from 'vitest'
import { EMPTY_DUTY, type DutyRoster } from '#shared/domain/duty/roster.ts'
import type { IncidentState } from '#shared/domain/incident/record/state.ts'
import type { Warning } from '#shared/domain/incident/record/scales.ts'
import { holdsBack, nextSelfTest, selfTestDue } from '#shared/domain/self-test/due.ts'
import { NO_SELF_TEST, type SelfTests } from '#shared/domain/self-test/events.ts'
import { localized } from '#shared/domain/text.ts'

const zone = 'Asia/Shanghai'
const at = (local: string): number => Date.parse(`${local}+08:00`)
const shift = (id: string, begins: string, ends: string) => ({
  ...{ id, name: localized(id, id), begins, ends, minimum: null, posts: [], weekdays: null },
})
const duty = {
  ...EMPTY_DUTY,
  shifts: [shift('day', '08:00', '20:00'), shift('night', '20:00', '08:00')],
} as unknown as DutyRoster

/** The last one began and ended then; `passed` or with a screen that gave no answer. */
const after = (local: string | null, passed = true, aloud = false): SelfTests => ({
  ...NO_SELF_TEST,
  setting: aloud ? { time: '10:00', aloud } : null,
  last:
    local === null
      ? null
      : {
          ...{ testId: 't', begunAt: at(local), endedAt: at(local), by: 'Vigil' },
          ...{ reason: 'daily', aloud: false, engineInTime: true, absent: [] },
          screens: [
            { id: 'w', named: null, size: '', failed: passed ? [] : ['stream'], level: -4 },
          ],
        },
})
const due = (tests: SelfTests | null, now: string, roster: DutyRoster | null = null) =>
  selfTestDue(tests, { zone, duty: roster }, at(now))

describe('the daily one', () => {
  test.each<[string, SelfTests | null, string, string | null]>([
    ['none was ever made', null, '2026-11-24T09:00:00', 'daily'],
    ['made this morning', after('2026-11-24T10:00:01'), '2026-11-24T23:59:59', null],
    ['made yesterday, before ten', after('2026-11-23T10:00:01'), '2026-11-24T09:59:59', null],
    ['made yesterday, at ten', after('2026-11-23T10:00:01'), '2026-11-24T10:00:00', 'daily'],
    ['made by hand before ten', after('2026-11-24T09:59:00'), '2026-11-24T10:00:00', 'daily'],
    ['missed for a week', after('2026-11-17T10:00:01'), '2026-11-24T07:00:00', 'daily'],
    ['over the turn of the year', after('2026-12-31T10:00:01'), '2027-01-01T10:00:00', 'daily'],
    ['not twice after new year', after('2027-01-01T10:00:01'), '2027-01-01T23:00:00', null],
    [
      'made ahead of a clock put back',
      after('2027-11-24T10:00:01'),
      '2026-11-24T11:00:00',
      'daily',
    ],
  ])('given %s, then so', (_case, tests, now, expected) => {
    expect(due(tests, now)?.reason ?? null).toBe(expected)
  })

  it('given an emergency record was opened since, then one is due, once', () => {
    const [before, opened] = [after('2026-11-24T10:00:01'), at('2026-11-24T14:00:00')]
    const times = { zone, duty: null, openedAt: opened }
    const now = at('2026-11-24T14:01:00')
    expect(selfTestDue(before, times, now)?.reason).toBe('daily')
    expect(selfTestDue(after('2026-11-24T14:00:30'), times, now)).toBeNull()
    expect(selfTestDue(before, times, opened - 1)).toBeNull()
  })

  it('given the site has another time, then it is that', () => {
    const tests: SelfTests = {
      ...after('2026-11-23T22:30:01'),
      setting: { time: '22:30', aloud: false },
    }
    expect(due(tests, '2026-11-24T22:29:59')).toBeNull()
    expect(due(tests, '2026-11-24T22:30:00')).toEqual({ reason: 'daily', aloud: false })
  })

  it('given a night in which clocks are put ahead, then it is due once, at the time that there is', () => {
    const berlin = { zone: 'Europe/Berlin', duty: null }
    const tests: SelfTests = {
      ...NO_SELF_TEST,
      setting: { time: '02:30', aloud: false }, // left out on 29 March 2026
    }
    const now = Date.parse('2026-03-28T12:00:00+01:00')
    const next = nextSelfTest(tests, berlin, now)
    expect(new Date(next).toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(new Date(nextSelfTest(tests, berlin, next)).toISOString()).toBe(
      '2026-03-30T00:30:00.000Z',
    )
  })

  it('given one that was not passed, then it is made again after half an hour', () => {
    const tests = after('2026-11-24T10:00:20', false)
    expect(due(tests, '2026-11-24T10:30:19')).toBeNull()
    expect(due(tests, '2026-11-24T10:30:20')).toEqual({ reason: 'again', aloud: false })
    const next = nextSelfTest(tests, { zone, duty: null }, at('2026-11-24T10:10:00'))
    expect(next).toBe(at('2026-11-24T10:30:20'))
  })
})

describe('the one that is heard', () => {
  it('given the site wants it, then it is made at the beginning of each shift, aloud, beside the daily one', () => {
    const tests = after('2026-11-24T10:00:01', true, true)
    expect(nextSelfTest(tests, { zone, duty }, at('2026-11-24T11:00:00'))).toBe(
      at('2026-11-24T20:00:00'),
    )
    expect(due(tests, '2026-11-24T20:00:00', duty)).toEqual({ reason: 'shift', aloud: true })
    expect(due(after('2026-11-24T20:00:05', true, true), '2026-11-24T20:01:00', duty)).toBeNull()
  })

  it('given it was kept waiting for longer than a quarter of an hour, then nothing sounds in the middle of the shift', () => {
    const tests = after('2026-11-24T10:00:01', true, true)
    expect(due(tests, '2026-11-24T20:14:59', duty)).toEqual({ reason: 'shift', aloud: true })
    expect(due(tests, '2026-11-24T20:15:00', duty)).toBeNull()
  })

  it('given the site does not want it, then a shift begins in silence', () => {
    expect(due(after('2026-11-24T10:00:01'), '2026-11-24T20:00:00', duty)).toBeNull()
  })
})

describe('what holds it back', () => {
  test.each<[IncidentState, Warning | null, boolean]>([
    ['reported', null, true],
    ['verifying', null, true],
    ['assessing', null, true],
    ['responding', null, true],
    ['prealert', 'red', true],
    ['prealert', 'orange', true],
    ['prealert', 'yellow', false],
    ['prealert', null, false],
    ['contained', 'red', false],
    ['recovering', null, false],
    ['closed', null, false],
    ['falseReport', null, false],
  ])('%s, %s: %j; in a drill never', (state, warning, expected) => {
    expect(holdsBack({ state, warning, drill: false })).toBe(expected)
    expect(holdsBack({ state, warning, drill: true })).toBe(false)
  })
})
