/** Policies: which hold at a site, when something is due by one, and the site's own values. */
import { describe, expect, it, test } from 'vitest'
import { decidePolicies, type PolicyCommand } from '#shared/domain/policies/decide.ts'
import {
  dueAfter,
  dueAtAfter,
  isLooser,
  policiesOf,
  policyFor,
  remindFromOf,
  type ShippedPolicy,
} from '#shared/domain/policies/policy.ts'
import { policiesStream, type PolicyEvent } from '#shared/domain/policies/stream.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR_MS } from '#shared/domain/units.ts'

const row = (id: string, part: Partial<ShippedPolicy> = {}): ShippedPolicy => ({
  ...{ id, kind: 'drill', unit: 'months', value: 12, remindDays: 30, appliesTo: {} },
  ...{ name: localized(id, id), source: localized('条文', 'clause') },
  ...part,
})
const CROWDED = row('crowded', { value: 6, appliesTo: { siteKinds: ['mall'], about: ['special'] } })
const SCENE = row('scene', { value: 6, appliesTo: { about: ['scene'] } })
const PLAN = row('plan')
const ROWS = [CROWDED, SCENE, PLAN]
const reason = { sealed: 'why' }
const meta = { at: 1_000, by: '周敏' }

const after = (...events: readonly PolicyEvent[]) =>
  policiesStream.replay(
    '',
    events.map(({ type, ...body }) => ({ ...meta, type, body })),
  )
const SET: PolicyCommand = {
  ...{ type: 'SetPolicy', policyId: 'plan', value: 9, remindDays: 14, reason },
}
const setTo9: PolicyEvent = {
  ...{ type: 'PolicySet', policyId: 'plan', value: 9, remindDays: 14, reason },
}

it('is looser by more of an interval, and by less of a time ahead of an event', () => {
  expect([isLooser('drill', 12, 6), isLooser('drill', 3, 6)]).toEqual([true, false])
  expect([isLooser('control-room', 1, 2), isLooser('control-room', 3, 2)]).toEqual([true, false])
  expect([isLooser('event-permit', 10, 20), isLooser('event-permit', 30, 20)]).toEqual([
    true,
    false,
  ])
})

describe('the policies of a site', () => {
  it('are those of its kinds, of all kinds where it is of all', () => {
    const ids = (kinds: readonly string[]) => policiesOf(ROWS, null, kinds).map(({ id }) => id)
    expect(ids(['mall'])).toEqual(['crowded', 'scene', 'plan'])
    expect(ids(['branch'])).toEqual(['scene', 'plan'])
    expect(ids(['all'])).toEqual(['crowded', 'scene', 'plan'])
  })
  it('hold with the values that the site has set, and say so', () => {
    const [policy] = policiesOf([PLAN], after(setTo9), ['mall'])
    expect(policy).toMatchObject({ value: 9, remindDays: 14, siteValue: { by: '周敏', reason } })
    expect(policiesOf([PLAN], null, ['mall'])[0]).toMatchObject({ value: 12, siteValue: null })
  })
  it('are found by what they are about, the strictest first, else by the one for all', () => {
    const idFor = (kinds: readonly string[], about: string | null) =>
      policyFor(policiesOf(ROWS, null, kinds), 'drill', about)?.id
    expect(idFor(['mall'], 'special')).toBe('crowded')
    expect(idFor(['branch'], 'special')).toBe('plan')
    expect(idFor(['branch'], 'scene')).toBe('scene')
    expect(idFor(['branch'], null)).toBe('plan')
    expect(policyFor(policiesOf([SCENE], null, ['mall']), 'drill', 'special')).toBeNull()
    expect(policyFor(policiesOf(ROWS, null, ['mall']), 'patrol')).toBeNull()
  })
})

describe('by a policy it is due', () => {
  it.each([
    ['months', 1, '2026-01-31', '2026-02-28'],
    ['days', 3, '2028-02-27', '2028-03-01'],
    ['workdays', 2, '2026-11-27', '2026-12-01'],
  ] as const)('in %s: %i after %s is %s', (unit, value, from, due) => {
    expect(dueAfter({ unit, value }, from, {})).toBe(due)
  })
  it('in hours, at an instant', () => {
    expect(dueAtAfter({ unit: 'hours', value: 2 }, 1_000)).toBe(1_000 + 2 * HOUR_MS)
    expect(() => dueAtAfter({ unit: 'days', value: 2 }, 1_000)).toThrow('days')
    expect(() => dueAfter({ unit: 'hours', value: 2 }, '2026-01-01', {})).toThrow('hours')
  })
  it('and is shown as coming so many days before', () => {
    expect(remindFromOf({ remindDays: 30 }, '2028-03-15')).toBe('2028-02-14')
    expect(remindFromOf({ remindDays: 0 }, '2028-03-15')).toBe('2028-03-15')
  })
})

describe('the site’s value', () => {
  const decide = (command: PolicyCommand, ...events: readonly PolicyEvent[]) =>
    decidePolicies(after(...events), command, ROWS)

  test('is set with a reason; what holds already changes nothing', () => {
    expect(decide(SET)).toEqual({ ok: true, events: [setTo9] })
    expect(decide(SET, setTo9)).toEqual({ ok: true, events: [] })
    expect(decide({ ...SET, remindDays: 7 }, setTo9)).toMatchObject({
      events: [{ remindDays: 7 }],
    })
  })
  test('is given up again, also of a row that the product no longer has', () => {
    const reset: PolicyCommand = { type: 'ResetPolicy', policyId: 'plan', reason }
    expect(decide(reset, setTo9)).toEqual({
      ok: true,
      events: [{ type: 'PolicyReset', policyId: 'plan', reason }],
    })
    expect(decide(reset)).toEqual({ ok: true, events: [] })
    expect(decidePolicies(after(setTo9), reset, [])).toMatchObject({ ok: true })
    expect(after(setTo9, { type: 'PolicyReset', policyId: 'plan', reason })).toEqual({})
  })
  test.each([
    [{ policyId: 'none' }, 'unknown-policy', undefined],
    [{ value: 0 }, 'bad-input', ['value']],
    [{ value: 121 }, 'bad-input', ['value']],
    [{ value: 1.5 }, 'bad-input', ['value']],
    [{ remindDays: -1 }, 'bad-input', ['remindDays']],
    [{ remindDays: 366 }, 'bad-input', ['remindDays']],
  ])('is refused with %o', (part, code, details) => {
    const answer = decide({ ...SET, ...part })
    expect(answer).toMatchObject({ ok: false, code })
    expect('details' in answer ? answer.details : undefined).toEqual(details)
  })
  test('of an unknown policy is nothing to give up', () => {
    expect(decide({ type: 'ResetPolicy', policyId: 'none', reason })).toMatchObject({
      code: 'unknown-policy',
    })
    expect(decide({ type: 'ResetPolicy', policyId: 'constructor', reason }, setTo9)).toMatchObject({
      code: 'unknown-policy',
    })
  })
})
