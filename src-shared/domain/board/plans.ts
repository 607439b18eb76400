/**
 * Draws what a screen needs to know of plans that come and go: who confirms, what a step starts,
 * what is proposed, how often a step was done.
 */
import { activationOf } from '../incident/rules/activate.ts'
import { basesOf } from '../incident/rules/annex.ts'
import { evaluate } from '../incident/record/condition.ts'
import { lateOccurrences } from '../incident/rules/lateness.ts'
import { isRunning, planOf, timesDone, type PlannedStep } from '../incident/record/select.ts'
import { isOutdated, openProposals } from '../incident/rules/start-rules.ts'
import type { Incident, Run } from '../incident/record/state.ts'
import type { Stated } from '../incident/record/stated.ts'
import type { World } from '../incident/record/world.ts'
import { numberOf } from '../plan/clause.ts'
import type { Plan, Question } from '../plan/plan.ts'
import { limitFact } from '../plan/due.ts'
import { factsRead, leavesOf } from '../plan/walk.ts'
import { shown, shownOrNull, type Open } from '../sealed.ts'
import { localized, type LocalizedText } from '../text.ts'
import { MINUTE_MS } from '../units.ts'
import type { BoardIncident, BoardPlan, BoardStated, BoardStep } from './types.ts'

/**
 * Whether a question of a base is asked beside its annex: not if every step that reads it was
 * replaced, and it tells nothing by itself.
 */
export function isAsked(fact: Question, run: Run, { steps }: Plan, incident: Incident): boolean {
  if (fact.recordOnly || fact.sets) return true
  const readers = steps.filter(
    (step) => factsRead(step).includes(fact.key) || limitFact(step) === fact.key,
  )
  return (
    readers.length === 0 ||
    readers.some(({ id }) => {
      const state = incident.steps[id]
      return state?.planId === run.planId && !state.finish?.replacedBy
    })
  )
}

/**
 * The post that has to confirm a provisional activation: as the plan or its base says, else the
 * commander.
 */
function confirmer(run: Run, incident: Incident, world: World): LocalizedText | null {
  if (!run.provisional) return null
  const plan = planOf(run, world)
  const bases = basesOf(plan, incident, world)
  const plans = [plan, ...('missing' in bases ? [] : bases.map((base) => base.plan))]
  const role = activationOf(plan, plans)?.confirmedBy ?? plan.commander
  return (
    plans.flatMap(({ roles }) => roles).find(({ id }) => id === role)?.name ?? localized(role, role)
  )
}

/** Over without a plan in its place. */
const ended = (end: Run['declined'] | undefined, open: Open): BoardPlan['declined'] =>
  end ? { ...end, reason: shown(end.reason, open) } : null

const drawStated = (
  { matter, lastsMinutes, measures }: Stated,
  activatedAt: number,
  open: Open,
): BoardStated => ({
  matter: shownOrNull(matter, open),
  until: lastsMinutes === null ? null : activatedAt + lastsMinutes * MINUTE_MS,
  measures: shownOrNull(measures, open),
})

export function drawPlan(
  run: Run,
  incident: Incident,
  { world, open }: { world: World; open: Open },
): BoardPlan {
  const { title, short, completeness } = planOf(run, world)
  const offered = world.offered?.(run.planId)
  return {
    planId: run.planId,
    revision: run.revision,
    title,
    short,
    completeness,
    provisional: run.provisional,
    supersededBy: run.supersededBy,
    activatedAt: run.activatedAt,
    newer: Boolean(offered && offered.revision !== run.revision),
    broughtBy: run.broughtBy ?? null,
    confirmer: confirmer(run, incident, world),
    confirmedBy: run.confirmed?.by ?? null,
    confirmedAt: run.confirmed?.at ?? null,
    declined: ended(run.declined ?? run.stopped, open),
    stopped: ended(run.stopped, open),
    ...(run.stated ? { stated: drawStated(run.stated, run.activatedAt, open) } : {}),
  }
}

export const drawProposed = (incident: Incident, world: World): BoardIncident['proposed'] =>
  openProposals(incident)
    .filter((proposal) => !isOutdated(proposal, incident, world))
    .map(({ planId, title, why, clause, supersedes }) => ({
      planId,
      title,
      why,
      clause,
      ...numberOf(clause, world.starters?.find(({ id }) => id === planId)?.clauses ?? []),
      supersedes: incident.runs.some((run) => run.planId === supersedes && isRunning(run))
        ? (supersedes ?? null)
        : null,
    }))

/**
 * Type and level as long as nobody has said them, where the condition of a waiting step reads them.
 */
function unset(
  { step, run, state }: PlannedStep,
  incident: Incident,
  world: World,
): BoardStep['waitsForUnset'] {
  if (state.standing !== 'waiting' || state.finish) return []
  const unknown = leavesOf(step.when).filter(
    (leaf) => evaluate(leaf, step, run, incident, world) === null,
  )
  return (['type', 'level'] as const).filter((field) => unknown.some((leaf) => field in leaf))
}

/** The state that the condition of a waiting step reads and the incident has not come to. */
function stateAwaited(
  { step, run, state }: PlannedStep,
  incident: Incident,
  world: World,
): BoardStep['waitsForState'] {
  if (state.standing !== 'waiting' || state.finish) return null
  const leaf = leavesOf(step.when).find(
    (part) => 'state' in part && evaluate(part, step, run, incident, world) === null,
  )
  return leaf && 'state' in leaf ? leaf.state : null
}

type Running = Pick<
  BoardStep,
  | 'waitsForState'
  | 'starts'
  | 'confirms'
  | 'discloses'
  | 'repeat'
  | 'times'
  | 'timesLate'
  | 'lastDoneAt'
  | 'waitsForUnset'
>

/** What a step sets going, and how often it was done. `now` in UTC ms. */
export function drawRunning(
  planned: PlannedStep,
  incident: Incident,
  world: World,
  now: number,
): Running {
  const { step, state } = planned
  const { starts } = step
  const [past, done] = [state.past ?? [], timesDone(state)]
  return {
    starts: starts
      ? {
          planId: starts.plan,
          title: starts.plan === null ? null : (world.offered?.(starts.plan)?.title ?? null),
          handsOver: starts.handsOver,
          what: starts.what,
          notStarted: state.notStarted ?? null,
        }
      : null,
    waitsForUnset: unset(planned, incident, world),
    waitsForState: stateAwaited(planned, incident, world),
    confirms: step.confirms ?? false,
    discloses: step.discloses ?? false,
    repeat: step.repeat ?? null,
    times: done,
    timesLate: lateOccurrences(state, now).length,
    lastDoneAt: done > past.length ? (state.finish?.at ?? null) : (past.at(-1)?.finish.at ?? null),
  }
}
