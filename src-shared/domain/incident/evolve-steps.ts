/**
 * Folds what happens to one step: a fresh one, one that opens again, corrections and reasons.
 * Believes every fact, refuses none.
 */
import type { Recorded, StepCorrected, StepExplained, StepRepeated } from './record/events.ts'
import type { Incident, StepRun } from './record/state.ts'

export const fresh = (planId: string): StepRun => ({
  planId,
  standing: 'hidden',
  openedAt: null,
  accepted: null,
  finish: null,
  limit: null,
  lateAt: null,
  unrecordedAt: null,
  explained: null,
  corrections: 0,
})

export const withStep = (incident: Incident, id: string, part: Partial<StepRun>): Incident => {
  const step = incident.steps[id]
  return step ? { ...incident, steps: { ...incident.steps, [id]: { ...step, ...part } } } : incident
}

/** The time that was done is kept as it ended; the next one begins without a mark. */
export function repeated(
  incident: Incident,
  { stepId, limit, at }: Recorded<StepRepeated>,
): Incident {
  const step = incident.steps[stepId]
  if (!step?.finish) return incident
  const { finish, lateAt, explained: why } = step
  return withStep(incident, stepId, {
    past: [...(step.past ?? []), { limit: step.limit, finish, lateAt, explained: why }],
    openedAt: at,
    accepted: null,
    finish: null,
    limit,
    lateAt: null,
    unrecordedAt: null,
    explained: null,
  })
}

/**
 * A finished step opens again. One that repeats and is open already takes back the last time that
 * it was done; a lateness that came meanwhile stays.
 */
export function corrected(incident: Incident, { stepId }: Recorded<StepCorrected>): Incident {
  const step = incident.steps[stepId]
  if (!step) return incident
  const again: StepRun = {
    ...step,
    finish: null,
    accepted: null,
    corrections: step.corrections + 1,
  }
  delete again.notStarted
  const last = step.finish ? undefined : step.past?.at(-1)
  const back: StepRun = last
    ? {
        ...again,
        past: step.past?.slice(0, -1) ?? [],
        limit: last.limit,
        lateAt: last.lateAt ?? step.lateAt,
        explained: last.explained ?? step.explained,
      }
    : again
  return { ...incident, steps: { ...incident.steps, [stepId]: back } }
}

/**
 * A reason goes to every time of a repeating step that has none yet. The open time takes it only if
 * it is late itself.
 */
export function explained(
  incident: Incident,
  { stepId, reason, at, by }: Recorded<StepExplained>,
): Incident {
  const step = incident.steps[stepId]
  const why = { reason, at, by }
  if (!step?.past?.length) return withStep(incident, stepId, { explained: why })
  const past = step.past.map((one) =>
    one.explained || one.finish.reason ? one : { ...one, explained: why },
  )
  return withStep(incident, stepId, {
    past,
    ...(step.lateAt !== null || step.finish ? { explained: why } : {}),
  })
}
