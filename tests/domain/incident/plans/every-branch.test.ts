/**
 * Every branch of the plan library, found by walking it: each answer to each question, alone and
 * beside the others, and no answer at all. What has to follow is worked out by a second reading of
 * the conditions, which shares no code with the engine.
 */
import { describe, expect, it } from 'vitest'
import type { Condition, Question, FactValue, Plan, Step } from '#shared/domain/plan/plan.ts'
import { leavesOf } from '#shared/domain/plan/walk.ts'
import { incidentAt, type Scenario } from '../../../kit/incident.ts'
import { allPlans, shippedCalendar } from '../../../kit/library.ts'
import { answer } from '../../../kit/reach.ts'

const WORKDAY = '2026-11-24T14:00:00+08:00'
type Answers = Readonly<Record<string, FactValue>>
type Truth = 'yes' | 'no' | 'unknown'

/**
 * The conditions as docs/plan-format.md explains them, at the start of an incident of no type on a
 * workday: nothing is done, late or past.
 */
function holds(condition: Condition, answers: Answers, level: number | null): Truth {
  const part = (member: Condition): Truth => holds(member, answers, level)
  if ('all' in condition)
    return condition.all.some((member) => part(member) === 'no')
      ? 'no'
      : condition.all.every((member) => part(member) === 'yes')
        ? 'yes'
        : 'unknown'
  if ('any' in condition)
    return condition.any.some((member) => part(member) === 'yes')
      ? 'yes'
      : condition.any.every((member) => part(member) === 'no')
        ? 'no'
        : 'unknown'
  if ('not' in condition)
    return { yes: 'no', no: 'yes', unknown: 'unknown' }[part(condition.not)] as Truth
  if ('step' in condition || 'elapsed' in condition) return 'no'
  if ('calendar' in condition) return condition.calendar === 'workday' ? 'yes' : 'no'
  if ('level' in condition)
    return level === null ? 'unknown' : level <= condition.level ? 'yes' : 'no'
  if ('type' in condition || 'casualties' in condition || 'state' in condition) return 'unknown'
  const value = answers[condition.fact]
  if (value === undefined) return 'unknown'
  if ('over' in condition) return Number(value) > condition.over ? 'yes' : 'no'
  return [condition.is].flat().some((option) => [value].flat().map(String).includes(option))
    ? 'yes'
    : 'no'
}

/** hidden, waiting, open or done; a step that waits for others is open once none of them stands. */
function expected(step: Step, plan: Plan, answers: Answers, level: number | null): string {
  if (step.activates) return 'done' // with the start
  const truth = step.when === null ? 'yes' : holds(step.when, answers, level)
  if (truth === 'no') return 'hidden'
  if (truth === 'unknown') return 'waiting'
  const before = step.after.map((id) => plan.steps.find((candidate) => candidate.id === id))
  return before.every(
    (predecessor) => predecessor && expected(predecessor, plan, answers, level) === 'hidden',
  )
    ? 'open'
    : 'waiting'
}

function run(plan: Plan, answers: Answers): Scenario {
  const scenario = incidentAt(WORKDAY, {
    calendar: shippedCalendar(),
    library: allPlans().map((candidate) => ({ ...candidate, start: [] })),
  })
  scenario.activate(plan)
  for (const [key, value] of Object.entries(answers)) answer(scenario, plan, key, value)
  return scenario
}

function check(plan: Plan, answers: Answers): void {
  const scenario = run(plan, answers)
  const { steps } = scenario.board()
  const stateOf = (id: string): string | undefined => steps.find((step) => step.id === id)?.state
  const states = plan.steps.map(({ id }) => `${id} ${stateOf(id) ?? 'missing'}`)
  expect(states).toEqual(
    plan.steps.map((step) => `${step.id} ${expected(step, plan, answers, scenario.state().level)}`),
  )
}

/** Every answer worth giving: each option, or the figure at each bound and on both sides of it. */
function answersTo(fact: Question, plan: Plan): readonly FactValue[] {
  if (fact.kind !== 'number' && fact.kind !== 'estimate')
    return fact.options.map(({ value }) => value)
  const bounds = plan.steps
    .flatMap(({ when }) => leavesOf(when))
    .flatMap((leaf) =>
      'fact' in leaf && leaf.fact === fact.key && 'over' in leaf ? [leaf.over] : [],
    )
  return bounds.length === 0
    ? [0, 1]
    : [...new Set(bounds)].flatMap((bound) => [0, bound - 0.01, bound, bound + 0.01])
}

const questionsOf = (plan: Plan): readonly Question[] =>
  plan.facts.filter(({ kind }) => kind !== 'calendar')

describe.each(allPlans().map((plan) => [plan.id, plan] as const))('%s', (_, plan) => {
  it('nobody has answered', () => {
    check(plan, {})
  })

  if (questionsOf(plan).length > 0)
    it(`each answer to each of ${questionsOf(plan).length} questions, alone and beside the others`, () => {
      const of = (at: 'first' | 'last'): Answers =>
        Object.fromEntries(
          questionsOf(plan).map((fact) => [
            fact.key,
            answersTo(fact, plan).at(at === 'first' ? 0 : -1)!,
          ]),
        )
      for (const fact of questionsOf(plan))
        for (const value of answersTo(fact, plan))
          for (const others of [{}, of('first'), of('last')])
            check(plan, { ...others, [fact.key]: value })
    })

  const read = questionsOf(plan).filter(
    ({ recordOnly, sets }) => !recordOnly && sets !== 'contained',
  )
  if (read.length > 0)
    it.each(read.map((fact) => [fact.key, fact] as const))(
      '%s makes a difference, and is waited for',
      (key, fact) => {
        const readers = plan.steps.filter(({ when }) =>
          leavesOf(when).some((leaf) => 'fact' in leaf && leaf.fact === key),
        )
        const others = Object.fromEntries(
          questionsOf(plan)
            .filter((question) => question.key !== key)
            .map((question) => [question.key, answersTo(question, plan).at(-1)!]),
        )
        const pictures = new Set(
          answersTo(fact, plan).flatMap((value) =>
            [{}, others].map((beside) =>
              JSON.stringify(
                readers.map((step) => holds(step.when!, { ...beside, [key]: value }, null)),
              ),
            ),
          ),
        )
        const rules = allPlans()
          .flatMap(({ start }) => start ?? [])
          .some(({ when }) => leavesOf(when).some((leaf) => 'fact' in leaf && leaf.fact === key))
        expect(readers.length > 0 || rules).toBe(true)
        if (readers.length > 0) expect(pictures.size).toBeGreaterThan(1)
      },
    )

  it('every step can come, and every step with a condition can stay away', () => {
    for (const { when, id } of plan.steps) {
      if (when === null) continue
      const leaves = leavesOf(when)
      expect([id, leaves.length > 0]).toEqual([id, true])
      // a level, a type, a day, a limit: limits by every-limit.test.ts, the rest by
      // scales-conditions.test.ts
      if (leaves.some((leaf) => !('fact' in leaf))) continue
      const facts = questionsOf(plan).filter(({ key }) =>
        leaves.some((leaf) => 'fact' in leaf && leaf.fact === key),
      )
      const combinations = facts.reduce<readonly Answers[]>(
        (some, fact) =>
          some.flatMap((answers) =>
            answersTo(fact, plan).map((value) => ({ ...answers, [fact.key]: value })),
          ),
        [{}],
      )
      expect([
        id,
        [...new Set(combinations.map((answers) => holds(when, answers, null)))].sort(),
      ]).toEqual([id, ['no', 'yes']])
    }
  })
})
