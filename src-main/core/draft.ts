/** Turns a decision of the rules into what the journal has to save: events, projection row, fact. Saves nothing itself. */
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import type { IncidentCommand } from '#shared/domain/incident/commands.ts'
import { decide } from '#shared/domain/incident/decide.ts'
import { evolve } from '#shared/domain/incident/evolve.ts'
import type { IncidentEvent } from '#shared/domain/incident/events.ts'
import { isOnBoard, type Incident } from '#shared/domain/incident/state.ts'
import type { World } from '#shared/domain/incident/world.ts'
import { factOf } from '#shared/domain/statistics/of-incident.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { IncidentRow, Json, NewEvent, Seal } from './ports.ts'
import type { Draft } from './writer.ts'

export const incidentStream = (id: string): string => `incident.${id}`

/** An event without type, as the journal keeps it. Everything in it is plain JSON by construction. */
const newEvent = (stream: string, { type, ...body }: IncidentEvent, meta: Meta): NewEvent =>
  ({ stream, type, at: meta.at, by: meta.by, body })

export const rowOf = (incident: Incident, world: World): IncidentRow =>
  ({ id: incident.id, onBoard: isOnBoard(incident.state), incident, fact: factOf(incident, world) })

/** The world while one more plan is being activated. */
export const withPlan = (world: World, plan: Plan): World =>
  ({ ...world, plan: (revision) => revision === plan.revision ? plan : world.plan(revision) })

/** Decides a command on an incident and drafts what to save. `seals` are the personal values that the command brought. */
export function draftCommand(
  incident: Incident, command: IncidentCommand, meta: Meta, world: World, reply: Json = {}, seals: readonly Seal[] = []
): Draft | Refusal {
  const decision = decide(incident, command, meta, world)
  if (!decision.ok) return decision
  const after = decision.events.reduce<Incident>((state, event) => evolve(state, { ...event, ...meta }), incident)
  const stream = incidentStream(incident.id)
  return {
    ok: true,
    expect: { [stream]: incident.version },
    events: decision.events.map((event) => newEvent(stream, event, meta)),
    seals: [...seals],
    rows: decision.events.length > 0 ? [rowOf(after, world)] : [],
    kept: [],
    reply
  }
}
