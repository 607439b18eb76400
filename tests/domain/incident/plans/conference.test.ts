/**
 * The plan of the conference service, clause by clause: S01-12 … S01-29, every nature alone and
 * together, and what was added to it.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { reported, type Led } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T09:30:00+08:00'
const meeting = (): Led => runs('conference-service', AT)
const GROUPS = ['cf-04', 'cf-05', 'cf-06', 'cf-07', 'cf-08', 'cf-09', 'cf-90']
const NATURES = ['safety', 'injury', 'illness', 'communication', 'traffic', 'logistics', 'other']

it('S01-12, S01-13: whoever finds it tells the leading group, which activates and convenes, all at once', () => {
  const led = meeting()
  expect(states(led, 'cf-01', 'cf-02', 'cf-03', 'cf-10')).toEqual(['open', 'open', 'open', 'open'])
  expect(led.step('cf-01')).toMatchObject({
    urgency: 'immediate',
    roleId: 'meeting-staff',
    calls: [{ role: 'leading-group' }],
  })
  expect(led.step('cf-02')).toMatchObject({
    urgency: 'immediate',
    roleId: 'leading-group',
    calls: [{ role: 'command-post' }],
  })
  expect(led.board().next).toBe('cf-01')
  led.finish('cf-01')
  expect(led.board().next).toBe('cf-02')
})

describe('S01-14, S01-21: the nature chooses the groups', () => {
  it('until it is judged every group waits, and none is put away', () => {
    const led = meeting()
    expect(states(led, ...GROUPS)).toEqual(GROUPS.map(() => 'waiting'))
    expect(led.step('cf-05').waitsFor).toEqual(['nature'])
    expect(led.board().facts.find(({ key }) => key === 'nature')).toMatchObject({
      several: true,
      decidedBy: { zh: '应急指挥部' },
    })
  })

  it.each(NATURES.map((nature, at) => [nature, GROUPS[at] ?? '', at] as const))(
    '%s alone turns out %s',
    (nature, step, at) => {
      const led = meeting()
      led.answer('nature', [nature])
      expect(states(led, ...GROUPS)).toEqual(
        GROUPS.map((_, other) => (other === at ? 'open' : 'hidden')),
      )
      expect(led.step(step).state).toBe('open')
    },
  )

  it('several at once: a fall that blocks the road', () => {
    const led = meeting()
    led.answer('nature', ['injury', 'traffic'])
    expect(states(led, ...GROUPS)).toEqual([
      'hidden',
      'open',
      'hidden',
      'hidden',
      'open',
      'hidden',
      'hidden',
    ])
  })

  it('judged anew: what was done stays done, the rest changes over', () => {
    const led = meeting()
    led.answer('nature', ['injury'])
    led.finish('cf-05')
    led.answer('nature', ['illness'])
    expect(states(led, 'cf-05', 'cf-06')).toEqual(['done', 'open'])
  })

  it('refuses a nature that nobody wrote down', () => {
    expect(meeting().answer('nature', ['weather'])).toMatchObject({ code: 'bad-value' })
  })

  it.each([
    ['safety', 'cf-04', 'safety-group'],
    ['injury', 'cf-05', 'medical-group'],
    ['illness', 'cf-06', 'medical-group'],
    ['communication', 'cf-07', 'communications-group'],
    ['traffic', 'cf-08', 'traffic-group'],
    ['logistics', 'cf-09', 'logistics-group'],
    ['other', 'cf-90', 'command-post'],
  ])('%s: %s is a step of %s', (_, step, role) => {
    expect(meeting().step(step).roleId).toBe(role)
  })
})

describe('S01-05: people first', () => {
  it('whatever is about people comes before report and activation', () => {
    const led = meeting()
    led.answer('nature', ['logistics', 'injury'])
    expect(led.board().next).toBe('cf-05')
    led.finish('cf-05')
    expect(led.board().next).toBe('cf-01')
  })

  it.each(['cf-04', 'cf-05', 'cf-06', 'cf-92', 'cf-93'])(
    '%s is not skipped without a reason',
    (id) => {
      const led = meeting()
      led.answer('nature', ['safety', 'injury', 'illness'])
      led.answer('hospital', 'yes')
      led.answer('evacuate', 'yes')
      expect(led.finish(id, 'skipped')?.code).toBe('reason-needed')
      expect(led.finish(id, 'skipped', '已有人做')).toBeNull()
    },
  )

  it.each([
    ['evacuate', 'cf-93'],
    ['hospital', 'cf-92'],
  ])('%s, yes, no and unknown, decides %s', (key, step) => {
    const led = meeting()
    expect(led.step(step)).toMatchObject({ state: 'waiting', proposed: true })
    led.answer(key, 'yes')
    expect(led.step(step)).toMatchObject({ state: 'open', lifeSafety: true, urgency: 'immediate' })
    led.answer(key, 'no')
    expect(led.step(step).state).toBe('hidden')
  })

  it('who leaves hears it from the wall too', () => {
    const led = meeting()
    expect(led.board().notices).toEqual([])
    led.answer('evacuate', 'yes')
    expect(led.board().notices).toHaveLength(1)
  })
})

describe('119 is for a fire at the venue only', () => {
  const of = (code: string | null): Led => {
    const led = code
      ? reported(AT, {
          type: {
            code,
            name: localized('类型', 'Type'),
            category: 'conference-safety',
            legal: null,
            words: [],
          },
        })
      : reported(AT)
    led.activate(shippedPlan('conference-service'))
    return led
  }
  it.each([
    ['conference-safety.fire', 'open'],
    ['conference-health.injury', 'hidden'],
    [null, 'waiting'],
  ] as const)('%s: %s', (code, state) => {
    expect(of(code).step('cf-94').state).toBe(state)
  })

  it('there it is the first thing to do', () => {
    expect(of('conference-safety.fire').board().next).toBe('cf-94')
    expect(of('conference-safety.fire').step('cf-94')).toMatchObject({
      calls: [{ number: '119' }],
      proposed: true,
    })
  })
})

describe('S01-16 … S01-19: telling, calming, reviewing', () => {
  it('departments and participants are told, hanging on no answer', () => {
    const led = meeting()
    expect(states(led, 'cf-11', 'cf-14', 'cf-12', 'cf-13')).toEqual([
      'open',
      'open',
      'open',
      'open',
    ])
    expect(led.step('cf-11').calls).toMatchObject([{ role: 'departments-concerned' }])
  })

  it.each([
    ['continues', 'hidden'],
    ['paused', 'open'],
    ['cancelled', 'open'],
    [undefined, 'waiting'],
  ] as const)('S01-01: the meeting %s: new arrangements %s', (effect, state) => {
    const led = meeting()
    if (effect) led.answer('meeting_effect', effect)
    expect(led.step('cf-91').state).toBe(state)
  })

  it('S01-16: no closing without the review', () => {
    const led = meeting()
    expect(led.move('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining(['cf-13']) as string[],
    })
    led.finish('cf-13')
    // life safety: said, not passed over
    for (const id of led.board().blocks) led.finish(id, 'not-applicable', '此次不涉及')
    expect(led.move('closed')).toBeNull()
  })
})

it('the number of participants is recorded and opens nothing', () => {
  const led = meeting()
  const before = led.board().steps
  expect(led.answer('participants', 240)).toBeNull()
  expect(led.board().steps).toEqual(before)
})

it('the source sets no limit here, so none is made up', () => {
  const led = meeting()
  led.answer('nature', NATURES)
  led.pass('2 d')
  expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
})
