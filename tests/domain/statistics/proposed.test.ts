/** Limits that a plan proposes and no source sets have figures of their own, and enter no other. */
import { describe, expect, it } from 'vitest'
import { membersOf } from '#shared/domain/statistics/statistics.ts'
import { monthStatistics } from '#shared/domain/statistics/month.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { ZONE, incidentStats, late, limit, met } from '../../kit/incident-stats.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { WORKDAY } from '../../kit/days.ts'
import { incidentAt } from '../../kit/incident.ts'
import { NOVEMBER, NOW, figuresOf } from './statistics-kit.ts'

describe('limits that no source sets', () => {
  const proposed = { proposed: true as const, report: 'first' as const }
  const stats = incidentStats({
    limits: [met(), late(), met(proposed), late(proposed), limit({ ...proposed, dueAt: NOW - 1 })],
  })

  it('are counted apart, and in no other figure of limits', () => {
    const figures = figuresOf([stats])
    expect(figures.limits).toEqual({
      due: 2,
      met: 1,
      late: 1,
      metAsTold: 0,
      proposed: { due: 3, met: 1, late: 2 },
    })
    expect(figures.byClause).toMatchObject([{ due: 2, met: 1, late: 1 }])
    expect(figures.lateList.length).toBe(1)
    expect(figures.reports.first).toEqual({ due: 0, onTime: 0, late: 0 })
    expect(monthStatistics('2026-11', [stats], NOW).limits).toEqual({ due: 2, met: 1, late: 1 })
  })

  it('have the incidents behind them', () => {
    expect(
      membersOf(NOVEMBER, [stats], 'limits.proposed.late', undefined, NOW, { zone: ZONE }),
    ).toEqual([stats.incidentId, stats.incidentId])
  })
})

it('a step that is marked as proposed has such a limit, one of the source has not', () => {
  const due = { within: 3 * MINUTE, from: 'activated' as const }
  const run = incidentAt(WORKDAY)
  run.activate(plan('p', [step('source', { due }), step('ours', { due, proposed: true })]))
  expect(
    projectStats(run.state(), run.world).limits.map(({ stepId, proposed }) => [stepId, proposed]),
  ).toEqual([
    ['source', undefined],
    ['ours', true],
  ])
})
