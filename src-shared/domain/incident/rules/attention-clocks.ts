/**
 * Begins and ends the clocks of attention: for what life hangs on, for what is to be done at once,
 * and for questions that decide. They stand in the record as limits do, and are none.
 */
import { AFTER_TAKEN, LONGEST_DEFERRED_MS } from '../../attention/times.ts'
import type { AttentionTimes } from '../../attention/times.ts'
import {
  initialAttention,
  isRunningClock,
  sameSubject,
  type AttentionClock,
  type ClockSubject,
} from '../record/attention.ts'
import {
  FOLLOWS,
  type AttentionChanged,
  type ClockBegun,
  type ClockEnded,
  type IncidentEvent,
  type Recorded,
} from '../record/events.ts'
import { answerFor, isOpen, type PlannedStep } from '../record/select.ts'
import type { Incident, IncidentState } from '../record/state.ts'
import type { World } from '../record/world.ts'
import { decidingQuestions, type Deciding } from './deciding.ts'
import { passedOver, subjectOfQuestion, subjectOfStep } from './gates.ts'

/** Between report and containment somebody has to act. */
const ATTENDED: readonly IncidentState[] = [
  'reported',
  'verifying',
  'assessing',
  'responding',
  'contained',
]
export const isAttended = ({ state }: Pick<Incident, 'state'>): boolean => ATTENDED.includes(state)

export const runningClocks = ({ attention }: Incident): readonly AttentionClock[] =>
  attention?.clocks.filter(isRunningClock) ?? []

/** When somebody was last heard of on a step that is taken (UTC ms). */
const lastHeard = ({ step, state }: PlannedStep, { attention }: Incident): number =>
  Math.max(state.accepted?.at ?? 0, attention?.heardAt[step.id] ?? 0)

/** `since` (UTC ms): a clock that began before it is of another time. */
type NeededClock = ClockBegun & { since: number }

function ofStep(
  planned: PlannedStep,
  incident: Incident,
  times: AttentionTimes,
): readonly NeededClock[] {
  const { step, state, plan } = planned
  if (!isOpen(incident, state) || passedOver(incident, subjectOfStep(planned))) return []
  const subject = { stepId: step.id, factKey: null, planId: plan.id }
  if (state.accepted)
    return step.lifeSafety
      ? [
          {
            ...subject,
            kind: 'taken',
            every: times.takenLifeSafety,
            since: lastHeard(planned, incident),
          },
        ]
      : []
  const begun = {
    ...subject,
    kind: 'open' as const,
    since: state.openedAt ?? 0,
    ...(state.assumed ? { assumed: true as const } : {}),
  }
  if (step.lifeSafety) return [{ ...begun, every: times.lifeSafety }]
  if (step.urgency === 'immediate') return [{ ...begun, every: times.atOnce }]
  return step.urgency === 'prompt' ? [{ ...begun, every: times.prompt, quiet: true }] : []
}

const ofQuestion = ({ question, run }: Deciding, times: AttentionTimes): NeededClock => ({
  kind: 'question',
  stepId: null,
  factKey: question.key,
  planId: run.planId,
  every: question.ask?.within ?? times.question,
  since: 0,
})

/** Was what the clock ran for taken by somebody, as the record stands? */
function wasTaken(clock: AttentionClock, incident: Incident, world: World): boolean {
  if (clock.stepId !== null) {
    const step = incident.steps[clock.stepId]
    return step !== undefined && (step.accepted !== null || isFinishedByPerson(step.finish))
  }
  const run = incident.runs.find(({ planId }) => planId === clock.planId)
  const answer = run && answerFor(incident, run, clock.factKey ?? '', world)
  return answer !== undefined && answer.source !== 'report'
}

const isFinishedByPerson = (finish: Incident['steps'][string]['finish']): boolean =>
  finish !== null && !finish.automatic

const begunBy = (clock: NeededClock, at: number): ClockBegun => {
  const { kind, stepId, factKey, planId, every, quiet, assumed, since } = clock
  return {
    kind,
    stepId,
    factKey,
    planId,
    every,
    ...(quiet ? { quiet } : {}),
    ...(assumed ? { assumed } : {}),
    ...(since > at ? { since } : {}),
  }
}

/** After the clock was put back only the same instant ahead is the same time. */
const isOfTime = ({ startedAt, since }: AttentionClock, want: NeededClock): boolean =>
  since === undefined ? startedAt >= want.since : since === want.since

/**
 * What begins and ends as the record stands; `steps` are those of the plans that run. `at` in UTC
 * ms.
 */
export function attentionChanges(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
  at: number,
): readonly AttentionChanged[] {
  const times = world.attention
  if (!times || incident.version === 0) return []
  const attended = isAttended(incident)
  if (!attended && !incident.attention) return []
  const needed = attended
    ? [
        ...steps.flatMap((planned) => ofStep(planned, incident, times)),
        ...decidingQuestions(steps, incident, world)
          .filter((deciding) => !passedOver(incident, subjectOfQuestion(deciding)))
          .map((deciding) => ofQuestion(deciding, times)),
      ]
    : []
  const running = runningClocks(incident)
  // a step that opens in truth has a clock of its own: that of the assumption counts nowhere
  const serves = (clock: AttentionClock, want: NeededClock): boolean =>
    sameSubject(clock, want) &&
    isOfTime(clock, want) &&
    (want.kind !== 'open' || clock.assumed === (want.assumed ?? false))
  const ends = running
    .filter((clock) => !needed.some((want) => serves(clock, want)))
    .map((clock): ClockEnded => ({
      ...subjectOf(clock),
      taken: wasTaken(clock, incident, world),
    }))
  const begins = needed
    .filter((want) => !running.some((clock) => serves(clock, want)))
    .map((want) => begunBy(want, at))
  return begins.length === 0 && ends.length === 0 && incident.attention
    ? []
    : [{ type: 'AttentionChanged', begins, ends }]
}

export const subjectOf = ({ kind, stepId, factKey, planId }: ClockSubject): ClockSubject => ({
  kind,
  stepId,
  factKey,
  planId,
})

export function attentionChanged(
  incident: Incident,
  { begins, ends, at }: Recorded<AttentionChanged>,
): Incident {
  const before = incident.attention ?? initialAttention(at)
  const clocks = before.clocks.map((clock) => {
    const end = isRunningClock(clock) && ends.find((ended) => sameSubject(ended, clock))
    return end ? { ...clock, ended: { at, taken: end.taken } } : clock
  })
  const begun = begins.map((clock): AttentionClock => ({
    ...subjectOf(clock),
    startedAt: at,
    every: clock.every,
    dueAt: at + clock.every,
    quiet: clock.quiet ?? false,
    assumed: clock.assumed ?? false,
    joinedAt: null,
    ended: null,
    ...(clock.since === undefined ? {} : { since: clock.since }),
  }))
  return { ...incident, attention: { ...before, clocks: [...clocks, ...begun] } }
}

/** The record with each running clock changed. */
export const withClocks = (
  incident: Incident,
  change: (clock: AttentionClock) => AttentionClock,
): Incident =>
  incident.attention
    ? {
        ...incident,
        attention: {
          ...incident.attention,
          clocks: incident.attention.clocks.map((clock) =>
            isRunningClock(clock) ? change(clock) : clock,
          ),
        },
      }
    : incident

/** The first instant after `at` at which a step that is taken is asked after again. */
export function nextAsked({ startedAt, every }: AttentionClock, at: number): number {
  const [first, second, later] = AFTER_TAKEN
  const opening = [startedAt + first * every, startedAt + (first + second) * every]
  const early = opening.find((instant) => instant > at)
  if (early !== undefined) return early
  const last = opening[1] ?? startedAt
  const rounds = Math.floor((at - last) / (later * every)) + 1
  return last + rounds * later * every
}

/** An acknowledgement takes steps that are taken off until they are asked after again. */
export const takenPutOff = (incident: Incident, at: number): Incident =>
  withClocks(incident, (clock) =>
    clock.kind === 'taken' && clock.joinedAt !== null
      ? { ...clock, joinedAt: null, dueAt: nextAsked(clock, at) }
      : clock,
  )

/**
 * When a clock joins the incident's alert (UTC ms). Life safety waits as long as somebody acts on
 * other things, but never longer than three minutes from its beginning.
 */
export function joinsAt(
  { startedAt, dueAt, every, kind }: AttentionClock,
  lifeSafety: boolean,
  { attention }: Incident,
): number {
  if (kind === 'taken' || !lifeSafety || !attention) return dueAt
  return Math.min(
    startedAt + Math.max(LONGEST_DEFERRED_MS, every),
    Math.max(dueAt, attention.actedAt + every),
  )
}

/**
 * What is undone is as if it had not been: that it was undone is no act either, nor is a mark on a
 * line of the record.
 */
const NO_ACTS: readonly IncidentEvent['type'][] = [
  ...FOLLOWS,
  'AlertAcknowledged',
  'AlertSilenced',
  'AlertShelved',
  'StepsRestored',
  'PlanNotStarted',
  'CommandUndone',
  'LineStarred',
]

/** Whether a person acted: an acknowledgement is no act, and nothing that the station does is. */
const isAct = (event: IncidentEvent): boolean =>
  !NO_ACTS.includes(event.type) &&
  !(event.type === 'StepFinished' && event.automatic) &&
  !(event.type === 'FactAnswered' && event.source === 'report') &&
  !(event.type === 'CasualtiesAnswered' && event.source === 'report') &&
  !(event.type === 'AnnouncementTried' && event.itself) &&
  !((event.type === 'PlanActivated' || event.type === 'IncidentMoved') && event.itself)

/** On which step an event is a word, if it is one. */
const wordOn = (event: IncidentEvent): string | null =>
  event.type === 'ListMarked' || event.type === 'ListAdded' || event.type === 'CallRecorded'
    ? event.stepId
    : event.type === 'NoteAdded'
      ? (event.stepId ?? null)
      : null

/** Takes note that a person acted, and on what, once attention has begun. */
export function withAct(incident: Incident, event: Recorded<IncidentEvent>): Incident {
  const { attention } = incident
  if (!attention || !isAct(event)) return incident
  const stepId = wordOn(event)
  const heardAt = stepId === null ? {} : { [stepId]: event.at }
  return {
    ...incident,
    attention: {
      ...attention,
      actedAt: event.at,
      acted: true,
      heardAt: { ...attention.heardAt, ...heardAt },
    },
  }
}
