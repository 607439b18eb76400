/**
 * Whatever people, clocks and tickers do to an incident: nothing throws, nothing fires twice, and
 * the record alone tells everything.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { isLate } from '#shared/domain/incident/rules/lateness.ts'
import { settle } from '#shared/domain/incident/settle.ts'
import {
  initialIncident,
  type IncidentState,
  type Outcome,
} from '#shared/domain/incident/record/state.ts'
import { factOf } from '#shared/domain/statistics/project.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import { limitStanding } from '#shared/domain/statistics/month.ts'
import type { FactValue, Plan } from '#shared/domain/plan/plan.ts'
import { HOUR, MINUTE, amount, choice, plan, rung, step, yesNo } from '../../kit/plan.ts'
import { CALENDAR } from '../../kit/days.ts'
import { reported, type Led } from '../../kit/incident.ts'

const P = plan(
  'p',
  [
    step('p1', {
      required: true,
      lifeSafety: true,
      due: { within: 3 * MINUTE, from: 'reported' },
      late: [rung('head'), rung('manager', 5 * MINUTE)],
    }),
    step('p2', {
      when: { fact: 'size', is: 'large' },
      due: { within: 10 * MINUTE, from: { step: 'p1' } },
    }),
    step('p3', { when: { step: 'p2', is: 'late' }, after: ['p1'] }),
    step('p4', {
      when: {
        any: [
          { fact: 'hours', over: 24 },
          { elapsed: HOUR, from: 'activated' },
        ],
      },
    }),
    step('p5', {
      due: { within: { workday: 15 * MINUTE, holiday: 45 * MINUTE }, from: { step: 'p3' } },
    }),
    step('p6', {
      when: { not: { fact: 'safe', is: 'yes' } },
      after: ['p2'],
      due: { within: HOUR, from: { fact: 'safe' } },
    }),
  ],
  { facts: [choice('size', ['small', 'large']), amount('hours'), yesNo('safe')] },
)
const Q = plan(
  'q',
  [
    step('q1', { due: { within: 5 * MINUTE, from: 'activated' } }),
    step('q2', {
      when: {
        all: [
          { fact: 'size', is: ['large', 'huge'] },
          { step: 'q1', is: 'done' },
        ],
      },
      due: { within: MINUTE, from: 'occurred' },
    }),
  ],
  { facts: [choice('size', ['large', 'huge'])] },
)
const PLANS: Record<string, Plan> = { p: P, q: Q }
const STEPS = [...P.steps, ...Q.steps].map(({ id }) => id)

const ANSWERS: [string, FactValue][] = [
  ['size', 'small'],
  ['size', 'large'],
  ['size', 'huge'],
  ['hours', 24],
  ['hours', 25],
  ['safe', 'yes'],
  ['safe', 'no'],
  ['safe', 'huge'],
]

type Act = (led: Led) => void
const reason = fc.constantFrom(undefined, '有原因')
const stepId = fc.constantFrom(...STEPS)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({ plan: fc.constantFrom('p', 'q'), supersedes: fc.constantFrom(undefined, 'p', 'q') })
    .map(
      ({ plan: id, supersedes }): Act =>
        (led) =>
          led.activate(PLANS[id]!, supersedes ? { supersedes } : {}),
    ),
  {
    weight: 4,
    arbitrary: fc
      .record({
        answer: fc.constantFrom<[string, FactValue]>(...ANSWERS),
        of: fc.constantFrom(undefined, 'p', 'q'),
      })
      .map(
        ({ answer: [key, value], of }): Act =>
          (led) =>
            led.answer(key, value, of),
      ),
  },
  fc
    .record({
      id: stepId,
      outcome: fc.constantFrom<Outcome>(
        'done',
        'done',
        'already-done',
        'not-applicable',
        'skipped',
      ),
      reason,
    })
    .map(
      ({ id, outcome, reason: why }): Act =>
        (led) =>
          led.finish(id, outcome, why),
    ),
  stepId.map(
    (id): Act =>
      (led) =>
        led.accept(id),
  ),
  stepId.map(
    (id): Act =>
      (led) =>
        led.explain(id),
  ),
  stepId.map(
    (id): Act =>
      (led) =>
        led.correct(id),
  ),
  fc.nat(6).map(
    (n): Act =>
      (led) =>
        led.acknowledge(`i1.${n}`),
  ),
  fc.nat(6).map(
    (n): Act =>
      (led) =>
        led.silence(`i1.${n}`, 60),
  ),
  fc
    .record({
      to: fc.constantFrom<IncidentState>(
        'contained',
        'lifted',
        'closed',
        'falseReport',
        'archived',
      ),
      reason,
      often: fc.nat(5),
    })
    .map(({ to, reason: why, often }): Act => (led) => {
      if (often === 0) led.move(to, why)
    }),
  // time: exactly to the next deadline, past it with the ticker, past it without, and both kinds of
  // jump
  fc.constant<Act>((led) =>
    led.pass(Math.max(0, Math.min(...led.deadlines().map(({ dueAt }) => dueAt - led.now()), HOUR))),
  ),
  fc.integer({ min: 1, max: 90 * MINUTE }).map(
    (ms): Act =>
      (led) =>
        led.pass(ms),
  ),
  fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }).map(
    (ms): Act =>
      (led) =>
        led.setClock(ms),
  ),
  fc.constant<Act>((led) => {
    // to the very instant of a deadline, the ticker not having come
    const next = Math.min(
      ...led
        .deadlines()
        .map(({ dueAt }) => dueAt)
        .filter((dueAt) => dueAt >= led.now()),
    )
    if (Number.isFinite(next)) led.setClock(next - led.now())
  }),
  // the monotonic clock says that all is due
  fc.constant<Act>((led) => led.check(...led.deadlines().map(({ key }) => key))),
  fc.constant<Act>((led) => led.check()),
)
const start = fc.constantFrom(
  '2026-11-24T14:00:00+08:00',
  '2026-09-30T23:55:00+08:00',
  '2027-10-01T00:00:00+08:00',
)
const roster = fc.constantFrom<Roster | null>(null, {}, { desk: ['王芳'], manager: ['孙丽'] })

const lived = (
  at: string,
  people: Roster | null,
  acts: readonly Act[],
  look: (led: Led) => void = () => undefined,
): Led => {
  const led = reported(at, {
    calendar: CALENDAR,
    roster: people,
    occurredAt: Date.parse(at) - MINUTE,
  })
  led.activate(P)
  for (const one of acts) {
    one(led)
    look(led)
  }
  return led
}
const lives = (property: (at: string, people: Roster | null, acts: readonly Act[]) => void): void =>
  fc.assert(fc.property(start, roster, fc.array(act, { maxLength: 40, size: 'max' }), property), {
    numRuns: 150,
    seed: 20261124,
  })

const twice = <T>(values: readonly T[]): T[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

it('nothing fires twice: a limit, a threshold, a post of a ladder', () => {
  lives((at, people, acts) => {
    const led = lived(at, people, acts)
    expect(twice(led.all('StepLate').map((event) => event.stepId))).toEqual([])
    expect(twice(led.all('TimePassed').map((event) => event.threshold))).toEqual([])
    expect(twice(led.all('AlertRaised').map((event) => event.alert.id))).toEqual([])
    expect(
      twice(led.all('AlertClimbed').map((event) => `${event.alertId} ${event.told.role}`)),
    ).toEqual([])
    expect(twice(led.all('AlertCleared').map((event) => event.alertId))).toEqual([])
  })
})

it('a step never bears two alerts of one kind, and none that it does not need', () => {
  lives((at, people, acts) => {
    lived(at, people, acts, (led) => {
      const { alerts, steps } = led.state()
      expect(twice(alerts.map(({ kind, stepId: id }) => `${kind} ${id}`))).toEqual([])
      for (const alert of alerts)
        expect(steps[alert.stepId]).toMatchObject({ standing: 'open', finish: null })
    })
  })
})

it('every late step has its StepLate, and every StepLate its late step unless it was done at that very instant', () => {
  lives((at, people, acts) => {
    const led = lived(at, people, acts)
    led.check()
    const late = led
      .board()
      .steps.filter((one) => one.late)
      .map(({ id }) => id)
    const said = led
      .all('StepLate')
      .filter((event) => led.step(event.stepId).doneAt !== event.dueAt)
      .map((event) => event.stepId)
    expect(led.all('StepLate').map((event) => event.stepId)).toEqual(expect.arrayContaining(late))
    expect(late).toEqual(expect.arrayContaining(said))
  })
})

it('lateness stays: once finished or hidden late, no later act takes it back', () => {
  lives((at, people, acts) => {
    const was = new Set<string>()
    lived(at, people, acts, (led) => {
      for (const [id, state] of Object.entries(led.state().steps))
        if (state.lateAt !== null && state.limit?.dueAt !== state.finish?.at) was.add(id)
      for (const id of was)
        expect(led.step(id).late || led.step(id).doneAt === led.step(id).dueAt).toBe(true)
    })
  })
})

it('the figures and the board call the same limits late', () => {
  lives((at, people, acts) => {
    const led = lived(at, people, acts)
    led.check()
    const counted = factOf(led.state(), led.world)
      .limits.filter((limit) => limitStanding(limit, led.now()) === 'late')
      .map((limit) => limit.stepId)
    const shown = Object.entries(led.state().steps)
      .filter(([, state]) => isLate(state, led.now()))
      .map(([id]) => id)
    expect(counted.sort()).toEqual(shown.sort())
  })
})

it('the recorded events alone give the same state again', () => {
  lives((at, people, acts) => {
    const led = lived(at, people, acts)
    const stored = JSON.parse(JSON.stringify(led.recorded)) as typeof led.recorded
    const again = stored.reduce(evolve, initialIncident('i1'))
    expect(again).toEqual(led.state())
    expect(again.version).toBe(led.recorded.length)
    // plain: nothing is lost on the way through the journal
    expect(JSON.parse(JSON.stringify(again))).toEqual(again)
  })
})

it('after every command nothing more follows by itself, and a second look changes nothing', () => {
  lives((at, people, acts) => {
    lived(at, people, acts, (led) => {
      led.check()
      const state = led.state()
      expect(settle(state, led.world, { at: led.now(), by: 'Vigil' }).events).toEqual([])
      const events = led.events.length
      led.check()
      expect(led.events).toHaveLength(events)
    })
  })
})

it('an incident that is over has no deadline and no alert, and never gets one', () => {
  lives((at, people, acts) => {
    const led = lived(at, people, acts)
    led.move('falseReport', '演完')
    led.pass('2 d')
    expect(led.deadlines()).toEqual([])
    expect(led.state().alerts).toEqual([])
  })
})
