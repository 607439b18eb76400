/**
 * Fight, theft and robbery: S09-99 … S09-105, what goes on, and the gate "people can be kept safe".
 */
import { describe, expect, it } from 'vitest'
import type { Scenario } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const crime = (act?: string): Scenario => {
  const scenario = runs('gas-fight-theft-robbery', '2026-11-24T14:00:00+08:00')
  if (act) scenario.answer('act', act)
  return scenario
}

describe('S09-99 … S09-101: what goes on', () => {
  it.each([
    [undefined, 'waiting', 'waiting'],
    ['theft-ongoing', 'open', 'hidden'],
    ['theft-ended', 'hidden', 'open'],
    ['fight', 'hidden', 'open'],
    ['robbery', 'hidden', 'open'],
  ])('%s', (act, warn, police) => {
    const scenario = crime(act)
    expect(states(scenario, 'ft-02', 'ft-03')).toEqual([warn, warn])
    expect(states(scenario, 'ft-04', 'ft-05')).toEqual([police, police])
  })

  it('110 at once, before the superior', () => {
    const scenario = crime('robbery')
    expect(scenario.board().next).toBe('ft-04')
    expect(scenario.step('ft-04')).toMatchObject({
      urgency: 'immediate',
      lifeSafety: true,
      calls: [{ number: '110' }],
    })
    expect(scenario.step('ft-05').urgency).toBe('immediate')
  })

  it('S09-100: store head, guards or line head are told of a theft that goes on', () => {
    expect(
      crime('theft-ongoing')
        .step('ft-03')
        .calls.map(({ role }) => role),
    ).toEqual(['store-head', 'guards', 'line-head'])
  })

  it('from a theft going on to one that is over: the police are asked for, what was done stays', () => {
    const scenario = crime('theft-ongoing')
    scenario.finish('ft-02')
    scenario.answer('act', 'theft-ended')
    expect(states(scenario, 'ft-02', 'ft-03', 'ft-04')).toEqual(['done', 'hidden', 'open'])
  })

  it('only the four of the source are offered', () => {
    expect(crime().answer('act', 'other')).toMatchObject({ code: 'bad-value' })
  })
})

describe('S09-102, S09-103: safety before anything else', () => {
  it('stands open from the start, first, and is not skipped without a reason', () => {
    const scenario = crime()
    expect(scenario.board().next).toBe('ft-01')
    expect(scenario.finish('ft-01', 'skipped')?.code).toBe('reason-needed')
  })

  it.each([
    [undefined, 'waiting'],
    ['no', 'hidden'],
    ['yes', 'open'],
  ] as const)('the situation is held only if people are safe: %s', (safe, state) => {
    const scenario = crime('robbery')
    if (safe) scenario.answer('people_safe', safe)
    expect(scenario.step('ft-06').state).toBe(state)
  })

  it.each([
    [undefined, 'waiting', 'waiting'],
    ['no', 'open', 'waiting'],
    ['yes', 'hidden', 'open'],
  ] as const)('not safe: people are led away, nobody guards the scene: %s', (safe, away, scene) => {
    const scenario = crime('robbery')
    if (safe) scenario.answer('people_safe', safe)
    expect(scenario.step('ft-09')).toMatchObject({ state: away, lifeSafety: true, proposed: true })
    expect(scenario.step('ft-07').state).toBe(scene)
  })

  it.each(['theft-ongoing', 'theft-ended'])('%s: nobody is led away for it', (act) => {
    const scenario = crime(act)
    scenario.answer('people_safe', 'no')
    expect(scenario.step('ft-09').state).toBe('hidden')
  })

  it('once it is contained the scene is protected, whatever was answered', () => {
    const scenario = crime('robbery')
    scenario.answer('people_safe', 'no')
    scenario.moveExplained('contained')
    expect(scenario.step('ft-07').state).toBe('open')
  })

  it.each([
    ['robbery', 'open'],
    ['fight', 'hidden'],
  ])(
    'public walls learn of a robbery by a step of its own, once it is contained: %s',
    (act, state) => {
      const scenario = crime(act)
      expect(scenario.step('ft-10').state).not.toBe('open')
      scenario.moveExplained('contained')
      expect(scenario.step('ft-10')).toMatchObject({ state, discloses: true, proposed: true })
    },
  )

  it('the gate closes again when a knife is seen', () => {
    const scenario = crime('fight')
    scenario.answer('people_safe', 'yes')
    scenario.answer('people_safe', 'no')
    expect(scenario.finish('ft-06')).toMatchObject({ code: 'step-hidden' })
  })
})

it('S09-104, S09-105: the scene is protected first, then business is resumed', () => {
  const scenario = crime('theft-ended')
  expect(states(scenario, 'ft-07', 'ft-08')).toEqual(['waiting', 'waiting'])
  scenario.answer('people_safe', 'yes')
  expect(states(scenario, 'ft-07', 'ft-08')).toEqual(['open', 'waiting'])
  scenario.finish('ft-07')
  expect(scenario.step('ft-08')).toMatchObject({ state: 'open', urgency: 'prompt' })
  expect(
    shippedPlan('gas-fight-theft-robbery').steps.find(({ id }) => id === 'ft-07')?.evidence,
  ).toMatchObject({ keepDays: 30 })
})

it('the source sets no limit here, so none is made up', () => {
  const scenario = crime('robbery')
  scenario.pass('2 d')
  expect(scenario.board()).toMatchObject({ nearest: null, alerts: [] })
})
