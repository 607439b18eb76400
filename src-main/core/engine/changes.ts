/**
 * Turns a decision of the rules into what the journal has to save: events, projection rows,
 * documents, personal values.
 */
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import type { IncidentCommand } from '#shared/domain/incident/record/commands.ts'
import { deadlinesOf, type Deadline } from '#shared/domain/incident/deadlines.ts'
import { decide } from '#shared/domain/incident/decide.ts'
import { authorOf, type IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { isOnBoard, type Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { factOf } from '#shared/domain/statistics/project.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { IncidentRow, Json, NewEvent, Seal, StoredDocument } from '../ports.ts'

/**
 * What a command changes, before it is saved. `expect`: by stream, the version that it was decided
 * on. `startedPlans`: their texts are saved, unless they are already. `recovers`: it says that the
 * store works again.
 */
export type Changes = {
  ok: true
  expect: Record<string, number>
  events: NewEvent[]
  seals: Seal[]
  rows: IncidentRow[]
  documents: StoredDocument[]
  startedPlans?: readonly Plan[]
  reply: Json
  recovers?: true
}

/** These changes and no others. Without events nothing is saved, and the command is answered. */
export const changesOf = (parts: Partial<Omit<Changes, 'ok'>>): Changes => ({
  ok: true,
  expect: {},
  events: [],
  seals: [],
  rows: [],
  documents: [],
  reply: {},
  ...parts,
})

export const incidentStream = (id: string): string => `incident.${id}`

/**
 * An event without type, as the journal keeps it. Everything in it is plain JSON by construction.
 */
function newEvent(stream: string, event: IncidentEvent, meta: Meta): NewEvent {
  const { type, ...body } = event
  return { stream, type, at: meta.at, by: authorOf(event, meta.by), body }
}

/** `deadlines`: those of the incident as it stands; without them they are worked out. */
export function rowOf(
  incident: Incident,
  world: World,
  deadlines?: readonly Deadline[],
): IncidentRow {
  const onBoard = isOnBoard(incident.state)
  return {
    id: incident.id,
    onBoard,
    pending: onBoard ? [] : (deadlines ?? deadlinesOf(incident, world)),
    incident,
    fact: factOf(incident, world),
  }
}

/**
 * What a command on an incident is decided on: the incident as the commands before it leave it, who
 * and when, the world, and the personal values that the command brings.
 */
export type DecisionBasis = {
  incident: Incident
  meta: Meta
  world: World
  seals?: readonly Seal[]
}

/** Decides a command on an incident: what it changes, or why the rules refuse it. */
export function decideIncident(
  { incident, meta, world, seals = [] }: DecisionBasis,
  command: IncidentCommand,
  reply: Json = {},
): Changes | Refusal {
  const decision = decide(incident, command, meta, world)
  if (!decision.ok) return decision
  const { events, state, deadlines } = decision
  const stream = incidentStream(incident.id)
  return changesOf({
    expect: { [stream]: incident.version },
    events: events.map((event) => newEvent(stream, event, meta)),
    seals: [...seals],
    rows: events.length > 0 ? [rowOf(state, world, deadlines)] : [],
    startedPlans: events.flatMap((event) =>
      event.type === 'PlanActivated' ? [world.plan(event.revision)] : [],
    ),
    reply,
  })
}

/**
 * With the text of each plan that starts for the first time: it stands once, by its revision,
 * before the events that follow it. `hasPlan`: whether the record has it already.
 */
export async function withPlanSnapshots(
  changes: Changes,
  hasPlan: (revision: string) => Promise<boolean>,
): Promise<Changes> {
  const fresh = new Map<string, Plan>()
  for (const plan of changes.startedPlans ?? [])
    if (!fresh.has(plan.revision) && !(await hasPlan(plan.revision))) fresh.set(plan.revision, plan)
  const first = changes.events[0]
  if (fresh.size === 0 || !first) return changes
  const { at, by } = first
  const snapshots = [...fresh.values()].map((plan) => ({
    stream: `plan.${plan.revision}`,
    id: plan.revision,
    body: plan,
  }))
  return {
    ...changes,
    expect: {
      ...changes.expect,
      ...Object.fromEntries(snapshots.map(({ stream }) => [stream, 0])),
    },
    events: [
      ...snapshots.map(({ stream, body }) => ({ stream, type: 'PlanKept', at, by, body })),
      ...changes.events,
    ],
    documents: [
      ...changes.documents,
      ...snapshots.map(({ id, body }) => ({ kind: 'plan' as const, id, body })),
    ],
  }
}
