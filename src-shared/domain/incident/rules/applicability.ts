/** Works out which steps apply, wait or do not, and when their limits start and rest. */
import { evaluate, factsOf, stepsIn, type Truth } from '../record/condition.ts'
import type { Recorded, StepChange, StepsChanged } from '../record/events.ts'
import { isTimed, lengthOf } from '../record/limits.ts'
import { anchorAt, answerFor, timesDone, type PlannedStep } from '../record/select.ts'
import type { Incident, Limit, Applicability, StepRun } from '../record/state.ts'
import { isSame } from '../../canonical.ts'
import { limitFact } from '../../plan/due.ts'
import type { World } from '../record/world.ts'
import { opensByAssumption } from './assumptions.ts'

const truthOf = ({ step, run }: PlannedStep, incident: Incident, world: World): Truth =>
  step.when ? evaluate(step.when, step, run, incident, world) : true

/** `assumed`: nobody knows, and what is assumed opens it. */
function applicabilityOf(
  planned: PlannedStep,
  siblings: ReadonlyMap<string, PlannedStep>,
  incident: Incident,
  world: World,
): { standing: Applicability; assumed: boolean } {
  const truth = truthOf(planned, incident, world)
  const assumed = truth === null && opensByAssumption(planned, incident, world)
  if (truth !== true && !assumed)
    return { standing: truth === false ? 'hidden' : 'waiting', assumed: false }
  const met = planned.step.after.every((id) => {
    const before = siblings.get(id)
    return (
      !before ||
      before.state.finish !== null ||
      timesDone(before.state) > 0 ||
      truthOf(before, incident, world) === false
    )
  })
  return { standing: met ? 'open' : 'waiting', assumed: met && assumed }
}

const goingOn = (limit: Limit): Limit =>
  limit.endedAt === null ? limit : { ...limit, endedAt: null }

/**
 * Whether a limit that runs may still move: as long as it is neither late nor that of a later time
 * of its step. Lateness that was recorded stays, by the limit that was known then.
 */
const mayMove = ({ lateAt, past }: StepRun): boolean => lateAt === null && !past?.length

/**
 * A limit starts when its step is open and its anchor has happened; once started it is fixed,
 * unless the time of the occurrence is put right, or the answer by which it is long or short comes
 * or changes: then it is worked out anew from the same start. While the step does not apply it
 * rests. `at` in UTC ms.
 */
function limitOf(
  { step, run, state }: PlannedStep,
  applicability: Applicability,
  incident: Incident,
  world: World,
  at: number,
): Limit | null {
  const { limit } = state
  if (applicability !== 'open')
    return limit && limit.endedAt === null ? { ...limit, endedAt: at } : limit
  if (!isTimed(step)) return limit && goingOn(limit)
  if (limit && !mayMove(state)) return goingOn(limit)
  const moved = limit === null || step.due.from === 'occurred'
  const start = moved ? anchorAt(incident, run, step.due.from, world) : limit.startedAt
  if (start === null) return limit && goingOn(limit)
  if (limit?.startedAt === start && limitFact(step) === null) return goingOn(limit)
  const { ms, ...length } = lengthOf(step, run, start, incident, world)
  const next: Limit = { startedAt: start, dueAt: start + ms, endedAt: null, ...length }
  return limit && isSame(limit, next) ? limit : next
}

/** What changes for the unfinished of `steps` as the record stands; at most one event. */
export function stepChanges(
  steps: readonly PlannedStep[],
  incident: Incident,
  world: World,
  at: number,
): readonly StepsChanged[] {
  const siblings = new Map(steps.map((planned) => [planned.step.id, planned]))
  const changes = steps
    .filter(({ state }) => state.finish === null)
    .flatMap((planned): StepChange[] => {
      const { standing, assumed } = applicabilityOf(planned, siblings, incident, world)
      const limit = assumed ? planned.state.limit : limitOf(planned, standing, incident, world, at)
      const opens = standing === 'open' && planned.state.standing !== 'open'
      const openedAt = opens ? openSince(planned, incident, world, at) : undefined
      return standing === planned.state.standing &&
        limit === planned.state.limit &&
        assumed === (planned.state.assumed ?? false)
        ? []
        : [
            {
              stepId: planned.step.id,
              standing,
              limit,
              ...(assumed ? { assumed: true as const } : {}),
              ...(openedAt === undefined || openedAt >= at ? {} : { openedAt }),
            },
          ]
    })
  return changes.length === 0 ? [] : [{ type: 'StepsChanged', changes }]
}

/**
 * Since when a step counts as open that opens because another was told late: since all that it
 * waited for had come true. Undefined where nothing that it waited for was told at `at`.
 */
function openSince(
  { step, run }: PlannedStep,
  incident: Incident,
  world: World,
  at: number,
): number | undefined {
  const before = [...step.after, ...(step.when ? stepsIn(step.when) : [])]
  const finished = before.flatMap((id) => incident.steps[id]?.finish ?? [])
  if (!finished.some(({ toldAt }) => toldAt === at)) return undefined
  const answered = (step.when ? factsOf(step.when) : []).flatMap(
    (key) => answerFor(incident, run, key, world)?.at ?? [],
  )
  return Math.max(run.activatedAt, ...finished.map((finish) => finish.at), ...answered)
}

export function stepsChanged(incident: Incident, event: Recorded<StepsChanged>): Incident {
  const steps = { ...incident.steps }
  for (const { stepId, standing, limit, assumed, ...change } of event.changes) {
    const before = steps[stepId]
    if (!before) continue
    const step = { ...before }
    delete step.assumed
    // what was assumed opens in truth by the answer that ends the assumption
    const openedAt =
      standing !== 'open'
        ? step.openedAt
        : step.standing === 'open' && (before.assumed ?? false) === (assumed ?? false)
          ? (step.openedAt ?? event.at)
          : (change.openedAt ?? event.at)
    steps[stepId] = { ...step, standing, limit, openedAt, ...(assumed ? { assumed } : {}) }
  }
  return { ...incident, steps }
}
