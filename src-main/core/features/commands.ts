/**
 * One handler a command of the contract: from checked input to a draft. Personal values are sealed
 * here, before any rule sees them.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import type { IncidentCommand } from '#shared/domain/incident/record/commands.ts'
import {
  unknownAlert,
  unknownIncident,
  unknownPlan,
  unknownType,
} from '#shared/domain/incident/record/refusals.ts'
import {
  isTerminal,
  initialIncident,
  type Incident,
  type OnBehalfOf,
} from '#shared/domain/incident/record/state.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import { decideIncident, incidentStream } from '../engine/changes.ts'
import {
  typeOfPlan,
  onIncident,
  sealer,
  type CommandContext,
  type CommandName,
  type Handler,
  type AnyHandler,
  type StationContext,
} from './handler.ts'
import { importingCommands } from './import/commands.ts'
import { judging } from './incident/assessment-commands.ts'
import { planAbolished } from './plan/refusals.ts'
import { planTexts } from './plan/commands.ts'
import { unknownPost } from '../refusals.ts'
import { reportCommands } from './monthly-report/commands.ts'
import { settingUp } from './site/commands.ts'
import type { Json } from '../ports.ts'
import type { Changes, Batch } from '../engine/command-queue.ts'

type Behalf = Parsed<'incident/step'>['onBehalfOf']
const onBehalf = (given: Behalf, seal: (value: Personal) => Sealed): OnBehalfOf | null =>
  given ? { person: given.person, channel: given.channel, words: seal(given.words) } : null

const HALF_HOUR_MS = 30 * 60_000

/**
 * Running incidents that may be the same one: same place, or same type within half an hour; a drill
 * is never a real one. Noticed, never refused.
 */
const similar = (
  context: CommandContext,
  drill: boolean,
  place: string,
  type: string | null,
  at: number,
): { incidentId: string; place: string }[] =>
  [...context.memory.incidents.values()]
    .filter((one) => !isTerminal(one.state) && one.drill === drill)
    .filter(
      (one) =>
        one.place === place ||
        (type !== null && one.type === type && at - one.receivedAt < HALF_HOUR_MS),
    )
    .map((one) => ({ incidentId: one.id, place: one.place }))

const report: Handler<'incident/report'> = async (input, context) => {
  const { meta, batch } = context
  const type = input.type ? context.library.types().find((one) => one.code === input.type) : null
  if (type === undefined) return unknownType(input.type ?? '')
  const id = context.vault.id(meta.at)
  const { seal, seals } = sealer(context.vault, incidentStream(id))
  const reply = {
    incidentId: id,
    // the answer is kept with the record: nothing in it may be the caller's own words, as a guessed
    // place would be
    proposals: context
      .propose(input.narrative)
      .map(({ planId, type, title, reason, words }) => ({ planId, type, title, reason, words })),
    similar: similar(context, input.drill ?? false, input.place, type?.code ?? null, meta.at),
  }
  return decideIncident(
    initialIncident(id),
    {
      type: 'ReportIncident',
      place: input.place,
      narrative: seal(input.narrative),
      incidentType: type && { code: type.code, category: type.category, legal: type.legal },
      channel: input.channel ?? null,
      reporter: input.reporter ? seal(input.reporter) : null,
      occurredAt: input.occurredAt ?? null,
      drill: input.drill ?? false,
    },
    meta,
    batch.world(),
    reply,
    seals,
  )
}

const abolished = (planId: string, { sitePlans, shipped }: CommandContext): Refusal | null => {
  const last = sitePlans.isAbolished(planId)
    ? (sitePlans.text(planId) ?? shipped.plan(planId))
    : null
  return last && planAbolished(last.title)
}

const activate: Handler<'incident/activate'> = async (input, context) => {
  const { meta, batch } = context
  const incident = await batch.incident(input.incidentId)
  if (!incident) return unknownIncident()
  const plan = context.library.plan(input.planId)
  if (!plan) return abolished(input.planId, context) ?? unknownPlan(input.planId)
  return decideIncident(
    incident,
    {
      type: 'ActivatePlan',
      plan,
      classify: typeOfPlan(plan, context),
      level: input.level ?? null,
      commander: input.commander ?? null,
      provisional: input.provisional ?? null,
      supersedes: input.supersedes ?? null,
    },
    meta,
    batch.world(),
  )
}

const step: Handler<'incident/step'> = (input, context) =>
  onIncident(input.incidentId, context, (seal) => {
    const { stepId, outcome } = input
    const onBehalfOf = onBehalf(input.onBehalfOf, seal)
    return outcome === 'accepted'
      ? { type: 'AcceptStep', stepId, reason: input.reason ?? null, onBehalfOf }
      : { type: 'FinishStep', stepId, outcome, reason: input.reason ?? null, onBehalfOf }
  })

/** An alert is known by its id alone; it bears the id of its incident before the last dot. */
const incidentOfAlert = (alertId: string): string =>
  alertId.slice(0, Math.max(0, alertId.lastIndexOf('.')))

const onAlert = async (
  alertId: string,
  { meta, batch }: CommandContext,
  command: IncidentCommand,
): Promise<Changes | Refusal> => {
  const incident: Incident | null = await batch.incident(incidentOfAlert(alertId))
  return incident ? decideIncident(incident, command, meta, batch.world()) : unknownAlert()
}

/**
 * Posts that a roster may name: of the site's documents, of its plans, and what it holds already (a
 * kind of site may have been taken away).
 */
const knownPosts = ({ memory, library }: CommandContext): ReadonlySet<string> =>
  new Set([
    ...[...library.roles(), ...library.plans().flatMap(({ roles }) => roles)].map(({ id }) => id),
    ...Object.keys(memory.posts() ?? {}),
  ])

const setRoster: Handler<'roster/set'> = async (input, context) => {
  const known = knownPosts(context)
  const unknown = Object.keys(input.posts).filter((id) => !known.has(id))
  if (unknown.length > 0) return unknownPost(unknown)
  const body = input.posts as unknown as Json
  return {
    ok: true,
    expect: {},
    events: [{ stream: 'roster', type: 'RosterSet', ...context.meta, body: { posts: body } }],
    seals: [],
    rows: [],
    documents: [{ kind: 'roster', id: 'roster', body }],
    reply: {},
  }
}

/** A command in the contract without a handler here does not compile. */
export const commands: { [N in CommandName]: AnyHandler<N> } = {
  'incident/report': report,
  'incident/activate': activate,
  'incident/confirm': ({ incidentId, planId, confirmed, reason }, context) =>
    onIncident(incidentId, context, () => ({
      type: 'ConfirmActivation',
      planId,
      confirmed,
      reason: reason ?? null,
    })),
  'incident/dismiss': ({ incidentId, planId, reason }, context) =>
    onIncident(incidentId, context, () => ({
      type: 'DismissProposal',
      planId,
      reason: reason ?? null,
    })),
  'incident/answer': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'AnswerFact',
      key: input.fact,
      planId: input.planId ?? null,
      value: input.value,
    })),
  'incident/step': step,
  'incident/explain': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'ExplainStep',
      stepId: input.stepId,
      reason: input.reason,
    })),
  'incident/correct': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'CorrectStep',
      stepId: input.stepId,
      reason: input.reason,
    })),
  'incident/move': (input, context) =>
    onIncident(input.incidentId, context, () => ({
      type: 'MoveIncident',
      to: input.to === 'false-report' ? 'falseReport' : input.to,
      reason: input.reason ?? null,
    })),
  'incident/note': (input, context) =>
    onIncident(input.incidentId, context, (seal) => ({
      type: 'AddNote',
      words: seal(input.words),
    })),
  'alert/acknowledge': (input, context) =>
    onAlert(input.alertId, context, { type: 'AcknowledgeAlert', alertId: input.alertId }),
  'alert/silence': (input, context) =>
    onAlert(input.alertId, context, {
      type: 'SilenceAlert',
      alertId: input.alertId,
      forMs: input.seconds * 1000,
    }),
  'roster/set': setRoster,
  ...judging,
  ...planTexts,
  ...reportCommands,
  ...settingUp,
  ...importingCommands,
}
