/**
 * The four plans of the mall, clause by clause: S06-06 … S06-24, every branch both ways and
 * unknown.
 */
import { describe, expect, it } from 'vitest'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const PLANS = [
  'mall-fire',
  'mall-natural-disaster',
  'mall-personal-injury',
  'mall-other-event',
] as const
const PREFIX = {
  'mall-fire': 'mf',
  'mall-natural-disaster': 'mn',
  'mall-personal-injury': 'mp',
  'mall-other-event': 'mo',
} as const
const lifeSafety = (id: string): string[] =>
  shippedPlan(id)
    .steps.filter((step) => step.lifeSafety)
    .map((step) => step.id)

describe.each(PLANS)('%s', (id) => {
  const scenario = (): Scenario => runs(id, WORKDAY)
  const step = (number: string): string => `${PREFIX[id]}-${number}`

  it('S06-21, S06-22, S06-24: straight to headquarters, which activates and follows the progress, all open from the start', () => {
    expect(states(scenario(), step('01'), step('02'), step('30'))).toEqual(['open', 'done', 'open'])
    expect(scenario().step(step('01'))).toMatchObject({
      urgency: 'immediate',
      calls: [{ role: 'command-post' }],
    })
    expect(scenario().step(step('02'))).toMatchObject({ clause: 'S06-22', roleId: 'command-post' })
  })

  it('S06-04: the general manager commands', () => {
    expect(shippedPlan(id).commander).toBe('general-manager')
  })

  it.each(['open', 'partly', 'closed'])(
    'S06-03: how far the mall is open is recorded and changes no step: %s',
    (value) => {
      const running = scenario()
      const before = running.board().steps
      expect(running.answer('operating_state', value)).toBeNull()
      expect(running.board().steps).toEqual(before)
    },
  )

  it('life safety is not skipped without a reason', () => {
    const running = scenario()
    for (const life of lifeSafety(id).filter((other) => running.step(other).state === 'open')) {
      expect(running.finish(life, 'skipped')?.code).toBe('reason-needed')
      expect(running.finish(life, 'skipped', '别人已做')).toBeNull()
    }
  })

  it('the source sets no limit, so none is made up', () => {
    const running = scenario()
    running.pass('2 d')
    expect(running.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})

describe('fire', () => {
  it('S06-06, S06-07, S06-08: people out, the weak looked after and 119 all at once, whatever the size of the fire', () => {
    const scenario = runs('mall-fire', WORKDAY)
    expect(states(scenario, 'mf-03', 'mf-04', 'mf-05', 'mf-90')).toEqual([
      'open',
      'open',
      'open',
      'open',
    ])
    expect(scenario.step('mf-05')).toMatchObject({ calls: [{ number: '119' }], lifeSafety: true })
    expect(scenario.step('mf-04').list?.of.zh).toMatch(/老人.*孩子.*残疾人/)
    expect(scenario.board().facts.map(({ key }) => key)).not.toContain('fire_size')
    expect(scenario.board().next).toBe('mf-03')
  })

  it.each([
    [undefined, 'waiting'],
    ['no', 'hidden'],
    ['yes', 'open'],
  ] as const)('S06-09: the site is cleared once the fire is out: %s', (out, state) => {
    const scenario = runs('mall-fire', WORKDAY)
    if (out) scenario.answer('fire_out', out)
    expect(scenario.step('mf-40').state).toBe(state)
  })

  it('it flares up again: no clearing any more', () => {
    const scenario = runs('mall-fire', WORKDAY)
    scenario.answer('fire_out', 'yes')
    scenario.answer('fire_out', 'no')
    expect(scenario.finish('mf-40')).toMatchObject({ code: 'step-hidden' })
  })
})

describe('natural disaster', () => {
  it.each([
    [undefined, 'waiting', 'waiting'],
    ['weather', 'open', 'waiting'],
    ['earthquake', 'hidden', 'hidden'],
    ['flood', 'hidden', 'hidden'],
    ['other', 'hidden', 'hidden'],
  ] as const)('S06-13: more patrols in extreme weather only: %s', (kind, patrol, again) => {
    const scenario = runs('mall-natural-disaster', WORKDAY)
    if (kind) scenario.answer('disaster_type', kind)
    expect(states(scenario, 'mn-06', 'mn-90')).toEqual([patrol, again])
  })

  it('the next patrol follows the first', () => {
    const scenario = runs('mall-natural-disaster', WORKDAY)
    scenario.answer('disaster_type', 'weather')
    scenario.finish('mn-06')
    expect(scenario.step('mn-90')).toMatchObject({ state: 'open', proposed: true })
  })

  it.each([undefined, 'earthquake', 'flood', 'weather', 'other'] as const)(
    'S06-10, S06-12: rescue does not wait for the kind: %s',
    (kind) => {
      const scenario = runs('mall-natural-disaster', WORKDAY)
      if (kind) scenario.answer('disaster_type', kind)
      expect(scenario.step('mn-05').state).toBe('open')
    },
  )

  const disaster = (code: string): Scenario => {
    const name = localized('类型', 'Type')
    const type = { code, name, category: 'natural-disaster', legal: null, words: [] }
    const scenario = incidentAt(WORKDAY, { type })
    scenario.activate(shippedPlan('mall-natural-disaster'))
    return scenario
  }
  it.each(['mall-natural.earthquake', 'mall-natural.flood', 'mall-natural.other'])(
    'S06-11: people leave at once: %s',
    (code) => {
      expect(disaster(code).step('mn-04').state).toBe('open')
      expect(disaster(code).board().next).toBe('mn-04')
    },
  )

  it('S06-11: a warning of extreme weather is no evacuation until somebody says so', () => {
    const scenario = disaster('mall-natural.weather')
    expect(scenario.step('mn-04').state).toBe('waiting')
    expect(scenario.board().notices).toEqual([])
    scenario.answer('evacuate', 'no')
    expect(scenario.step('mn-04').state).toBe('hidden')
    scenario.answer('evacuate', 'yes')
    expect(scenario.step('mn-04').state).toBe('open')
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)(
    'S06-07: whoever needs help is on a list of persons as people leave: %s',
    (leave, state) => {
      const scenario = disaster('mall-natural.weather')
      if (leave) scenario.answer('evacuate', leave)
      expect(scenario.step('mn-92')).toMatchObject({ state, proposed: true, lifeSafety: true })
      expect(scenario.step('mn-92').list).toMatchObject({ kind: 'persons' })
    },
  )

  it.each([
    [undefined, 'waiting'],
    ['yes', 'hidden'],
    ['no', 'open'],
  ] as const)(
    'S06-11: who does not leave is asked to stay inside, as a proposal: %s',
    (leave, state) => {
      const scenario = disaster('mall-natural.weather')
      if (leave) scenario.answer('evacuate', leave)
      expect(scenario.step('mn-91')).toMatchObject({ state, proposed: true })
    },
  )

  it('S06-12: repairs come once the departments were asked', () => {
    const scenario = runs('mall-natural-disaster', WORKDAY)
    expect(scenario.step('mn-40').state).toBe('waiting')
    scenario.finish('mn-05')
    expect(scenario.step('mn-40').state).toBe('open')
  })
})

describe('personal injury', () => {
  it('S06-14, S06-15: treat and call at once, treating first', () => {
    const scenario = runs('mall-personal-injury', WORKDAY)
    expect(states(scenario, 'mp-03', 'mp-04', 'mp-05')).toEqual(['open', 'open', 'open'])
    expect(scenario.step('mp-04').calls.map(({ number }) => number)).toEqual(['120', null])
    expect(scenario.board().next).toBe('mp-03')
  })

  it('S06-16, S06-17: who is responsible comes after the cause', () => {
    const scenario = runs('mall-personal-injury', WORKDAY)
    expect(scenario.step('mp-40')).toMatchObject({
      state: 'waiting',
      waitsFor: ['mp-03', 'mp-04', 'mp-05'],
    })
    scenario.finish('mp-05')
    expect(scenario.step('mp-40').state).toBe('waiting') // the injured come first
    scenario.finish('mp-03')
    scenario.finish('mp-04')
    expect(scenario.step('mp-40').state).toBe('waiting')
    scenario.moveExplained('contained')
    expect(scenario.step('mp-40').state).toBe('open')
  })
})

describe('other events', () => {
  const type = (code: string): IncidentType => ({
    code,
    name: localized('类型', 'Type'),
    category: 'mall-other',
    legal: null,
    words: [],
  })
  const other = (code: string): Scenario => {
    const scenario = incidentAt(WORKDAY, { type: type(code) })
    scenario.activate(shippedPlan('mall-other-event'))
    return scenario
  }
  it.each([
    [undefined, 'waiting', 'waiting'],
    ['public-security', 'open', 'hidden'],
    ['health', 'hidden', 'open'],
    ['facility', 'hidden', 'hidden'],
    ['lost-child', 'hidden', 'hidden'],
    ['other', 'hidden', 'hidden'],
  ] as const)(
    'S06-28: the kind decides who is called, as a proposal: %s',
    (kind, police, ambulance) => {
      const scenario = other('mall-other.other')
      if (kind) scenario.answer('event_type', kind)
      expect(states(scenario, 'mo-91', 'mo-92')).toEqual([police, ambulance])
      expect([scenario.step('mo-91').proposed, scenario.step('mo-92').proposed]).toEqual([
        true,
        true,
      ])
    },
  )

  it.each([
    ['mall-other.lost-child', 'open'],
    ['mall-other.facility', 'waiting'],
    [null, 'waiting'],
  ] as const)('S06-29: a lost child is looked for over the loudspeakers: %s', (code, state) => {
    const scenario = incidentAt(WORKDAY, code ? { type: type(code) } : {})
    scenario.activate(shippedPlan('mall-other-event'))
    expect(scenario.step('mo-90').state).toBe(state)
  })

  it.each([
    ['mall-other.facility.gas', ['mo-93', 'mo-94']],
    ['mall-other.facility.trapped', ['mo-95']],
    ['mall-other.facility', []],
  ] as const)(
    'S06-28: a leak empties the mall, a lift is opened, as proposals: %s',
    (code, open) => {
      const scenario = incidentAt(WORKDAY, { type: type(code) })
      scenario.activate(shippedPlan('mall-other-event'))
      const steps = ['mo-93', 'mo-94', 'mo-95'].map((id) => scenario.step(id))
      expect(steps.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual(open)
      expect(steps.every(({ lifeSafety, proposed }) => lifeSafety && proposed)).toBe(true)
    },
  )

  it('by its type a robbery is for 110 and an infection for 120, before anybody has answered', () => {
    expect(states(other('mall-other.public-security.armed'), 'mo-91', 'mo-92')).toEqual([
      'open',
      'waiting',
    ])
    expect(states(other('mall-other.health'), 'mo-91', 'mo-92')).toEqual(['waiting', 'open'])
  })

  it('S06-19, S06-12, S06-20: people first; repairs after the call for rescue, responsibility after people are safe', () => {
    const scenario = runs('mall-other-event', WORKDAY)
    expect(scenario.board().next).toBe('mo-04')
    expect(states(scenario, 'mo-40', 'mo-41')).toEqual(['waiting', 'waiting'])
    scenario.finish('mo-05')
    scenario.finish('mo-04')
    expect(states(scenario, 'mo-40', 'mo-41')).toEqual(['open', 'waiting'])
    scenario.answer('event_type', 'health')
    expect(scenario.step('mo-41').state).toBe('waiting')
    scenario.finish('mo-92')
    expect(scenario.step('mo-41').state).toBe('waiting')
    scenario.moveExplained('contained')
    expect(scenario.step('mo-41').state).toBe('open')
  })
})

it('S06-28: that the plans for single kinds are missing is told, and is no step in a flood', () => {
  for (const plan of ['mall-natural-disaster', 'mall-other-event']) {
    const { steps, openPoints } = shippedPlan(plan)
    expect(steps.filter(({ starts }) => starts)).toEqual([])
    expect(openPoints.some(({ zh }) => zh.includes('却没有这些预案'))).toBe(true)
  }
})
