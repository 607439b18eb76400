/**
 * The plan of the conference service, clause by clause: S01-12 … S01-29, every nature alone and
 * together, and what was added to it.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T09:30:00+08:00'
/** By type; null where nobody has given it one. */
const of = (code: string | null): Scenario => {
  const scenario = code
    ? incidentAt(AT, {
        type: {
          code,
          name: localized('类型', 'Type'),
          category: 'conference-safety',
          legal: null,
          words: [],
        },
      })
    : incidentAt(AT)
  scenario.activate(shippedPlan('conference-service'))
  return scenario
}
const meeting = (): Scenario => of('conference-service.other')
const GROUPS = ['cf-04', 'cf-05', 'cf-06', 'cf-07', 'cf-08', 'cf-09', 'cf-90']
const NATURES = ['safety', 'injury', 'illness', 'communication', 'traffic', 'logistics', 'other']

it('S01-12, S01-13: whoever finds it tells the leading group, which activates and convenes, all at once', () => {
  const scenario = meeting()
  expect(states(scenario, 'cf-01', 'cf-02', 'cf-03', 'cf-10')).toEqual([
    'open',
    'open',
    'open',
    'open',
  ])
  expect(scenario.step('cf-01')).toMatchObject({
    urgency: 'immediate',
    roleId: 'meeting-staff',
    calls: [{ role: 'leading-group' }],
  })
  expect(scenario.step('cf-02')).toMatchObject({
    urgency: 'immediate',
    roleId: 'leading-group',
    calls: [{ role: 'command-post' }],
  })
  expect(scenario.board().next).toBe('cf-01')
  scenario.finish('cf-01')
  expect(scenario.board().next).toBe('cf-02')
})

describe('S01-14, S01-21: the nature chooses the groups', () => {
  it('until it is judged every group waits, and none is put away', () => {
    const scenario = meeting()
    expect(states(scenario, ...GROUPS)).toEqual(GROUPS.map(() => 'waiting'))
    expect(scenario.step('cf-05').waitsFor).toEqual(['nature'])
    expect(scenario.board().facts.find(({ key }) => key === 'nature')).toMatchObject({
      several: true,
      decidedBy: { zh: '应急指挥部' },
    })
  })

  it.each(NATURES.map((nature, at) => [nature, GROUPS[at] ?? '', at] as const))(
    '%s alone turns out %s',
    (nature, step, at) => {
      const scenario = meeting()
      scenario.answer('nature', [nature])
      expect(states(scenario, ...GROUPS)).toEqual(
        GROUPS.map((_, other) => (other === at ? 'open' : 'hidden')),
      )
      expect(scenario.step(step).state).toBe('open')
    },
  )

  it.each([
    ['conference-safety.hazard', ['open', 'waiting', 'waiting']],
    ['conference-health.injury', ['waiting', 'open', 'waiting']],
    ['conference-health.illness', ['waiting', 'waiting', 'open']],
    [null, ['waiting', 'waiting', 'waiting']],
  ])('whom life hangs on turns out by the type alone: %s', (code, expected) => {
    expect(states(of(code), 'cf-04', 'cf-05', 'cf-06')).toEqual(expected)
  })

  it('without a type the answer is enough', () => {
    const scenario = of(null)
    scenario.answer('nature', ['illness'])
    expect(states(scenario, 'cf-06', 'cf-07')).toEqual(['open', 'hidden'])
  })

  it('several at once: a fall that blocks the road', () => {
    const scenario = meeting()
    scenario.answer('nature', ['injury', 'traffic'])
    expect(states(scenario, ...GROUPS)).toEqual([
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
    const scenario = meeting()
    scenario.answer('nature', ['injury'])
    scenario.finish('cf-05')
    scenario.answer('nature', ['illness'])
    expect(states(scenario, 'cf-05', 'cf-06')).toEqual(['done', 'open'])
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

  it('a group that cares for people is called when it turns out', () => {
    for (const id of GROUPS.slice(0, 3)) {
      const { roleId, calls } = meeting().step(id)
      expect(calls, id).toMatchObject([{ role: roleId }])
    }
  })
})

describe('S01-05: people first', () => {
  it('whatever is about people comes before report and activation', () => {
    const scenario = meeting()
    scenario.answer('nature', ['logistics', 'injury'])
    expect(scenario.board().next).toBe('cf-05')
    scenario.finish('cf-05')
    expect(scenario.board().next).toBe('cf-01')
  })

  it.each(['cf-04', 'cf-05', 'cf-06', 'cf-92', 'cf-93'])(
    '%s is not skipped without a reason',
    (id) => {
      const scenario = meeting()
      scenario.answer('nature', ['safety', 'injury', 'illness'])
      scenario.answer('hospital', 'yes')
      scenario.answer('evacuate', 'yes')
      expect(scenario.finish(id, 'skipped')?.code).toBe('reason-needed')
      expect(scenario.finish(id, 'skipped', '已有人做')).toBeNull()
    },
  )

  it.each([
    ['evacuate', 'cf-93'],
    ['hospital', 'cf-92'],
  ])('%s, yes, no and unknown, decides %s', (key, step) => {
    const scenario = meeting()
    expect(scenario.step(step)).toMatchObject({ state: 'waiting', proposed: true })
    scenario.answer(key, 'yes')
    expect(scenario.step(step)).toMatchObject({
      state: 'open',
      lifeSafety: true,
      urgency: 'immediate',
    })
    scenario.answer(key, 'no')
    expect(scenario.step(step).state).toBe('hidden')
  })

  it('who leaves hears it from the wall too', () => {
    const scenario = meeting()
    expect(scenario.board().notices).toEqual([])
    scenario.answer('evacuate', 'yes')
    expect(scenario.board().notices).toEqual([])
    scenario.accept('cf-93')
    expect(scenario.board().notices).toHaveLength(1)
    scenario.moveExplained('contained')
    expect(scenario.board().notices).toEqual([])
  })
})

describe('119 is for fire and gas at the venue, 110 for a robbery', () => {
  it.each([
    ['conference-safety.fire', 'open'],
    ['conference-safety.gas', 'open'],
    ['conference-health.injury', 'hidden'],
    [null, 'waiting'],
  ] as const)('%s: %s', (code, state) => {
    expect(of(code).step('cf-94').state).toBe(state)
  })

  it.each([
    ['conference-safety.disturbance.armed', 'open'],
    ['conference-safety.disturbance', 'hidden'],
    [null, 'waiting'],
  ] as const)('110: %s: %s', (code, state) => {
    expect(of(code).step('cf-96')).toMatchObject({ state, lifeSafety: true, proposed: true })
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
    const scenario = meeting()
    expect(states(scenario, 'cf-11', 'cf-14')).toEqual(['open', 'open'])
    expect(scenario.step('cf-11').calls).toMatchObject([{ role: 'departments-concerned' }])
  })

  it('S01-16, S01-17: the aftermath and the review open once it is contained', () => {
    const scenario = meeting()
    expect(states(scenario, 'cf-12', 'cf-13')).toEqual(['waiting', 'waiting'])
    scenario.moveExplained('contained')
    expect(states(scenario, 'cf-12', 'cf-13')).toEqual(['open', 'open'])
  })

  it.each([
    ['continues', 'hidden'],
    ['paused', 'open'],
    ['cancelled', 'open'],
    [undefined, 'waiting'],
  ] as const)('S01-01: the meeting %s: new arrangements %s', (effect, state) => {
    const scenario = meeting()
    if (effect) scenario.answer('meeting_effect', effect)
    expect(scenario.step('cf-91').state).toBe(state)
  })

  it('S01-16: no closing without the review', () => {
    const scenario = meeting()
    expect(scenario.moveExplained('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining(['cf-13']) as string[],
    })
    scenario.finish('cf-13')
    // life safety: said, not passed over
    for (const id of scenario.board().blocks) scenario.finish(id, 'not-applicable', '此次不涉及')
    expect(scenario.moveExplained('closed')).toBeNull()
  })
})

it('the number of participants is recorded and opens nothing', () => {
  const scenario = meeting()
  const before = scenario.board().steps
  expect(scenario.answer('participants', 240)).toBeNull()
  expect(scenario.board().steps).toEqual(before)
})

it('the source sets no limit here, so none is made up', () => {
  const scenario = meeting()
  scenario.answer('nature', NATURES)
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
