/**
 * Gates: nobody says "contained", "lifted", "recovering" or "closed" over what life hangs on
 * without a word for each, in seconds all the same; a word holds until its subject changes.
 */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import { MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const FIRE = plan(
  'fire',
  [
    step('call', { lifeSafety: true }),
    step('evacuate', { lifeSafety: true, when: { fact: 'large', is: 'yes' } }),
    step('count', { lifeSafety: true, after: ['lead'] }),
    step('lead'),
    step('tell', { required: true }),
  ],
  {
    facts: [yesNo('large'), yesNo('other')],
    activation: { by: 'desk', confirmedBy: 'head', clause: 'S00-01' },
  },
)

const fire = (): Scenario => {
  const scenario = incidentAt(WORKDAY, { attention: ATTENTION_DEFAULTS })
  scenario.activate(FIRE)
  return scenario
}
const REASONS = {
  call: '商户已拨打119',
  large: '消防队看过',
  count: '消防队清点',
  fire: '领导在赶来',
}
const gate = (scenario: Scenario, to: string) =>
  scenario.board().gates.find((candidate) => candidate.to === to)

describe.each(['contained', 'lifted'] as const)('the gate of %s', (to) => {
  it('lists what life hangs on, then what nobody has confirmed', () => {
    const scenario = fire()
    expect(scenario.move(to)).toMatchObject({
      code: 'life-safety-open',
      details: ['call', 'count', 'large'],
      message: {
        zh: '还有关系人命的事项没有落实，请先完成、答复或逐项说明：步骤call、步骤count、large？',
      },
    })
    const { call, large, count } = REASONS
    expect(scenario.move(to, undefined, { call, large })).toMatchObject({ details: ['count'] })
    expect(scenario.move(to, undefined, { call, large, count })).toMatchObject({
      code: 'unconfirmed',
      details: ['fire'],
      message: { zh: '先行启动还没有确认，请先确认或说明：预案fire' },
    })
    expect(scenario.all('GatePassed')).toEqual([])
    expect(scenario.state().state).toBe('responding')
  })

  it('opens with a reason for each, which leaves it as it is', () => {
    const scenario = fire()
    expect(scenario.move(to, undefined, REASONS)).toBeNull()
    expect(scenario.state().state).toBe(to)
    expect(scenario.step('call').state).toBe('open')
    expect(scenario.all('GatePassed').map((event) => [event.what.zh, event.reason])).toEqual([
      ['步骤call', '商户已拨打119'],
      ['步骤count', '消防队清点'],
      ['large？', '消防队看过'],
      ['预案fire', '领导在赶来'],
    ])
    expect(scenario.step('call').passedOver).toMatchObject({ by: '周敏', reason: '商户已拨打119' })
  })

  it('asks nothing about what was done, answered, confirmed, or is in hands', () => {
    const scenario = fire()
    scenario.accept('call')
    scenario.finish('lead')
    scenario.finish('count', 'already-done')
    scenario.answer('large', 'no')
    scenario.confirm('fire')
    expect(scenario.move(to)).toBeNull()
  })
})

describe('a step that waits for another', () => {
  const WAITING = plan(
    'waiting',
    [
      step('lead'),
      step('count', { lifeSafety: true, after: ['lead'], when: { fact: 'crowd', is: 'yes' } }),
    ],
    { facts: [yesNo('crowd')] },
  )

  it.each([
    ['is asked about where it applies', 'yes', ['count']],
    ['is not where it does not', 'no', []],
  ])('%s', (_what, crowd, items) => {
    const scenario = incidentAt(WORKDAY, { attention: ATTENTION_DEFAULTS })
    scenario.activate(WAITING)
    scenario.answer('crowd', crowd)
    const listed = gate(scenario, 'contained')?.items.filter(({ stepId }) => stepId !== null)
    expect((listed ?? []).map(({ stepId }) => stepId)).toEqual(items)
  })
})

describe('the board', () => {
  it('names who has a step in hand, and not who has written that down', () => {
    const scenario = fire()
    const onBehalfOf = { person: '李强', channel: null, words: null }
    scenario.send({ type: 'AcceptStep', stepId: 'call', reason: null, onBehalfOf })
    expect(gate(scenario, 'contained')?.items[0]).toMatchObject({
      taken: { at: scenario.now(), by: '李强' },
      settled: true,
    })
    expect(scenario.step('call')).toMatchObject({ acceptedBy: '周敏', onBehalfOf })
  })

  it('says of each move what stands in its way, what ends and what stays open', () => {
    const scenario = fire()
    scenario.accept('call')
    expect(scenario.board().gates.map((gate) => gate.to)).toEqual(['contained', 'lifted', 'closed'])
    expect(gate(scenario, 'contained')).toMatchObject({
      items: [
        { stepId: 'call', taken: { by: '周敏' }, settled: true },
        { stepId: 'count', taken: null, settled: false },
        { stepId: null, factKey: 'large', planId: 'fire', settled: false },
        { stepId: null, factKey: null, planId: 'fire', settled: false },
      ],
      blocks: [],
      needsReason: false,
      stops: [],
      open: ['call', 'lead', 'tell'],
    })
    expect(gate(scenario, 'closed')).toMatchObject({
      items: [{ stepId: 'call', settled: false }, {}, {}, {}],
      needsReason: true,
      open: [],
    })
    expect(gate(scenario, 'closed')?.blocks).toEqual(['evacuate', 'tell'])
  })

  it('lists for lifting the steps that come again and end with it', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('report', { repeat: { every: MINUTE, until: 'lifted' } }), step('a')]),
    )
    expect(gate(scenario, 'lifted')).toMatchObject({ stops: ['report'], open: ['a'] })
  })
})

describe('a reason holds', () => {
  it('for the later gates', () => {
    const scenario = fire()
    scenario.move('contained', undefined, REASONS)
    expect(gate(scenario, 'lifted')?.items.every(({ settled }) => settled)).toBe(true)
    expect(scenario.move('lifted')).toBeNull()
    expect(scenario.move('recovering')).toBeNull()
    expect(scenario.move('closed')).toMatchObject({ code: 'close-blocked', details: ['tell'] })
    scenario.finish('tell')
    expect(scenario.move('closed')).toBeNull()
    expect(scenario.step('call').state).toBe('not-applicable')
  })

  it('until somebody takes the step, or marks it and marks it wrongly', () => {
    const scenario = fire()
    scenario.move('contained', undefined, REASONS)
    scenario.accept('call')
    expect(scenario.step('call').passedOver).toBeNull()
    scenario.finish('count')
    scenario.correct('count')
    expect(scenario.move('lifted')).toMatchObject({ details: ['count'] })
  })

  it('until the question is answered: what opens by it is asked about', () => {
    const scenario = fire()
    scenario.move('contained', undefined, REASONS)
    scenario.answer('large', 'yes')
    expect(scenario.move('lifted')).toMatchObject({
      code: 'life-safety-open',
      details: ['evacuate'],
    })
  })

  it('until the incident responds again', () => {
    const scenario = fire()
    scenario.move('contained', undefined, REASONS)
    scenario.activate(plan('again', [step('x')]))
    expect(scenario.state().passedOver).toEqual([])
    expect(scenario.move('contained')).toMatchObject({ details: ['call', 'count', 'large'] })
  })
})

describe('attention', () => {
  it('asks for nothing that has a reason, until it changes', () => {
    const scenario = fire()
    scenario.move('contained', undefined, REASONS)
    scenario.finish('lead')
    scenario.finish('tell')
    scenario.pass('10 min')
    expect(scenario.board().alerts).toEqual([])
    scenario.answer('large', 'yes')
    scenario.pass('3 min')
    expect(scenario.board().alerts[0]?.members.map(({ stepId }) => stepId)).toEqual(['evacuate'])
  })

  it('does not bring a contained incident to the front for what has a reason', () => {
    const scenario = fire()
    scenario.move('contained', undefined, REASONS)
    expect(scenario.step('call').nudgeAt).toBeNull()
    expect(scenario.board().facts.find(({ key }) => key === 'large')).toMatchObject({
      nudgeAt: null,
      passedOver: { by: '周敏' },
    })
  })
})

describe('closing', () => {
  it('asks about a step in hands, too: it would end', () => {
    const scenario = fire()
    scenario.accept('call')
    expect(scenario.move('closed')).toMatchObject({ code: 'life-safety-open' })
    expect(scenario.move('closed', undefined, REASONS)).toMatchObject({ code: 'close-blocked' })
  })

  it('takes the reason for a late step as its explanation: nobody is asked twice', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [
        step('call', { lifeSafety: true, due: { within: MINUTE, from: 'reported' } }),
        step('b'),
      ]),
    )
    scenario.pass('2 min')
    scenario.finish('b')
    expect(scenario.move('closed', undefined, { call: '商户已拨打' })).toBeNull()
    expect(scenario.all('StepExplained')).toMatchObject([{ stepId: 'call', reason: '商户已拨打' }])
  })

  it('stands in the record in words', () => {
    const scenario = fire()
    scenario.move('contained', undefined, REASONS)
    expect(
      scenario.all('GatePassed').map(({ to, stepId, factKey }) => [to, stepId, factKey]),
    ).toEqual([
      ['contained', 'call', null],
      ['contained', 'count', null],
      ['contained', null, 'large'],
      ['contained', null, null],
    ])
  })
})

it('a false report passes without them: nothing has happened', () => {
  expect(fire().move('falseReport', '误触')).toBeNull()
})
