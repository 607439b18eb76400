/**
 * Limits: when they start, when they fire, what is met and what is late (design §2 "What they
 * mean").
 */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { reported, type Led } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import type { Anchor } from '#shared/domain/plan/plan.ts'

const START = Date.parse(WORKDAY)
const tenMinutes = (): Led => {
  const led = reported(WORKDAY)
  led.activate(plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' } })]))
  return led
}

describe('a limit counts from its anchor', () => {
  const from = (anchor: Anchor): Led => {
    const led = reported(WORKDAY, { occurredAt: START - 5 * MINUTE })
    led.pass('1 min')
    led.activate(
      plan('p', [step('before'), step('a', { due: { within: HOUR, from: anchor } })], {
        facts: [yesNo('k')],
      }),
    )
    led.pass('1 min')
    led.finish('before')
    led.pass('1 min')
    led.answer('k', 'no')
    return led
  }
  it.each([
    ['occurred', 'occurred', -5],
    ['reported', 'reported', 0],
    ['activated', 'activated', 1],
    ['a step', { step: 'before' }, 2],
    ['a fact', { fact: 'k' }, 3],
  ] as const)('%s', (_, anchor, minutes) => {
    const startedAt = START + minutes * MINUTE
    expect(from(anchor).step('a')).toMatchObject({
      state: 'open',
      startedAt,
      dueAt: startedAt + HOUR,
    })
  })

  it('an incident whose time of occurrence nobody knows: from the report', () => {
    const led = reported(WORKDAY)
    led.pass('1 min')
    led.activate(plan('p', [step('a', { due: { within: HOUR, from: 'occurred' } })]))
    expect(led.step('a').dueAt).toBe(START + HOUR)
  })

  it('each plan from its own activation', () => {
    const led = reported(WORKDAY)
    led.activate(plan('p', [step('a', { due: { within: HOUR, from: 'activated' } })]))
    led.pass('7 min')
    led.activate(plan('q', [step('b', { due: { within: HOUR, from: 'activated' } })]))
    expect([led.step('a').dueAt, led.step('b').dueAt]).toEqual([
      START + HOUR,
      START + 7 * MINUTE + HOUR,
    ])
  })
})

describe('until its anchor has happened a limit stands still', () => {
  const chained = (): Led => {
    const led = reported(WORKDAY)
    led.activate(
      plan('p', [step('a'), step('b', { due: { within: 3 * MINUTE, from: { step: 'a' } } })], {
        facts: [yesNo('k')],
      }),
    )
    return led
  }
  it.each(['done', 'already-done'] as const)('a step counts from its completion: %s', (outcome) => {
    const led = chained()
    expect(led.step('b')).toMatchObject({
      state: 'open',
      startedAt: null,
      dueAt: null,
      late: false,
    })
    led.pass('1 min')
    led.finish('a', outcome)
    expect(led.step('b').dueAt).toBe(led.now() + 3 * MINUTE)
  })

  it.each(['not-applicable', 'skipped'] as const)('and from nothing else: %s', (outcome) => {
    const led = chained()
    led.finish('a', outcome, 'r')
    led.pass('2 h')
    expect(led.step('b')).toMatchObject({ state: 'open', dueAt: null, late: false })
  })

  it('accepting a step is not completing it', () => {
    const led = chained()
    led.accept('a')
    expect(led.step('b').dueAt).toBeNull()
  })

  it('once started it is fixed: neither a correction of the step nor a new answer moves it', () => {
    const led = reported(WORKDAY)
    led.activate(
      plan(
        'p',
        [
          step('a'),
          step('b', { due: { within: 30 * MINUTE, from: { step: 'a' } } }),
          step('c', { due: { within: 30 * MINUTE, from: { fact: 'k' } } }),
        ],
        { facts: [yesNo('k')] },
      ),
    )
    led.finish('a')
    led.answer('k', 'yes')
    const dueAt = led.now() + 30 * MINUTE
    led.pass('5 min')
    led.correct('a')
    led.answer('k', 'no')
    led.pass('5 min')
    led.finish('a')
    expect([led.step('b').dueAt, led.step('c').dueAt]).toEqual([dueAt, dueAt])
  })
})

describe('a limit fires', () => {
  it('at its instant and not before', () => {
    const led = tenMinutes()
    led.pass(10 * MINUTE - 1)
    expect(led.step('a').late).toBe(false)
    expect(led.board().alerts).toEqual([])
    led.pass(1)
    expect(led.step('a').late).toBe(true)
    expect(led.board().alerts).toHaveLength(1)
    expect(led.all('StepLate')).toMatchObject([
      {
        stepId: 'a',
        dueAt: START + 10 * MINUTE,
        lateByMs: 0,
        at: START + 10 * MINUTE,
        by: 'Vigil',
      },
    ])
  })

  it('once', () => {
    const led = tenMinutes()
    led.pass('12 h')
    expect(led.all('StepLate')).toHaveLength(1)
    expect(led.all('AlertRaised')).toHaveLength(1)
  })

  it('never, when the step is finished before', () => {
    const led = tenMinutes()
    led.finish('a')
    led.pass('12 h')
    expect(led.all('StepLate')).toEqual([])
    expect(led.step('a').late).toBe(false)
  })

  it('also on an accepted step', () => {
    const led = tenMinutes()
    led.accept('a')
    led.pass('10 min')
    expect(led.step('a')).toMatchObject({ state: 'accepted', late: true })
  })

  it('at once when it is already past as the step opens, and says by how much', () => {
    const led = reported(WORKDAY)
    led.pass('20 min')
    led.activate(plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' } })]))
    expect(led.step('a')).toMatchObject({ late: true, dueAt: START + 10 * MINUTE })
    expect(led.all('StepLate')).toMatchObject([{ lateByMs: 10 * MINUTE }])
  })

  it('also when a person comes before the ticker: what was due before his command is recorded before it', () => {
    const led = tenMinutes()
    led.setClock(11 * MINUTE)
    led.finish('a')
    expect(led.events.slice(-4).map((event) => event.type)).toEqual([
      'StepLate',
      'AlertRaised',
      'StepFinished',
      'AlertCleared',
    ])
    expect(led.step('a')).toMatchObject({ state: 'done', late: true })
  })
})

describe('finishing at exactly dueAt is met, one millisecond after is late', () => {
  it.each([
    [-1, false, 0],
    [0, false, 0],
    [1, true, 1],
  ] as const)('%d ms, before the ticker comes', (ms, late, lateEvents) => {
    const led = tenMinutes()
    led.setClock(10 * MINUTE + ms)
    led.finish('a')
    expect(led.step('a')).toMatchObject({ state: 'done', late, needsReason: late })
    expect(led.all('StepLate')).toHaveLength(lateEvents)
  })

  it.each([
    [0, false],
    [1, true],
  ] as const)('%d ms, after the ticker has come at dueAt', (ms, late) => {
    const led = tenMinutes()
    led.pass(10 * MINUTE)
    led.setClock(ms)
    led.finish('a')
    expect(led.step('a')).toMatchObject({ state: 'done', late })
    expect(led.board().alerts).toEqual([])
  })

  it.each(['skipped', 'not-applicable'] as const)(
    '%s at exactly dueAt is no completion: late',
    (outcome) => {
      const led = tenMinutes()
      led.setClock(10 * MINUTE)
      led.finish('a', outcome, 'r')
      expect(led.step('a')).toMatchObject({ state: outcome, late: true })
      expect(led.all('StepLate')).toHaveLength(1)
    },
  )
})
