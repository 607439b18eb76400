/**
 * Attention, whatever happens: over all plans of the product, with reports, answers, calls, annexes
 * and time as chance wills, nothing that life hangs on is left in silence, and nobody is nagged.
 * RUNS and SEED in the environment ask for more lives and others.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ATTENTION_DEFAULTS } from '#shared/domain/attention/times.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import { evaluate, factsOf } from '#shared/domain/incident/record/condition.ts'
import {
  anchorAt,
  answerFor,
  isOpen,
  plansAsking,
  plannedSteps,
  running,
  sameQuestion,
  type PlannedStep,
} from '#shared/domain/incident/record/select.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Roster, World } from '#shared/domain/incident/record/world.ts'
import type { Plan, Question } from '#shared/domain/plan/plan.ts'
import { incidentAt, type Scenario } from '../../kit/incident.ts'
import { allPlans, allTypes, shippedCalendar } from '../../kit/library.ts'
import { MINUTE } from '../../kit/plan.ts'
import { anyAct, perform, type Act } from '../../kit/random-incident.ts'

const START = '2026-11-23T14:00:00+08:00'
const ATTENDED = ['reported', 'verifying', 'assessing', 'responding', 'contained']
const ATTENTION = ['nudge', 'untouched', 'unattended']
const LIBRARY = allPlans()
const TYPES = allTypes()
const WORDS = [
  null,
  '三楼着火了，浓烟很大',
  '有人受伤流血',
  '电话打不进来',
  '没有人受伤，火已经灭了',
]

/** How an incident comes in, and what is done with it. */
type Life = { type: number; words: number; staffed: boolean; acts: readonly Act[] }
const life: fc.Arbitrary<Life> = fc.record({
  type: fc.nat(TYPES.length),
  words: fc.nat(WORDS.length - 1),
  staffed: fc.boolean(),
  acts: fc.array(anyAct(), { minLength: 5, maxLength: 40, size: 'max' }),
})

/** Every second post is held. */
const halfStaffed = (): Roster =>
  Object.fromEntries(
    [...new Set(LIBRARY.flatMap(({ roles }) => roles.map(({ id }) => id)))].map((id, index) => [
      id,
      index % 2 ? ['李强'] : [],
    ]),
  )

function begun(
  plan: Plan,
  { type, words, staffed }: Omit<Life, 'acts'>,
  attended = true,
): Scenario {
  const scenario = incidentAt(START, {
    calendar: shippedCalendar(),
    library: LIBRARY,
    ...(attended ? { attention: ATTENTION_DEFAULTS } : {}),
    ...(TYPES[type] ? { type: TYPES[type] } : {}),
    ...(WORDS[words] ? { words: WORDS[words] } : {}),
    ...(staffed ? { roster: halfStaffed() } : {}),
  })
  scenario.activate(plan)
  return scenario
}

/** `plans`: those whose clock it may be. `doubt`: the plan that says what to assume of it. */
type Watched = {
  subject: string
  plans: readonly string[]
  taken: boolean
  doubt: string | null
}

const waiting = (
  { step, run, plan }: PlannedStep,
  incident: Incident,
  world: World,
): readonly Question[] =>
  !step.when || evaluate(step.when, step, run, incident, world) !== null
    ? []
    : factsOf(step.when).flatMap((factKey) => {
        const question = plan.facts.find(({ key }) => key === factKey)
        if (!question || question.kind === 'calendar') return []
        if (answerFor(incident, run, factKey, world)) return []
        const { ask } = question
        return ask?.from && anchorAt(incident, run, ask.from, world) === null ? [] : [question]
      })

/** What must not be left in silence: worked out from plan and record, without attention's rules. */
function watched(scenario: Scenario): Watched[] {
  const { world } = scenario
  const incident = scenario.state()
  const steps = plannedSteps(incident, world, running(incident))
  const open = steps
    .filter(({ step, state }) => step.lifeSafety && isOpen(incident, state))
    .map(({ step, state, plan }): Watched => ({
      ...{ subject: step.id, plans: [plan.id], doubt: null },
      taken: state.accepted !== null,
    }))
  const questions = steps
    .filter(({ step, state }) => !state.finish && (step.lifeSafety || step.due))
    .flatMap((planned) =>
      waiting(planned, incident, world).map((question): Watched => ({
        subject: question.key,
        plans: plansAsking(incident, question.key, world)
          .filter(({ fact }) => sameQuestion(fact, question))
          .map(({ run }) => run.planId),
        taken: false,
        doubt: question.inDoubt && 'answer' in question.inDoubt ? planned.plan.id : null,
      })),
    )
  return [...open, ...questions]
}

/** The longest that what nobody has taken may be left before it is asked for (ms). */
const LONGEST = 3 * MINUTE

type About = { stepId?: string | null; factKey?: string | null; planId: string }
const isAbout = ({ subject, plans }: Watched, about: About): boolean =>
  (about.stepId ?? about.factKey) === subject && plans.includes(about.planId)

/** Why it is in silence, or null. */
function silence(
  what: Watched,
  { attention }: Incident,
  { alerts }: BoardIncident,
  due: readonly Deadline[],
): string | null {
  const clock = attention?.clocks.find((each) => each.ended === null && isAbout(what, each))
  if (!clock) return 'has no clock'
  const { subject, doubt } = what
  const assumes = due.some(({ fires, of }) => fires === 'assumed' && of.endsWith(`/${subject}`))
  if (doubt && !assumes && attention?.assumed[doubt]?.[subject] === undefined)
    return 'is never assumed'
  if (clock.joinedAt !== null) {
    const alert = alerts.find(({ members }) => members.some((each) => isAbout(what, each)))
    if (!alert) return 'is due, and no alert asks for it'
    return alert.acknowledgedAt === null || due.some(({ fires }) => fires === 'renewed')
      ? null
      : 'is due, and its alert never sounds again'
  }
  const joins = due.find(({ fires, of }) => fires === 'nudge' && of.endsWith(`/${subject}`))
  if (!joins) return 'has a clock that rings nowhere'
  const longest = Math.max(LONGEST, clock.every)
  return joins.dueAt > clock.startedAt + longest && !what.taken ? 'is asked for too late' : null
}

/** What is wrong with the incident as it stands, one line each; nothing if all is well. */
function wrong(scenario: Scenario): string[] {
  const board = scenario.board()
  const { alerts, state } = board
  const due = scenario.deadlines()
  const attention = alerts.filter(({ kind }) => ATTENTION.includes(kind))
  const silent = ATTENDED.includes(state)
    ? watched(scenario).flatMap((what) => {
        const why = silence(what, scenario.state(), board, due)
        return why ? [`${what.subject} ${why}`] : []
      })
    : []
  const sounding = attention.some(({ acknowledgedAt }) => acknowledgedAt === null)
  const willSound = due.some(({ fires }) => ['nudge', 'resting', 'renewed'].includes(fires))
  return [
    ...silent,
    ...(ATTENDED.includes(state) && !sounding && !willSound ? ['nothing will ever sound'] : []),
    ...(attention.length > 1 ? ['two alerts of attention'] : []),
    ...alerts
      .filter(({ actor }) => !/[\u4e00-\u9fff]/.test(actor.role.zh) || actor.role.en === '')
      .map(({ kind }) => `nobody has to act on ${kind}`),
  ]
}

const soundsOf = (scenario: Scenario): number[] =>
  [
    ...scenario
      .all('AlertRaised')
      .filter(({ alert }) => ATTENTION.includes(alert.kind))
      .map(({ at, quietUntil }) => quietUntil ?? at),
    ...scenario.all('AlertRenewed').map(({ at }) => at),
  ].sort((a, b) => a - b)

/** Lives through it and looks after every act; says what was wrong first. */
function faults(plan: Plan, { acts, ...report }: Life): string[] {
  const scenario = begun(plan, report)
  let faults = wrong(scenario)
  for (const act of acts) {
    if (faults.length > 0) return faults
    perform(scenario, act, LIBRARY)
    faults = wrong(scenario).map((line) => `${act.act}: ${line}`)
  }
  const sounds = soundsOf(scenario)
  const twice = sounds.filter((at, index) => at - (sounds[index - 1] ?? 0) < 3 * MINUTE)
  return twice.length > 0 ? [...faults, 'it began to sound twice within three minutes'] : faults
}

describe('nothing that life hangs on is in silence, nobody is nagged, and every alert has an actor', () => {
  it.each(LIBRARY.map((plan) => [plan.id, plan] as const))('%s', (_id, plan) => {
    fc.assert(
      fc.property(life, (lives) => {
        expect(faults(plan, lives)).toEqual([])
      }),
      { numRuns: Number(process.env['RUNS'] ?? 3), seed: Number(process.env['SEED'] ?? 20261126) },
    )
  })
})

it('an incident of before attention opens in silence, asks with one alert, and is then as any other', () => {
  fc.assert(
    fc.property(life, fc.nat(LIBRARY.length - 1), ({ acts, ...report }, index) => {
      const scenario = begun(LIBRARY[index]!, report, false)
      for (const act of acts) perform(scenario, act, LIBRARY)
      expect(scenario.state().attention).toBeUndefined()
      scenario.world.attention = ATTENTION_DEFAULTS
      const before = scenario.board().alerts.map(({ id }) => id)
      scenario.check()
      expect(scenario.board().alerts.filter(({ id }) => !before.includes(id))).toEqual([])
      expect(wrong(scenario)).toEqual([])
      scenario.pass('3min')
      expect(wrong(scenario)).toEqual([])
      expect(soundsOf(scenario).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 60, seed: 20261126 },
  )
})
