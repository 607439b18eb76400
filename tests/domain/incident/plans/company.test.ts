/**
 * The three plans of the company, clause by clause: S02-09 … S02-19, with the branches that were
 * added to them.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T10:00:00+08:00'
const PLANS = [
  ['company-sudden-event', 'ce'],
  ['company-failure', 'cx'],
  ['company-accident', 'ca'],
] as const

describe.each(PLANS)('%s', (id, p) => {
  const company = (): Scenario => runs(id, AT)

  it('S02-15, S02-16: the office hears it, activates and sends the team, both at once', () => {
    const scenario = company()
    expect(scenario.step(`${p}-01`)).toMatchObject({
      state: 'open',
      roleId: 'staff',
      urgency: 'immediate',
      calls: [{ role: 'emergency-office' }],
    })
    expect(scenario.step(`${p}-02`)).toMatchObject({
      state: 'open',
      roleId: 'emergency-office',
      urgency: 'immediate',
      calls: [{ role: 'emergency-team' }],
    })
  })

  it('S02-08, S02-17: the office decides on supplies, the team hands them out', () => {
    const step = shippedPlan(id).steps.find((candidate) => candidate.id === `${p}-03`)
    expect(step).toMatchObject({ role: 'emergency-office', helpers: ['emergency-team'] })
    expect(company().step(`${p}-03`).state).toBe('open')
  })

  it('S02-06: the general manager commands', () => {
    expect(shippedPlan(id).commander).toBe('general-manager')
  })

  it('S02-19: the aftermath follows the handling', () => {
    const scenario = company()
    const after = [`${p}-21`, `${p}-22`, `${p}-23`, `${p}-93`]
    expect(states(scenario, ...after)).toEqual(after.map(() => 'waiting'))
    scenario.finish(`${p}-20`)
    expect(states(scenario, ...after)).toEqual(after.map(() => 'open'))
  })

  it('S02-18: no closing before it is settled', () => {
    const scenario = company()
    expect(scenario.moveExplained('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining([`${p}-20`]) as string[],
    })
    for (const { id: step, lifeSafety } of scenario.board().steps)
      if (lifeSafety && scenario.step(step).state !== 'hidden') scenario.finish(step)
    scenario.finish(`${p}-20`)
    expect(scenario.moveExplained('closed')).toBeNull()
  })

  it.each([
    ['affected', ['staff', 'customer-property']],
    ['business_stopped', 'yes'],
  ])('S02-03, S02-04: %s is recorded and opens nothing', (key, value) => {
    const scenario = company()
    const before = scenario.board().steps
    expect(scenario.answer(key, value)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
    expect(scenario.board().facts.find((fact) => fact.key === key)?.decides).toEqual([])
  })

  it('the source sets no limit here, so none is made up', () => {
    const scenario = company()
    scenario.pass('2 d')
    expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})

describe.each([
  ['company-sudden-event', 'ce'],
  ['company-accident', 'ca'],
] as const)('%s: help from outside and evacuation are proposals', (id, p) => {
  it.each([
    ['outside_help', ['91', '92']],
    ['evacuate', ['94']],
  ] as const)('%s: yes, no, unknown', (key, ends) => {
    const steps = ends.map((end) => `${p}-${end}`)
    const scenario = runs(id, AT)
    expect(states(scenario, ...steps)).toEqual(steps.map(() => 'waiting'))
    scenario.answer(key, 'yes')
    expect(states(scenario, ...steps)).toEqual(steps.map(() => 'open'))
    expect(steps.map((step) => scenario.step(step).proposed)).toEqual(steps.map(() => true))
    scenario.answer(key, 'no')
    expect(states(scenario, ...steps)).toEqual(steps.map(() => 'hidden'))
  })

  it('all three numbers stand ready', () => {
    expect(
      runs(id, AT)
        .step(`${p}-91`)
        .calls.map(({ number }) => number),
    ).toEqual(['119', '120', '110'])
  })
})

it('S02-10: a sudden event: respond fast, rescue with all means, settle last', () => {
  const scenario = runs('company-sudden-event', AT)
  expect(states(scenario, 'ce-10', 'ce-11', 'ce-12')).toEqual(['open', 'open', 'waiting'])
  expect(scenario.board().next).toBe('ce-11')
  expect(scenario.finish('ce-11', 'skipped')?.code).toBe('reason-needed')
  scenario.finish('ce-20')
  expect(scenario.step('ce-12').state).toBe('open')
})

describe('S02-12: a failure is found, then repaired; safety waits for neither', () => {
  it('in that order', () => {
    const scenario = runs('company-failure', AT)
    expect(states(scenario, 'cx-12', 'cx-10', 'cx-11')).toEqual(['open', 'open', 'waiting'])
    expect(scenario.board().next).toBe('cx-12')
    scenario.finish('cx-10')
    expect(scenario.step('cx-11').state).toBe('open')
  })

  it('a repair before the cause is known is recorded out of order', () => {
    const scenario = runs('company-failure', AT)
    expect(scenario.finish('cx-11')).toBeNull()
    expect(scenario.step('cx-11')).toMatchObject({ state: 'done', outOfOrder: true })
  })

  it.each([
    ['no', 'open'],
    ['yes', 'hidden'],
    [undefined, 'waiting'],
  ] as const)(
    'our own people can repair it: %s: the supplier is called: %s',
    (repairable, state) => {
      const scenario = runs('company-failure', AT)
      if (repairable) scenario.answer('own_repair', repairable)
      expect(scenario.step('cx-91')).toMatchObject({ state, proposed: true })
    },
  )
})

const typed = (planId: string, code: string, category: string): Scenario => {
  const name = localized('类型', 'Type')
  const scenario = incidentAt(AT, { type: { code, name, category, legal: null, words: [] } })
  scenario.activate(shippedPlan(planId))
  return scenario
}

it.each([
  ['company-failure.facility.trapped', 'open'],
  ['company-failure.facility', 'hidden'],
])('S02-12: people in a lift are freed, as a proposal: %s', (code, state) => {
  const scenario = typed('company-failure', code, 'company-failure')
  expect(scenario.step('cx-92')).toMatchObject({ state, lifeSafety: true, proposed: true })
})

it('a robbery calls for help by its type, and is told in public only where people are led out', () => {
  const code = 'company-sudden.public-security.armed'
  const scenario = typed('company-sudden-event', code, 'company-sudden')
  expect(states(scenario, 'ce-91', 'ce-96')).toEqual(['open', 'waiting'])
  scenario.answer('evacuate', 'yes')
  expect(scenario.step('ce-96').state).toBe('open')
  scenario.answer('evacuate', 'no')
  expect(scenario.step('ce-96').state).toBe('hidden')
})

describe('S02-13, S02-14: an accident', () => {
  it('treatment first, the report beside it', () => {
    const scenario = runs('company-accident', AT)
    expect(states(scenario, 'ca-10', 'ca-01', 'ca-11', 'ca-12')).toEqual([
      'open',
      'open',
      'open',
      'waiting',
    ])
    expect(scenario.board().next).toBe('ca-10')
    scenario.finish('ca-10')
    expect(scenario.board().next).toBe('ca-01')
  })

  it.each(['inside', 'vicinity'])('%s: the same plan', (location) => {
    const scenario = runs('company-accident', AT)
    const before = scenario.board().steps
    expect(scenario.answer('location', location)).toBeNull()
    expect(scenario.board().steps).toEqual(before)
  })

  it.each([
    ['company-accident.fire', 'open'],
    ['company-accident.leak-explosion', 'open'],
    ['company-accident.injury', 'hidden'],
    [null, 'waiting'],
  ] as const)('119 for %s: %s', (code, state) => {
    const scenario = code
      ? incidentAt(AT, {
          type: {
            code,
            name: localized('类型', 'Type'),
            category: 'company-accident',
            legal: null,
            words: [],
          },
        })
      : incidentAt(AT)
    scenario.activate(shippedPlan('company-accident'))
    expect(scenario.step('ca-95').state).toBe(state)
  })
})
