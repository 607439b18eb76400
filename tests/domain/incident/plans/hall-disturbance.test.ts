/**
 * The disturbance plan of the government hall, clause by clause: S03-23 … S03-29, crowd or clash,
 * and who will not listen.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const CROWD = ['gd-01', 'gd-02', 'gd-03']
const CLASH = ['gd-04', 'gd-09', 'gd-06', 'gd-07', 'gd-91']
const disturbance = (kind?: 'crowd' | 'conflict'): Scenario => {
  const scenario = runs('government-hall-disturbance', '2026-11-24T14:00:00+08:00')
  if (kind) scenario.answer('kind', kind)
  return scenario
}
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

describe('S03-23, S03-26: which kind it is', () => {
  it('is unknown at first: the guards are called, everything else waits for the answer', () => {
    const scenario = disturbance()
    expect(states(scenario, ...CROWD, ...CLASH, 'gd-08')).toEqual(
      all('waiting', [...CROWD, ...CLASH, 'gd-08']),
    )
    expect(scenario.step('gd-05').state).toBe('open')
    expect(scenario.board().next).toBe('gd-05')
    expect(scenario.step('gd-01').waitsFor).toEqual(['kind'])
  })

  it('a crowd: report and guidance at once, nothing of the clash', () => {
    const scenario = disturbance('crowd')
    expect(states(scenario, ...CROWD)).toEqual(['open', 'waiting', 'open'])
    expect(states(scenario, ...CLASH, 'gd-08')).toEqual(all('hidden', [...CLASH, 'gd-08']))
    expect(scenario.board().next).toBe('gd-01')
    scenario.accept('gd-03')
    expect(scenario.board().notices).toHaveLength(1)
  })

  it('a clash: duty officer, guards and general section at once, nothing of the crowd', () => {
    const scenario = disturbance('conflict')
    expect(states(scenario, ...CROWD)).toEqual(all('hidden', CROWD))
    expect(states(scenario, 'gd-04', 'gd-05', 'gd-09', 'gd-07', 'gd-91')).toEqual(
      all('open', ['', '', '', '', '']),
    )
    expect(scenario.board().notices).toEqual([])
  })

  it('a crowd that comes to blows: what was done stays, the rest changes over', () => {
    const scenario = disturbance('crowd')
    scenario.finish('gd-01')
    scenario.answer('kind', 'conflict')
    expect(states(scenario, 'gd-01', 'gd-02', 'gd-03', 'gd-04')).toEqual([
      'done',
      'hidden',
      'hidden',
      'open',
    ])
  })

  it('offers no third answer', () => {
    expect(disturbance().answer('kind', 'other')).toMatchObject({
      code: 'bad-value',
      details: ['crowd', 'conflict'],
    })
  })
})

describe('S03-24, S03-27: the general section tells the leaders once it has been told', () => {
  it.each([
    ['crowd', 'gd-01', 'gd-02'],
    ['conflict', 'gd-09', 'gd-06'],
  ] as const)('%s', (kind, first, then) => {
    const scenario = disturbance(kind)
    expect(scenario.step(then)).toMatchObject({ state: 'waiting', waitsFor: [first] })
    scenario.finish(first)
    expect(scenario.step(then)).toMatchObject({ state: 'open', calls: [{ role: 'centre-leader' }] })
  })

  it('the leaders may be told before that is ticked, and it is marked out of order', () => {
    const scenario = disturbance('conflict')
    expect(scenario.finish('gd-06')).toBeNull()
    expect(scenario.step('gd-06').outOfOrder).toBe(true)
  })
})

describe('S03-29: whoever will not listen is led out', () => {
  it.each([
    [undefined, 'no', 'waiting'],
    ['conflict', undefined, 'waiting'],
    ['conflict', 'yes', 'hidden'],
    ['conflict', 'no', 'open'],
    ['crowd', 'no', 'hidden'],
    ['crowd', undefined, 'hidden'],
  ] as const)('kind %s, complies %s: %s', (kind, complies, state) => {
    const scenario = disturbance(kind)
    if (complies) scenario.answer('complies', complies)
    expect(scenario.step('gd-08').state).toBe(state)
  })
})

describe('S03-31: what the source leaves out is proposed and marked', () => {
  it('police and ambulance, evidence, and a report upward', () => {
    const { steps } = shippedPlan('government-hall-disturbance')
    expect(steps.filter((step) => step.proposed).map(({ id }) => id)).toEqual([
      'gd-90',
      'gd-93',
      'gd-91',
      'gd-92',
    ])
    expect(steps.find(({ id }) => id === 'gd-90')?.calls.map(({ number }) => number)).toEqual([
      '120',
      '110',
    ])
  })

  it.each([
    [undefined, 'waiting'],
    ['no', 'hidden'],
    ['yes', 'open'],
  ] as const)(
    '110 and 120 hang on whether anybody is hurt, in a crowd as well: %s',
    (harm, state) => {
      for (const kind of ['crowd', 'conflict'] as const) {
        const scenario = disturbance(kind)
        if (harm) scenario.answer('harm', harm)
        expect(scenario.step('gd-90')).toMatchObject({ state, lifeSafety: true })
      }
    },
  )

  it('superiors hear of it once police or ambulance were called, not before', () => {
    const scenario = disturbance('conflict')
    expect(scenario.step('gd-92').state).toBe('hidden')
    scenario.finish('gd-90')
    expect(scenario.step('gd-92').state).toBe('open')
  })

  it.each([
    ['hall-disturbance.conflict.armed', 'open'],
    ['hall-disturbance.conflict', 'hidden'],
    ['hall-disturbance.crowd', 'hidden'],
  ])('a weapon: the public away first: %s', (code, state) => {
    const name = localized('类型', 'Type')
    const type = { code, name, category: 'hall-disturbance', legal: null, words: [] }
    const scenario = incidentAt('2026-11-24T14:00:00+08:00', { type })
    scenario.activate(shippedPlan('government-hall-disturbance'))
    expect(scenario.step('gd-93')).toMatchObject({ state, lifeSafety: true })
  })

  it('nobody had to be called: no report', () => {
    const scenario = disturbance('conflict')
    scenario.finish('gd-90', 'not-applicable')
    expect(scenario.step('gd-92').state).toBe('hidden')
  })
})

it.each(['temporary', 'phased', 'seasonal', 'unclear'])(
  'S03-23: what brought the people is recorded and changes no step: %s',
  (cause) => {
    const scenario = disturbance('crowd')
    const before = scenario.board().steps
    expect(scenario.answer('surge_cause', cause)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
  },
)

it('the source sets no limit here, so none is made up', () => {
  const scenario = disturbance('conflict')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
