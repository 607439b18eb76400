/**
 * Lets annexes, hand-overs, rules, confirmations and repeating steps come as chance wills: nothing
 * throws, no step is lost, and the record alone tells everything.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { isLate, lateOccurrences } from '#shared/domain/incident/rules/lateness.ts'
import { planOf, running } from '#shared/domain/incident/record/select.ts'
import { settle } from '#shared/domain/incident/settle.ts'
import {
  initialIncident,
  type IncidentState,
  type Outcome,
} from '#shared/domain/incident/record/state.ts'
import { limitStanding } from '#shared/domain/statistics/month.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const why = localized('按规定', 'By rule')
const activation = { by: 'desk', confirmedBy: 'head', clause: 'S00-01' }
const BASE = plan(
  'base',
  [
    step('b1', { confirms: true, after: ['b3'] }),
    step('b2', {
      due: { within: 10 * MINUTE, from: 'reported' },
      repeat: { every: 5 * MINUTE, until: 'contained' },
    }),
    step('b3', { starts: { plan: 'other', handsOver: true, what: why } }),
    step('b4', { when: { step: 'b2', is: 'late' } }),
  ],
  { activation },
)
const LIBRARY = [
  BASE,
  plan(
    'fire',
    [
      step('f1', { due: { within: MINUTE, from: { step: 'f2' } } }),
      step('f2', { starts: { plan: 'crowd', handsOver: true, what: why } }),
    ],
    { extends: 'base', replaces: ['b2'], facts: [yesNo('grave')] },
  ),
  plan(
    'crowd',
    [
      step('c1', {
        repeat: { every: MINUTE, until: 'lifted' },
        due: { within: 2 * MINUTE, from: 'activated' },
      }),
      step('c2', { starts: { plan: null, handsOver: false, what: why } }),
    ],
    {
      extends: 'base',
      replaces: ['b1'],
      facts: [yesNo('grave')],
      start: [
        { when: { elapsed: HOUR, from: 'reported' }, then: 'propose', why, clause: 'S00-01' },
      ],
    },
  ),
  plan('smoke', [step('s1', { confirms: true })], {
    extends: 'fire',
    replaces: ['f1', 'b3'],
    activation,
    start: [{ when: { fact: 'grave', is: 'yes' }, then: 'activate', why, clause: 'S00-01' }],
  }),
  plan('other', [step('o1', { starts: { plan: 'nowhere', handsOver: true, what: why } })], {
    facts: [yesNo('grave')],
  }),
]
const PLANS = LIBRARY.map(({ id }) => id)
const STEPS = LIBRARY.flatMap(({ steps }) => steps.map(({ id }) => id))

type Act = (scenario: Scenario) => void
const planId = fc.constantFrom(...PLANS)
const stepId = fc.constantFrom(...STEPS)
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({
        id: planId,
        supersedes: fc.constantFrom(undefined, undefined, ...PLANS),
        provisional: fc.constantFrom(undefined, true, false),
      })
      .map(
        ({ id, supersedes, provisional }): Act =>
          (scenario) =>
            scenario.activate(
              LIBRARY.find((candidate) => candidate.id === id)!,
              {
                ...(supersedes && { supersedes }),
                ...(provisional === undefined ? {} : { provisional }),
              },
            ),
      ),
  },
  {
    weight: 5,
    arbitrary: fc
      .record({
        id: stepId,
        outcome: fc.constantFrom<Outcome>(
          'done',
          'done',
          'done',
          'already-done',
          'not-applicable',
          'skipped',
        ),
      })
      .map(
        ({ id, outcome }): Act =>
          (scenario) =>
            scenario.finish(id, outcome),
      ),
  },
  stepId.map(
    (id): Act =>
      (scenario) =>
        scenario.correct(id),
  ),
  stepId.map(
    (id): Act =>
      (scenario) =>
        scenario.explain(id),
  ),
  planId.map(
    (id): Act =>
      (scenario) =>
        scenario.confirm(id),
  ),
  planId.map(
    (id): Act =>
      (scenario) =>
        scenario.decline(id, '误判'),
  ),
  planId.map(
    (id): Act =>
      (scenario) =>
        scenario.dismiss(id),
  ),
  fc.constantFrom('yes', 'no').map(
    (value): Act =>
      (scenario) =>
        scenario.answer('grave', value),
  ),
  fc
    .record({
      to: fc.constantFrom<IncidentState>('contained', 'lifted', 'closed'),
      often: fc.nat(3),
    })
    .map(({ to, often }): Act => (scenario) => {
      if (often === 0) scenario.move(to, '好了')
    }),
  fc.integer({ min: 1, max: 40 * MINUTE }).map(
    (ms): Act =>
      (scenario) =>
        scenario.pass(ms),
  ),
  fc.integer({ min: -5 * MINUTE, max: 20 * MINUTE }).map(
    (ms): Act =>
      (scenario) =>
        scenario.setClock(ms),
  ),
  fc.constant<Act>((scenario) => scenario.check(...scenario.deadlines().map(({ key }) => key))),
)

const lives = (
  look: (scenario: Scenario) => void,
  last: (scenario: Scenario) => void = () => undefined,
): void =>
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40, size: 'max' }), (acts) => {
      const scenario = incidentAt(WORKDAY, { library: LIBRARY })
      for (const act of acts) {
        act(scenario)
        look(scenario)
      }
      last(scenario)
    }),
    { numRuns: 200, seed: 20261124 },
  )

it('an annex never runs without its base, unless somebody ended the base by its name', () => {
  lives((scenario) => {
    const named = new Set<string | null>([
      ...scenario.all('PlanActivated').map(({ supersedes }) => supersedes),
      ...scenario.all('ActivationDeclined').map(({ planId: id }) => id),
    ])
    if (named.has('base') || named.has('fire')) return
    const ids = running(scenario.state()).map(({ planId: id }) => id)
    for (const run of running(scenario.state())) {
      const base = planOf(run, scenario.world).extends
      if (base) expect(ids).toContain(base)
    }
  })
})

it('every step of a plan that runs is in the record, or a plan that runs has its own for it', () => {
  lives((scenario) => {
    const runs = running(scenario.state())
    const replaced = new Set(runs.flatMap((run) => planOf(run, scenario.world).replaces ?? []))
    for (const run of runs)
      for (const { id } of planOf(run, scenario.world).steps) {
        const state = scenario.state().steps[id]
        if (!replaced.has(id)) expect(state?.finish?.replacedBy ?? null).toBeNull()
        if (!replaced.has(id)) expect(state).toBeDefined()
      }
  })
})

it('nothing of a plan that is over is left open, and no alert hangs on it', () => {
  lives((scenario) => {
    const live = new Set(running(scenario.state()).map(({ planId: id }) => id))
    for (const [id, state] of Object.entries(scenario.state().steps))
      if (!live.has(state.planId)) expect([id, state.finish === null]).toEqual([id, false])
    for (const { stepId } of scenario.state().alerts)
      expect(scenario.state().steps[stepId ?? '']).toMatchObject({ finish: null, standing: 'open' })
  })
})

it("a plan is activated once, proposed once, and of what the station does by itself nothing bears a person's name", () => {
  lives(
    () => undefined,
    (scenario) => {
      for (const type of ['PlanActivated', 'PlanProposed'] as const) {
        const ids = scenario.all(type).map(({ planId: id }) => id)
        expect(ids).toEqual([...new Set(ids)])
      }
      for (const event of scenario.all('PlanActivated'))
        expect(event.by).toBe(event.itself ? 'Vigil' : '周敏')
    },
  )
})

it('the figures and the board call the same limits late, every time of a step that repeats', () => {
  lives(
    () => undefined,
    (scenario) => {
      scenario.check()
      const counted = projectStats(scenario.state(), scenario.world)
        .limits.filter((limit) => limitStanding(limit, scenario.now()) === 'late')
        .map(({ stepId: id }) => id)
      const shown = Object.entries(scenario.state().steps).flatMap(([id, state]) =>
        [
          ...lateOccurrences(state, scenario.now()),
          ...(isLate(state, scenario.now()) ? [state] : []),
        ].map(() => id),
      )
      expect(counted.sort()).toEqual(shown.sort())
    },
  )
})

it('the recorded events alone give the same state again, and nothing more follows from it', () => {
  lives(
    (scenario) => {
      scenario.check()
      expect(
        // of a copy nobody knows what has settled in it
        settle(structuredClone(scenario.state()), scenario.world, {
          at: scenario.now(),
          by: 'Vigil',
        }).events,
      ).toEqual([])
    },
    (scenario) => {
      const stored = JSON.parse(JSON.stringify(scenario.recorded)) as typeof scenario.recorded
      const again = stored.reduce(evolve, initialIncident('i1'))
      expect(again).toEqual(scenario.state())
      expect(JSON.parse(JSON.stringify(again))).toEqual(again)
      scenario.board()
    },
  )
})
