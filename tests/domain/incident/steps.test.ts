/** The states of a step and who may record what on it. */
import { describe, expect, it } from 'vitest'
import type { Outcome } from '#shared/domain/incident/record/state.ts'
import { plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const OUTCOMES = ['done', 'already-done', 'not-applicable', 'skipped'] as const
const led3 = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(
    plan(
      'p',
      [
        step('open'),
        step('waiting', { after: ['open'] }),
        step('unknown', { when: { fact: 'k', is: 'yes' } }),
        step('hidden', { when: { fact: 'no', is: 'yes' } }),
      ],
      { facts: [yesNo('k'), yesNo('no')] },
    ),
  )
  scenario.answer('no', 'no')
  return scenario
}

describe('a step waits for the steps before it', () => {
  it.each(OUTCOMES)('it opens once they are finished: %s', (outcome: Outcome) => {
    const scenario = led3()
    expect(scenario.step('waiting')).toMatchObject({
      state: 'waiting',
      openedAt: null,
      waitsFor: ['open'],
    })
    scenario.pass('1 min')
    scenario.finish('open', outcome, 'r')
    expect(scenario.step('waiting')).toMatchObject({
      state: 'open',
      openedAt: scenario.now(),
      waitsFor: [],
    })
  })

  it('it does not wait for one that does not apply', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('a', { when: { fact: 'k', is: 'yes' } }),
          step('b'),
          step('c', { after: ['a', 'b'] }),
        ],
        { facts: [yesNo('k')] },
      ),
    )
    expect(scenario.step('c').waitsFor).toEqual(['a', 'b'])
    scenario.answer('k', 'no')
    expect(scenario.step('c').waitsFor).toEqual(['b'])
    scenario.finish('b')
    expect(scenario.step('c').state).toBe('open')
    scenario.answer('k', 'yes')
    expect(scenario.step('c')).toMatchObject({ state: 'waiting', waitsFor: ['a'] })
  })

  it('it waits for an answer that is not known yet before it waits for steps', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan(
        'p',
        [
          step('a'),
          step('b', {
            when: {
              any: [
                { fact: 'k', is: 'yes' },
                { fact: 'm', is: 'yes' },
              ],
            },
            after: ['a'],
          }),
        ],
        { facts: [yesNo('k'), yesNo('m')] },
      ),
    )
    expect(scenario.step('b').waitsFor).toEqual(['k', 'm', 'a'])
    scenario.answer('k', 'no')
    expect(scenario.step('b').waitsFor).toEqual(['m', 'a'])
    scenario.answer('k', 'yes') // decided: m can change nothing any more
    expect(scenario.step('b').waitsFor).toEqual(['a'])
    scenario.finish('a')
    expect(scenario.step('b').state).toBe('open')
  })
})

describe('accepting a step', () => {
  it('names who has it in hand; the step is not finished by it', () => {
    const scenario = led3()
    scenario.accept('open')
    expect(scenario.step('open')).toMatchObject({
      state: 'accepted',
      acceptedBy: '周敏',
      doneAt: null,
    })
    expect(scenario.step('waiting').state).toBe('waiting')
    scenario.finish('open')
    expect(scenario.step('open')).toMatchObject({
      state: 'done',
      acceptedBy: '周敏',
      doneBy: '周敏',
    })
  })

  it('by a second person is refused', () => {
    const scenario = led3()
    scenario.accept('open')
    expect(
      scenario.send({ type: 'AcceptStep', stepId: 'open', reason: null, onBehalfOf: null }, '李强'),
    ).toEqual({
      ok: false,
      code: 'step-accepted',
      message: { zh: '“步骤open”已由周敏签收', en: '"Step open" was already accepted by 周敏' },
    })
  })

  it('ahead of its turn leaves it waiting', () => {
    const scenario = led3()
    expect(scenario.accept('waiting')).toBeNull()
    expect(scenario.step('waiting')).toMatchObject({ state: 'waiting', acceptedBy: '周敏' })
    scenario.finish('open')
    expect(scenario.step('waiting').state).toBe('accepted')
  })
})

describe.each(OUTCOMES)('finishing a step: %s', (outcome: Outcome) => {
  it('records person, instant and reason', () => {
    const scenario = led3()
    scenario.pass('2 min')
    scenario.finish('open', outcome, '原因')
    expect(scenario.step('open')).toMatchObject({
      state: outcome,
      doneAt: scenario.now(),
      doneBy: '周敏',
      reason: '原因',
      outOfOrder: false,
    })
  })

  it.each(['waiting', 'unknown'])('is possible while it is %s, and marked out of order', (id) => {
    const scenario = led3()
    expect(scenario.finish(id, outcome, 'r')).toBeNull()
    expect(scenario.step(id)).toMatchObject({ state: outcome, outOfOrder: true, waitsFor: [] })
  })

  it('is refused while it is hidden', () => {
    const scenario = led3()
    expect(scenario.finish('hidden', outcome, 'r')).toEqual({
      ok: false,
      code: 'step-hidden',
      message: {
        zh: '“步骤hidden”在目前情况下不适用；情况有变请先改答问题',
        en: '"Step hidden" does not apply as things stand; if that has changed, answer the question again first',
      },
    })
  })

  it('is refused to a second person, and to the first one again', () => {
    const scenario = led3()
    scenario.finish('open', outcome, 'r')
    const refusal = {
      ok: false,
      code: 'step-finished',
      message: {
        zh: '“步骤open”已由周敏记录；有误请用“更正”',
        en: '"Step open" was already recorded by 周敏; if that is wrong, use Correct',
      },
    }
    expect(
      scenario.send(
        { type: 'FinishStep', stepId: 'open', outcome: 'done', reason: null, onBehalfOf: null },
        '李强',
      ),
    ).toEqual(refusal)
    expect(scenario.finish('open', outcome, 'r')).toEqual(refusal)
    expect(scenario.accept('open')).toEqual(refusal)
  })
})

it('a hidden step is not accepted either', () => {
  expect(led3().accept('hidden')?.code).toBe('step-hidden')
})

it.each(['accept', 'finish', 'explain', 'correct'] as const)(
  '%s of a step that no plan has is refused',
  (what) => {
    expect(led3()[what]('nowhere')).toMatchObject({
      code: 'unknown-step',
      message: { zh: '这起事件没有步骤“nowhere”', en: 'This incident has no step "nowhere"' },
    })
  },
)

it('done on behalf of somebody keeps whom, by which channel, and the words', () => {
  const scenario = led3()
  scenario.send({
    type: 'FinishStep',
    stepId: 'open',
    outcome: 'done',
    reason: null,
    onBehalfOf: { person: '王芳', channel: '对讲机', words: { sealed: 'w' } },
  })
  expect(scenario.step('open')).toMatchObject({
    doneBy: '周敏',
    onBehalfOf: { person: '王芳', channel: '对讲机', words: '话' },
  })
})

describe('skipping a life-safety step', () => {
  const life = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('alarm', { lifeSafety: true }), step('other')]))
    return scenario
  }
  it('without a reason is refused', () => {
    const scenario = life()
    expect(scenario.finish('alarm', 'skipped')).toEqual({
      ok: false,
      code: 'reason-needed',
      message: { zh: '跳过保命步骤须写明原因', en: 'Skipping a life-safety step: give a reason' },
    })
    expect(scenario.step('alarm').state).toBe('open')
  })

  it('with a reason is taken; any other step may be skipped and explained afterwards', () => {
    const scenario = life()
    expect(scenario.finish('alarm', 'skipped', '警报已响')).toBeNull()
    expect(scenario.finish('other', 'skipped')).toBeNull()
    expect(scenario.step('other').needsReason).toBe(true)
  })
})
