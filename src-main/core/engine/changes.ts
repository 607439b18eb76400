/**
 * Turns a decision of the rules into what the journal has to save: events, projection row, fact.
 * Saves nothing itself.
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
import type { IncidentRow, Json, NewEvent, Seal } from '../ports.ts'
import type { Changes } from './command-queue.ts'

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
 * A plan's text is kept once, by its revision, the first time that it runs: before the events that
 * follow it. `kept`: whether it is already.
 */
export async function withPlanSnapshots(
  draft: Changes,
  kept: (revision: string) => Promise<boolean>,
): Promise<Changes> {
  const fresh = new Map<string, Plan>()
  for (const plan of draft.startedPlans ?? [])
    if (!fresh.has(plan.revision) && !(await kept(plan.revision))) fresh.set(plan.revision, plan)
  const first = draft.events[0]
  if (fresh.size === 0 || !first) return draft
  const texts = [...fresh.values()].map((plan) => ({
    stream: `plan.${plan.revision}`,
    id: plan.revision,
    body: plan,
  }))
  return {
    ...draft,
    expect: { ...draft.expect, ...Object.fromEntries(texts.map(({ stream }) => [stream, 0])) },
    events: [
      ...texts.map(({ stream, body }) => ({
        stream,
        type: 'PlanKept',
        at: first.at,
        by: first.by,
        body,
      })),
      ...draft.events,
    ],
    documents: [
      ...draft.documents,
      ...texts.map(({ id, body }) => ({ kind: 'plan' as const, id, body })),
    ],
  }
}

/**
 * Decides a command on an incident and drafts what to save. `seals` are the personal values that
 * the command brought.
 */
export function decideIncident(
  incident: Incident,
  command: IncidentCommand,
  meta: Meta,
  world: World,
  reply: Json = {},
  seals: readonly Seal[] = [],
): Changes | Refusal {
  const decision = decide(incident, command, meta, world)
  if (!decision.ok) return decision
  const { events, state, deadlines } = decision
  const stream = incidentStream(incident.id)
  return {
    ok: true,
    expect: { [stream]: incident.version },
    events: events.map((event) => newEvent(stream, event, meta)),
    seals: [...seals],
    rows: events.length > 0 ? [rowOf(state, world, deadlines)] : [],
    documents: [],
    startedPlans: events.flatMap((event) =>
      event.type === 'PlanActivated' ? [world.plan(event.revision)] : [],
    ),
    reply,
  }
}
