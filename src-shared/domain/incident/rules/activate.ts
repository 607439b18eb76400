/**
 * Starts a plan in an incident, for a person, a step that is done, or a rule of the plan. Its bases
 * start with it, and what it takes the place of ends.
 */
import { accept, type Decision, type Refusal } from '../../decision.ts'
import type { Activation, Plan } from '../../plan/plan.ts'
import type { Guarded } from '../../sealed.ts'
import { localized, type LocalizedText } from '../../text.ts'
import { doneByStart } from './auto-finish.ts'
import { basesOf, endingWith, rebase, replacedBy, type Base } from './annex.ts'
import type { IncidentTypeRef } from '../record/commands.ts'
import type {
  IncidentClassified,
  IncidentEvent,
  PlanActivated,
  Recorded,
} from '../record/events.ts'
import { endSteps } from './left-undone.ts'
import { canActivate } from './moves.ts'
import * as no from '../record/refusals.ts'
import { isUndecidedBy } from './response.ts'
import { highestBefore } from './response-level.ts'
import { isRunning, planOf, running } from '../record/select.ts'
import { initialStep, type Incident } from '../record/state.ts'
import type { Stated } from '../record/stated.ts'
import type { RuleContext } from '../record/world.ts'

/**
 * `provisional` null: as the plan says. `why` and `itself`: what started it, if no person asked for
 * it by name.
 */
export type ActivationRequest = {
  plan: Plan
  level?: number | null
  commander?: Guarded | null
  provisional?: boolean | null
  supersedes?: string | null
  reasons?: Readonly<Record<string, Guarded>> // why a step of life safety is left undone, by its id
  classify?: IncidentTypeRef | null
  why?: LocalizedText
  itself?: true
  stated?: Stated | null
}

/** The higher of two levels: 1 is the highest, null is none. */
const higher = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b)

/**
 * Who may start a plan at once and who confirms it: an annex that says nothing itself is started as
 * the base that comes with it.
 */
export const activationOf = (plan: Plan, brought: readonly Plan[]): Activation | null =>
  [plan, ...brought].find(({ activation }) => activation)?.activation ?? null

/** Why this plan cannot run in this incident a second time, or null. */
function refusedAgain(plan: Plan, incident: Incident): Refusal | null {
  const before = incident.runs.find((run) => run.planId === plan.id)
  if (!before) return null
  return isRunning(before)
    ? no.alreadyRunning(plan.title)
    : before.declined
      ? no.wasDeclined(plan.title)
      : before.stopped
        ? no.wasStopped(plan.title)
        : no.wasSuperseded(plan.title)
}

/**
 * Activates a plan. `supersedes` ends that plan and, if it is an annex, the base that it brought,
 * unless another running plan needs that base or a person activated it by itself. A plan never
 * supersedes its own base: the base goes on without the steps that are replaced. Refused, besides
 * what cannot start: a step of life safety that would end without a reason (`life-safety-open`).
 */
export function activate(
  incident: Incident,
  { plan, ...request }: ActivationRequest,
  { world }: Pick<RuleContext, 'world'>,
): Decision<IncidentEvent> {
  if (!canActivate(incident.state)) return no.cannotActivate(incident.state)
  const twice = refusedAgain(plan, incident)
  if (twice) return twice
  const bases = basesOf(plan, incident, world)
  if ('missing' in bases) return no.baseMissing(plan.title, bases.missing)
  const brought = bases.filter(({ run }) => run === null).map((base: Base) => base.plan)
  const over = brought.find((base) => incident.runs.some((run) => run.planId === base.id))
  if (over) return no.baseOver(plan.title, over.title)

  const superseded = request.supersedes ?? null
  const supersedes = bases.some((base) => base.plan.id === superseded) ? null : superseded
  if (supersedes !== null && !running(incident).some((run) => run.planId === supersedes))
    return no.planNotRunning(supersedes)
  const level = request.level ?? null
  if (level !== null && !plan.levels.some((known) => known.level === level))
    return no.badLevel(plan.levels.map((known) => known.level))

  const coming = [...brought].reverse().concat(plan) // the base before its annex
  const ends = supersedes === null ? [] : endingWith(supersedes, incident, world, coming)
  const ending = supersedes === null ? [] : [supersedes, ...ends]
  const replacedSteps = replacedBy([
    ...running(incident)
      .filter((run) => !ending.includes(run.planId))
      .map((run) => planOf(run, world)),
    ...coming,
  ])
  const stepsOf = (begun: Plan): string[] =>
    begun.steps.map((step) => step.id).filter((id) => begun === plan || !replacedSteps.has(id))
  const clash = coming.flatMap(stepsOf).filter((id) => incident.steps[id])
  if (clash.length > 0) return no.stepIdsClash(plan.title, clash)

  const left = endSteps(
    incident,
    { ending, coming },
    {
      why: localized(
        `改用《${plan.title.zh}》时未做`,
        `not done when "${plan.title.en}" took over`,
      ),
      reasons: request.reasons ?? {},
    },
    world,
  )
  if (!left.ok) return left
  const classified: IncidentEvent[] =
    incident.type === null && request.classify
      ? [
          {
            type: 'IncidentClassified',
            incidentType: request.classify.code,
            category: request.classify.category,
            legalCategory: request.classify.legal,
          },
        ]
      : []
  const usual =
    [plan, ...brought].find(({ defaultLevel }) => defaultLevel !== null)?.defaultLevel ?? null
  const undecided = isUndecidedBy(coming, incident)
  const newLevel = level ?? (undecided ? incident.level : higher(incident.level, usual))
  const provisional = request.provisional ?? activationOf(plan, brought) !== null
  return accept<IncidentEvent>(
    ...left.events,
    ...rebase(incident, world, ending, coming),
    ...classified,
    ...coming.map((begun): IncidentEvent => ({
      type: 'PlanActivated',
      planId: begun.id,
      revision: begun.revision,
      level: newLevel,
      ...highestBefore(incident, newLevel),
      commander: begun === plan ? (request.commander ?? null) : null,
      provisional: begun === plan && provisional,
      supersedes: begun === plan ? supersedes : null,
      stepIds: stepsOf(begun),
      ...(begun === plan ? {} : { broughtBy: plan.id }),
      ...(begun === plan && ends.length > 0 ? { ends } : {}),
      ...(request.why ? { why: request.why } : {}),
      ...(request.itself ? { itself: true } : {}),
      ...(undecided ? { undecided: true } : {}),
      ...(begun === plan && request.stated ? { stated: request.stated } : {}),
    })),
    ...coming.flatMap((begun) => doneByStart(begun, stepsOf(begun))),
  )
}

/**
 * Activates a plan as another plan has it, without anybody who could give a reason: where that
 * would leave something undone that lives depend on, the plan that hands over goes on beside it.
 */
export function activateByPlan(
  incident: Incident,
  request: ActivationRequest,
  context: Pick<RuleContext, 'world'>,
): Decision<IncidentEvent> {
  const started = activate(incident, request, context)
  return !started.ok && started.code === 'life-safety-open'
    ? activate(incident, { ...request, supersedes: null }, context)
    : started
}

export const incidentClassified = (
  incident: Incident,
  event: Recorded<IncidentClassified>,
): Incident => ({
  ...incident,
  type: event.incidentType,
  category: event.category,
  legalCategory: event.legalCategory,
})

function withoutCommand(incident: Incident): Incident {
  const left = { ...incident }
  delete left.command
  return left
}

export function planActivated(incident: Incident, event: Recorded<PlanActivated>): Incident {
  const ended = event.supersedes === null ? [] : [event.supersedes, ...(event.ends ?? [])]
  const runs = incident.runs.map((run) =>
    ended.includes(run.planId) && run.supersededBy === null
      ? { ...run, supersededBy: event.planId }
      : run,
  )
  const steps = Object.fromEntries(event.stepIds.map((id) => [id, initialStep(event.planId)]))
  return {
    // whoever is named now commands
    ...(event.commander === null ? incident : withoutCommand(incident)),
    state: event.undecided ? 'assessing' : 'responding',
    level: event.level,
    ...(event.highest === undefined ? {} : { highestLevel: event.highest }),
    commander: event.commander ?? incident.commander,
    moments: {
      [event.undecided ? 'assessing' : 'responding']: event.at,
      activated: event.at,
      ...incident.moments,
    },
    steps: { ...incident.steps, ...steps },
    runs: [
      ...runs,
      {
        planId: event.planId,
        revision: event.revision,
        activatedAt: event.at,
        by: event.by,
        provisional: event.provisional,
        supersededBy: null,
        ...(event.broughtBy ? { broughtBy: event.broughtBy } : {}),
        ...(event.stated ? { stated: event.stated } : {}),
      },
    ],
  }
}
