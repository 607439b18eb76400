/**
 * Assumes the careful answer of a question that nobody answers in time. An assumption opens steps
 * of life safety in addition and does nothing else: it hides, finishes, starts, announces and
 * counts nothing, and a person's answer ends it.
 */
import { evaluate, type Truth } from '../record/condition.ts'
import type { AnswerAssumed, Recorded } from '../record/events.ts'
import {
  answerFor,
  isRunning,
  plansAsking,
  sameQuestion,
  type PlannedStep,
} from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'
import type { AttentionClock } from '../record/attention.ts'

/** What is assumed for a plan while nobody answers, by question. */
export const assumedFor = (incident: Incident, planId: string): Readonly<Record<string, unknown>> =>
  incident.attention?.assumed[planId] ?? {}

/** Whether a step of life safety would apply by what is assumed, while nobody knows. */
export function opensByAssumption(
  { step, run }: PlannedStep,
  incident: Incident,
  world: World,
): boolean {
  const assumed = incident.attention?.assumed[run.planId]
  if (!step.lifeSafety || !step.when || !assumed) return false
  const answers = Object.entries(assumed).flatMap(([key, value]) =>
    answerFor(incident, run, key, world)
      ? []
      : [[key, { value, at: 0, by: '', firstAt: 0 }] as const],
  )
  if (answers.length === 0) return false
  const imagined: Incident = {
    ...incident,
    factsOf: {
      ...incident.factsOf,
      [run.planId]: { ...incident.factsOf[run.planId], ...Object.fromEntries(answers) },
    },
  }
  const truth: Truth = evaluate(step.when, step, run, imagined, world)
  return truth === true
}

/**
 * The assumption that falls due with the clock of a question, or null where no answer is safe.
 * Plans that ask the same wait by one clock; each assumes what it says itself.
 */
export function assumptionOf(
  { factKey, planId }: AttentionClock,
  incident: Incident,
  world: World,
): AnswerAssumed | null {
  if (factKey === null) return null
  const asking = plansAsking(incident, factKey, world).filter(({ run }) => isRunning(run))
  const owner = asking.find(({ run }) => run.planId === planId)?.fact
  for (const { run, fact } of asking) {
    const { inDoubt, key, question } = fact
    if (!owner || !sameQuestion(owner, fact) || !inDoubt || !('answer' in inDoubt)) continue
    if (assumedFor(incident, run.planId)[key] !== undefined) continue
    return { type: 'AnswerAssumed', key, planId: run.planId, value: inDoubt.answer, question }
  }
  return null
}

/**
 * When it is assumed (UTC ms): at the end of its time, but at once in the place of a plan that has
 * assumed its answer, since what that had opened must not close for a while.
 */
export function assumedAt(
  { factKey, planId, startedAt, dueAt }: AttentionClock,
  incident: Incident,
  world: World,
): number {
  const key = factKey ?? ''
  const asking = plansAsking(incident, key, world)
  const question = asking.find(({ run }) => run.planId === planId)?.fact
  const isTakenOver = asking.some(
    ({ run, fact }) =>
      question !== undefined &&
      !isRunning(run) &&
      sameQuestion(question, fact) &&
      assumedFor(incident, run.planId)[key] !== undefined,
  )
  return isTakenOver ? startedAt : dueAt
}

export const answerAssumed = (
  incident: Incident,
  { key, planId, value }: Recorded<AnswerAssumed>,
): Incident =>
  incident.attention
    ? {
        ...incident,
        attention: {
          ...incident.attention,
          assumed: {
            ...incident.attention.assumed,
            [planId]: { ...incident.attention.assumed[planId], [key]: value },
          },
        },
      }
    : incident
