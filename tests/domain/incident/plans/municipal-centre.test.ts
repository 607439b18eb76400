/**
 * The general process of the municipal centre, clause by clause: S07-09 … S07-18, activated or not,
 * and what is proposed for each type.
 */
import { describe, expect, it } from 'vitest'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { reported, type Led } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const centre = (activate?: 'yes' | 'no'): Led => {
  const led = runs('municipal-centre-general', WORKDAY)
  if (activate) led.answer('activate', activate)
  return led
}
const RESPONSE = ['mc-06', 'mc-05', 'mc-07', 'mc-08', 'mc-09', 'mc-10']
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

it('S07-09, S07-10, S07-11: take the report, verify, assess, decide, in that order', () => {
  const led = centre()
  expect(states(led, 'mc-01', 'mc-02', 'mc-03', 'mc-04')).toEqual([
    'open',
    'open',
    'waiting',
    'waiting',
  ])
  led.finish('mc-02')
  expect(states(led, 'mc-03', 'mc-04')).toEqual(['open', 'waiting'])
  led.finish('mc-03')
  expect(led.step('mc-04').state).toBe('open')
})

describe('S07-11: activated or not', () => {
  it('is open at first: the response waits', () => {
    const led = centre()
    expect(states(led, ...RESPONSE, 'mc-90')).toEqual(all('waiting', [...RESPONSE, 'mc-90']))
    expect(led.step('mc-06').waitsFor).toEqual(['activate'])
  })

  it('yes: people and supplies, level, notice, protection and advice at once', () => {
    const led = centre('yes')
    expect(states(led, ...RESPONSE, 'mc-90')).toEqual([...all('open', RESPONSE), 'hidden'])
    expect(led.step('mc-06')).toMatchObject({ urgency: 'immediate', clause: 'S07-12' })
    expect(led.board().notices).toHaveLength(1)
  })

  it('no: the reason is given and filed, nothing else comes', () => {
    const led = centre('no')
    expect(states(led, ...RESPONSE, 'mc-90')).toEqual([...all('hidden', RESPONSE), 'open'])
    expect(led.step('mc-90').proposed).toBe(true)
  })

  it('no, then yes after all', () => {
    const led = centre('no')
    led.finish('mc-90')
    led.answer('activate', 'yes')
    expect(states(led, 'mc-90', 'mc-06')).toEqual(['done', 'open'])
  })

  it('the decision need not wait for the assessment to be ticked', () => {
    const led = centre('yes')
    expect(states(led, 'mc-04', 'mc-06')).toEqual(['waiting', 'open'])
  })
})

describe('S07-13: the level', () => {
  it.each(['I', 'II', 'III', 'IV'])('is recorded and changes no step: %s', (level) => {
    const led = centre('yes')
    const before = led.board().steps
    expect(led.answer('level', level)).toBeNull()
    expect(led.board().steps).toEqual(before)
  })

  it('there is no fifth', () => {
    expect(centre('yes').answer('level', 'V')).toMatchObject({
      code: 'bad-value',
      details: ['I', 'II', 'III', 'IV'],
    })
  })
})

it('S07-15, S07-16: protecting people comes first', () => {
  expect(centre('yes').board().next).toBe('mc-08')
})

describe('S07-18: record and report', () => {
  it('follow the aftermath and block closing', () => {
    const led = centre('yes')
    led.finish('mc-08')
    expect(led.step('mc-11').state).toBe('waiting')
    expect(led.move('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining(['mc-11']) as string[],
    })
    led.finish('mc-10')
    led.finish('mc-11')
    // life safety: said, not passed over
    for (const id of led.board().blocks) led.finish(id, 'not-applicable', '此次不涉及')
    expect(led.move('closed')).toBeNull()
  })

  it('are asked for as well where nothing was activated', () => {
    expect(centre('no').step('mc-11').state).toBe('open')
  })
})

describe('S07-20: what the source does not say of a type is proposed', () => {
  const FOR = {
    'municipal-fire.fire': 'mc-91',
    'municipal-natural.earthquake': 'mc-92',
    'municipal-security.terror': 'mc-93',
    'municipal-health.infectious': 'mc-94',
  }
  const STEPS = Object.values(FOR)
  const ofType = (code: string | null): Led => {
    const type: IncidentType | null = code
      ? {
          code,
          name: localized('类型', 'Type'),
          category: code.split('.')[0] ?? '',
          legal: null,
          words: [],
        }
      : null
    const led = reported(WORKDAY, type ? { type } : {})
    led.activate(shippedPlan('municipal-centre-general'))
    return led
  }

  it.each(Object.entries(FOR))(
    '%s: %s alone, life safety, before anybody has decided',
    (code, own) => {
      const led = ofType(code)
      expect(states(led, ...STEPS)).toEqual(STEPS.map((id) => (id === own ? 'open' : 'hidden')))
      expect(led.step(own)).toMatchObject({ lifeSafety: true, proposed: true })
      expect(led.board().next).toBe(own)
    },
  )

  it('another type: none of them', () => {
    expect(states(ofType('municipal-other.other'), ...STEPS)).toEqual(all('hidden', STEPS))
  })

  it('no type yet: they wait', () => {
    expect(states(ofType(null), ...STEPS)).toEqual(all('waiting', STEPS))
  })
})

it('the source sets no limit here, so none is made up', () => {
  const led = centre('yes')
  led.pass('2 d')
  expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
})
