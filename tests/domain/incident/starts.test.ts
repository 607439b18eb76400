/**
 * A step that starts another plan when it is done: in the same command, or the record says why not
 * (S09-21, hand-over).
 */
import { describe, expect, it } from 'vitest'
import type { Plan, Starts } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const NEXT = plan('next', [step('n1')])
const starts = (part: Partial<Starts> = {}): Starts => ({
  plan: 'next',
  handsOver: false,
  what: localized('转下一份', 'Go on with the next'),
  ...part,
})
const first = (part: Partial<Starts> = {}): Plan =>
  plan('first', [step('s', { starts: starts(part) }), step('rest')])

const running = (response: Plan, library: readonly Plan[] = [NEXT]): Scenario => {
  const scenario = incidentAt(WORKDAY, { library })
  scenario.activate(response)
  return scenario
}

describe('a step with a plan to start', () => {
  it.each(['done', 'already-done'] as const)(
    '%s, starts it in the same command, and says by what',
    (outcome) => {
      const scenario = running(first())
      expect(scenario.finish('s', outcome)).toBeNull()
      expect(
        scenario.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy]),
      ).toEqual([
        ['first', null],
        ['next', null],
      ])
      expect(scenario.step('n1').state).toBe('open')
      expect(scenario.step('rest').state).toBe('open')
      expect(scenario.all('PlanActivated').at(-1)).toMatchObject({
        planId: 'next',
        by: '周敏',
        at: scenario.now(),
        why: { zh: '完成“步骤s”：转下一份', en: '"Step s" is done: Go on with the next' },
      })
    },
  )

  it.each(['skipped', 'not-applicable'] as const)('%s, starts nothing', (outcome) => {
    const scenario = running(first())
    scenario.finish('s', outcome, '用不着')
    expect(scenario.board().plans).toHaveLength(1)
    expect(scenario.all('PlanNotStarted')).toEqual([])
  })

  it('that hands over ends its own plan: the rest does not apply, and the step itself is done', () => {
    const scenario = running(first({ handsOver: true }))
    scenario.finish('s')
    expect(
      scenario.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy]),
    ).toEqual([
      ['first', 'next'],
      ['next', null],
    ])
    expect(scenario.board().steps.map(({ id, state }) => [id, state])).toEqual([
      ['s', 'done'],
      ['rest', 'not-applicable'],
      ['n1', 'open'],
    ])
  })

  it('names the plan on the board before it is done', () => {
    expect(running(first({ handsOver: true })).step('s').starts).toEqual({
      planId: 'next',
      title: NEXT.title,
      handsOver: true,
      what: localized('转下一份', 'Go on with the next'),
      notStarted: null,
    })
  })

  it('starts nothing if the plan runs already, and nothing is said of it', () => {
    const scenario = running(first({ handsOver: true }))
    scenario.activate(NEXT)
    scenario.finish('s')
    expect(
      scenario.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy]),
    ).toEqual([
      ['first', null],
      ['next', null],
    ])
    expect(scenario.all('PlanNotStarted')).toEqual([])
  })

  it('starts an annex with its base', () => {
    const scenario = running(first(), [{ ...NEXT, extends: 'base' }, plan('base', [step('b1')])])
    scenario.finish('s')
    expect(scenario.board().plans.map(({ planId }) => planId)).toEqual(['first', 'base', 'next'])
  })

  it('done again after a correction starts nothing twice', () => {
    const scenario = running(first())
    scenario.finish('s')
    scenario.correct('s')
    scenario.finish('s')
    expect(scenario.all('PlanActivated')).toHaveLength(2)
  })
})

describe('nothing is started, the step is done all the same, and board and record say why', () => {
  const why = (scenario: Scenario): [string, string | undefined] => {
    scenario.finish('s')
    const { state, starts: shown } = scenario.step('s')
    expect(scenario.all('PlanNotStarted')).toMatchObject([
      { stepId: 's', why: shown?.notStarted, what: { zh: '转下一份' } },
    ])
    return [state, shown?.notStarted?.zh]
  }

  it('where the plan names none: an empty slot', () => {
    const scenario = running(first({ plan: null }))
    expect(scenario.step('s').starts).toMatchObject({ planId: null, title: null })
    expect(why(scenario)).toEqual(['done', '原文没有写明是哪份预案，请从预案列表中选'])
  })

  it('where the library has no such plan', () => {
    const scenario = running(first(), [])
    expect(scenario.step('s').starts).toMatchObject({ planId: 'next', title: null })
    expect(why(scenario)).toEqual(['done', '没有预案“next”，请从预案列表中选'])
  })

  it('after the response was lifted', () => {
    const scenario = running(first())
    scenario.move('lifted')
    expect(why(scenario)).toEqual(['done', '事件已解除，不能再启动预案；请另报一起'])
  })

  it('where that plan is over in this incident', () => {
    const scenario = running(first())
    scenario.activate(NEXT)
    scenario.activate(plan('other', [step('o')]), { supersedes: 'next' })
    expect(why(scenario)).toEqual(['done', '《预案next》在这起事件中已被别的预案取代，不能再启动'])
  })

  it('where its base is missing, and a hand-over then hands nothing over', () => {
    const scenario = running(first({ handsOver: true }), [{ ...NEXT, extends: 'gone' }])
    expect(why(scenario)[1]).toContain('以预案“gone”为基础')
    expect(scenario.board().plans).toMatchObject([{ planId: 'first', supersededBy: null }])
    expect(scenario.step('rest').state).toBe('open')
  })

  it('until a correction, which takes the words back', () => {
    const scenario = running(first({ plan: null }))
    scenario.finish('s')
    scenario.correct('s')
    expect(scenario.step('s').starts?.notStarted).toBeNull()
  })
})
