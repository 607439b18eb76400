/**
 * Turns a decision of the rules into what the journal has to save: events, projection rows,
 * documents, personal values.
 */
import type { Decision, Meta, Recorded, Refusal } from '#shared/domain/decision.ts'
import type { EventStream } from '#shared/domain/event-stream.ts'
import type { IncidentCommand } from '#shared/domain/incident/record/commands.ts'
import { deadlinesOf, type Deadline } from '#shared/domain/incident/deadlines.ts'
import { decide, type Decided } from '#shared/domain/incident/decide.ts'
import { isOnBoard, type Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { projectStats } from '#shared/domain/statistics/project.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { decidePlanSnapshot } from '#shared/domain/plan-snapshot/decide.ts'
import { planSnapshotStream } from '#shared/domain/plan-snapshot/stream.ts'
import type { DocumentKind } from '#shared/domain/streams.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import type { IncidentRow, Json, NewEvent, Seal, StoredDocument } from '../ports.ts'

/**
 * What a command changes, before it is saved. `expect`: by stream, the version that it was decided
 * on. `startedPlans`: their texts are saved, unless they are already. `deadlines`: by incident,
 * what is due in it afterwards by itself, as far as the rules have worked it out. `recovers`: it
 * says that the store works again. `onSaved` runs once they are.
 */
export type Changes = {
  ok: true
  expect: Record<string, number>
  events: NewEvent[]
  seals: Seal[]
  rows: IncidentRow[]
  documents: StoredDocument[]
  startedPlans?: readonly Plan[]
  deadlines?: Readonly<Record<string, readonly Deadline[]>>
  reply: Json
  recovers?: true
  onSaved?: () => void
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

/** What each of these changes, as one: saved whole or not at all. */
export const joinChanges = (all: readonly Changes[], reply: Json = {}): Changes =>
  changesOf({
    expect: Object.assign({}, ...all.map(({ expect }) => expect)) as Changes['expect'],
    events: all.flatMap(({ events }) => events),
    seals: all.flatMap(({ seals }) => seals),
    rows: all.flatMap(({ rows }) => rows),
    documents: all.flatMap(({ documents }) => documents),
    startedPlans: all.flatMap(({ startedPlans }) => startedPlans ?? []),
    deadlines: Object.assign({}, ...all.map(({ deadlines }) => deadlines)) as NonNullable<
      Changes['deadlines']
    >,
    reply,
  })

/** With who and when; everything else in an event is plain JSON by construction. */
function recordedEvents<S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  events: readonly E[],
  { at, by }: Meta,
): readonly Recorded<E>[] {
  return events.map((event) => ({ ...event, at, by: stream.author?.(event, by) ?? by }))
}

const newEvent = (stream: string, event: Recorded<{ type: string }>): NewEvent => {
  const { type, at, by, ...body } = event
  return { stream, type, at, by, body }
}

/**
 * What the events of one stream change: they are added to it, and the documents of its state follow
 * them. `state`: the one that they were decided on.
 */
export function streamChanges<S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  id: string,
  state: S,
  { events, meta, reply }: { events: readonly E[]; meta: Meta; reply?: Json },
): Changes {
  const name = stream.nameOf(id)
  const recorded = recordedEvents(stream, events, meta)
  const after = recorded.reduce<S>((before, event) => stream.evolve(before, event), state)
  const documents = (Object.keys(stream.documents) as (keyof D & DocumentKind)[]).flatMap(
    (kind): StoredDocument[] => {
      const stored = stream.documents[kind]
      const body = stored.of(after)
      return body === null || body === stored.of(state)
        ? []
        : [{ kind, id: stream.idOf(name) ?? id, body: body as Json }]
    },
  )
  return changesOf({
    expect: stream.version ? { [name]: stream.version(state) } : {},
    events: recorded.map((event) => newEvent(name, event)),
    documents,
    ...(reply === undefined ? {} : { reply }),
  })
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
    stats: projectStats(incident, world),
  }
}

/** The changes of a decision on one stream, or why the command is refused. */
export const recordDecision = <S, E extends { type: string }, D extends object>(
  stream: EventStream<S, E, D>,
  id: string,
  state: S,
  decision: Decision<E>,
  meta: Meta,
  reply: Json = {},
): Changes | Refusal =>
  decision.ok
    ? streamChanges(stream, id, state, { events: decision.events, meta, reply })
    : decision

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
  return decision.ok ? incidentChanges({ incident, meta, world, seals }, decision, reply) : decision
}

/** What was decided on an incident, by one command or by several in turn. */
export function incidentChanges(
  { incident, meta, world, seals = [] }: DecisionBasis,
  { events, state, deadlines }: Omit<Decided, 'ok'>,
  reply: Json = {},
): Changes {
  const stream = incidentStream.nameOf(incident.id)
  return changesOf({
    expect: { [stream]: incident.version },
    events: recordedEvents(incidentStream, events, meta).map((event) => newEvent(stream, event)),
    seals: [...seals],
    rows: events.length > 0 ? [rowOf(state, world, deadlines)] : [],
    startedPlans: events.flatMap((event) =>
      event.type === 'PlanActivated' ? [world.plan(event.revision)] : [],
    ),
    deadlines: { [incident.id]: deadlines },
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
  const first = changes.events[0]
  const fresh = new Map<string, Plan>()
  for (const plan of changes.startedPlans ?? [])
    if (!(await hasPlan(plan.revision))) fresh.set(plan.revision, plan)
  if (fresh.size === 0 || !first) return changes
  const snapshots = [...fresh.values()].map((plan) => {
    const { events } = decidePlanSnapshot(null, { type: 'KeepPlan', plan })
    return streamChanges(planSnapshotStream, plan.revision, null, {
      events,
      meta: { at: first.at, by: first.by },
    })
  })
  const { reply, recovers } = changes
  return { ...joinChanges([...snapshots, changes], reply), ...(recovers && { recovers }) }
}
