/**
 * The general process of the municipal centre, clause by clause: S07-09 … S07-18, activated or not,
 * and what is proposed for each type.
 */
import { describe, expect, it } from 'vitest'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
const centre = (activate?: 'yes' | 'no'): Scenario => {
  const scenario = runs('municipal-centre-general', WORKDAY)
  if (activate) scenario.answer('activate', activate)
  return scenario
}
const RESPONSE = ['mc-06', 'mc-07', 'mc-08', 'mc-09']
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

it('S07-09, S07-10: take the report, verify, assess, in that order', () => {
  const scenario = centre()
  expect(states(scenario, 'mc-01', 'mc-02', 'mc-03')).toEqual(['open', 'open', 'waiting'])
  scenario.finish('mc-02')
  expect(scenario.step('mc-03').state).toBe('open')
})

describe('S07-11: activated or not', () => {
  it('is open at first: the response waits', () => {
    const scenario = centre()
    expect(states(scenario, ...RESPONSE, 'mc-90')).toEqual(all('waiting', [...RESPONSE, 'mc-90']))
    expect(scenario.step('mc-06').waitsFor).toEqual(['activate'])
  })

  it('yes: people and supplies, level, notice, protection and advice at once', () => {
    const scenario = centre('yes')
    expect(states(scenario, ...RESPONSE, 'mc-90')).toEqual([...all('open', RESPONSE), 'hidden'])
    expect(scenario.step('mc-06')).toMatchObject({ urgency: 'immediate', clause: 'S07-12' })
    scenario.finish('mc-09')
    expect(scenario.board().notices).toHaveLength(1)
  })

  it('no: the reason is given and filed, nothing else comes', () => {
    const scenario = centre('no')
    expect(states(scenario, ...RESPONSE, 'mc-90')).toEqual([...all('hidden', RESPONSE), 'open'])
    expect(scenario.step('mc-90').proposed).toBe(true)
  })

  it('until yes it is being assessed, without a level', () => {
    const scenario = centre()
    expect(scenario.board()).toMatchObject({ state: 'assessing', level: null })
    scenario.answer('activate', 'yes')
    expect(scenario.board()).toMatchObject({ state: 'responding', level: 3 })
  })

  it('no: it is closed from there, and nobody is asked for a report', () => {
    const scenario = centre('no')
    scenario.finish('mc-90')
    expect(scenario.step('mc-11').state).toBe('hidden')
    expect(scenario.moveExplained('closed', '核实后无需响应')).toBeNull()
  })

  it('no, then yes after all', () => {
    const scenario = centre('no')
    scenario.finish('mc-90')
    scenario.answer('activate', 'yes')
    expect(states(scenario, 'mc-90', 'mc-06')).toEqual(['done', 'open'])
  })

  it('the decision need not wait for the assessment to be ticked', () => {
    const scenario = centre('yes')
    expect(states(scenario, 'mc-03', 'mc-06')).toEqual(['waiting', 'open'])
  })
})

describe('S07-13: the level', () => {
  it.each([
    ['I', 1],
    ['II', 2],
    ['III', 3],
  ] as const)('answered is the level that stands, and changes no step: %s', (answer, level) => {
    const scenario = centre('yes')
    const before = scenario.board().steps
    expect(scenario.answer('level', answer)).toBeNull()
    expect(scenario.board()).toMatchObject({ level, steps: before })
  })

  it('answered lower than it stands needs a reason', () => {
    const scenario = centre('yes')
    expect(scenario.answer('level', 'IV')).toMatchObject({ code: 'reason-needed' })
    expect(scenario.board().level).toBe(3)
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
    const scenario = centre('yes')
    scenario.finish('mc-08')
    expect(scenario.step('mc-11').state).toBe('waiting')
    expect(scenario.moveExplained('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining(['mc-11']) as string[],
    })
    scenario.finish('mc-10')
    scenario.finish('mc-11')
    // life safety: said, not passed over
    for (const id of scenario.board().blocks) scenario.finish(id, 'not-applicable', '此次不涉及')
    expect(scenario.moveExplained('closed')).toBeNull()
  })

  it('are not asked for where nothing was activated: the reason stands in mc-90', () => {
    expect(centre('no').step('mc-11').state).toBe('hidden')
  })
})

describe('S07-20: what the source does not say of a type is proposed', () => {
  const FOR = {
    'municipal-fire.fire': 'mc-91',
    'municipal-natural.earthquake': 'mc-92',
    'municipal-security.terror': 'mc-93',
    'municipal-health.infectious': 'mc-94',
    'municipal-other.gas': 'mc-96',
  }
  const STEPS = Object.values(FOR)
  const ofType = (code: string | null): Scenario => {
    const type: IncidentType | null = code
      ? {
          code,
          name: localized('类型', 'Type'),
          category: code.split('.')[0] ?? '',
          legal: null,
          words: [],
        }
      : null
    const scenario = incidentAt(WORKDAY, type ? { type } : {})
    scenario.activate(shippedPlan('municipal-centre-general'))
    return scenario
  }

  it.each(Object.entries(FOR))(
    '%s: %s alone, life safety, before anybody has decided',
    (code, stepId) => {
      const scenario = ofType(code)
      expect(states(scenario, ...STEPS)).toEqual(
        STEPS.map((id) => (id === stepId ? 'open' : 'hidden')),
      )
      expect(scenario.step(stepId)).toMatchObject({ lifeSafety: true, proposed: true })
      expect(scenario.board().next).toBe(stepId)
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
  const scenario = centre('yes')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
