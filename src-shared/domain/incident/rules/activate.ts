/**
 * Starting a plan in an incident, by whoever: a person, a step that is done, a rule of the plan.
 * Its bases start with it, and whatever it takes the place of ends. It answers with events or a
 * refusal, and chooses no plan itself.
 */
import { accept, type Decision } from '../../decision.ts'
import type { Activation, Plan } from '../../plan/plan.ts'
import { localized, type LocalizedText } from '../../text.ts'
import { basesOf, endingWith, rebase, replacedBy, type Base } from './annex.ts'
import type { IncidentTypeRef } from '../record/commands.ts'
import type { IncidentEvent } from '../record/events.ts'
import { notApplicable, unfinishedOf } from './auto-finish.ts'
import { canActivate } from './moves.ts'
import * as no from '../record/refusals.ts'
import { isRunning, planOf, running } from '../record/select.ts'
import type { Incident } from '../record/state.ts'
import type { World } from '../record/world.ts'

/**
 * `provisional` null: as the plan says. `why` and `itself`: what started it, if no person asked for
 * it by name.
 */
export type Wish = {
  plan: Plan
  level?: number | null
  commander?: string | null
  provisional?: boolean | null
  supersedes?: string | null
  classify?: IncidentTypeRef | null
  why?: LocalizedText
  itself?: true
}

/** The higher of two levels: 1 is the highest, null is none. */
const higher = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/**
 * Who may start a plan at once and who confirms it: an annex that says nothing itself is started as
 * the base that comes with it.
 */
export const activationOf = (plan: Plan, brought: readonly Plan[]): Activation | null =>
  [plan, ...brought].find((one) => one.activation)?.activation ?? null

/** Why this plan cannot run in this incident a second time, or null. */
function again(plan: Plan, incident: Incident): ReturnType<typeof no.alreadyRunning> | null {
  const before = incident.runs.find((run) => run.planId === plan.id)
  if (!before) return null
  return isRunning(before)
    ? no.alreadyRunning(plan.title)
    : before.declined
      ? no.wasDeclined(plan.title)
      : no.wasSuperseded(plan.title)
}

/**
 * Activates a plan. `supersedes` ends that plan and, if it is an annex, the base that it brought,
 * unless another running plan needs that base or somebody activated it by itself. A plan never
 * supersedes its own base: the base goes on without the steps that are replaced.
 */
export function activate(
  incident: Incident,
  { plan, ...wish }: Wish,
  world: World,
): Decision<IncidentEvent> {
  if (!canActivate(incident.state)) return no.cannotActivate(incident.state)
  const twice = again(plan, incident)
  if (twice) return twice
  const bases = basesOf(plan, incident, world)
  if ('missing' in bases) return no.baseMissing(plan.title, bases.missing)
  const brought = bases.filter(({ run }) => run === null).map((base: Base) => base.plan)
  const over = brought.find((base) => incident.runs.some((run) => run.planId === base.id))
  if (over) return no.baseOver(plan.title, over.title)

  const asked = wish.supersedes ?? null
  const supersedes = bases.some((base) => base.plan.id === asked) ? null : asked
  if (supersedes !== null && !running(incident).some((run) => run.planId === supersedes))
    return no.planNotRunning(supersedes)
  const level = wish.level ?? null
  if (level !== null && !plan.levels.some((one) => one.level === level))
    return no.badLevel(plan.levels.map((one) => one.level))

  const coming = [...brought].reverse().concat(plan) // the base before its annex
  const ends = supersedes === null ? [] : endingWith(supersedes, incident, world, coming)
  const ending = supersedes === null ? [] : [supersedes, ...ends]
  const replaced = replacedBy([
    ...running(incident)
      .filter((run) => !ending.includes(run.planId))
      .map((run) => planOf(run, world)),
    ...coming,
  ])
  const stepsOf = (one: Plan): string[] =>
    one.steps.map((step) => step.id).filter((id) => one === plan || !replaced.has(id))
  const clash = coming.flatMap(stepsOf).filter((id) => incident.steps[id])
  if (clash.length > 0) return no.stepIdsClash(plan.title, clash)

  const left = unfinishedOf(incident, ending).map((stepId) =>
    notApplicable(
      stepId,
      localized(`改用《${plan.title.zh}》时未做`, `not done when "${plan.title.en}" took over`),
    ),
  )
  const kind: IncidentEvent[] =
    incident.type === null && wish.classify
      ? [
          {
            type: 'IncidentClassified',
            incidentType: wish.classify.code,
            category: wish.classify.category,
            legalCategory: wish.classify.legal,
          },
        ]
      : []
  const usual = [plan, ...brought].find((one) => one.defaultLevel !== null)?.defaultLevel ?? null
  const now = level ?? higher(incident.level, usual)
  const provisional = wish.provisional ?? activationOf(plan, brought) !== null
  return accept<IncidentEvent>(
    ...left,
    ...rebase(incident, world, ending, coming),
    ...kind,
    ...coming.map((one): IncidentEvent => ({
      type: 'PlanActivated',
      planId: one.id,
      revision: one.revision,
      level: now,
      commander: one === plan ? (wish.commander ?? null) : null,
      provisional: one === plan && provisional,
      supersedes: one === plan ? supersedes : null,
      stepIds: stepsOf(one),
      ...(one === plan ? {} : { broughtBy: plan.id }),
      ...(one === plan && ends.length > 0 ? { ends } : {}),
      ...(wish.why ? { why: wish.why } : {}),
      ...(wish.itself ? { itself: true } : {}),
    })),
  )
}
