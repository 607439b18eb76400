/**
 * A customer falls or is ill: S09-95 … S09-98, light, serious and unknown, and what the customer
 * wishes.
 */
import { describe, expect, it } from 'vitest'
import type { Led } from '../../../kit/incident.ts'
import { runs, states } from '../../../kit/library.ts'

const ill = (severity?: 'light' | 'serious'): Led => {
  const led = runs('gas-customer-fall-or-illness', '2026-11-24T14:00:00+08:00')
  if (severity) led.answer('severity', severity)
  return led
}
const SERIOUS = ['fi-06', 'fi-07', 'fi-08']

it('S09-95: comfort and ask, from the start and whatever it is', () => {
  expect(ill().step('fi-01').state).toBe('open')
  expect(ill().board().next).toBe('fi-01')
})

describe('S09-96 … S09-98: how serious it is', () => {
  it.each([
    [undefined, ['waiting', 'waiting'], 'waiting'],
    ['light', ['open', 'open'], 'hidden'],
    ['serious', ['hidden', 'hidden'], 'open'],
  ] as const)('%s', (severity, light, serious) => {
    const led = ill(severity)
    expect(states(led, 'fi-02', 'fi-03')).toEqual(light)
    expect(states(led, ...SERIOUS)).toEqual([serious, serious, serious])
  })

  it('120 can be called before anybody has answered', () => {
    const led = ill()
    expect(led.finish('fi-07')).toBeNull()
    expect(led.step('fi-07').state).toBe('done')
  })

  it('from light to serious: the ambulance comes first, then not moving, both for life', () => {
    const led = ill('light')
    led.finish('fi-02')
    led.answer('severity', 'serious')
    expect(led.board().next).toBe('fi-07')
    expect(led.step('fi-07')).toMatchObject({
      lifeSafety: true,
      urgency: 'immediate',
      calls: [{ number: '120' }],
    })
    expect(led.step('fi-06')).toMatchObject({ lifeSafety: true, prohibits: true })
    led.finish('fi-07')
    expect(led.board().next).toBe('fi-06')
    expect(led.step('fi-02').state).toBe('done')
  })

  it.each(['fi-06', 'fi-07'])('%s is not skipped without a reason', (id) => {
    const led = ill('serious')
    expect(led.finish(id, 'skipped')?.code).toBe('reason-needed')
  })

  it('offers no third answer: in doubt it is serious', () => {
    expect(ill().answer('severity', 'unclear')).toMatchObject({
      code: 'bad-value',
      details: ['light', 'serious'],
    })
  })
})

describe('S09-96: light: as the customer wishes', () => {
  it.each<[string[] | undefined, string, string]>([
    [undefined, 'waiting', 'waiting'],
    [['none'], 'hidden', 'hidden'],
    [['ambulance'], 'open', 'hidden'],
    [['family'], 'hidden', 'open'],
    [['family', 'ambulance'], 'open', 'open'],
  ])('%s', (wish, ambulance, family) => {
    const led = ill('light')
    if (wish) led.answer('customer_wish', wish)
    expect(states(led, 'fi-04', 'fi-05')).toEqual([ambulance, family])
  })

  it('the wish does not matter where it is serious: 120 and family in any case', () => {
    const led = ill('serious')
    led.answer('customer_wish', ['none'])
    expect(states(led, 'fi-04', 'fi-05', ...SERIOUS)).toEqual([
      'hidden',
      'hidden',
      'open',
      'open',
      'open',
    ])
  })
})

it('the source sets no limit here, so none is made up', () => {
  const led = ill('serious')
  led.pass('2 d')
  expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
})
