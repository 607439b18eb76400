/** Small questions about the record of one incident that several rules ask. Reads only. */
import type { Anchor, Fact, Plan, Step } from '../plan/plan.ts'
import { isOver, type Answer, type Incident, type Run, type StepRun } from './state.ts'
import type { World } from './world.ts'

/** The plans that run now: those that no other plan has taken the place of. */
export const running = (incident: Incident): readonly Run[] => incident.runs.filter((run) => run.supersededBy === null)

export const planOf = (run: Run, world: World): Plan => world.plan(run.revision)

/** A step of the record together with what its plan says about it. */
export type PlannedStep = { step: Step; run: Run; plan: Plan; state: StepRun }

/** All steps, in the order of the plans and within them in the order of the plan. */
export function plannedSteps(incident: Incident, world: World, runs: readonly Run[] = incident.runs): PlannedStep[] {
  return runs.flatMap((run) => {
    const plan = planOf(run, world)
    return plan.steps.flatMap((step) => {
      const state = incident.steps[step.id]
      return state ? [{ step, run, plan, state }] : []
    })
  })
}

export const isDone = (state: StepRun | undefined): boolean =>
  state?.finish?.outcome === 'done' || state?.finish?.outcome === 'already-done'

/** Life goes on in this step: it applies, is not finished, and the incident is not over. */
export const isOpen = (incident: Incident, state: StepRun): boolean =>
  state.standing === 'open' && state.finish === null && !isOver(incident.state)

/** The answer that holds for a plan: its own where two plans mean different things by the key, else the shared one. */
export const answerFor = (incident: Incident, planId: string, key: string): Answer | undefined =>
  incident.factsOf[planId]?.[key] ?? incident.facts[key]

/** When an anchor happened (UTC ms), or null while it has not. A step counts from its completion only. */
export function anchorAt(incident: Incident, run: Run, anchor: Anchor): number | null {
  if (anchor === 'occurred') return incident.occurredAt ?? incident.receivedAt
  if (anchor === 'reported') return incident.receivedAt
  if (anchor === 'activated') return run.activatedAt
  if ('step' in anchor) {
    const state = incident.steps[anchor.step]
    return isDone(state) ? state?.finish?.at ?? null : null
  }
  return answerFor(incident, run.planId, anchor.fact)?.firstAt ?? null
}

export const anchorKey = (anchor: Anchor): string =>
  typeof anchor === 'string' ? anchor : 'step' in anchor ? `step=${anchor.step}` : `fact=${anchor.fact}`

/** Two questions are the same if they offer the same answers: then one answer serves both plans. */
export const sameQuestion = (one: Fact, other: Fact): boolean =>
  one.kind === other.kind && one.several === other.several
  && JSON.stringify(one.options.map((option) => option.value)) === JSON.stringify(other.options.map((option) => option.value))
