/**
 * Lists the instants at which something has to happen in an incident by itself, worked out from the
 * record alone. After a restart or a sleep the list is the same: what has happened is no longer in
 * it.
 */
import { thresholdKey, thresholdsOf } from './record/condition.ts'
import { isTimed, lengthOf, waitingOn } from './record/limits.ts'
import { archivedAt } from './rules/archiving.ts'
import { assumedAt, assumptionOf } from './rules/assumptions.ts'
import { attentionDeadlines, type AttentionDeadline } from './rules/attention-alerts.ts'
import { runningClocks } from './rules/attention-clocks.ts'
import { notifyDueAt } from './rules/escalation.ts'
import { retained } from './rules/evidence.ts'
import { soundingClocks } from './rules/report-clocks.ts'
import { watchEndsAt } from './rules/watch.ts'
import { anchorAt, isOpen, runningSteps, timesDone, type PlannedStep } from './record/select.ts'
import { openRules } from './rules/start-rules.ts'
import { isOnBoard, isTerminal, type Incident, type StepRun } from './record/state.ts'
import type { World } from './record/world.ts'

/**
 * What fires: a step's limit, "not recorded" of a step, an elapsed-time threshold, the next post
 * that an alert goes to, the end of keeping evidence, an answer that is assumed, archiving, the end
 * of a watch, a report that the law wants, or what attention asks for.
 */
export type Fires =
  | 'limit'
  | 'unrecorded'
  | 'passed'
  | 'post'
  | 'kept'
  | 'assumed'
  | 'archived'
  | 'watch'
  | 'report'
  | AttentionDeadline['fires']
/**
 * `key` is its name in the heap, `of` the id of the step, threshold, alert or piece of evidence.
 * `dueAt` in UTC ms.
 */
export type Deadline = { key: string; fires: Fires; of: string; dueAt: number }

const deadline = (fires: Fires, of: string, dueAt: number, round = ''): Deadline => ({
  key: `${fires}:${of}${round}`,
  fires,
  of,
  dueAt,
})

/**
 * A step from which other clocks count, but which nobody ticks, would keep them from ever starting.
 * So if it is still open when the shortest of those limits, counted from its opening, would have
 * run out, the step itself alarms.
 */
function unrecorded(
  { step, state }: PlannedStep,
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
): Deadline[] {
  const { openedAt } = state
  if (
    !isOpen(incident, state) ||
    state.assumed ||
    openedAt === null ||
    state.unrecordedAt !== null ||
    timesDone(state) > 0
  )
    return []
  const waiting = waitingOn(step.id, steps)
  if (waiting.length === 0) return []
  const shortest = Math.min(
    ...waiting.map((other) =>
      isTimed(other.step)
        ? lengthOf(other.step, other.run, openedAt, incident, world).ms
        : Infinity,
    ),
  )
  return [deadline('unrecorded', step.id, openedAt + shortest)]
}

/**
 * The open time of a step that repeats has a name of its own: a clock that was set for the one
 * before fires nothing.
 */
const occurrenceSuffix = ({ past }: StepRun): string => (past?.length ? `:${past.length + 1}` : '')

/** It moves with what people do: a clock that was set for an earlier instant fires nothing. */
const movingDeadline = (fires: Fires, of: string, dueAt: number): Deadline =>
  deadline(fires, of, dueAt, `:${dueAt}`)

const reports = (incident: Incident): readonly Deadline[] =>
  soundingClocks(incident).map(({ kind, dueAt }) => movingDeadline('report', kind, dueAt))

const posts = ({ alerts }: Incident): readonly Deadline[] =>
  alerts.flatMap((alert) => {
    const dueAt = notifyDueAt(alert, alert.told.length)
    return dueAt === null ? [] : [deadline('post', alert.id, dueAt, `:${alert.told.length}`)]
  })

function whenOver(incident: Incident, world: World): readonly Deadline[] {
  const at = archivedAt(incident, world)
  return [
    ...retained(incident).map(({ evidence, until }) => deadline('kept', evidence.id, until)),
    ...(at === null ? [] : [movingDeadline('archived', incident.id, at)]),
    ...(isOnBoard(incident.state) ? [...reports(incident), ...posts(incident)] : []),
  ]
}

/**
 * All deadlines of an incident that have not fired, in no order. Once it is over, only what is kept
 * as evidence has a clock, that it is archived, and, as long as it is on the board, the reports
 * that the law wants.
 */
export function deadlinesOf(incident: Incident, world: World): readonly Deadline[] {
  if (isTerminal(incident.state)) return whenOver(incident, world)
  const steps = runningSteps(incident, world)
  const limits = steps.flatMap(({ step, state }) =>
    isOpen(incident, state) && state.limit && state.lateAt === null
      ? [deadline('limit', step.id, state.limit.dueAt, occurrenceSuffix(state))]
      : [],
  )
  const conditions = [
    ...steps.flatMap(({ step, run, state }) =>
      state.finish || !step.when ? [] : [{ run, when: step.when }],
    ),
    ...openRules(incident, world).map(({ run, rule }) => ({ run, when: rule.when })),
  ]
  const passing = conditions.flatMap(({ run, when }) =>
    thresholdsOf(when).flatMap(({ elapsed, from }) => {
      const threshold = thresholdKey(run.planId, elapsed, from)
      const start = anchorAt(incident, run, from, world)
      return start === null || incident.passed.includes(threshold)
        ? []
        : [deadline('passed', threshold, start + elapsed)]
    }),
  )
  const watchEnd = watchEndsAt(incident)
  return [
    ...limits,
    ...(watchEnd === null ? [] : [movingDeadline('watch', incident.id, watchEnd)]),
    ...reports(incident),
    ...passing,
    ...posts(incident),
    ...steps.flatMap((planned) => unrecorded(planned, steps, incident, world)),
    ...assumptions(incident, world),
    ...attentionDeadlines(steps, incident, world).map(({ fires, of, dueAt }) =>
      movingDeadline(fires, of, dueAt),
    ),
  ]
}

const assumptions = (incident: Incident, world: World): readonly Deadline[] =>
  runningClocks(incident).flatMap((clock) =>
    clock.kind === 'question' && assumptionOf(clock, incident, world)
      ? [
          deadline(
            'assumed',
            `${clock.planId}/${clock.factKey ?? ''}`,
            assumedAt(clock, incident, world),
          ),
        ]
      : [],
  )
