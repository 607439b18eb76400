/**
 * The three plans for the safety of staff, clause by clause: S09-24 … S09-44; every branch both
 * ways and unknown, and what all three share.
 */
import { describe, expect, it } from 'vitest'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { allPlans, runs, shippedPlan, states } from '../../../kit/library.ts'

const AT = '2026-11-24T14:00:00+08:00'
const injury = (): Scenario => runs('gas-safety-not-customer-caused', AT)
const visit = (): Scenario => runs('gas-safety-home-visit-attack', AT)
const premises = (): Scenario => runs('gas-safety-premises-attack', AT)
const all = (state: string, ids: readonly string[]): string[] => ids.map(() => state)

describe.each([
  ['gas-safety-not-customer-caused', 'gn'],
  ['gas-safety-home-visit-attack', 'gv'],
  ['gas-safety-premises-attack', 'gq'],
])('%s', (planId, p) => {
  const scenario = (): Scenario => runs(planId, AT)
  const protect = p === 'gq' ? 'gq-07' : `${p}-01`
  const ambulance = { gn: 'gn-06', gv: 'gv-07', gq: 'gq-09' }[p] ?? ''

  it('S09-26: one’s own protection comes first', () => {
    expect(scenario().board().next).toBe(protect)
    expect(scenario().step(protect)).toMatchObject({
      state: 'open',
      urgency: 'immediate',
      lifeSafety: true,
    })
  })

  it('S09-39, S09-40, S09-43: follow-up, evidence and report hang on no answer; the last two on being contained', () => {
    const running = scenario()
    expect(states(running, `${p}-20`, `${p}-22`, `${p}-25`)).toEqual(['open', 'waiting', 'waiting'])
    running.moveExplained('contained')
    expect(states(running, `${p}-22`, `${p}-25`)).toEqual(['open', 'open'])
    expect(scenario().step(`${p}-20`).calls).toMatchObject([{ role: 'leader-in-charge' }])
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('S09-39: the injured is visited: injured %s', (injured, state) => {
    const running = scenario()
    if (injured) running.answer('injured', injured)
    expect(running.step(`${p}-21`).state).toBe(state)
  })

  if (p !== 'gn')
    it.each([
      [undefined, undefined, 'waiting', 'waiting', 'waiting'],
      ['staff', undefined, 'open', 'hidden', 'hidden'],
      ['customer', undefined, 'hidden', 'open', 'waiting'],
      ['customer', 'yes', 'hidden', 'open', 'open'],
      ['customer', 'no', 'hidden', 'open', 'hidden'],
      ['none', 'yes', 'hidden', 'hidden', 'hidden'],
    ] as const)(
      'S09-41, S09-42: whose fault: %s, legal action wished: %s, once it is contained',
      (fault, wish, apology, question, help) => {
        const running = scenario()
        if (fault) running.answer('fault', fault)
        if (wish) running.answer('legal_action', wish)
        expect(states(running, `${p}-23`, `${p}-24`, `${p}-27`)).not.toContain('open')
        running.moveExplained('contained')
        expect(states(running, `${p}-23`, `${p}-24`, `${p}-27`)).toEqual([apology, question, help])
      },
    )

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('S09-44: copied to the general manager: serious %s', (serious, state) => {
    const running = scenario()
    if (serious) running.answer('serious', serious)
    expect(running.step(`${p}-26`).state).not.toBe('open') // there is no report to copy yet
    running.moveExplained('contained')
    running.finish(`${p}-25`)
    expect(running.step(`${p}-26`).state).toBe(state)
  })

  it('S09-43: no closing without the written report', () => {
    expect(
      shippedPlan(planId)
        .steps.filter(({ required }) => required)
        .map(({ id }) => id),
    ).toEqual([`${p}-25`])
    expect(scenario().moveExplained('closed')).toMatchObject({
      code: 'close-blocked',
      details: expect.arrayContaining([`${p}-25`]),
    })
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('proposed: 120 for the badly hurt: %s', (badly, state) => {
    const running = scenario()
    if (badly) running.answer('badly_hurt', badly)
    expect(running.step(ambulance)).toMatchObject({
      state,
      proposed: true,
      lifeSafety: true,
      calls: [{ number: '120' }],
    })
  })

  it('no limit is made up', () => {
    const running = scenario()
    running.pass('2 d')
    expect(running.board()).toMatchObject({ nearest: null, alerts: [] })
  })
})

describe('S09-27 … S09-29: injury not caused by a customer', () => {
  it('self-rescue and team leader stand open from the start', () => {
    const scenario = injury()
    expect(states(scenario, 'gn-01', 'gn-02', 'gn-03')).toEqual(['open', 'open', 'open'])
    expect(scenario.step('gn-03').calls).toMatchObject([{ role: 'group-leader' }])
  })

  it.each([
    [undefined, 'waiting'],
    ['traffic', 'open'],
    ['pet', 'hidden'],
    ['work', 'hidden'],
    ['other', 'hidden'],
  ] as const)('110 only in a traffic accident: %s', (cause, state) => {
    const scenario = injury()
    if (cause) scenario.answer('cause', cause)
    expect(scenario.step('gn-04')).toMatchObject({ state, calls: [{ number: '110' }] })
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('hospital if injured: %s', (injured, state) => {
    const scenario = injury()
    if (injured) scenario.answer('injured', injured)
    expect(scenario.step('gn-05').state).toBe(state)
  })

  it('a crash, a bite and an injury at work are no conflict: nobody is asked whose fault it was', () => {
    expect(shippedPlan('gas-safety-not-customer-caused').facts.map(({ key }) => key)).toEqual([
      'cause',
      'badly_hurt',
      'injured',
      'serious',
      'place_kind',
    ])
  })

  it.each(['on-the-way', 'on-site', 'other'])(
    'S09-24: where it happened is recorded: %s',
    (place) => {
      const scenario = injury()
      const before = scenario.board().steps
      expect(scenario.answer('place_kind', place)).toBeNull()
      expect(scenario.board().steps).toEqual(before)
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
    const scenario = visit()
    if (dissuaded) scenario.answer('dissuaded', dissuaded)
    expect(scenario.step('gv-02').state).toBe('open')
    expect(states(scenario, ...FAILED)).toEqual(all(state, FAILED))
  })

  it('first out, then 110; the superior and the line head are phoned', () => {
    const scenario = visit()
    scenario.answer('dissuaded', 'no')
    scenario.finish('gv-01')
    expect(scenario.board().next).toBe('gv-03')
    scenario.finish('gv-03')
    expect(scenario.board().next).toBe('gv-05')
    expect(scenario.step('gv-05').calls).toMatchObject([{ number: '110' }])
    expect(scenario.step('gv-04').calls).toMatchObject([
      { role: 'group-leader' },
      { role: 'line-head' },
    ])
  })

  it('a knife: nobody tries to persuade first', () => {
    const scenario = incidentAt(AT, { library: allPlans(), words: '师傅上门被人拿刀追' })
    scenario.activate(shippedPlan('gas-safety-home-visit-attack'))
    expect(states(scenario, ...FAILED)).toEqual(all('open', FAILED))
  })

  it('gives in and starts again: the way out opens again', () => {
    const scenario = visit()
    scenario.answer('dissuaded', 'yes')
    scenario.answer('dissuaded', 'no')
    expect(scenario.step('gv-03').state).toBe('open')
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('hospital if injured: %s', (injured, state) => {
    const scenario = visit()
    if (injured) scenario.answer('injured', injured)
    expect(scenario.step('gv-06').state).toBe(state)
  })
})

describe('S09-25, S09-130: somebody is held back', () => {
  it.each([
    ['gas-safety-home-visit-attack', 'gv-08'],
    ['gas-safety-premises-attack', 'gq-10'],
  ])('%s: %s opens when restraint is among what was done, and is our proposal', (planId, id) => {
    const scenario = runs(planId, AT)
    expect(scenario.step(id)).toMatchObject({ state: 'waiting', proposed: true, clause: 'S09-130' })
    scenario.answer('attack_kind', ['slap', 'throwing'])
    expect(scenario.step(id).state).toBe('hidden')
    scenario.answer('attack_kind', ['slap', 'restraint'])
    expect(scenario.step(id)).toMatchObject({
      state: 'open',
      calls: [{ number: '110' }],
      lifeSafety: true,
    })
    scenario.answer('attack_kind', ['harassment', 'beating', 'other'])
    expect(scenario.step(id).state).toBe('hidden')
  })

  it.each([
    ['gas-safety-home-visit-attack', 'gv-28'],
    ['gas-safety-premises-attack', 'gq-28'],
  ])('%s: public walls learn of it by %s, once it is contained', (planId, id) => {
    const scenario = runs(planId, AT)
    scenario.answer('attack_kind', ['restraint'])
    expect(scenario.step(id).state).toBe('waiting')
    scenario.moveExplained('contained')
    expect(scenario.step(id)).toMatchObject({ state: 'open', discloses: true, proposed: true })
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
    const scenario = premises()
    expect(states(scenario, 'gq-07', 'gq-01', 'gq-02')).toEqual(['open', 'open', 'open'])
    expect(scenario.step('gq-01').calls).toMatchObject([
      { role: 'line-head' },
      { role: 'department-manager' },
      { role: 'supervising-leader' },
    ])
    // never before one’s own safety
    expect(scenario.step('gq-02')).toMatchObject({ urgency: 'immediate', lifeSafety: false })
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'hidden'],
    ['no', 'open'],
  ] as const)('S09-35: dissuasion helped: %s', (dissuaded, state) => {
    const scenario = premises()
    if (dissuaded) scenario.answer('dissuaded', dissuaded)
    expect(scenario.step('gq-03')).toMatchObject({ state, calls: [{ number: '110' }] })
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
      const scenario = premises()
      if (continues) scenario.answer('continues', continues)
      if (allows) scenario.answer('scene_allows', allows)
      expect(states(scenario, 'gq-04', 'gq-06')).toEqual([leave, leave])
      expect(scenario.step('gq-05').state).toBe(valuables)
    },
  )

  it('people before valuables: leaving never waits for them', () => {
    const scenario = premises()
    scenario.answer('continues', 'yes')
    scenario.answer('scene_allows', 'yes')
    scenario.finish('gq-07')
    expect(scenario.board().next).toBe('gq-04')
    scenario.finish('gq-04')
    expect(scenario.board().next).toBe('gq-06')
    expect(scenario.step('gq-05').lifeSafety).toBe(false)
  })

  it.each([
    [undefined, 'waiting'],
    ['yes', 'open'],
    ['no', 'hidden'],
  ] as const)('proposed: hospital if injured: %s', (injured, state) => {
    const scenario = premises()
    if (injured) scenario.answer('injured', injured)
    expect(scenario.step('gq-08')).toMatchObject({ state, proposed: true })
  })
})

it('proposed: the video of the day is asked for once it is contained, not in the middle of an attack', () => {
  const scenario = premises()
  expect(scenario.step('gq-11').state).toBe('waiting')
  scenario.moveExplained('contained')
  expect(scenario.step('gq-11')).toMatchObject({ state: 'open', proposed: true })
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
