/** What the record says of the end of each clock: whether somebody took what it ran for. */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Question, Step } from '#shared/domain/plan/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step, yesNo } from '../../kit/plan.ts'

const START = '2026-11-23T14:00:00+08:00'
const running = (steps: readonly Step[], facts: readonly Question[] = []): Scenario => {
  const scenario = incidentAt(START, { attention: ATTENTION_DEFAULTS })
  scenario.activate(plan('p1', steps, { facts }))
  return scenario
}
const life = (part: Partial<Step> = {}): Step => step('119', { lifeSafety: true, ...part })
const lastEnds = (scenario: Scenario) =>
  (scenario.all('AttentionChanged').at(-1)?.ends ?? []).map(({ kind, taken }) => [kind, taken])
const running119 = (scenario: Scenario) =>
  scenario
    .state()
    .attention?.clocks.filter(({ ended }) => ended === null)
    .map(({ kind, stepId, every }) => ({ kind, stepId, every }))

describe('the clock of a step', () => {
  it('ends as taken when somebody accepts it, and life safety is asked after from then', () => {
    const scenario = running([life()])
    expect(running119(scenario)).toEqual([{ kind: 'open', stepId: '119', every: 60_000 }])
    scenario.accept('119')
    expect(lastEnds(scenario)).toEqual([['open', true]])
    expect(running119(scenario)).toEqual([{ kind: 'taken', stepId: '119', every: 300_000 }])
    scenario.finish('119')
    expect(lastEnds(scenario)).toEqual([['taken', true]])
    expect(running119(scenario)).toEqual([])
  })

  it('ends as taken when somebody records it as done, accepted or not', () => {
    const scenario = running([life()])
    scenario.finish('119')
    expect(lastEnds(scenario)).toEqual([['open', true]])
  })

  it('ends as taken by nobody when the step no longer applies', () => {
    const scenario = running([life({ when: { fact: 'fire', is: 'yes' } })], [yesNo('fire')])
    scenario.answer('fire', 'yes')
    scenario.answer('fire', 'no')
    expect(lastEnds(scenario)).toEqual([['open', false]])
  })

  it('ends as taken by nobody when the station marks it, as its plan is stopped', () => {
    const scenario = running([step('tell', { urgency: 'immediate' })])
    scenario.send({ type: 'StopPlan', planId: 'p1', reason: '启动错了', reasons: {} })
    expect(scenario.step('tell').automatic).not.toBeNull()
    expect(lastEnds(scenario)).toEqual([['open', false]])
  })

  it.each<[string, Partial<Step>, { every: number; quiet: boolean } | null]>([
    ['life safety', { lifeSafety: true, urgency: 'prompt' }, { every: 60_000, quiet: false }],
    ['at once', { urgency: 'immediate' }, { every: 180_000, quiet: false }],
    ['soon: without an alert', { urgency: 'prompt' }, { every: 600_000, quiet: true }],
    ['whenever', { urgency: null }, null],
  ])('runs as long as it is urgent: %s', (_, part, clock) => {
    const [first] = running([step('a', part)]).state().attention?.clocks ?? []
    expect(first ?? null).toEqual(clock && expect.objectContaining(clock))
  })

  it('of no life safety is asked after no more once it is taken', () => {
    const scenario = running([step('a', { urgency: 'immediate' })])
    scenario.accept('a')
    expect(lastEnds(scenario)).toEqual([['open', true]])
    expect(running119(scenario)).toEqual([])
  })
})

describe('the clock of a question', () => {
  const asking = (part: Partial<Question> = {}): Scenario =>
    running([life({ when: { fact: 'fire', is: 'yes' } })], [yesNo('fire', part)])

  it('runs while life hangs on the answer, for its own time if it has one', () => {
    expect(running119(asking())).toEqual([{ kind: 'question', stepId: null, every: 60_000 }])
    expect(running119(asking({ ask: { from: null, within: 90_000 } }))).toEqual([
      { kind: 'question', stepId: null, every: 90_000 },
    ])
  })

  it('ends as taken when somebody answers', () => {
    const scenario = asking()
    scenario.answer('fire', 'no')
    expect(lastEnds(scenario)).toEqual([['question', true]])
  })

  it('ends as taken by nobody when its plan is stopped', () => {
    const scenario = asking()
    scenario.send({
      type: 'StopPlan',
      planId: 'p1',
      reason: '启动错了',
      reasons: { fire: '没有火', '119': '没有火' },
    })
    expect(lastEnds(scenario)).toEqual([['question', false]])
  })
})
