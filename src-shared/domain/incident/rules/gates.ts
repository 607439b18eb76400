/**
 * Guards the moves to contained, lifted, recovering, closed and transferred: nobody passes over an
 * open step of life safety, a question that one waits for, or a start that nobody has confirmed,
 * without saying why.
 */
import { accept, type Decision } from '../../decision.ts'
import type { Guarded } from '../../sealed.ts'
import type { LocalizedText } from '../../text.ts'
import { evaluate, factsOf } from '../record/condition.ts'
import type { IncidentEvent, Recorded } from '../record/events.ts'
import { isSameSubject, nameOfSubject, type GatePassed } from '../record/gate-events.ts'
import { lifeSafetyOpen, unconfirmed } from '../record/gate-refusals.ts'
import { planOf, running, runningSteps, timesDone, type PlannedStep } from '../record/select.ts'
import {
  STATES,
  type GateSubject,
  type Incident,
  type IncidentState,
  type PassedOver,
  type StepRun,
} from '../record/state.ts'
import type { World } from '../record/world.ts'
import { isUndecided } from './confirm.ts'
import { decidingQuestions, type Deciding } from './deciding.ts'

const GATES: readonly IncidentState[] = [
  'contained',
  'lifted',
  'recovering',
  'closed',
  'transferred',
]
export const isGate = (to: IncidentState): boolean => GATES.includes(to)

/**
 * `taken`: who has it in hand. `settled`: it does not keep the incident from this move, because it
 * is in somebody's hands or was explained before.
 */
export type GateItem = GateSubject & {
  what: LocalizedText
  taken: StepRun['accepted']
  passedOver: PassedOver | null
  settled: boolean
}

export const passedOver = (incident: Incident, subject: GateSubject): PassedOver | null =>
  incident.passedOver?.find((entry) => isSameSubject(entry, subject)) ?? null

export const subjectOfStep = ({ step, plan }: PlannedStep): GateSubject => ({
  stepId: step.id,
  factKey: null,
  planId: plan.id,
})

export const subjectOfQuestion = ({ question, run }: Deciding): GateSubject => ({
  stepId: null,
  factKey: question.key,
  planId: run.planId,
})

/** Life safety that was never done and is not finished, and that nothing says is not needed. */
export const isUndone = ({ step, state }: PlannedStep): boolean =>
  step.lifeSafety && state.finish === null && state.standing !== 'hidden' && timesDone(state) === 0

/** The questions of life safety for which a step waits. */
const questionsOf = (
  { step, run }: PlannedStep,
  deciding: readonly Deciding[],
  incident: Incident,
  world: World,
): readonly Deciding[] =>
  step.when && evaluate(step.when, step, run, incident, world) === null
    ? deciding.filter(({ question }) => step.when && factsOf(step.when).includes(question.key))
    : []

/**
 * Whether a step is asked about itself: not while a question is asked in its place, and one that
 * may never apply only at the end.
 */
function isAskedAbout(
  planned: PlannedStep,
  deciding: readonly Deciding[],
  to: IncidentState,
  incident: Incident,
  world: World,
): boolean {
  if (!isUndone(planned)) return false
  // of what is open by an assumption alone the question is asked
  if (planned.state.standing === 'open' && !planned.state.assumed) return true
  if (questionsOf(planned, deciding, incident, world).length > 0) return false
  const { step, run } = planned
  return to === 'closed' || !step.when || evaluate(step.when, step, run, incident, world) === true
}

/** Everything that stands in the way of a move, settled or not, in the order of the plans. */
export function gateItems(
  to: IncidentState,
  incident: Incident,
  world: World,
): readonly GateItem[] {
  if (!isGate(to)) return []
  const steps = runningSteps(incident, world)
  const deciding = decidingQuestions(steps, incident, world).filter(({ lifeSafety }) => lifeSafety)
  const item = (
    subject: GateSubject,
    what: LocalizedText,
    taken: GateItem['taken'] = null,
  ): GateItem => {
    const entry = passedOver(incident, subject)
    // closing ends a step, so that nobody can go on with it
    const settled = entry !== null || (taken !== null && to !== 'closed' && to !== 'transferred')
    return { ...subject, what, taken, passedOver: entry, settled }
  }
  return [
    ...steps
      .filter((planned) => isAskedAbout(planned, deciding, to, incident, world))
      .map((planned) =>
        item(subjectOfStep(planned), planned.step.title, planned.state.accepted ?? null),
      ),
    ...deciding.map((waited) => item(subjectOfQuestion(waited), waited.question.question)),
    ...running(incident)
      .filter(isUndecided)
      .map((run) =>
        item({ stepId: null, factKey: null, planId: run.planId }, planOf(run, world).title),
      ),
  ]
}

/** By step, question or plan: why it is passed over. */
export type Reasons = Readonly<Record<string, Guarded>>

/** What passing over records, or why the gate stays shut. */
export function passGate(
  to: IncidentState,
  reasons: Reasons,
  incident: Incident,
  world: World,
): Decision<GatePassed> {
  const items = gateItems(to, incident, world)
  const missing = items
    .filter((item) => !item.settled && !reasons[nameOfSubject(item)])
    .map((item) => ({ ...item, name: nameOfSubject(item) }))
  const lives = missing.filter(({ stepId, factKey }) => stepId !== null || factKey !== null)
  if (lives.length > 0) return lifeSafetyOpen(lives)
  if (missing.length > 0) return unconfirmed(missing)
  const passed = items.flatMap(({ stepId, factKey, planId, what }): GatePassed[] => {
    const subject = { stepId, factKey, planId }
    const reason = reasons[nameOfSubject(subject)]
    return reason === undefined ? [] : [{ type: 'GatePassed', ...subject, to, what, reason }]
  })
  return accept(...passed)
}

/**
 * Whether a step is explained at the gate of closing: by a reason of its own, or by one for each
 * question that it waits for.
 */
export function isExplained(planned: PlannedStep, incident: Incident, world: World): boolean {
  if (!isUndone(planned)) return false
  if (passedOver(incident, subjectOfStep(planned))) return true
  const steps = runningSteps(incident, world)
  const questions = questionsOf(
    planned,
    decidingQuestions(steps, incident, world).filter(({ lifeSafety }) => lifeSafety),
    incident,
    world,
  )
  return (
    questions.length > 0 &&
    questions.every((question) => passedOver(incident, subjectOfQuestion(question)))
  )
}

export const gatePassed = (
  incident: Incident,
  { stepId, factKey, planId, to, reason, at, by }: Recorded<GatePassed>,
): Incident => {
  const subject = { stepId, factKey, planId }
  const others = (incident.passedOver ?? []).filter((entry) => !isSameSubject(entry, subject))
  return { ...incident, passedOver: [...others, { ...subject, to, reason, at, by }] }
}

/** A step that waited and opens is the same: the reason was given for it. */
const sameStep = (a: StepRun | undefined, b: StepRun | undefined): boolean =>
  a === b ||
  ((a?.standing === 'hidden') === (b?.standing === 'hidden') &&
    a?.accepted === b?.accepted &&
    a?.finish === b?.finish &&
    a?.corrections === b?.corrections)

/**
 * A reason holds until its step, question or start changes, and as long as the incident has gone as
 * far as the gate at which it was given.
 */
export function withoutChanged(
  before: Incident,
  after: Incident,
  event: Recorded<IncidentEvent>,
): Incident {
  // what is undone says itself which reasons hold
  if (event.type === 'CommandUndone' || !before.passedOver || !after.passedOver) return after
  const isBack = before.state !== after.state
  const entries = after.passedOver.filter(({ stepId, factKey, planId, to }) => {
    if (isBack && STATES.indexOf(to) > STATES.indexOf(after.state)) return false
    if (stepId !== null) return sameStep(before.steps[stepId], after.steps[stepId])
    if (factKey !== null) return !(event.type === 'FactAnswered' && event.key === factKey)
    return after.runs.some((run) => run.planId === planId && isUndecided(run))
  })
  return entries.length === after.passedOver.length ? after : { ...after, passedOver: entries }
}
