/**
 * Settles what follows by itself from the record as it stands: steps that open, wait or do not
 * apply, limits that start, lateness, alerts and their escalation. Called after every command and
 * on every deadline.
 */
import type { Meta } from '../decision.ts'
import { deadlinesOf, type Deadline, type Fires } from './deadlines.ts'
import { evolve } from './evolve.ts'
import { record, type IncidentEvent } from './record/events.ts'
import { runningSteps, type PlannedStep } from './record/select.ts'
import { taskOwners } from './record/task-steps.ts'
import { isTerminal, type Incident } from './record/state.ts'
import type { World } from './record/world.ts'
import { alertsToClear, alertsToRaise } from './rules/alerts.ts'
import { stepChanges } from './rules/applicability.ts'
import { archivedByItself } from './rules/archiving.ts'
import { assumptionOf } from './rules/assumptions.ts'
import {
  attentionAlerts,
  attentionFires,
  type AttentionDeadline,
} from './rules/attention-alerts.ts'
import { attentionChanges, runningClocks } from './rules/attention-clocks.ts'
import { escalate, raise } from './rules/escalation.ts'
import { namings } from './rules/everybody.ts'
import { retentionExpired } from './rules/evidence.ts'
import { answersFromReport } from './rules/from-report.ts'
import { reportAlerts, reportClockChanges, reportLate } from './rules/report-clocks.ts'
import { stepRepeats } from './rules/repeat.ts'
import { responseBegins } from './rules/response.ts'
import { startedByRule } from './rules/start-rules.ts'
import { watchEnds } from './rules/watch.ts'

/**
 * `due`: keys that a clock says are due, whatever `at` says. `before`: only what is due strictly
 * before `at` (finishing at exactly dueAt is met). `since`: the settled record that this came of.
 */
export type Settling = { due?: ReadonlySet<string>; before?: boolean; since?: Incident }
/** `state`: the record after the events; `deadlines`: what is due in it by itself. */
export type Settled = {
  state: Incident
  events: readonly IncidentEvent[]
  deadlines: readonly Deadline[]
}

type Around = {
  steps: readonly PlannedStep[]
  incident: Incident
  world: World
  at: number // UTC ms
}
/** What a deadline of this kind records once it is due; null where it concerns nothing any more. */
type Consequence = (deadline: Deadline, around: Around) => IncidentEvent | null

const unrecorded: Consequence = ({ of, dueAt }, { steps, incident }) => {
  const planned = steps.find(({ step }) => step.id === of)
  return planned ? raise(incident, 'not-recorded', planned.step, planned.plan, dueAt) : null
}

const nextPost: Consequence = ({ of }, { incident, world }) => {
  const alert = incident.alerts.find(({ id }) => id === of)
  return alert ? escalate(alert, world.roster, taskOwners(incident)) : null
}

const assumedAnswer: Consequence = ({ of }, { incident, world }) => {
  const clock = runningClocks(incident).find(
    ({ planId, factKey }) => `${planId}/${factKey ?? ''}` === of,
  )
  return clock ? assumptionOf(clock, incident, world) : null
}

const attention =
  (fires: AttentionDeadline['fires']): Consequence =>
  (deadline, { steps, incident, world, at }) =>
    attentionFires({ ...deadline, fires }, steps, incident, world, at)

const CONSEQUENCES: Readonly<Record<Fires, Consequence>> = {
  limit: ({ of, dueAt }, { at }) => ({
    type: 'StepLate',
    stepId: of,
    dueAt,
    lateByMs: Math.max(0, at - dueAt),
  }),
  unrecorded,
  passed: ({ of }) => ({ type: 'TimePassed', threshold: of }),
  post: nextPost,
  kept: ({ of, dueAt }, { incident }) => retentionExpired(incident, of, dueAt),
  assumed: assumedAnswer,
  archived: (_, { incident }) => archivedByItself(incident),
  watch: (_, { incident }) => watchEnds(incident),
  report: ({ of, dueAt }, { incident }) => reportLate(incident, of, dueAt),
  nudge: attention('nudge'),
  resting: attention('resting'),
  renewed: attention('renewed'),
}

/** `isQuiet`: the rules of the record have nothing to say to it. */
type Round = {
  events: readonly IncidentEvent[]
  deadlines: readonly Deadline[]
  isQuiet: boolean
}

/**
 * What no rule reads that goes by the record alone (`ofRecord` in {@link round}), but for what is
 * assumed in place of an answer.
 */
const UNREAD: ReadonlySet<string> = new Set<keyof Incident>([
  'version',
  'alerts',
  'alertCount',
  'alertLog',
  'attention',
  'calls',
  'starred',
])

/** Whether two records are the same to those rules. A field that comes to a record is read. */
function isSameToRules(before: Incident, after: Incident): boolean {
  if (before.attention?.assumed !== after.attention?.assumed) return false
  for (const key in after)
    if (!UNREAD.has(key) && before[key as keyof Incident] !== after[key as keyof Incident])
      return false
  for (const key in before) if (!UNREAD.has(key) && !(key in after)) return false
  return true
}

/**
 * One round: the first kind of consequence that there is. Order matters: what applies, then what is
 * late, then who is notified. A step opens again only once its alert is cleared. `deadlines` are
 * those of the record as it stands, once nothing but time can follow. `isQuiet`: the rules of the
 * record are known to have nothing to say.
 */
function round(
  incident: Incident,
  world: World,
  meta: Meta,
  how: Settling,
  isQuiet: boolean,
): Round {
  const over = isTerminal(incident.state)
  const steps = over ? [] : runningSteps(incident, world)
  const ofRecord = (rule: () => readonly IncidentEvent[]) => () => (isQuiet ? [] : rule())
  const consequences = [
    ofRecord(() => answersFromReport(steps, incident, world)),
    ofRecord(() => responseBegins(incident, world)),
    ofRecord(() => stepChanges(steps, incident, world, meta.at)),
    () => namings(steps, incident, world),
    () => alertsToClear(steps, incident),
    () => alertsToRaise(steps, incident),
    ofRecord(() => stepRepeats(steps, incident)),
    ofRecord(() => startedByRule(incident, world)),
    ofRecord(() => reportClockChanges(incident, world, meta.at)),
    () => reportAlerts(incident, world),
  ]
  const ofAttention = [
    () => attentionChanges(steps, incident, world, meta.at),
    () => attentionAlerts(steps, incident, world, meta.at),
  ]
  for (const consequence of consequences) {
    const events = consequence()
    if (events.length > 0) return { events, deadlines: [], isQuiet }
  }
  for (const consequence of ofAttention) {
    const events = consequence()
    if (events.length > 0) return { events, deadlines: [], isQuiet: true }
  }
  const deadlines = deadlinesOf(incident, world)
  const due = deadlines
    .filter(
      ({ key, dueAt }) => how.due?.has(key) || (how.before ? dueAt < meta.at : dueAt <= meta.at),
    )
    .sort((a, b) => a.dueAt - b.dueAt)[0]
  const event = due ? CONSEQUENCES[due.fires](due, { steps, incident, world, at: meta.at }) : null
  return { events: event ? [event] : [], deadlines, isQuiet: true }
}

/**
 * What was settled, in which world, and when the next thing is due in it (UTC ms). Record and world
 * never change, so that the very same are not asked again before that instant.
 */
const settledBefore = new WeakMap<
  Incident,
  { world: World; deadlines: readonly Deadline[]; until: number }
>()

const firstDue = (deadlines: readonly Deadline[]): number =>
  deadlines.reduce((first, { dueAt }) => Math.min(first, dueAt), Infinity)

/**
 * Goes on until nothing follows any more. `meta.at` (UTC ms) is the only time it knows. A `world`
 * is another object as soon as anything in it has changed.
 */
export function settle(incident: Incident, world: World, meta: Meta, how: Settling = {}): Settled {
  const before = settledBefore.get(incident)
  if (before?.world === world && !how.due && meta.at < before.until)
    return { state: incident, events: [], deadlines: before.deadlines }
  const events: IncidentEvent[] = []
  const { since } = how
  // to which the rules of the record are known to have nothing to say
  let quiet = since && settledBefore.get(since)?.world === world ? since : null
  let state = incident
  const go = (): Round => {
    const went = round(state, world, meta, how, quiet !== null && isSameToRules(quiet, state))
    if (went.isQuiet) quiet = state
    return went
  }
  let next = go()
  while (next.events.length > 0) {
    if (events.length > 10_000)
      throw new Error('a plan goes round in circles: the linter should have refused it')
    for (const event of next.events) {
      events.push(event)
      state = evolve(state, record(event, meta))
    }
    next = go()
  }
  const { deadlines } = next
  settledBefore.set(state, { world, deadlines, until: firstDue(deadlines) })
  return { state, events, deadlines }
}
