/** How much of an incident public walls show: by its type, else by its plans, by the table. */
import { describe, expect, it, test } from 'vitest'
import { decidePrivacy } from '#shared/domain/privacy/decide.ts'
import {
  disclosureOf,
  disclosureOfType,
  disclosureOfUntyped,
  type Privacy,
} from '#shared/domain/privacy/disclosure.ts'
import { privacyStream } from '#shared/domain/privacy/stream.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { WORKDAY } from '../../kit/days.ts'
import { recorded, stateAfter } from '../../kit/decider.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { plan, step } from '../../kit/plan.ts'

const TYPES = [
  { code: 'crime.robbery', discreet: true },
  { code: 'crime.fight' },
  { code: 'illness' },
  { code: 'fire', danger: true },
]
const TABLE: Privacy = { types: { crime: 'area', 'illness.mind': 'never', illness: 'presence' } }

test.each([
  ['crime', 'area'],
  ['crime.fight', 'area'],
  ['crimes', 'full'],
  ['illness', 'presence'],
  ['illness.mind.child', 'never'],
  ['fire', 'full'],
])('the type %s goes by the nearest one above it: %s', (code, disclosure) => {
  expect(disclosureOfType(code, TABLE)).toBe(disclosure)
})

test('of which nobody has said what it is, as little is shown as the table has for any', () => {
  expect(disclosureOfUntyped(TABLE)).toBe('never')
  expect(disclosureOfUntyped({ ...TABLE, untyped: 'area' })).toBe('area')
  expect(disclosureOfUntyped({ types: {} })).toBe('full')
})

describe('an incident', () => {
  const MIXED = plan('mixed', [step('look')], { types: ['illness', 'crime.fight'] })
  const BURNS = plan('burns', [step('leave')], { types: ['fire', 'illness.mind'] })
  const of = (
    part: Partial<Incident>,
    scenario: Scenario = incidentAt(WORKDAY),
    table: Privacy = TABLE,
  ) => disclosureOf({ ...scenario.state(), ...part }, table, TYPES, [MIXED, BURNS])

  it('is shown by its type, and whole where nobody has set anything', () => {
    expect(of({ type: 'crime.fight' })).toBe('area')
    expect(of({ type: 'crime.fight' }, incidentAt(WORKDAY), { types: {} })).toBe('full')
  })

  it('that is discreet is not shown, whatever the table has', () => {
    expect(of({ type: 'crime.robbery' })).toBe('never')
    expect(of({ type: 'crime.robbery' }, incidentAt(WORKDAY), { types: { crime: 'full' } })).toBe(
      'never',
    )
  })

  it('without a type goes by the plans that run: the most careful of their types', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(MIXED)
    expect(of({}, scenario)).toBe('presence')
  })

  it('without a type, by a plan for a danger too, is told: a hall that burns must be', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(BURNS)
    expect(of({}, scenario)).toBe('full')
  })

  it('that nobody may know of is one that there was, once it is closed', () => {
    expect(of({ type: 'illness.mind', state: 'recovering' })).toBe('never')
    expect(of({ type: 'illness.mind', state: 'closed' })).toBe('presence')
    expect(of({ type: 'crime.fight', state: 'closed' })).toBe('area')
  })
})

describe('the table', () => {
  const world = {
    types: new Set(['illness', 'fire', 'robbery']),
    discreet: new Set(['robbery']),
  }
  const decide = (privacy: Privacy, before: Privacy | null = null) =>
    decidePrivacy(before, { type: 'SetPrivacy', privacy }, world)
  const set: Privacy = { types: { illness: 'presence' }, untyped: 'area' }

  it('is recorded whole, and read again as it was', () => {
    expect(decide(set)).toEqual(recorded({ type: 'PrivacySet', privacy: set }))
    const state = stateAfter(privacyStream, { type: 'PrivacySet', privacy: set })
    expect(state).toEqual(set)
    const { hasForm } = privacyStream.documents.privacy
    expect([hasForm(state, 'privacy'), hasForm({ types: { a: 'some' } }, 'privacy')]).toEqual([
      true,
      false,
    ])
  })

  it('that is what it was, or is empty where there was none, changes nothing', () => {
    expect(decide(set, set)).toEqual(recorded())
    expect(decide({ types: {} })).toEqual(recorded())
  })

  it('takes no type that the site does not have, unless it stood there before', () => {
    const former: Privacy = { types: { flood: 'never' } }
    expect(decide(former)).toMatchObject({ code: 'unknown-type' })
    expect(decide({ types: { flood: 'area' } }, former)).toMatchObject({ ok: true })
  })

  it('takes no type that is handled quietly', () => {
    expect(decide({ types: { robbery: 'full' } })).toMatchObject({ code: 'bad-input' })
  })
})
