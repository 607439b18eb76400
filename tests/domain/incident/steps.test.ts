/** The states of a step and who may record what on it (design §2 "Step states on the board"). */
import { describe, expect, it } from 'vitest'
import type { Outcome } from '#shared/domain/incident/record/state.ts'
import { plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const OUTCOMES = ['done', 'already-done', 'not-applicable', 'skipped'] as const
const led3 = (): Led => {
  const led = reported(WORKDAY)
  led.activate(
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
  led.answer('no', 'no')
  return led
}

describe('a step waits for the steps before it', () => {
  it.each(OUTCOMES)('until they are finished: %s', (outcome: Outcome) => {
    const led = led3()
    expect(led.step('waiting')).toMatchObject({
      state: 'waiting',
      openedAt: null,
      waitsFor: ['open'],
    })
    led.pass('1 min')
    led.finish('open', outcome, 'r')
    expect(led.step('waiting')).toMatchObject({ state: 'open', openedAt: led.now(), waitsFor: [] })
  })

  it('but not for one that does not apply', () => {
    const led = reported(WORKDAY)
    led.activate(
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
    expect(led.step('c').waitsFor).toEqual(['a', 'b'])
    led.answer('k', 'no')
    expect(led.step('c').waitsFor).toEqual(['b'])
    led.finish('b')
    expect(led.step('c').state).toBe('open')
    led.answer('k', 'yes')
    expect(led.step('c')).toMatchObject({ state: 'waiting', waitsFor: ['a'] })
  })

  it('and for an answer that is not known yet, before it waits for steps', () => {
    const led = reported(WORKDAY)
    led.activate(
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
    expect(led.step('b').waitsFor).toEqual(['k', 'm', 'a'])
    led.answer('k', 'no')
    expect(led.step('b').waitsFor).toEqual(['m', 'a'])
    led.answer('k', 'yes') // decided: m can change nothing any more
    expect(led.step('b').waitsFor).toEqual(['a'])
    led.finish('a')
    expect(led.step('b').state).toBe('open')
  })
})

describe('accepting a step', () => {
  it('names who has it in hand; the step is not finished by it', () => {
    const led = led3()
    led.accept('open')
    expect(led.step('open')).toMatchObject({ state: 'accepted', acceptedBy: '周敏', doneAt: null })
    expect(led.step('waiting').state).toBe('waiting')
    led.finish('open')
    expect(led.step('open')).toMatchObject({ state: 'done', acceptedBy: '周敏', doneBy: '周敏' })
  })

  it('by a second person is refused', () => {
    const led = led3()
    led.accept('open')
    expect(
      led.send({ type: 'AcceptStep', stepId: 'open', reason: null, onBehalfOf: null }, '李强'),
    ).toEqual({
      ok: false,
      code: 'step-accepted',
      message: { zh: '“步骤open”已由周敏签收', en: '"Step open" was already accepted by 周敏' },
    })
  })

  it('ahead of its turn leaves it waiting', () => {
    const led = led3()
    expect(led.accept('waiting')).toBeNull()
    expect(led.step('waiting')).toMatchObject({ state: 'waiting', acceptedBy: '周敏' })
    led.finish('open')
    expect(led.step('waiting').state).toBe('accepted')
  })
})

describe.each(OUTCOMES)('finishing a step: %s', (outcome: Outcome) => {
  it('records person, instant and reason', () => {
    const led = led3()
    led.pass('2 min')
    led.finish('open', outcome, '原因')
    expect(led.step('open')).toMatchObject({
      state: outcome,
      doneAt: led.now(),
      doneBy: '周敏',
      reason: '原因',
      outOfOrder: false,
    })
  })

  it.each(['waiting', 'unknown'])('is possible while it is %s, and marked out of order', (id) => {
    const led = led3()
    expect(led.finish(id, outcome, 'r')).toBeNull()
    expect(led.step(id)).toMatchObject({ state: outcome, outOfOrder: true, waitsFor: [] })
  })

  it('is refused while it is hidden', () => {
    const led = led3()
    expect(led.finish('hidden', outcome, 'r')).toEqual({
      ok: false,
      code: 'step-hidden',
      message: {
        zh: '“步骤hidden”在目前情况下不适用；情况有变请先改答问题',
        en: '"Step hidden" does not apply as things stand; if they changed, answer the question anew first',
      },
    })
  })

  it('is refused to a second person, and to the first one again', () => {
    const led = led3()
    led.finish('open', outcome, 'r')
    const refusal = {
      ok: false,
      code: 'step-finished',
      message: {
        zh: '“步骤open”已由周敏记录；有误请用“更正”',
        en: '"Step open" was already recorded by 周敏; if that is wrong, use Correct',
      },
    }
    expect(
      led.send(
        { type: 'FinishStep', stepId: 'open', outcome: 'done', reason: null, onBehalfOf: null },
        '李强',
      ),
    ).toEqual(refusal)
    expect(led.finish('open', outcome, 'r')).toEqual(refusal)
    expect(led.accept('open')).toEqual(refusal)
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
  const led = led3()
  led.send({
    type: 'FinishStep',
    stepId: 'open',
    outcome: 'done',
    reason: null,
    onBehalfOf: { person: '王芳', channel: '对讲机', words: { sealed: 'w' } },
  })
  expect(led.step('open')).toMatchObject({
    doneBy: '周敏',
    onBehalfOf: { person: '王芳', channel: '对讲机', words: '话' },
  })
})

describe('skipping a life-safety step', () => {
  const life = (): Led => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('alarm', { lifeSafety: true }), step('other')]))
    return led
  }
  it('without a reason is refused', () => {
    const led = life()
    expect(led.finish('alarm', 'skipped')).toEqual({
      ok: false,
      code: 'reason-needed',
      message: { zh: '跳过保命步骤须写明原因', en: 'Skipping a life-safety step: say why' },
    })
    expect(led.step('alarm').state).toBe('open')
  })

  it('with a reason is taken; any other step may be skipped and explained afterwards', () => {
    const led = life()
    expect(led.finish('alarm', 'skipped', '警报已响')).toBeNull()
    expect(led.finish('other', 'skipped')).toBeNull()
    expect(led.step('other').needsReason).toBe(true)
  })
})
