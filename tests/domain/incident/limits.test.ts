/**
 * Limits: when they start, when they fire, what is met and what is late.
 */
import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'
import type { Anchor } from '#shared/domain/plan/plan.ts'

const START = Date.parse(WORKDAY)
const tenMinutes = (): Scenario => {
  const scenario = incidentAt(WORKDAY)
  scenario.activate(plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' } })]))
  return scenario
}

describe('a limit counts from its anchor', () => {
  const from = (anchor: Anchor): Scenario => {
    const scenario = incidentAt(WORKDAY, { occurredAt: START - 5 * MINUTE })
    scenario.pass('1 min')
    scenario.activate(
      plan('p', [step('before'), step('a', { due: { within: HOUR, from: anchor } })], {
        facts: [yesNo('k')],
      }),
    )
    scenario.pass('1 min')
    scenario.finish('before')
    scenario.pass('1 min')
    scenario.answer('k', 'no')
    return scenario
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
    const scenario = incidentAt(WORKDAY)
    scenario.pass('1 min')
    scenario.activate(plan('p', [step('a', { due: { within: HOUR, from: 'occurred' } })]))
    expect(scenario.step('a').dueAt).toBe(START + HOUR)
  })

  it('each plan from its own activation', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(plan('p', [step('a', { due: { within: HOUR, from: 'activated' } })]))
    scenario.pass('7 min')
    scenario.activate(plan('q', [step('b', { due: { within: HOUR, from: 'activated' } })]))
    expect([scenario.step('a').dueAt, scenario.step('b').dueAt]).toEqual([
      START + HOUR,
      START + 7 * MINUTE + HOUR,
    ])
  })
})

describe('until its anchor has happened a limit stands still', () => {
  const chained = (): Scenario => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
      plan('p', [step('a'), step('b', { due: { within: 3 * MINUTE, from: { step: 'a' } } })], {
        facts: [yesNo('k')],
      }),
    )
    return scenario
  }
  it.each(['done', 'already-done'] as const)('a step counts from its completion: %s', (outcome) => {
    const scenario = chained()
    expect(scenario.step('b')).toMatchObject({
      state: 'open',
      startedAt: null,
      dueAt: null,
      late: false,
    })
    scenario.pass('1 min')
    scenario.finish('a', outcome)
    expect(scenario.step('b').dueAt).toBe(scenario.now() + 3 * MINUTE)
  })

  it.each(['not-applicable', 'skipped'] as const)(
    'a step counts from nothing else: %s',
    (outcome) => {
      const scenario = chained()
      scenario.finish('a', outcome, 'r')
      scenario.pass('2 h')
      expect(scenario.step('b')).toMatchObject({ state: 'open', dueAt: null, late: false })
    },
  )

  it('accepting a step is not completing it', () => {
    const scenario = chained()
    scenario.accept('a')
    expect(scenario.step('b').dueAt).toBeNull()
  })

  it('once started it is fixed: neither a correction of the step nor a new answer moves it', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.activate(
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
    scenario.finish('a')
    scenario.answer('k', 'yes')
    const dueAt = scenario.now() + 30 * MINUTE
    scenario.pass('5 min')
    scenario.correct('a')
    scenario.answer('k', 'no')
    scenario.pass('5 min')
    scenario.finish('a')
    expect([scenario.step('b').dueAt, scenario.step('c').dueAt]).toEqual([dueAt, dueAt])
  })
})

describe('a limit fires', () => {
  it('at its instant and not before', () => {
    const scenario = tenMinutes()
    scenario.pass(10 * MINUTE - 1)
    expect(scenario.step('a').late).toBe(false)
    expect(scenario.board().alerts).toEqual([])
    scenario.pass(1)
    expect(scenario.step('a').late).toBe(true)
    expect(scenario.board().alerts).toHaveLength(1)
    expect(scenario.all('StepLate')).toMatchObject([
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
    const scenario = tenMinutes()
    scenario.pass('12 h')
    expect(scenario.all('StepLate')).toHaveLength(1)
    expect(scenario.all('AlertRaised')).toHaveLength(1)
  })

  it('never, when the step is finished before', () => {
    const scenario = tenMinutes()
    scenario.finish('a')
    scenario.pass('12 h')
    expect(scenario.all('StepLate')).toEqual([])
    expect(scenario.step('a').late).toBe(false)
  })

  it('on an accepted step', () => {
    const scenario = tenMinutes()
    scenario.accept('a')
    scenario.pass('10 min')
    expect(scenario.step('a')).toMatchObject({ state: 'accepted', late: true })
  })

  it('at once when it is already past as the step opens, and says by how much', () => {
    const scenario = incidentAt(WORKDAY)
    scenario.pass('20 min')
    scenario.activate(plan('p', [step('a', { due: { within: 10 * MINUTE, from: 'reported' } })]))
    expect(scenario.step('a')).toMatchObject({ late: true, dueAt: START + 10 * MINUTE })
    expect(scenario.all('StepLate')).toMatchObject([{ lateByMs: 10 * MINUTE }])
  })

  it('when a person comes before the ticker: what was due before his command is recorded before it', () => {
    const scenario = tenMinutes()
    scenario.setClock(11 * MINUTE)
    scenario.finish('a')
    expect(scenario.events.slice(-4).map((event) => event.type)).toEqual([
      'StepLate',
      'AlertRaised',
      'StepFinished',
      'AlertCleared',
    ])
    expect(scenario.step('a')).toMatchObject({ state: 'done', late: true })
  })
})

describe('finishing at exactly dueAt is met, one millisecond after is late', () => {
  it.each([
    [-1, false, 0],
    [0, false, 0],
    [1, true, 1],
  ] as const)('%d ms, before the ticker comes', (ms, late, lateEvents) => {
    const scenario = tenMinutes()
    scenario.setClock(10 * MINUTE + ms)
    scenario.finish('a')
    expect(scenario.step('a')).toMatchObject({ state: 'done', late, needsReason: late })
    expect(scenario.all('StepLate')).toHaveLength(lateEvents)
  })

  it.each([
    [0, false],
    [1, true],
  ] as const)('%d ms, after the ticker has come at dueAt', (ms, late) => {
    const scenario = tenMinutes()
    scenario.pass(10 * MINUTE)
    scenario.setClock(ms)
    scenario.finish('a')
    expect(scenario.step('a')).toMatchObject({ state: 'done', late })
    expect(scenario.board().alerts).toEqual([])
  })

  it.each(['skipped', 'not-applicable'] as const)(
    '%s at exactly dueAt is no completion: late',
    (outcome) => {
      const scenario = tenMinutes()
      scenario.setClock(10 * MINUTE)
      scenario.finish('a', outcome, 'r')
      expect(scenario.step('a')).toMatchObject({ state: outcome, late: true })
      expect(scenario.all('StepLate')).toHaveLength(1)
    },
  )
})
