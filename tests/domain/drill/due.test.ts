/** When drills are due (88号令 art. 33), what of them counts, and what came of them for people. */
import { describe, expect, it } from 'vitest'
import { drillsDue, heldBefore, papersDue, planKind } from '#shared/domain/drill/due.ts'
import { drillsOfPeriod } from '#shared/domain/drill/figures.ts'
import { obligationsOfDrills } from '#shared/domain/drill/obligations.ts'
import { participantHistories } from '#shared/domain/drill/results.ts'
import type { ScoredItem } from '#shared/domain/drill/scoring.ts'
import type { Policy } from '#shared/domain/policies/policy.ts'
import { localized } from '#shared/domain/text.ts'
import { plan } from '../../kit/plan.ts'
import { after, arranged, ended, evaluated, on, seal, started, ZONE } from './drill-kit.ts'

const policy = (id: string, part: Partial<Policy>): Policy => ({
  ...{ id, kind: 'drill', name: localized(id, id), unit: 'months', value: 6, remindDays: 30 },
  ...{ appliesTo: {}, source: localized('88号令', 'Order 88'), siteValue: null },
  ...part,
})
const POLICIES = [
  policy('scene', { appliesTo: { about: ['scene', 'fire'] } }),
  policy('other', { value: 12 }),
  policy('evaluation', { kind: 'drill-evaluation', unit: 'days', value: 15, remindDays: 7 }),
  policy('out', { kind: 'drill-report-out', unit: 'days', value: 30, remindDays: 7 }),
]
const PLANS = [
  plan('fire', [], { types: ['mall-fire'] }),
  plan('base', []),
  plan('annex', [], { extends: 'base' }),
]
const view = <T extends object>(part: T = {} as T) => ({
  ...{ policies: POLICIES, calendar: {}, zone: ZONE, since: () => '2026-01-31' },
  ...part,
})
const drilled = (day: string, planIds: readonly string[] = ['fire'], id = 'd1') => ({
  ...after(
    [on(day, '09:00'), arranged({ day })],
    [on(day), started],
    [on(day, '11:00'), ended({ planIds })],
  ),
  id,
})
const dueOf = (planId: string, ...drills: Parameters<typeof drillsDue>[1]) =>
  drillsDue(PLANS, drills, view()).find((entry) => entry.planId === planId)?.due

describe('the next drill of a plan', () => {
  it('is due by its kind: what others build on once a year, a procedure each half-year', () => {
    expect(PLANS.map((entry) => planKind(entry, PLANS))).toEqual(['fire', 'comprehensive', 'scene'])
    expect(dueOf('annex')).toBe('2026-07-31')
    expect(dueOf('base')).toBe('2027-01-31')
  })

  it('moves with the last that was played to its end, at ends of months and leap days', () => {
    expect(dueOf('fire', drilled('2026-08-31'))).toBe('2027-02-28')
    expect(dueOf('fire', drilled('2027-08-31'))).toBe('2028-02-29')
    expect(dueOf('base', drilled('2028-02-29', ['base']))).toBe('2029-02-28')
    expect(dueOf('fire', drilled('2026-08-31'), drilled('2026-05-01', ['fire'], 'd2'))).toBe(
      '2027-02-28',
    )
  })

  it('does not move by one that runs or was broken off, and counts for every plan that ran', () => {
    const running = after([on('2026-05-01', '09:00'), arranged()], [on('2026-05-01'), started])
    const broken = after(
      [on('2026-05-01', '09:00'), arranged()],
      [on('2026-05-01'), started],
      [on('2026-05-01', '10:05'), ended({ brokenOff: seal('真实火警') })],
    )
    expect(dueOf('fire', running)).toBe('2026-07-31')
    expect(dueOf('fire', broken)).toBe('2026-07-31')
    expect(dueOf('annex', drilled('2026-05-01', ['fire', 'annex']))).toBe('2026-11-01')
  })

  it('does not move by one in which no plan ran, unless it was gone through at the table (ADR 69)', () => {
    const events = (form: 'desk' | 'full') =>
      [
        [on('2026-05-31', '09:00'), arranged({ form })],
        [on('2026-05-31'), started],
        [on('2026-05-31', '11:00'), ended({ planIds: [] })],
      ] as const
    const may = { from: '2026-05-01', to: '2026-05-31' }
    const timesDrilled = (drill: ReturnType<typeof after>) =>
      drillsOfPeriod([drill], [], may, ZONE).held
    const without = after(...events('full'))
    expect([dueOf('fire', without), timesDrilled(without)]).toEqual(['2026-07-31', 0])
    expect(papersDue([without], view())).toEqual([])
    const declared = after(...events('desk'), [on('2026-06-01'), { type: 'DrillDeclared' }])
    expect([dueOf('fire', declared), timesDrilled(declared)]).toEqual(['2026-11-30', 1])
    expect(dueOf('annex', declared)).toBe('2026-07-31')
    const undone = after(
      ...events('desk'),
      [on('2026-06-01'), { type: 'DrillDeclared' }],
      [on('2026-06-02'), { type: 'DrillDeclarationUndone' }],
    )
    expect([dueOf('fire', undone), timesDrilled(undone)]).toEqual(['2026-07-31', 0])
  })

  it('where no policy rules it is never due', () => {
    expect(drillsDue(PLANS, [], view({ policies: [] }))[0]).toMatchObject({ due: null })
  })
})

describe('papers of a drill', () => {
  it('are the report of its evaluation and the word to the authority, until they are there', () => {
    const drill = drilled('2026-11-24')
    expect(papersDue([drill], view()).map(({ kind, due }) => [kind, due])).toEqual([
      ['drill-evaluation', '2026-12-09'],
      ['drill-report-out', '2026-12-24'],
    ])
    const both = after(
      [on('2026-11-24', '09:00'), arranged()],
      [on('2026-11-24'), started],
      [on('2026-11-24', '11:00'), ended()],
      [on('2026-11-25'), evaluated()],
      [on('2026-11-26'), { type: 'DrillReportedOut', day: '2026-11-26', to: seal('应急管理局') }],
    )
    expect(papersDue([both], view())).toEqual([])
  })
})

describe('obligations', () => {
  it('are critical once a drill is overdue, and lead to where it is done', () => {
    const planned = after([on('2026-07-01'), arranged({ day: '2026-07-20' })])
    const of = (today: string) =>
      obligationsOfDrills(PLANS, [planned], view({ today })).find(
        ({ kind, about }) => kind === 'drill' && about.id === 'fire',
      )
    expect(of('2026-07-31')).toMatchObject({
      ...{ due: '2026-07-31', remindFrom: '2026-07-01', isCritical: false },
      ...{ owner: { person: seal('周敏') }, to: ['readiness', 'drills', 'd1'] },
    })
    expect(of('2026-08-01')?.isCritical).toBe(true)
    const due = obligationsOfDrills(PLANS, [drilled('2026-07-20')], view({ today: '2026-08-20' }))
    expect(due.filter(({ kind }) => kind !== 'drill')).toMatchObject([
      { kind: 'drill-evaluation', due: '2026-08-04', isCritical: false },
      { kind: 'drill-report-out', due: '2026-08-19', isCritical: true },
    ])
  })
})

describe('the figures of a period', () => {
  it('count each drill once, by its day, and of the plans that were due those drilled', () => {
    const drills = [drilled('2026-07-20'), drilled('2026-08-02', ['annex'], 'd2')]
    const before = drillsDue(PLANS, [], view())
    const july = { from: '2026-07-01', to: '2026-07-31' }
    expect(drillsOfPeriod(drills, before, july, ZONE)).toMatchObject({
      ...{ held: 1, brokenOff: 0, due: 2, done: 1, byForm: { desk: 0, function: 0, full: 1 } },
      ...{ evaluated: 0, acknowledged: 0, reportedOut: 0, findings: 0, participants: 2 },
    })
  })

  it('count grades and who has seen the report', () => {
    const drill = after(
      [on('2026-07-20', '09:00'), arranged()],
      [on('2026-07-20'), started],
      [on('2026-07-20', '11:00'), ended()],
      [on('2026-07-21'), evaluated()],
      [on('2026-07-22'), { type: 'DrillAcknowledged', participantId: 'p1' }],
      [on('2026-07-22'), { type: 'DrillAcknowledged', participantId: 'p2' }],
    )
    const figures = drillsOfPeriod([drill], [], { from: '2026-07-01', to: '2026-07-31' }, ZONE)
    expect(figures).toMatchObject({ evaluated: 1, acknowledged: 1, byGrade: { good: 1, poor: 0 } })
  })
})

describe('what came of drills for a person (S07-06)', () => {
  it('stands drill by drill, the latest first, with the items of the post', () => {
    const item: ScoredItem = {
      ...{ id: 'limit:a', kind: 'limit', title: localized('a', 'a'), basis: localized('b', 'b') },
      ...{ stepId: 'a', role: 'guard', proposed: 5, score: 3, reason: null },
    }
    const first = drilled('2026-03-01')
    const second = {
      ...after(
        [on('2026-09-01', '09:00'), arranged({ day: '2026-09-01' })],
        [on('2026-09-01'), started],
        [on('2026-09-01', '11:00'), ended()],
        [on('2026-09-02'), evaluated({ items: [item, { ...item, role: 'other' }] })],
      ),
      id: 'd2',
    }
    const [person, ...others] = participantHistories([first, second], ({ sealed }) => sealed)
    expect(others).toEqual([])
    expect(person).toMatchObject({
      ...{ personId: 'li', name: '李强' },
      results: [
        { drillId: 'd2', grade: 'good', points: 3, most: 5 },
        { drillId: 'd1', grade: null, points: null },
      ],
    })
  })
})

it('a drill over the midnight of a month counts in the month of its begin alone', () => {
  const drill = after(
    [on('2026-07-31', '22:00'), arranged({ day: '2026-07-31' })],
    [on('2026-07-31', '23:30'), started],
    [on('2026-08-01', '00:30'), ended()],
  )
  const figures = (from: string, to: string) =>
    drillsOfPeriod(
      [drill],
      drillsDue(PLANS.slice(0, 1), heldBefore([drill], on(from, '00:00')), view()),
      { from, to },
      ZONE,
    )
  expect(figures('2026-07-01', '2026-07-31')).toMatchObject({ held: 1, due: 1, done: 1 })
  expect(figures('2026-08-01', '2026-08-31')).toMatchObject({ held: 0, due: 0, done: 0 })
})
