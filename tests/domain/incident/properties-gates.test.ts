/**
 * Lets people answer, accept, finish, decline, hand over and move as chance wills: no way leads
 * round a gate, and a reason never outlives what it was given for.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { running } from '#shared/domain/incident/record/select.ts'
import {
  initialIncident,
  type Incident,
  type IncidentState,
  type Outcome,
  type StepRun,
} from '#shared/domain/incident/record/state.ts'
import { plan, step, yesNo } from '../../kit/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { WORKDAY } from '../../kit/days.ts'

const activation = { by: 'desk', confirmedBy: 'head', clause: 'S00-01' }
const LARGE = { fact: 'large', is: 'yes' }
const PLANS = [
  plan(
    'fire',
    [
      step('f1', { lifeSafety: true }),
      step('f2', { lifeSafety: true, when: LARGE }),
      step('f3', { lifeSafety: true, when: { not: LARGE }, after: ['f4'] }),
      step('f4'),
    ],
    { facts: [yesNo('large')], activation },
  ),
  plan('crowd', [step('c1', { lifeSafety: true, when: LARGE }), step('c2', { lifeSafety: true })], {
    facts: [yesNo('large'), yesNo('other')],
  }),
]
const STEPS = PLANS.flatMap(({ steps }) => steps)
const LIVES = new Set(STEPS.filter(({ lifeSafety }) => lifeSafety).map(({ id }) => id))
const NAMES = [...STEPS.map(({ id }) => id), 'large', 'fire', 'crowd']
const GATES: readonly IncidentState[] = ['contained', 'lifted', 'recovering', 'closed']

type Act = (scenario: Scenario) => void
const stepId = fc.constantFrom(...STEPS.map(({ id }) => id))
const reasons = fc
  .subarray(NAMES)
  .map((names) => Object.fromEntries(names.map((name) => [name, '有原因'])))
const act: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({ id: fc.nat(1), supersedes: fc.constantFrom(undefined, 'fire', 'crowd') })
    .map(({ id, supersedes }): Act => (scenario) => {
      scenario.activate(PLANS[id]!, supersedes ? { supersedes } : {})
    }),
  fc.constantFrom('yes', 'no').map(
    (value): Act =>
      (scenario) =>
        scenario.answer('large', value),
  ),
  fc
    .record({
      id: stepId,
      outcome: fc.constantFrom<Outcome>('done', 'already-done', 'not-applicable', 'skipped'),
    })
    .map(
      ({ id, outcome }): Act =>
        (scenario) =>
          scenario.finish(id, outcome, '有原因'),
    ),
  stepId.map(
    (id): Act =>
      (scenario) =>
        scenario.accept(id),
  ),
  stepId.map(
    (id): Act =>
      (scenario) =>
        scenario.correct(id),
  ),
  fc.constantFrom('fire', 'crowd').map(
    (id): Act =>
      (scenario) =>
        scenario.confirm(id),
  ),
  fc.constantFrom('fire', 'crowd').map(
    (id): Act =>
      (scenario) =>
        scenario.decline(id, '误判'),
  ),
  {
    weight: 4,
    arbitrary: fc.record({ to: fc.constantFrom(...GATES), reasons }).map(
      ({ to, reasons: chosen }): Act =>
        (scenario) =>
          scenario.move(to, '好了', chosen),
    ),
  },
)

const lives = (look: (scenario: Scenario, before: Incident) => void): void =>
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30, size: 'max' }), (acts) => {
      const scenario = incidentAt(WORKDAY)
      scenario.activate(PLANS[0]!)
      for (const act of acts) {
        const before = scenario.state()
        act(scenario)
        look(scenario, before)
      }
    }),
    { numRuns: 300, seed: 20261126 },
  )

const isUntouched = ({ standing, finish, accepted, past }: StepRun): boolean =>
  standing === 'open' && finish === null && accepted === null && !past

it('no move passes over an open step of life safety, or a plan that waits, without its reason', () => {
  lives((scenario, before) => {
    const { state, passedOver = [] } = scenario.state()
    if (state === before.state || !GATES.includes(state)) return
    const passings = scenario.all('GatePassed')
    for (const [id, was] of Object.entries(before.steps))
      if (LIVES.has(id) && isUntouched(was))
        expect(passings.some(({ stepId: passed }) => passed === id)).toBe(true)
    for (const run of running(before))
      if (run.provisional && !run.confirmed)
        expect(
          passedOver.some(
            ({ planId, stepId: of, factKey }) => !of && !factKey && planId === run.planId,
          ),
        ).toBe(true)
  })
})

it('a question of life safety that nobody answered needs one, too', () => {
  lives((scenario, before) => {
    const { state } = scenario.state()
    if (state === before.state || !GATES.includes(state)) return
    const waits = Object.entries(before.steps).some(
      ([id, was]) =>
        LIVES.has(id) &&
        was.standing === 'waiting' &&
        !was.finish &&
        before.facts['large'] === undefined,
    )
    if (waits)
      expect(scenario.all('GatePassed').some(({ factKey }) => factKey === 'large')).toBe(true)
  })
})

it('a reason never outlives what it was given for', () => {
  lives((scenario) => {
    const { passedOver = [], steps, facts, runs, state } = scenario.state()
    if (state === 'responding') expect(passedOver).toEqual([])
    for (const { stepId: id, factKey, planId } of passedOver) {
      if (id !== null) expect(steps[id]).toMatchObject({ finish: null })
      else if (factKey !== null) expect(facts[factKey]).toBeUndefined()
      else expect(runs.find((run) => run.planId === planId)?.confirmed).toBeUndefined()
    }
  })
})

it('what ends with its plan, undone, ends by a plan that took over or by a reason', () => {
  lives((scenario) => {
    for (const [id, { planId, finish }] of Object.entries(scenario.state().steps)) {
      if (!LIVES.has(id) || !finish?.automatic) continue
      const run = scenario.state().runs.find((known) => known.planId === planId)
      const isGone = run?.supersededBy !== null || run.declined?.reason !== undefined
      const isClosed = scenario.state().state === 'closed'
      expect(isGone || isClosed).toBe(true)
    }
  })
})

it('the recorded events alone give the same state again', () => {
  lives((scenario) => {
    const stored = JSON.parse(JSON.stringify(scenario.recorded)) as typeof scenario.recorded
    expect(stored.reduce(evolve, initialIncident('i1'))).toEqual(scenario.state())
  })
})
