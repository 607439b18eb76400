/** What checks owe, what an event lacks, and the figures of a period. */
import { describe, expect, it } from 'vitest'
import { checksOfPeriod } from '#shared/domain/check/figures.ts'
import {
  nextOccasionEnd,
  nextSlotAt,
  obligationsOfChecks,
  obligationsOfOccasions,
} from '#shared/domain/check/obligations.ts'
import type { CorrectiveAction } from '#shared/domain/corrective-action/action.ts'
import { obligationsOfActions } from '#shared/domain/corrective-action/obligations.ts'
import {
  lacksOf,
  needsPermit,
  occasionsToCome,
  type Occasion,
  type OccasionAround,
} from '#shared/domain/occasion/occasion.ts'
import type { Policy } from '#shared/domain/policies/policy.ts'
import { localized } from '#shared/domain/text.ts'
import {
  after,
  answered,
  DAYS,
  list,
  on,
  patrol,
  seal,
  signed,
  signedAt,
  started,
  ZONE,
} from './lists.ts'

const DAY = '2026-11-24'
const policy = (kind: Policy['kind'], value: number, remindDays: number): Policy =>
  ({ id: kind, kind, unit: 'days', value, remindDays, appliesTo: {} }) as unknown as Policy
const POLICIES = [
  policy('equipment-check', 6, 14),
  policy('event-ready', 3, 14),
  policy('event-permit', 20, 10),
]

describe('obligations of checks', () => {
  const of = (time: string, ...checks: Parameters<typeof signedAt>[]) =>
    obligationsOfChecks(
      { lists: [patrol()], checks: checks.map((args) => signedAt(...args)) },
      POLICIES,
      { now: on(DAY, time), ...DAYS },
    ).map(({ kind, dueAt, isCritical, count }) => ({ kind, dueAt, isCritical, count }))

  it('a round that runs is due at its end; one that was missed is critical and counted', () => {
    const running = { kind: 'round', dueAt: on(DAY, '11:00'), isCritical: false, count: 1 }
    expect(of('09:30')).toEqual([running])
    expect(of('09:30', ['c1', on(DAY, '09:05'), on(DAY, '11:00')])).toEqual([])
    expect(of('13:30')).toEqual([
      { kind: 'round-missed', dueAt: on(DAY, '11:00'), isCritical: true, count: 2 },
      { ...running, dueAt: on(DAY, '15:00') },
    ])
    expect(of('08:00')).toEqual([])
    expect(nextSlotAt([patrol()], { now: on(DAY, '09:30'), ...DAYS })).toBe(on(DAY, '11:00'))
  })
  it('by months from the day on, with its reminder', () => {
    const equipment = list({ kind: 'equipment', rhythm: { every: 'months', months: 1 } })
    const [due] = obligationsOfChecks({ lists: [equipment], checks: [] }, POLICIES, {
      now: on(DAY),
      ...DAYS,
    })
    expect(due).toMatchObject({ kind: 'check', due: '2026-12-01', remindFrom: '2026-11-17' })
    expect(due?.to).toEqual(['readiness', 'checks', 'l1'])
  })
})

const occasion = (part: Partial<Occasion> = {}): Occasion => ({
  ...{ id: 'e1', version: 1, at: 0, by: '周敏', withdrawn: null, name: seal('年会') },
  ...{ startsAt: on('2026-12-01', '09:00'), endsAt: on('2026-12-01', '17:00') },
  ...{ place: seal('一号厅'), placeId: null, expected: 300, isPublic: false, permit: null },
  ...{ planId: 'conference', commander: { post: null, person: seal('王总'), personId: null } },
  ...{ groups: ['g1'], posts: ['guard'], checklistId: null },
  ...part,
})
const READY: OccasionAround = { emptyPosts: [], check: 'signed', planIsThere: true }

describe('an event of the site (S01-09)', () => {
  it('is ready with plan, commander, groups, people on duty and a venue check that is signed', () => {
    expect(lacksOf(occasion(), READY)).toEqual([])
    expect(
      lacksOf(occasion({ commander: null, planId: null, groups: [], posts: [] }), {
        ...READY,
        check: null,
      }),
    ).toEqual(['commander', 'plan', 'people', 'check', 'groups'])
    expect(lacksOf(occasion(), { ...READY, emptyPosts: ['guard'] })).toEqual(['people'])
    expect(lacksOf(occasion(), { ...READY, check: 'failed' })).toEqual(['check-failed'])
    expect(lacksOf(occasion(), { ...READY, planIsThere: false })).toEqual(['plan'])
  })
  it('needs a permit from 1000 people on, where the public may come', () => {
    const permit = ([expected, isPublic]: [number, boolean]) =>
      needsPermit(occasion({ expected, isPublic }))
    const cases: [number, boolean][] = [
      [999, true],
      [1000, true],
      [5000, false],
    ]
    expect(cases.map(permit)).toEqual([false, true, false])
    expect(lacksOf(occasion({ expected: 1000, isPublic: true }), READY)).toEqual(['permit'])
  })
  it('is an obligation until it is ready, critical in its last days or without its permit', () => {
    const of = (now: string, part: Partial<Occasion>, around = READY) =>
      obligationsOfOccasions([occasion(part)], () => around, POLICIES, {
        ...{ now: on(now), zone: ZONE },
      }).map(({ isCritical, count, remindFrom }) => ({ isCritical, count, remindFrom }))
    expect(of(DAY, {})).toEqual([])
    const lacking = { count: 1, remindFrom: '2026-11-17' }
    expect(of(DAY, { commander: null })).toEqual([{ ...lacking, isCritical: false }])
    expect(of('2026-11-28', { commander: null })).toEqual([{ ...lacking, isCritical: true }])
    const permit = { count: 1, remindFrom: '2026-11-01' }
    const large = { expected: 2000, isPublic: true }
    expect(of('2026-11-10', large)).toEqual([{ ...permit, isCritical: false }])
    expect(of('2026-11-11', large)).toEqual([{ ...permit, isCritical: true }])
    expect(of('2026-12-02', { commander: null })).toEqual([])
  })
  it('ends with the event, which the list is worked out again for', () => {
    const end = occasion().endsAt
    expect(nextOccasionEnd([occasion()], on('2026-12-01', '12:00'))).toBe(end)
    expect(nextOccasionEnd([occasion()], end)).toBeNull()
  })
  it('stands by its begin, without those that were called off', () => {
    const later = occasion({ id: 'e2', startsAt: on('2026-12-03') })
    const off = occasion({ id: 'e3', withdrawn: { at: 0, by: 'x', reason: seal('r') } })
    expect(occasionsToCome([later, off, occasion()], on(DAY)).map(({ id }) => id)).toEqual([
      'e1',
      'e2',
    ])
  })
})

const hazard = (part: Partial<CorrectiveAction> = {}): CorrectiveAction => ({
  ...{ id: 'a1', version: 1, number: '整2026-001', openedAt: on('2026-11-10'), openedBy: '周敏' },
  ...{ what: seal('清走'), why: seal('通道堆物'), due: '2026-11-20', moved: [], turns: [] },
  owner: { post: { id: 'guard', name: localized('保安', 'Guard') }, person: null, personId: null },
  source: { hazard: 'major', place: null, checkId: 'c1', itemId: 'a', pointId: null },
  ...{ planId: null, drafting: null, carried: [], files: [] },
  ...part,
})

it('a hazard is an obligation of its own kind, a major one critical until it was removed', () => {
  expect(obligationsOfActions([hazard()])).toMatchObject([
    { kind: 'hazard', isCritical: true, about: { name: seal('通道堆物') } },
  ])
  const done = {
    at: 1,
    by: 'x',
    to: 'done',
    doneAt: 1,
    person: seal('p'),
    words: seal('w'),
  } as const
  expect(obligationsOfActions([hazard({ turns: [{ ...done, evidence: null }] })])).toMatchObject([
    { kind: 'hazard-check', isCritical: false },
  ])
})

describe('the figures of a period', () => {
  const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }
  const figures = (
    of: Parameters<typeof checksOfPeriod>[0],
    now = on('2026-12-15'),
    period = NOVEMBER,
  ) => checksOfPeriod(of, period, { now, ...DAYS })

  it('count rounds that were due, done, late and missed, and those besides', () => {
    const rounds = patrol({ at: on('2026-11-29', '08:00') })
    const due = (time: string) => on('2026-11-29', time)
    const late = signedAt('c2', due('12:50'), due('13:00'), due('13:10'))
    const checks = [
      signedAt('c1', due('09:05'), due('11:00')),
      late,
      signedAt('c3', due('14:00'), null),
    ]
    const of = { lists: [rounds], checks, actions: [] }
    // two days of three rounds
    expect(figures(of)).toMatchObject({ due: 6, done: 2, late: 1, missed: 4, extra: 1 })
    // nothing that is still to come counts
    expect(figures(of, due('11:30'))).toMatchObject({ due: 1, done: 1, late: 0, missed: 0 })
    expect(figures(of, on('2026-12-15'), { from: '2026-11-29', to: '2026-11-29' })).toMatchObject({
      ...{ due: 3, done: 2, missed: 1 },
    })
  })
  it('count months by the day on which they were due, or done before it', () => {
    const equipment = list({ at: on('2026-10-10'), rhythm: { every: 'months', months: 1 } })
    const of = (...days: readonly string[]) =>
      figures({
        lists: [equipment],
        checks: days.map((day, index) => signedAt(`c${index}`, on(day), null)),
        actions: [],
      })
    expect(of('2026-11-08')).toMatchObject({ due: 1, done: 1, late: 0, missed: 0, extra: 0 })
    expect(of('2026-11-12')).toMatchObject({ due: 1, done: 1, late: 1, missed: 0 })
    expect(of()).toMatchObject({ due: 1, done: 0, missed: 1 })
    expect(of('2026-12-02')).toMatchObject({ due: 1, done: 0, missed: 1 })
  })
  it('count those of months that were done before their list was taken into use, or out of use', () => {
    const rhythm = { every: 'months', months: 1 } as const
    const taken = list({ at: on('2026-11-30'), rhythm })
    const done = (...days: readonly string[]) =>
      days.map((day, index) => signedAt(`c${index}`, on(day), null))
    // what was due is unchanged: a month after it was taken into use, whatever was done before
    const early = { lists: [taken], checks: done('2026-11-29', '2026-12-30'), actions: [] }
    expect(figures(early)).toMatchObject({ due: 0, done: 0, missed: 0, extra: 1 })
    const december = { from: '2026-12-01', to: '2026-12-31' }
    const later = on('2027-01-15')
    expect(figures(early, later, december)).toMatchObject({ due: 1, done: 1, late: 0, extra: 0 })
    // of the day on which it was taken into use, it is the first one
    const sameDay = { ...early, checks: [signedAt('c1', on('2026-11-30', '08:00'), null)] }
    expect(figures(sameDay)).toMatchObject({ due: 1, done: 1, extra: 0 })
    const withdrawn = { at: on('2028-02-29'), by: 'x', reason: seal('r') }
    const leap = { from: '2028-02-01', to: '2028-02-29' }
    const out = list({ at: on('2028-01-31'), rhythm })
    const gone = {
      ...{ lists: [{ ...out, withdrawn }], actions: [] },
      checks: done('2028-01-30', '2028-02-28').concat(
        signedAt('z', on('2028-02-29', '20:00'), null),
      ),
    }
    expect(figures(gone, on('2028-03-15'), leap)).toMatchObject({ due: 1, done: 1, extra: 1 })
  })
  it('count what failed, points that were left out, and hazards', () => {
    const failed = after(
      'c1',
      [on(DAY), started()],
      [on(DAY), answered('a', false, { pointId: '1', remedied: true })],
      [on(DAY), answered('b', false, { pointId: '1', remedied: true })],
      [on(DAY), signed({ words: seal('东门施工') })],
    )
    const closed = {
      at: on('2026-11-22'),
      by: 'x',
      to: 'closed',
      person: seal('p'),
      words: null,
    } as const
    expect(
      figures({
        lists: [patrol({ rhythm: { every: 'hand' } })],
        checks: [failed],
        actions: [
          hazard(),
          hazard({ id: 'a2', turns: [closed] }),
          hazard({ source: { words: seal('w') } }),
        ],
      }),
    ).toMatchObject({
      ...{ failed: 2, critical: 1, pointsMissed: 1, extra: 1 },
      hazards: { opened: 2, major: 2, closed: 1, left: 1, overdue: 1 },
    })
  })
})
