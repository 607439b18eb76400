/**
 * The disturbance plan of the government hall, clause by clause: S03-23 … S03-29, crowd or clash,
 * and who will not listen.
 */
import { describe, expect, it } from 'vitest'
import type { Led } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const CROWD = ['gd-01', 'gd-02', 'gd-03']
const CLASH = ['gd-04', 'gd-05', 'gd-09', 'gd-06', 'gd-07', 'gd-90', 'gd-91']
const disturbance = (kind?: 'crowd' | 'conflict'): Led => {
  const led = runs('government-hall-disturbance', '2026-11-24T14:00:00+08:00')
  if (kind) led.answer('kind', kind)
  return led
}
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

describe('S03-23, S03-26: which kind it is', () => {
  it('is unknown at first: everything waits for the answer', () => {
    const led = disturbance()
    expect(states(led, ...CROWD, ...CLASH, 'gd-08')).toEqual(
      all('waiting', [...CROWD, ...CLASH, 'gd-08']),
    )
    expect(led.step('gd-01').waitsFor).toEqual(['kind'])
  })

  it('a crowd: report and guidance at once, nothing of the clash', () => {
    const led = disturbance('crowd')
    expect(states(led, ...CROWD)).toEqual(['open', 'waiting', 'open'])
    expect(states(led, ...CLASH, 'gd-08')).toEqual(all('hidden', [...CLASH, 'gd-08']))
    expect(led.board().next).toBe('gd-01')
    expect(led.board().notices).toHaveLength(1)
  })

  it('a clash: duty officer, guards and general section at once, nothing of the crowd', () => {
    const led = disturbance('conflict')
    expect(states(led, ...CROWD)).toEqual(all('hidden', CROWD))
    expect(states(led, 'gd-04', 'gd-05', 'gd-09', 'gd-07', 'gd-90', 'gd-91')).toEqual(
      all('open', ['', '', '', '', '', '']),
    )
    expect(led.board().notices).toEqual([])
  })

  it('a crowd that comes to blows: what was done stays, the rest changes over', () => {
    const led = disturbance('crowd')
    led.finish('gd-01')
    led.answer('kind', 'conflict')
    expect(states(led, 'gd-01', 'gd-02', 'gd-03', 'gd-05')).toEqual([
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
    const led = disturbance(kind)
    expect(led.step(then)).toMatchObject({ state: 'waiting', waitsFor: [first] })
    led.finish(first)
    expect(led.step(then)).toMatchObject({ state: 'open', calls: [{ role: 'centre-leader' }] })
  })

  it('the leaders may be told before that is ticked, and it is marked out of order', () => {
    const led = disturbance('conflict')
    expect(led.finish('gd-06')).toBeNull()
    expect(led.step('gd-06').outOfOrder).toBe(true)
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
    const led = disturbance(kind)
    if (complies) led.answer('complies', complies)
    expect(led.step('gd-08').state).toBe(state)
  })
})

describe('S03-31: what the source leaves out is proposed and marked', () => {
  it('police and ambulance, evidence, and a report upward', () => {
    const { steps } = shippedPlan('government-hall-disturbance')
    expect(steps.filter((step) => step.proposed).map(({ id }) => id)).toEqual([
      'gd-90',
      'gd-91',
      'gd-92',
    ])
    expect(steps.find(({ id }) => id === 'gd-90')?.calls.map(({ number }) => number)).toEqual([
      '120',
      '110',
    ])
  })

  it('superiors hear of it once police or ambulance were called, not before', () => {
    const led = disturbance('conflict')
    expect(led.step('gd-92').state).toBe('hidden')
    led.finish('gd-90')
    expect(led.step('gd-92').state).toBe('open')
  })

  it('nobody had to be called: no report', () => {
    const led = disturbance('conflict')
    led.finish('gd-90', 'not-applicable')
    expect(led.step('gd-92').state).toBe('hidden')
  })
})

it.each(['temporary', 'phased', 'seasonal', 'unclear'])(
  'S03-23: what brought the people is recorded and changes no step: %s',
  (cause) => {
    const led = disturbance('crowd')
    const before = led.board().steps
    expect(led.answer('surge_cause', cause)).toBeNull()
    expect(led.board().steps).toEqual(before)
  },
)

it('the source sets no limit here, so none is made up', () => {
  const led = disturbance('conflict')
  led.pass('2 d')
  expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
})
