/**
 * Attention over every plan of the product at five paces: never a minute with two alerts that begin
 * to sound, never ten with more than three, and never life at stake in silence.
 */
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { plannedSteps, running } from '#shared/domain/incident/record/select.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { allPlans, shippedCalendar } from '../../kit/library.ts'

const MINUTE = 60_000
const START = '2026-11-23T14:00:00+08:00'

/** What somebody at the desk does every so many seconds. */
type Pace = { every: number; act: (scenario: Scenario) => void }

const openSteps = (scenario: Scenario) =>
  plannedSteps(scenario.state(), scenario.world, running(scenario.state())).flatMap(
    ({ step: { id, lifeSafety }, state: { standing, accepted, finish } }) =>
      standing === 'open' && !accepted && !finish ? [{ id, lifeSafety }] : [],
  )
const acknowledge = (scenario: Scenario): void => {
  const alert = scenario.state().alerts.find(({ acknowledged }) => acknowledged === null)
  if (alert) scenario.acknowledge(alert.id)
}
const answerFirst = (scenario: Scenario): boolean => {
  const { asks, facts } = scenario.board()
  const question = facts.find(({ key, planId }) => key === asks?.key && planId === asks.planId)
  const value = question?.options[0]?.value
  if (!asks || !question) return false
  return scenario.answer(asks.key, value ?? 1) === null
}

const PACES: Readonly<Record<string, Pace>> = {
  'nobody acts': { every: 60, act: () => {} },
  'alerts are acknowledged and nothing is done': { every: 20, act: acknowledge },
  'a busy dispatcher does what life hangs on last': {
    every: 25,
    act(scenario) {
      acknowledge(scenario)
      const [other] = openSteps(scenario).filter(({ lifeSafety }) => !lifeSafety)
      if (other) scenario.finish(other.id)
    },
  },
  'everything is taken and nothing is heard of': {
    every: 15,
    act(scenario) {
      acknowledge(scenario)
      const [next] = openSteps(scenario)
      if (next) scenario.accept(next.id)
      else answerFirst(scenario)
    },
  },
  'step after step': {
    every: 30,
    act(scenario) {
      if (answerFirst(scenario)) return
      const [next] = openSteps(scenario)
      if (next) scenario.finish(next.id)
      acknowledge(scenario)
    },
  },
}

function left(plan: Plan, { every, act }: Pace): { sounds: number[]; scenario: Scenario } {
  const scenario = incidentAt(START, {
    calendar: shippedCalendar(),
    library: allPlans(),
    attention: ATTENTION_DEFAULTS,
  })
  scenario.activate(plan)
  for (let second = 0; second < 40 * 60; second += every) {
    scenario.pass(every * 1000)
    act(scenario)
  }
  const attention = new Set(['nudge', 'untouched', 'unattended'])
  const raised = scenario
    .all('AlertRaised')
    .filter(({ alert }) => attention.has(alert.kind))
    .map(({ at, quietUntil }) => quietUntil ?? at)
  const sounds = [...raised, ...scenario.all('AlertRenewed').map(({ at }) => at)]
  return { sounds: sounds.sort((a, b) => a - b), scenario }
}

const mostWithin = (sounds: readonly number[], span: number): number =>
  Math.max(0, ...sounds.map((from) => sounds.filter((at) => at >= from && at < from + span).length))

describe.each(Object.entries(PACES))('%s', (_name, pace) => {
  it.each(allPlans().map((plan) => [plan.id, plan] as const))('%s', (_id, plan) => {
    const { sounds } = left(plan, pace)
    expect(mostWithin(sounds, MINUTE)).toBeLessThanOrEqual(1)
    expect(mostWithin(sounds, 10 * MINUTE)).toBeLessThanOrEqual(3)
  })
})

describe('where life is concerned and nobody acts, it sounds within 75 seconds', () => {
  const idle: Pace = { every: 75, act: () => {} }
  const concerned = (plan: Plan): boolean => {
    const scenario = incidentAt(START, { library: allPlans(), attention: ATTENTION_DEFAULTS })
    scenario.activate(plan)
    const { steps, facts } = scenario.board()
    // what takes a while to find out is asked later: its plan says so
    const nudgesSoon = facts.some(({ nudgeAt }) => (nudgeAt ?? Infinity) <= scenario.now() + MINUTE)
    return nudgesSoon || steps.some(({ lifeSafety, state }) => lifeSafety && state === 'open')
  }

  it.each(
    allPlans()
      .filter(concerned)
      .map((plan) => [plan.id, plan] as const),
  )('%s', (_id, plan) => {
    const [first] = left(plan, idle).sounds
    expect(first).toBeLessThanOrEqual(Date.parse(START) + 75_000)
  })
})
