/**
 * The three plans for the safety of staff, clause by clause: S09-24 … S09-44; every branch both
 * ways and unknown, and what all three share.
 */
import { describe, expect, it } from 'vitest'
import type { Led } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T14:00:00+08:00'
const injury = (): Led => runs('gas-safety-not-customer-caused', AT)
const visit = (): Led => runs('gas-safety-home-visit-attack', AT)
const premises = (): Led => runs('gas-safety-premises-attack', AT)
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

describe.each([
  ['gas-safety-not-customer-caused', 'gn'],
  ['gas-safety-home-visit-attack', 'gv'],
  ['gas-safety-premises-attack', 'gq'],
])('%s', (planId, p) => {
  const led = (): Led => runs(planId, AT)
  const protect = p === 'gq' ? 'gq-07' : `${p}-01`
  const ambulance = { gn: 'gn-06', gv: 'gv-07', gq: 'gq-09' }[p] ?? ''

  it('S09-26: one’s own protection comes first', () => {
    expect(led().board().next).toBe(protect)
    expect(led().step(protect)).toMatchObject({
      state: 'open',
      urgency: 'immediate',
      lifeSafety: true,
    })
  })

  it('S09-39, S09-40, S09-43: follow-up, evidence and report hang on no answer', () => {
    expect(states(led(), `${p}-20`, `${p}-22`, `${p}-25`)).toEqual(['open', 'open', 'open'])
    expect(led().step(`${p}-20`).calls).toMatchObject([{ role: 'leader-in-charge' }])
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('S09-39: the injured is visited: injured %s', (injured, state) => {
    const one = led()
    if (injured) one.answer('injured', injured)
    expect(one.step(`${p}-21`).state).toBe(state)
  })

  it.each([
    [undefined, 'waiting', 'waiting'],
    ['staff', 'open', 'hidden'],
    ['customer', 'hidden', 'open'],
    ['none', 'hidden', 'hidden'],
  ] as const)('S09-41, S09-42: whose fault: %s', (fault, apology, legal) => {
    const one = led()
    if (fault) one.answer('fault', fault)
    expect(states(one, `${p}-23`, `${p}-24`)).toEqual([apology, legal])
  })

  it.each(['yes', 'no'])('S09-42: the wish of the employee is recorded: %s', (wish) => {
    const one = led()
    one.answer('fault', 'customer')
    const before = one.board().steps
    expect(one.answer('legal_action', wish)).toBeNull()
    expect(one.board().steps).toEqual(before)
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('S09-44: copied to the general manager: serious %s', (serious, state) => {
    const one = led()
    if (serious) one.answer('serious', serious)
    expect(one.step(`${p}-26`).state).toBe(state)
  })

  it('S09-43: no closing without the written report', () => {
    expect(
      shippedPlan(planId)
        .steps.filter(({ required }) => required)
        .map(({ id }) => id),
    ).toEqual([`${p}-25`])
    expect(led().move('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining([protect, `${p}-25`]),
    })
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('proposed: 120 for the badly hurt: %s', (badly, state) => {
    const one = led()
    if (badly) one.answer('badly_hurt', badly)
    expect(one.step(ambulance)).toMatchObject({
      state,
      proposed: true,
      lifeSafety: true,
      calls: [{ number: '120' }],
    })
  })

  it('no limit is made up', () => {
    const one = led()
    one.pass('2 d')
    expect(one.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})

describe('S09-27 … S09-29: injury not caused by a customer', () => {
  it('self-rescue, team leader and hospital stand open from the start', () => {
    const led = injury()
    expect(states(led, 'gn-01', 'gn-02', 'gn-03', 'gn-05')).toEqual(
      all('open', ['1', '2', '3', '4']),
    )
    expect(led.step('gn-03').calls).toMatchObject([{ role: 'group-leader' }])
  })

  it.each([
    [undefined, 'waiting'],
    ['traffic', 'open'],
    ['pet', 'hidden'],
    ['work', 'hidden'],
    ['other', 'hidden'],
  ] as const)('110 only in a traffic accident: %s', (cause, state) => {
    const led = injury()
    if (cause) led.answer('cause', cause)
    expect(led.step('gn-04')).toMatchObject({ state, calls: [{ number: '110' }] })
  })

  it.each(['on-the-way', 'on-site', 'other'])(
    'S09-24: where it happened is recorded: %s',
    (place) => {
      const led = injury()
      const before = led.board().steps
      expect(led.answer('place_kind', place)).toBeNull()
      expect(led.board().steps).toEqual(before)
    },
  )
})

describe('S09-30 … S09-32: attacked at a home visit', () => {
  const FAILED = ['gv-03', 'gv-04', 'gv-05']
  it.each([
    [undefined, 'waiting'],
    ['yes', 'hidden'],
    ['no', 'open'],
  ] as const)('persuasion helped: %s', (dissuaded, state) => {
    const led = visit()
    if (dissuaded) led.answer('dissuaded', dissuaded)
    expect(led.step('gv-02').state).toBe('open')
    expect(states(led, ...FAILED)).toEqual(all(state, FAILED))
  })

  it('first out, then 110; the superior and the line head are phoned', () => {
    const led = visit()
    led.answer('dissuaded', 'no')
    led.finish('gv-01')
    expect(led.board().next).toBe('gv-03')
    led.finish('gv-03')
    expect(led.board().next).toBe('gv-05')
    expect(led.step('gv-05').calls).toMatchObject([{ number: '110' }])
    expect(led.step('gv-04').calls).toMatchObject([{ role: 'group-leader' }, { role: 'line-head' }])
  })

  it('gives in and starts again: the way out opens again', () => {
    const led = visit()
    led.answer('dissuaded', 'yes')
    led.answer('dissuaded', 'no')
    expect(led.step('gv-03').state).toBe('open')
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('hospital if injured: %s', (injured, state) => {
    const led = visit()
    if (injured) led.answer('injured', injured)
    expect(led.step('gv-06').state).toBe(state)
  })
})

describe('S09-25, S09-130: somebody is held back', () => {
  it.each([
    ['gas-safety-home-visit-attack', 'gv-08'],
    ['gas-safety-premises-attack', 'gq-10'],
  ])('%s: %s opens when restraint is among what was done, and is our proposal', (planId, id) => {
    const led = runs(planId, AT)
    expect(led.step(id)).toMatchObject({ state: 'waiting', proposed: true, clause: 'S09-130' })
    led.answer('attack_kind', ['slap', 'throwing'])
    expect(led.step(id).state).toBe('hidden')
    led.answer('attack_kind', ['slap', 'restraint'])
    expect(led.step(id)).toMatchObject({
      state: 'open',
      calls: [{ number: '110' }],
      lifeSafety: true,
    })
    led.answer('attack_kind', ['harassment', 'beating', 'other'])
    expect(led.step(id).state).toBe('hidden')
  })

  it.each(['gas-safety-home-visit-attack', 'gas-safety-premises-attack'])(
    '%s answers the type',
    (planId) => {
      expect(shippedPlan(planId).types).toContain('personal-safety.restraint')
    },
  )
})

describe('S09-33 … S09-38: attacked on the premises', () => {
  it('colleagues report at once and step in only if safe', () => {
    const led = premises()
    expect(states(led, 'gq-07', 'gq-01', 'gq-02')).toEqual(['open', 'open', 'open'])
    expect(led.step('gq-01').calls).toMatchObject([
      { role: 'line-head' },
      { role: 'department-manager' },
      { role: 'leader-in-charge' },
    ])
    // never before one’s own safety
    expect(led.step('gq-02')).toMatchObject({ urgency: 'immediate', lifeSafety: false })
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'hidden'],
    ['no', 'open'],
  ] as const)('S09-35: dissuasion helped: %s', (dissuaded, state) => {
    const led = premises()
    if (dissuaded) led.answer('dissuaded', dissuaded)
    expect(led.step('gq-03')).toMatchObject({ state, calls: [{ number: '110' }] })
  })

  it.each([
    [undefined, undefined, 'waiting', 'waiting'],
    [undefined, 'no', 'waiting', 'hidden'],
    [undefined, 'yes', 'waiting', 'waiting'],
    ['no', undefined, 'hidden', 'hidden'],
    ['no', 'yes', 'hidden', 'hidden'],
    ['yes', undefined, 'open', 'waiting'],
    ['yes', 'no', 'open', 'hidden'],
    ['yes', 'yes', 'open', 'open'],
  ] as const)(
    'S09-36 … S09-38: it goes on %s, the scene allows it %s',
    (continues, allows, leave, valuables) => {
      const led = premises()
      if (continues) led.answer('continues', continues)
      if (allows) led.answer('scene_allows', allows)
      expect(states(led, 'gq-04', 'gq-06')).toEqual([leave, leave])
      expect(led.step('gq-05').state).toBe(valuables)
    },
  )

  it('people before valuables: leaving never waits for them', () => {
    const led = premises()
    led.answer('continues', 'yes')
    led.answer('scene_allows', 'yes')
    led.finish('gq-07')
    expect(led.board().next).toBe('gq-04')
    led.finish('gq-04')
    expect(led.board().next).toBe('gq-06')
    expect(led.step('gq-05').lifeSafety).toBe(false)
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('proposed: hospital if injured: %s', (injured, state) => {
    const led = premises()
    if (injured) led.answer('injured', injured)
    expect(led.step('gq-08')).toMatchObject({ state, proposed: true })
  })
})

it.each([
  ['gas-safety-not-customer-caused', 'gn-22'],
  ['gas-safety-home-visit-attack', 'gv-22'],
  ['gas-safety-premises-attack', 'gq-22'],
  ['gas-safety-premises-attack', 'gq-11'],
])('S09-40: %s keeps evidence (%s)', (planId, id) => {
  expect(shippedPlan(planId).steps.find((step) => step.id === id)?.evidence).toMatchObject({
    keepDays: 30,
  })
})
