/**
 * What follows by itself from the record as it stands: steps that open, wait or do not apply,
 * limits that start, lateness, alerts and their ladder. Called after every command and on every
 * deadline. It answers with events; whoever calls has them saved.
 */
import type { Meta } from '../decision.ts'
import { escalate, raise } from './rules/ladder.ts'
import { evaluate, type Truth } from './record/condition.ts'
import { deadlinesOf, isTimed, lengthOf, waitingOn, type Deadline } from './deadlines.ts'
import { retentionExpired } from './rules/evidence.ts'
import { evolve } from './evolve.ts'
import { record, type IncidentEvent, type StepChange } from './record/events.ts'
import { repeated } from './rules/repeat.ts'
import {
  anchorAt,
  isOpen,
  plannedSteps,
  running,
  timesDone,
  type PlannedStep,
} from './record/select.ts'
import { startedByRule } from './rules/start-rules.ts'
import { isTerminal, type Alert, type Incident, type Limit, type Standing } from './record/state.ts'
import type { World } from './record/world.ts'

/**
 * `due`: keys that a clock says are due, whatever `at` says. `before`: only what is due strictly
 * before `at` (finishing at exactly dueAt is met).
 */
export type Settling = { due?: ReadonlySet<string>; before?: boolean }
/** `state`: the record after the events; `deadlines`: what is due in it by itself. */
export type Settled = {
  state: Incident
  events: readonly IncidentEvent[]
  deadlines: readonly Deadline[]
}

const truthOf = (one: PlannedStep, incident: Incident, world: World): Truth =>
  one.step.when ? evaluate(one.step.when, one.step, one.run, incident, world) : true

function standingOf(
  one: PlannedStep,
  siblings: ReadonlyMap<string, PlannedStep>,
  incident: Incident,
  world: World,
): Standing {
  const truth = truthOf(one, incident, world)
  if (truth !== true) return truth === false ? 'hidden' : 'waiting'
  const met = one.step.after.every((id) => {
    const before = siblings.get(id)
    return (
      !before ||
      before.state.finish !== null ||
      timesDone(before.state) > 0 ||
      truthOf(before, incident, world) === false
    )
  })
  return met ? 'open' : 'waiting'
}

/**
 * A limit starts when its step is open and its anchor has happened; once started it is fixed. While
 * the step does not apply it rests.
 */
function limitOf(
  one: PlannedStep,
  standing: Standing,
  incident: Incident,
  world: World,
  at: number,
): Limit | null {
  const { limit } = one.state
  if (standing !== 'open')
    return limit && limit.endedAt === null ? { ...limit, endedAt: at } : limit
  if (limit) return limit.endedAt === null ? limit : { ...limit, endedAt: null }
  if (!isTimed(one.step)) return null
  const start = anchorAt(incident, one.run, one.step.due.from, world)
  if (start === null) return null
  const { ms, day, unpublished } = lengthOf(one.step, start, world)
  return { startedAt: start, dueAt: start + ms, endedAt: null, day, unpublished }
}

function changes(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
  at: number,
): readonly IncidentEvent[] {
  const siblings = new Map(steps.map((one) => [one.step.id, one]))
  const changed = steps
    .filter((one) => one.state.finish === null)
    .flatMap((one): StepChange[] => {
      const standing = standingOf(one, siblings, incident, world)
      const limit = limitOf(one, standing, incident, world, at)
      return standing === one.state.standing && limit === one.state.limit
        ? []
        : [{ stepId: one.step.id, standing, limit }]
    })
  return changed.length === 0 ? [] : [{ type: 'StepsChanged', changes: changed }]
}

function whyCleared(
  alert: Alert,
  steps: readonly PlannedStep[],
  incident: Incident,
): 'finished' | 'not-needed' | 'over' | null {
  if (isTerminal(incident.state)) return 'over'
  const step = incident.steps[alert.stepId]
  if (!step || step.finish) return 'finished'
  const needed =
    step.standing === 'open' && (alert.kind === 'late' || waitingOn(alert.stepId, steps).length > 0)
  return needed ? null : 'not-needed'
}

const cleared = (steps: readonly PlannedStep[], incident: Incident): readonly IncidentEvent[] =>
  incident.alerts.flatMap((alert) => {
    const why = whyCleared(alert, steps, incident)
    return why ? [{ type: 'AlertCleared', alertId: alert.id, why } as const] : []
  })

/**
 * A late step that is open and bears no alert gets one: at once when it turns late, again when a
 * correction re-opens it.
 */
const raised = (steps: readonly PlannedStep[], incident: Incident): readonly IncidentEvent[] => {
  const one = steps.find(
    ({ step, state }) =>
      isOpen(incident, state) &&
      state.lateAt !== null &&
      state.limit &&
      !incident.alerts.some((alert) => alert.stepId === step.id && alert.kind === 'late'),
  )
  return one?.state.limit
    ? [raise(incident, 'late', one.step, one.plan, one.state.limit.dueAt)]
    : []
}

function fire(
  deadline: Deadline,
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
  at: number,
): IncidentEvent | null {
  if (deadline.fires === 'passed') return { type: 'TimePassed', threshold: deadline.of }
  if (deadline.fires === 'limit')
    return {
      type: 'StepLate',
      stepId: deadline.of,
      dueAt: deadline.dueAt,
      lateByMs: Math.max(0, at - deadline.dueAt),
    }
  if (deadline.fires === 'kept') return retentionExpired(incident, deadline.of, deadline.dueAt)
  if (deadline.fires === 'post') {
    const alert = incident.alerts.find((one) => one.id === deadline.of)
    return alert ? escalate(alert, world.roster) : null
  }
  const one = steps.find(({ step }) => step.id === deadline.of)
  return one ? raise(incident, 'not-recorded', one.step, one.plan, deadline.dueAt) : null
}

type Round = { events: readonly IncidentEvent[]; deadlines: readonly Deadline[] }

/**
 * One round: the first kind of consequence that there is. Order matters: what applies, then what is
 * late, then who is told. A step opens again only once its alert is cleared. `deadlines` are those
 * of the record as it stands, once nothing but time can follow.
 */
function round(incident: Incident, world: World, meta: Meta, how: Settling): Round {
  const over = isTerminal(incident.state)
  const steps = over ? [] : plannedSteps(incident, world, running(incident))
  const consequences = [
    () => changes(steps, incident, world, meta.at),
    () => cleared(steps, incident),
    () => raised(steps, incident),
    () => repeated(steps, incident),
    () => startedByRule(incident, world),
  ]
  for (const consequence of consequences) {
    const events = consequence()
    if (events.length > 0) return { events, deadlines: [] }
  }
  const deadlines = deadlinesOf(incident, world)
  const due = deadlines
    .filter(
      ({ key, dueAt }) => how.due?.has(key) || (how.before ? dueAt < meta.at : dueAt <= meta.at),
    )
    .sort((a, b) => a.dueAt - b.dueAt)[0]
  const event = due ? fire(due, steps, incident, world, meta.at) : null
  return { events: event ? [event] : [], deadlines }
}

/** Goes on until nothing follows any more. `meta.at` (UTC ms) is the only time it knows. */
export function settle(incident: Incident, world: World, meta: Meta, how: Settling = {}): Settled {
  const events: IncidentEvent[] = []
  let state = incident
  let next = round(state, world, meta, how)
  while (next.events.length > 0) {
    if (events.length > 10_000)
      throw new Error('a plan goes round in circles: the linter should have refused it')
    for (const event of next.events) {
      events.push(event)
      state = evolve(state, record(event, meta))
    }
    next = round(state, world, meta, how)
  }
  return { state, events, deadlines: next.deadlines }
}
