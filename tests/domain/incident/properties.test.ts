/**
 * Lets people, clocks and tickers do to an incident what chance wills: nothing throws, nothing
 * fires twice, and the record alone tells everything.
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
import { projectStats } from '#shared/domain/statistics/project.ts'
import type { Roster } from '#shared/domain/incident/record/world.ts'
import { limitStanding } from '#shared/domain/statistics/month.ts'
import type { FactValue, Plan } from '#shared/domain/plan/plan.ts'
import { HOUR, MINUTE, amount, choice, plan, escalationStep, step, yesNo } from '../../kit/plan.ts'
import { CALENDAR } from '../../kit/days.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'

const P = plan(
  'p',
  [
    step('p1', {
      required: true,
      lifeSafety: true,
      due: { within: 3 * MINUTE, from: 'reported' },
      late: [escalationStep('head'), escalationStep('manager', 5 * MINUTE)],
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

type Act = (scenario: Scenario) => void
const reason = fc.constantFrom(undefined, '有原因')
const stepId = fc.constantFrom(...STEPS)
const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({ plan: fc.constantFrom('p', 'q'), supersedes: fc.constantFrom(undefined, 'p', 'q') })
    .map(
      ({ plan: id, supersedes }): Act =>
        (scenario) =>
          scenario.activate(PLANS[id]!, supersedes ? { supersedes } : {}),
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
          (scenario) =>
            scenario.answer(key, value, of),
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
        (scenario) =>
          scenario.finish(id, outcome, why),
    ),
  stepId.map(
    (id): Act =>
      (scenario) =>
        scenario.accept(id),
  ),
  stepId.map(
    (id): Act =>
      (scenario) =>
        scenario.explain(id),
  ),
  stepId.map(
    (id): Act =>
      (scenario) =>
        scenario.correct(id),
  ),
  fc.nat(6).map(
    (n): Act =>
      (scenario) =>
        scenario.acknowledge(`i1.${n}`),
  ),
  fc.nat(6).map(
    (n): Act =>
      (scenario) =>
        scenario.silence(`i1.${n}`, 60),
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
    .map(({ to, reason: why, often }): Act => (scenario) => {
      if (often === 0) scenario.move(to, why)
    }),
  // time: exactly to the next deadline, past it with the ticker, past it without, and both kinds of
  // jump
  fc.constant<Act>((scenario) =>
    scenario.pass(
      Math.max(
        0,
        Math.min(...scenario.deadlines().map(({ dueAt }) => dueAt - scenario.now()), HOUR),
      ),
    ),
  ),
  fc.integer({ min: 1, max: 90 * MINUTE }).map(
    (ms): Act =>
      (scenario) =>
        scenario.pass(ms),
  ),
  fc.integer({ min: -20 * MINUTE, max: 20 * MINUTE }).map(
    (ms): Act =>
      (scenario) =>
        scenario.setClock(ms),
  ),
  fc.constant<Act>((scenario) => {
    // to the very instant of a deadline, the ticker not having come
    const next = Math.min(
      ...scenario
        .deadlines()
        .map(({ dueAt }) => dueAt)
        .filter((dueAt) => dueAt >= scenario.now()),
    )
    if (Number.isFinite(next)) scenario.setClock(next - scenario.now())
  }),
  // the monotonic clock says that all is due
  fc.constant<Act>((scenario) => scenario.check(...scenario.deadlines().map(({ key }) => key))),
  fc.constant<Act>((scenario) => scenario.check()),
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
  look: (scenario: Scenario) => void = () => undefined,
): Scenario => {
  const scenario = incidentAt(at, {
    calendar: CALENDAR,
    roster: people,
    occurredAt: Date.parse(at) - MINUTE,
  })
  scenario.activate(P)
  for (const act of acts) {
    act(scenario)
    look(scenario)
  }
  return scenario
}
const lives = (property: (at: string, people: Roster | null, acts: readonly Act[]) => void): void =>
  fc.assert(fc.property(start, roster, fc.array(act, { maxLength: 40, size: 'max' }), property), {
    numRuns: 150,
    seed: 20261124,
  })

const twice = <T>(values: readonly T[]): T[] =>
  values.filter((value, index) => values.indexOf(value) !== index)

it('nothing fires twice: a limit, a threshold, a post of an escalation', () => {
  lives((at, people, acts) => {
    const scenario = lived(at, people, acts)
    expect(twice(scenario.all('StepLate').map((event) => event.stepId))).toEqual([])
    expect(twice(scenario.all('TimePassed').map((event) => event.threshold))).toEqual([])
    expect(twice(scenario.all('AlertRaised').map((event) => event.alert.id))).toEqual([])
    expect(
      twice(scenario.all('AlertClimbed').map((event) => `${event.alertId} ${event.told.role}`)),
    ).toEqual([])
    expect(twice(scenario.all('AlertCleared').map((event) => event.alertId))).toEqual([])
  })
})

it('a step never bears two alerts of one kind, and none that it does not need', () => {
  lives((at, people, acts) => {
    lived(at, people, acts, (scenario) => {
      const { alerts, steps } = scenario.state()
      expect(twice(alerts.map(({ kind, stepId: id }) => `${kind} ${id}`))).toEqual([])
      for (const alert of alerts)
        expect(steps[alert.stepId ?? '']).toMatchObject({ standing: 'open', finish: null })
    })
  })
})

it('every late step has its StepLate, and every StepLate its late step unless it was done at that very instant', () => {
  lives((at, people, acts) => {
    const scenario = lived(at, people, acts)
    scenario.check()
    const late = scenario
      .board()
      .steps.filter((step) => step.late)
      .map(({ id }) => id)
    const recordedLate = scenario
      .all('StepLate')
      .filter((event) => scenario.step(event.stepId).doneAt !== event.dueAt)
      .map((event) => event.stepId)
    expect(scenario.all('StepLate').map((event) => event.stepId)).toEqual(
      expect.arrayContaining(late),
    )
    expect(late).toEqual(expect.arrayContaining(recordedLate))
  })
})

it('lateness stays: once finished or hidden late, no later act takes it back', () => {
  lives((at, people, acts) => {
    const was = new Set<string>()
    lived(at, people, acts, (scenario) => {
      for (const [id, state] of Object.entries(scenario.state().steps))
        if (state.lateAt !== null && state.limit?.dueAt !== state.finish?.at) was.add(id)
      for (const id of was)
        expect(scenario.step(id).late || scenario.step(id).doneAt === scenario.step(id).dueAt).toBe(
          true,
        )
    })
  })
})

it('the figures and the board call the same limits late', () => {
  lives((at, people, acts) => {
    const scenario = lived(at, people, acts)
    scenario.check()
    const counted = projectStats(scenario.state(), scenario.world)
      .limits.filter((limit) => limitStanding(limit, scenario.now()) === 'late')
      .map((limit) => limit.stepId)
    const shown = Object.entries(scenario.state().steps)
      .filter(([, state]) => isLate(state, scenario.now()))
      .map(([id]) => id)
    expect(counted.sort()).toEqual(shown.sort())
  })
})

it('the recorded events alone give the same state again', () => {
  lives((at, people, acts) => {
    const scenario = lived(at, people, acts)
    const stored = JSON.parse(JSON.stringify(scenario.recorded)) as typeof scenario.recorded
    const again = stored.reduce(evolve, initialIncident('i1'))
    expect(again).toEqual(scenario.state())
    expect(again.version).toBe(scenario.recorded.length)
    // plain: nothing is lost on the way through the journal
    expect(JSON.parse(JSON.stringify(again))).toEqual(again)
  })
})

it('after every command nothing more follows by itself, and a second look changes nothing', () => {
  lives((at, people, acts) => {
    lived(at, people, acts, (scenario) => {
      scenario.check()
      const state = scenario.state()
      const meta = { at: scenario.now(), by: 'Vigil' }
      // of a copy nobody knows what has settled in it
      expect(settle(structuredClone(state), scenario.world, meta).events).toEqual([])
      const events = scenario.events.length
      scenario.check()
      expect(scenario.events).toHaveLength(events)
    })
  })
})

it('an incident that is over has no deadline and no alert, and never gets one', () => {
  lives((at, people, acts) => {
    const scenario = lived(at, people, acts)
    scenario.move('falseReport', '演完')
    scenario.pass('2 d')
    expect(scenario.deadlines()).toEqual([])
    expect(scenario.state().alerts).toEqual([])
  })
})
