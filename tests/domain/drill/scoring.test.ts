/** Scores 0, 1, 3, 5 an item, proposed from the record, and the grade by its stated rule. */
import { describe, expect, it } from 'vitest'
import { gradeOf, scoreItems, type ItemKind, type Score } from '#shared/domain/drill/scoring.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { MINUTE, plan, step } from '../../kit/plan.ts'
import { incidentAt } from '../../kit/incident.ts'
import { inject } from './drill-kit.ts'

const timed = (id: string) =>
  step(id, { due: { within: 10 * MINUTE, from: 'activated' }, role: 'guard' })
const PLAN: Plan = plan('fire', [
  ...['a', 'b', 'c', 'd'].map(timed),
  step('s', { lifeSafety: true }),
])

function played() {
  const drill = incidentAt('2026-11-24T10:00:00+08:00', { drill: true })
  drill.pass(MINUTE)
  drill.activate(PLAN)
  const startedAt = drill.now()
  drill.accept('s')
  drill.pass(5 * MINUTE)
  drill.finish('a')
  drill.finish('s')
  drill.pass(9 * MINUTE)
  drill.finish('b') // 4 min over 10
  drill.pass(16 * MINUTE)
  drill.finish('c') // 20 min over 10
  return { drill, startedAt }
}

describe('what is proposed', () => {
  const { drill, startedAt } = played()
  const items = scoreItems(
    {
      ...{ incident: drill.state(), board: drill.board() },
      script: [
        inject('n1', { after: 0, stepId: 'a', within: 5 * MINUTE }),
        inject('n2', { after: 0, stepId: 'd' }),
        inject('n3', { expects: { sealed: 'e' } }),
        inject('n4'),
      ],
      deliveries: ['n1', 'n2', 'n3', 'n4'].map((injectId) => ({
        injectId,
        at: startedAt,
        by: null,
      })),
    },
    (stepId) => (stepId === 's' ? 'desk' : 'guard'),
  )
  const of = (id: string) => items.find((item) => item.id === id)

  it('is 5 within a limit, 3 by half of it over, 1 later, 0 never', () => {
    expect(['a', 'b', 'c', 'd'].map((id) => of(`limit:${id}`)?.proposed)).toEqual([5, 3, 1, 0])
    expect(of('limit:a')).toMatchObject({ role: 'guard', basis: { zh: '时限内完成' } })
  })

  it('is 5 for life safety that was taken within a minute', () => {
    expect(of('life-safety:s')).toMatchObject({ proposed: 5, role: 'desk' })
  })

  it('is by the step that an inject expects; without a step the evaluator says', () => {
    expect(of('inject:n1')).toMatchObject({ proposed: 5, title: { zh: '情景1的处置' } })
    expect(of('inject:n2')?.proposed).toBe(0)
    expect(of('inject:n3')?.proposed).toBeNull()
    expect(of('inject:n4')).toBeUndefined()
  })

  it('looks at taking up and starting, and at reasons that are missing', () => {
    expect(of('response:taken-up')).toMatchObject({ proposed: 5, basis: { zh: '用了1分钟' } })
    expect(of('response:activation')?.proposed).toBe(5)
    expect(of('response:reasons')?.proposed).toBe(0)
  })

  it('leaves to the evaluator what no clock measures', () => {
    expect(items.filter(({ kind }) => kind === 'observed').map(({ proposed }) => proposed)).toEqual(
      [...[null, null, null]],
    )
  })
})

describe('the grade', () => {
  const graded = (...scores: readonly (readonly [ItemKind, Score])[]) =>
    gradeOf(scores.map(([kind, score]) => ({ kind, score })))
  it('is by the share of the points: nine tenths, three quarters, six tenths', () => {
    const tenOf = (...scores: readonly Score[]) =>
      graded(...scores.map((score) => ['limit', score] as const))
    expect(tenOf(5, 5, 5, 3)).toEqual({ points: 18, most: 20, grade: 'excellent' })
    expect(tenOf(5, 5, 5, 1).grade).toBe('good')
    expect(tenOf(5, 5, 5, 0).grade).toBe('good')
    expect(tenOf(3, 3).grade).toBe('fair')
    expect(tenOf(3, 1).grade).toBe('poor')
    expect(tenOf()).toEqual({ points: 0, most: 0, grade: 'poor' })
  })
  it('is fair at best with one step of life safety that nobody did, poor with two', () => {
    const good = Array.from({ length: 20 }, () => ['limit', 5] as const)
    expect(graded(...good, ['life-safety', 0]).grade).toBe('fair')
    expect(graded(...good, ['life-safety', 0], ['life-safety', 0]).grade).toBe('poor')
    expect(graded(...good, ['limit', 0]).grade).toBe('excellent')
  })
})

it('what nobody did is scored as not done also once its incident is closed with the drill', () => {
  const drill = incidentAt('2026-11-24T10:00:00+08:00', { drill: true })
  drill.activate(PLAN)
  drill.pass(20 * MINUTE)
  const proposed = () =>
    scoreItems(
      { incident: drill.state(), board: drill.board(), script: [], deliveries: [] },
      () => null,
    ).map(({ id, proposed: score }) => [id, score])
  const before = proposed()
  expect(before).toContainEqual(['life-safety:s', 0])
  expect(drill.send({ type: 'CloseDrill', reason: '演练结束' })).toBeNull()
  expect(drill.state().state).toBe('closed')
  expect(proposed()).toEqual(before)
})

it('an incident that is no drill is not closed so', () => {
  const real = incidentAt('2026-11-24T10:00:00+08:00')
  real.activate(PLAN)
  expect(real.send({ type: 'CloseDrill', reason: '演练结束' })).toMatchObject({ code: 'bad-move' })
})
