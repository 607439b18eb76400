/** Which incidents are handled quietly (静默处置): by their type, else by their plans, until over. */
import { describe, expect, it } from 'vitest'
import { isDiscreet } from '#shared/domain/incident/record/discreet.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { disclosedBoard } from '#shared/domain/board/public.ts'
import { faultId, NOT_TAKEN_OVER } from '#shared/domain/station/faults.ts'
import { localized } from '#shared/domain/text.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import { plan, step } from '../../kit/plan.ts'
import { board, fault, incident } from '../../renderer/board-parts.ts'

const TYPES = [
  { code: 'crime.robbery', discreet: true },
  { code: 'crime.fight' },
  { code: 'fire', danger: true },
]
const CRIME = plan('crime', [step('call', { calls: [] }), step('tell', { discloses: true })], {
  types: ['crime.fight', 'crime.robbery'],
})
const OTHER = plan('other', [step('look')], { types: ['crime.fight', 'water'] })

const isQuiet = (
  scenario: Scenario,
  part: Partial<Incident> = {},
  plans = [CRIME, OTHER],
): boolean => isDiscreet({ ...scenario.state(), ...part }, TYPES, plans)

describe('a discreet incident', () => {
  it.each([
    ['crime.robbery', true],
    ['crime.robbery.armed', true],
    ['crime.robberies', false],
    ['crime.fight', false],
  ])('is one by its type, or the one that it lies under: %s %s', (type, expected) => {
    expect(isQuiet(incidentAt(WORKDAY), { type })).toBe(expected)
  })

  it('without a type is one by a plan that runs, also by one that cannot be read', () => {
    const scenario = incidentAt(WORKDAY)
    expect(isQuiet(scenario)).toBe(false)
    expect(isQuiet(scenario, { likelyDiscreet: true })).toBe(true)
    scenario.activate(OTHER)
    expect(isQuiet(scenario, { likelyDiscreet: true })).toBe(false)
    scenario.activate(CRIME)
    expect(isQuiet(scenario)).toBe(true)
    expect(isQuiet(scenario, {}, [OTHER])).toBe(true)
    expect(isQuiet(scenario, { type: 'crime.fight' })).toBe(false)
  })

  it('without a type, by a plan for fires too, is one only if its words said so', () => {
    const general = plan('general', [step('look')], { types: ['fire', 'crime.robbery'] })
    const scenario = incidentAt(WORKDAY)
    scenario.activate(general)
    expect(isQuiet(scenario, {}, [general])).toBe(false)
    expect(isQuiet(scenario, { likelyDiscreet: true }, [general])).toBe(true)
  })

  it.each(['contained', 'lifted', 'recovering'] as const)('is one while it is %s', (state) => {
    expect(isQuiet(incidentAt(WORKDAY), { type: 'crime.robbery', state })).toBe(true)
  })

  it.each(['closed', 'archived', 'falseReport', 'transferred', 'merged'] as const)(
    'is none once it is %s',
    (state) => {
      expect(isQuiet(incidentAt(WORKDAY), { type: 'crime.robbery', state })).toBe(false)
    },
  )

  it('is none from the step on that lifts it with a reason, until that is corrected', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(CRIME)
    for (const outcome of ['done', 'already-done'] as const)
      expect(scenario.finish('tell', outcome)?.code).toBe('reason-needed')
    scenario.finish('tell', 'done', '公安要求疏散')
    expect(isQuiet(scenario)).toBe(false)
    scenario.correct('tell', '点错了')
    expect(isQuiet(scenario)).toBe(true)
  })

  it('stays one where that step does not apply', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(CRIME)
    scenario.finish('tell', 'not-applicable')
    expect(isQuiet(scenario)).toBe(true)
  })
})

it('a public wall has of a damaged record what is not discreet, and no alert that names places', () => {
  const left = { incidentId: 'a', place: '大厅', discreet: false } as never
  const hidden = { incidentId: 'b', place: '柜台', discreet: true } as never
  const untaken = fault({ id: faultId(NOT_TAKEN_OVER, 1), cause: localized('柜台', 'Counter') })
  const whole = board({
    incidents: [incident({ id: 'c', place: '柜台', discreet: true }), incident({ id: 'd' })],
    alerts: [untaken, fault({ id: faultId('disk', 2) })],
    emergency: {
      ...{ since: 0, head: null, why: localized('坏', 'broken'), contact: null },
      incidents: [left, hidden],
    },
  })
  const seen = disclosedBoard(whole, whole)
  expect(seen.public).toBe(true)
  expect(seen.incidents.map(({ id }) => id)).toEqual(['d'])
  expect(seen.emergency?.incidents).toEqual([left])
  expect(seen.alerts.map(({ id }) => id)).toEqual(['fault.disk.2'])
})
