/**
 * Fight, theft and robbery: S09-99 … S09-105, what goes on, and the gate "people can be kept safe".
 */
import { describe, expect, it } from 'vitest'
import type { Led } from '../../../kit/incident.ts'
import { runs, shippedPlan, states } from '../../../kit/library.ts'

const crime = (act?: string): Led => {
  const led = runs('gas-fight-theft-robbery', '2026-11-24T14:00:00+08:00')
  if (act) led.answer('act', act)
  return led
}

describe('S09-99 … S09-101: what goes on', () => {
  it.each([
    [undefined, 'waiting', 'waiting'],
    ['theft-ongoing', 'open', 'hidden'],
    ['theft-ended', 'hidden', 'open'],
    ['fight', 'hidden', 'open'],
    ['robbery', 'hidden', 'open'],
  ])('%s', (act, warn, police) => {
    const led = crime(act)
    expect(states(led, 'ft-02', 'ft-03')).toEqual([warn, warn])
    expect(states(led, 'ft-04', 'ft-05')).toEqual([police, police])
  })

  it('110 at once, before the superior', () => {
    const led = crime('robbery')
    expect(led.board().next).toBe('ft-04')
    expect(led.step('ft-04')).toMatchObject({
      urgency: 'immediate',
      lifeSafety: true,
      calls: [{ number: '110' }],
    })
    expect(led.step('ft-05').urgency).toBe('immediate')
  })

  it('S09-100: store head, guards or line head are told of a theft that goes on', () => {
    expect(
      crime('theft-ongoing')
        .step('ft-03')
        .calls.map(({ role }) => role),
    ).toEqual(['store-head', 'guards', 'line-head'])
  })

  it('from a theft going on to one that is over: the police are asked for, what was done stays', () => {
    const led = crime('theft-ongoing')
    led.finish('ft-02')
    led.answer('act', 'theft-ended')
    expect(states(led, 'ft-02', 'ft-03', 'ft-04')).toEqual(['done', 'hidden', 'open'])
  })

  it('only the four of the source are offered', () => {
    expect(crime().answer('act', 'other')).toMatchObject({ code: 'bad-value' })
  })
})

describe('S09-102, S09-103: safety before anything else', () => {
  it('stands open from the start, first, and is not skipped without a reason', () => {
    const led = crime()
    expect(led.board().next).toBe('ft-01')
    expect(led.finish('ft-01', 'skipped')?.code).toBe('reason-needed')
  })

  it.each([
    [undefined, 'waiting'],
    ['no', 'hidden'],
    ['yes', 'open'],
  ] as const)('the situation is held only if people are safe: %s', (safe, state) => {
    const led = crime('robbery')
    if (safe) led.answer('people_safe', safe)
    expect(led.step('ft-06').state).toBe(state)
  })

  it('the gate closes again when a knife is seen', () => {
    const led = crime('fight')
    led.answer('people_safe', 'yes')
    led.answer('people_safe', 'no')
    expect(led.finish('ft-06')).toMatchObject({ code: 'step-hidden' })
  })
})

it('S09-104, S09-105: the scene is protected first, then business is resumed', () => {
  const led = crime('theft-ended')
  expect(states(led, 'ft-07', 'ft-08')).toEqual(['open', 'waiting'])
  led.finish('ft-07')
  expect(led.step('ft-08')).toMatchObject({ state: 'open', urgency: 'prompt' })
  expect(
    shippedPlan('gas-fight-theft-robbery').steps.find(({ id }) => id === 'ft-07')?.evidence,
  ).toMatchObject({ keepDays: 30 })
})

it('the source sets no limit here, so none is made up', () => {
  const led = crime('robbery')
  led.pass('2 d')
  expect(led.board()).toMatchObject({ nearest: null, alerts: [] })
})
