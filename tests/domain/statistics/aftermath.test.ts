/**
 * The figures of what became of incidents afterwards: aftercare with its amounts, reviews,
 * evaluations of plans. They belong to the period of their incident; a drill is in none.
 */
import { describe, expect, it } from 'vitest'
import type { AftermathStats, IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { isStats } from '#shared/domain/statistics/stored-forms.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { localized } from '#shared/domain/text.ts'
import { at, incidentStats } from '../../kit/incident-stats.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'
import { WORKDAY } from '../../kit/days.ts'
import { figuresOf, NOVEMBER } from './statistics-kit.ts'

const AFTERMATH: AftermathStats = {
  ...{ done: 2, open: ['2026-11-23', '2026-11-24'], agreedFen: 200_050, paidFen: 50_050 },
  ...{ reviewed: true, passedOver: false, lessons: 2, evaluations: { done: 2, late: 1 } },
}
const reviewed = (part: Partial<IncidentStats> = {}): IncidentStats =>
  incidentStats({ at: at('2026-11-10T10:00:00'), aftermath: AFTERMATH, ...part })
const seal = (sealed: string) => ({ sealed })

describe('of a period', () => {
  it('each is counted, and added up to the fen; due on a day is not overdue on it', () => {
    const now = at('2026-11-24T10:00:00')
    const passed = incidentStats({
      at: at('2026-11-12T10:00:00'),
      aftermath: { ...AFTERMATH, reviewed: false, passedOver: true, open: [], paidFen: 1 },
    })
    expect(figuresOf([reviewed(), passed, incidentStats()], NOVEMBER, now)).toMatchObject({
      aftercare: {
        ...{ opened: 6, done: 4, open: 2, overdue: 1 },
        ...{ agreed: 4001, paid: 500.51 },
      },
      reviews: { done: 1, passedOver: 1 },
      evaluations: { done: 4, late: 2 },
    })
  })

  it.each([
    ['a drill', { drill: true }],
    ['a false report', { counted: false, falseReport: true }],
    ['one of another month', { at: at('2026-10-31T10:00:00') }],
  ])('%s is in none', (_name, part) => {
    expect(figuresOf([reviewed(part)])).toMatchObject({
      aftercare: { opened: 0, done: 0, open: 0, overdue: 0, agreed: 0, paid: 0 },
      reviews: { done: 0, passedOver: 0 },
      evaluations: { done: 0, late: 0 },
    })
  })
})

describe('of an incident', () => {
  const statsOf = (scenario: Scenario): IncidentStats =>
    projectStats(scenario.state(), scenario.world)
  function closed(): Scenario {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('act')]))
    scenario.finish('act')
    scenario.move('contained')
    scenario.move('closed')
    return scenario
  }

  it('nothing where nobody recorded any of it', () => {
    expect(statsOf(closed())).not.toHaveProperty('aftermath')
  })

  it('what is open and done, without what was withdrawn, and what is put right counts as it stands', () => {
    const scenario = closed()
    for (const agreedFen of [100, 200, 300])
      scenario.send({
        ...{ type: 'AddAftercare', kind: 'compensation', whom: seal('张三'), stepId: null },
        ...{ dueOn: '2026-12-01', words: null, agreedFen },
        owner: { post: { id: 'd', name: localized('值', 'D') }, person: null, personId: null },
      })
    scenario.send({ type: 'WithdrawAftercare', aftercareId: '3', reason: seal('重') })
    scenario.send({
      ...{ type: 'FinishAftercare', aftercareId: '1', doneAt: null, words: null, paidFen: 1000 },
      ...{ finding: null, measure: null },
    })
    scenario.send({
      ...{ type: 'CorrectAftercare', aftercareId: '1', reason: seal('多一个零'), paidFen: 100 },
    })
    scenario.pass('31 d')
    scenario.send({
      ...{ type: 'RecordReview', kind: 'review', cause: null, well: seal('快'), poor: null },
      ...{ lessons: [seal('查线')], people: null, plans: ['p'], reviewedAt: null },
    })
    const stats = statsOf(scenario)
    expect(stats.aftermath).toEqual({
      ...{ done: 1, open: ['2026-12-01'], agreedFen: 300, paidFen: 100 },
      ...{ reviewed: true, passedOver: false, lessons: 1, evaluations: { done: 1, late: 1 } },
    })
    expect(isStats(stats)).toBe(true)
  })
})
