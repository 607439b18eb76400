/** Small answers that many rules ask of the record of an incident, at their bounds. */
import { describe, expect, it } from 'vitest'
import type { Condition } from '#shared/domain/plan/plan.ts'
import { readsCalendar } from '#shared/domain/incident/record/condition.ts'
import { mapGuarded } from '#shared/domain/incident/record/guarded.ts'
import { alertReason } from '#shared/domain/incident/record/names.ts'
import { occurrencesIn, shortOf, titleOf } from '#shared/domain/incident/record/occurrence.ts'
import {
  anchorKey,
  firstDoneAt,
  stepStateOf,
  timesDone,
  wasLate,
} from '#shared/domain/incident/record/select.ts'
import {
  overAt,
  type AlertKind,
  type Finish,
  type Limit,
  type Priority,
  type StepRun,
} from '#shared/domain/incident/record/state.ts'
import { step } from '../../kit/plan.ts'

const finish = (at: number, part: Partial<Finish> = {}): Finish => ({
  ...{ outcome: 'done', at, by: '周敏', reason: null, onBehalfOf: null, outOfOrder: false },
  ...part,
})
const limit = (dueAt: number): Limit => ({
  ...{ startedAt: 0, dueAt, endedAt: null, day: null, unpublished: false },
})
const run = (part: Partial<StepRun> = {}): StepRun => ({
  ...{ planId: 'p', standing: 'open', openedAt: 0, accepted: null, finish: null, limit: null },
  ...{ lateAt: null, unrecordedAt: null, explained: null, corrections: 0 },
  ...part,
})
const time = (at: number, part: Partial<StepRun> = {}) => ({
  ...{ limit: null, lateAt: null, explained: null },
  ...part,
  finish: finish(at, part.finish ?? {}),
})

describe('a step', () => {
  it('is in the state of its finish, else where it stands, else in whose hands it is', () => {
    const accepted = { at: 1, by: '周敏' }
    expect(stepStateOf(run({ finish: finish(1, { outcome: 'skipped' }) }))).toBe('skipped')
    expect(stepStateOf(run({ standing: 'hidden', accepted }))).toBe('hidden')
    expect(stepStateOf(run({ accepted }))).toBe('accepted')
    expect(stepStateOf(run())).toBe('open')
  })

  it('was done as often as it was, and first at its first time', () => {
    const done = run({ finish: finish(9) })
    const skipped = run({ finish: finish(9, { outcome: 'skipped' }) })
    const again = run({ past: [time(3), time(5)], finish: finish(9) })
    expect([undefined, run(), done, skipped, again].map(timesDone)).toEqual([0, 0, 1, 0, 3])
    expect([undefined, run(), done, skipped, again].map(firstDoneAt)).toEqual([
      ...[null, null, 9, null, 3],
    ])
    expect(firstDoneAt(run({ past: [time(0)] }))).toBe(0)
  })

  it('was late at any of its times, unless somebody told later that it was done within its limit', () => {
    const toldLater = (at: number) =>
      run({ lateAt: 10, limit: limit(10), finish: finish(at, { toldAt: 12 }) })
    expect(wasLate(undefined)).toBe(false)
    expect(wasLate(run())).toBe(false)
    expect(wasLate(run({ lateAt: 10, limit: limit(10) }))).toBe(true)
    expect(wasLate(run({ lateAt: 10, limit: limit(10), finish: finish(9) }))).toBe(true)
    expect([9, 10, 11].map((at) => wasLate(toldLater(at)))).toEqual([false, false, true])
    expect(wasLate(run({ past: [time(5), time(20, { lateAt: 10 })] }))).toBe(true)
    expect(wasLate(run({ lateAt: 10, limit: null, finish: finish(9, { toldAt: 12 }) }))).toBe(true)
  })
})

it('a clock is named after what it counts from', () => {
  expect([anchorKey('reported'), anchorKey({ step: 'a' }), anchorKey({ fact: 'b' })]).toEqual([
    ...['reported', 'step=a', 'fact=b'],
  ])
})

describe('when an incident was over', () => {
  it('is the first of its states after which nothing more happens, if it is in one', () => {
    expect(overAt({ state: 'closed', moments: { closed: 5 } })).toBe(5)
    expect(overAt({ state: 'archived', moments: { archived: 9, closed: 5 } })).toBe(5)
    expect(overAt({ state: 'archived', moments: { reported: 1 } })).toBeNull()
    expect(overAt({ state: 'responding', moments: { closed: 5 } })).toBeNull()
  })
})

it('the calendar is read wherever a condition names it', () => {
  const day: Condition = { calendar: 'holiday' }
  const other: Condition = { fact: 'x', is: 'yes' }
  const [all, any] = [
    (...parts: readonly Condition[]): Condition => ({ all: parts }),
    (...parts: readonly Condition[]): Condition => ({ any: parts }),
  ]
  for (const reads of [
    day,
    { not: day },
    all(day, other),
    all(other, day),
    any(other, day),
    any(day, other),
  ])
    expect(readsCalendar(reads), JSON.stringify(reads)).toBe(true)
  for (const reads of [other, { not: other }, all(other), any(other, other), all(), any()])
    expect(readsCalendar(reads), JSON.stringify(reads)).toBe(false)
})

describe('why an alert sounds', () => {
  it.each<[kind: AlertKind, priority: Priority, zh: string]>([
    ['late', 1, '生命安全'],
    ['late', 2, '预案时限'],
    ['not-recorded', 3, '前一步未记录'],
    ['nudge', 1, '生命安全'],
    ['nudge', 3, '催办'],
    ['untouched', 2, '催办'],
    ['untouched', 1, '生命安全'],
    ['unattended', 2, '催办'],
    ['unattended', 3, '催办'],
  ])('%s of priority %d: %s', (kind, priority, zh) => {
    expect(alertReason({ kind, priority }).zh).toBe(zh)
  })
})

describe('which time of a step is meant', () => {
  const again = step('a', { repeat: { every: 1, until: 'lifted' } })
  const report = step('b', {
    stage: 'report',
    report: 'followUp',
    repeat: { every: 1, until: 'lifted' },
  })
  it('is said where it repeats, follow-up reports by their number', () => {
    expect([titleOf(step('c'), 2).zh, shortOf(step('c'), 2).zh]).toEqual(['步骤c', 'c'])
    expect([titleOf(again, 2).zh, shortOf(again, 2).zh]).toEqual(['步骤a（第2次）', 'a'])
    expect([titleOf(report, 2).zh, shortOf(report, 2).zh]).toEqual(['步骤b（续报二）', '续报二'])
  })
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [19, '十九'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
    [100, '100'],
  ])('%d is written %s', (n, numeral) => {
    expect(shortOf(report, n).zh).toBe(`续报${numeral}`)
  })

  it('is read from the record: one more with each time, one back with a correction of an open one', () => {
    const timeOf = occurrencesIn()
    const of = (type: string, part: object = { stepId: 'a' }) =>
      timeOf({ type, ...part } as Parameters<typeof timeOf>[0])
    expect(of('StepAccepted')).toBe(1)
    expect(of('StepCorrected')).toBe(1) // never less than the first
    expect(of('StepFinished')).toBe(1)
    expect(of('StepCorrected')).toBe(1) // the one that was finished
    expect(of('StepFinished')).toBe(1)
    expect(of('StepRepeated')).toBe(2)
    expect(of('StepFinished', { stepId: 'b' })).toBe(1)
    expect(of('StepFinished')).toBe(2)
    expect(of('StepCorrected')).toBe(2)
    expect(of('StepCorrected')).toBe(1) // it is open: the time before
    expect(of('PlanActivated', {})).toBe(1)
  })

  it('is as the undone command leaves it', () => {
    const timeOf = occurrencesIn()
    const of = (type: string, part: object = { stepId: 'a' }) =>
      timeOf({ type, ...part } as Parameters<typeof timeOf>[0])
    const undone = (steps: Readonly<Record<string, StepRun | null>>) =>
      of('CommandUndone', { undone: 'x', parts: {}, steps })
    expect(undone({ a: run({ past: [time(1), time(2)] }), b: null })).toBe(1)
    expect(of('StepCorrected')).toBe(2) // an open third: back to the second
    undone({ a: run({ past: [time(1), time(2)], finish: finish(9) }) })
    expect(of('StepCorrected')).toBe(3) // a finished third is open again
    expect(of('StepAccepted', { stepId: 'b' })).toBe(1)
  })
})

describe('the guarded values of an incident', () => {
  const kindsOf = (value: unknown): string[] => {
    const kinds: string[] = []
    mapGuarded(value, (guarded, kind) => {
      kinds.push(`${kind}=${typeof guarded === 'string' ? guarded : guarded.sealed}`)
      return guarded
    })
    return kinds
  }
  it('are found by what they are of, sealed or in clear, alone or in a list', () => {
    expect(
      kindsOf({
        reason: '因',
        commander: { sealed: 'c' },
        place: '大厅', // of the incident itself: none
        note: '话',
        onBehalfOf: { person: '何', channel: { sealed: 'd' }, words: '话' },
        told: { people: ['甲', { sealed: 'e' }], role: 'desk' },
        headquarters: [{ person: '乙', duty: '疏散', post: null }],
        evidence: [{ what: '录像', place: '柜', keeper: null, kind: 'video' }],
      }),
    ).toEqual([
      ...['reason=因', 'commander=c', 'person=何', 'channel=d', 'person=甲', 'person=e'],
      ...['person=乙', 'reason=疏散', 'evidence=录像', 'evidence=柜'],
    ])
  })
  it('are walked past where something else stands in their place', () => {
    expect(kindsOf({ reason: null, commander: { reason: '因' } })).toEqual(['reason=因'])
    expect(kindsOf({ told: { people: [{ reason: '因' }, null, 3] } })).toEqual(['reason=因'])
    expect(kindsOf({ type: 'EvidenceMayGo', what: '录像', place: '柜' })).toEqual(['evidence=录像'])
  })
  it('take the place of what stood there, and nothing else changes', () => {
    expect(
      mapGuarded({ reason: '因', told: { people: ['甲', '乙'] }, n: [1, null] }, () => '略'),
    ).toEqual({ reason: '略', told: { people: ['略', '略'] }, n: [1, null] })
  })
})
