/**
 * A step that starts another plan when it is done: in the same command, or the record says why not
 * (S09-21, hand-over).
 */
import { describe, expect, it } from 'vitest'
import type { Plan, Starts } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
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

const running = (own: Plan, library: readonly Plan[] = [NEXT]): Led => {
  const led = reported(WORKDAY, { library })
  led.activate(own)
  return led
}

describe('a step with a plan to start', () => {
  it.each(['done', 'already-done'] as const)(
    '%s, starts it in the same command, and says by what',
    (outcome) => {
      const led = running(first())
      expect(led.finish('s', outcome)).toBeNull()
      expect(led.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy])).toEqual([
        ['first', null],
        ['next', null],
      ])
      expect(led.step('n1').state).toBe('open')
      expect(led.step('rest').state).toBe('open')
      expect(led.all('PlanActivated').at(-1)).toMatchObject({
        planId: 'next',
        by: '周敏',
        at: led.now(),
        why: { zh: '完成“步骤s”：转下一份', en: '"Step s" is done: Go on with the next' },
      })
    },
  )

  it.each(['skipped', 'not-applicable'] as const)('%s, starts nothing', (outcome) => {
    const led = running(first())
    led.finish('s', outcome, '用不着')
    expect(led.board().plans).toHaveLength(1)
    expect(led.all('PlanNotStarted')).toEqual([])
  })

  it('that hands over ends its own plan: the rest does not apply, and the step itself is done', () => {
    const led = running(first({ handsOver: true }))
    led.finish('s')
    expect(led.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy])).toEqual([
      ['first', 'next'],
      ['next', null],
    ])
    expect(led.board().steps.map(({ id, state }) => [id, state])).toEqual([
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

  it('whose plan runs already starts nothing, and nothing is said of it', () => {
    const led = running(first({ handsOver: true }))
    led.activate(NEXT)
    led.finish('s')
    expect(led.board().plans.map(({ planId, supersededBy }) => [planId, supersededBy])).toEqual([
      ['first', null],
      ['next', null],
    ])
    expect(led.all('PlanNotStarted')).toEqual([])
  })

  it('starts an annex with its base', () => {
    const led = running(first(), [{ ...NEXT, extends: 'base' }, plan('base', [step('b1')])])
    led.finish('s')
    expect(led.board().plans.map(({ planId }) => planId)).toEqual(['first', 'base', 'next'])
  })

  it('done again after a correction starts nothing twice', () => {
    const led = running(first())
    led.finish('s')
    led.correct('s')
    led.finish('s')
    expect(led.all('PlanActivated')).toHaveLength(2)
  })
})

describe('nothing is started, the step is done all the same, and board and record say why', () => {
  const why = (led: Led): [string, string | undefined] => {
    led.finish('s')
    const { state, starts: shown } = led.step('s')
    expect(led.all('PlanNotStarted')).toMatchObject([
      { stepId: 's', why: shown?.notStarted, what: { zh: '转下一份' } },
    ])
    return [state, shown?.notStarted?.zh]
  }

  it('where the plan names none: an empty slot', () => {
    const led = running(first({ plan: null }))
    expect(led.step('s').starts).toMatchObject({ planId: null, title: null })
    expect(why(led)).toEqual(['done', '原文没有写明是哪份预案，请从预案列表中选'])
  })

  it('where the library has no such plan', () => {
    const led = running(first(), [])
    expect(led.step('s').starts).toMatchObject({ planId: 'next', title: null })
    expect(why(led)).toEqual(['done', '没有预案“next”，请从预案列表中选'])
  })

  it('after the response was lifted', () => {
    const led = running(first())
    led.move('lifted')
    expect(why(led)).toEqual(['done', '事件已解除，不能再启动预案；请另报一起'])
  })

  it('where that plan is over in this incident', () => {
    const led = running(first())
    led.activate(NEXT)
    led.activate(plan('other', [step('o')]), { supersedes: 'next' })
    expect(why(led)).toEqual(['done', '《预案next》在这起事件中已被别的预案取代，不能再启动'])
  })

  it('where its base is missing, and a hand-over then hands nothing over', () => {
    const led = running(first({ handsOver: true }), [{ ...NEXT, extends: 'gone' }])
    expect(why(led)[1]).toContain('以预案“gone”为基础')
    expect(led.board().plans).toMatchObject([{ planId: 'first', supersededBy: null }])
    expect(led.step('rest').state).toBe('open')
  })

  it('and a correction takes the words back', () => {
    const led = running(first({ plan: null }))
    led.finish('s')
    led.correct('s')
    expect(led.step('s').starts?.notStarted).toBeNull()
  })
})
