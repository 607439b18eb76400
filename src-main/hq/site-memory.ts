/**
 * What is at hand of a site while its events are folded: its zone, the plans that incidents run by,
 * the incidents themselves. All of it can be read from the store again.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import { asRecorded, type StoredBody } from '#shared/domain/event-stream.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { isOnBoard, type Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { replayWorld } from '#shared/domain/incident/replay-world.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { planSnapshotStream } from '#shared/domain/plan-snapshot/stream.ts'
import { siteStream, type SiteEvent } from '#shared/domain/site/stream.ts'
import { seenAuthor, type BoundAuthor } from '#shared/domain/hand-up/line.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import type { Site } from '#shared/domain/site/site.ts'
import type { FoldState, HeldEvent, HqStore } from './hq-ports.ts'

/** An event with its stream; `version`: the how-manieth of its stream, from 1 on. */
export type ReadEvent = StoredBody & { stream: string; version: number; commandId: string | null }

type Line = Omit<ReadEvent, 'by'> & { seq: number; by: BoundAuthor }
/** Null of a stub, of which only the hash is held. Who acted is told by the seat. */
export function readEvent({ line }: HeldEvent): ReadEvent | null {
  if (line === null) return null
  const { by, ...event } = JSON.parse(line) as Line
  return { ...event, by: seenAuthor(by) }
}

export type SiteMemory = {
  readonly id: string
  /** How far it is folded; null: not at all. */
  head: Head | null
  site: Site | null
  readonly plans: Map<string, Plan>
  /** Those on the board, and those that were touched last. */
  readonly incidents: Map<string, Incident>
  /**
   * The last month of which some events came as stubs: of it and all before HQ cannot count. Empty:
   * of none.
   */
  uncountedUntil: string
  /** Months whose tally has changed since it was compared last; null: all. */
  changed: Set<string> | null
}

type EventSource = Pick<HqStore, 'eventsOf' | 'boardOf' | 'firstWhole'>

const streamEvents = async (
  store: EventSource,
  memory: SiteMemory,
  stream: string,
): Promise<readonly ReadEvent[]> =>
  (await store.eventsOf(memory.id, stream, memory.head?.seq ?? 0)).flatMap(
    (event) => readEvent(event) ?? [],
  )

/** Reads what is needed to go on folding where it was left off. */
export async function loadMemory(
  store: EventSource,
  { site: id, folded }: FoldState,
): Promise<SiteMemory> {
  const memory: SiteMemory = {
    id,
    head: folded,
    site: null,
    plans: new Map(),
    incidents: new Map(),
    uncountedUntil: '',
    changed: null,
  }
  const name = siteStream.nameOf('')
  memory.site = siteStream.replay('', await streamEvents(store, memory, name))
  const first = await store.firstWhole(id)
  const event = first && readEvent(first)
  if (first && event && first.seq > 1)
    memory.uncountedUntil = localMonth(event.at, memory.site?.zone ?? 'UTC')
  for (const row of await store.boardOf(id)) {
    const incident = await incidentOf(store, memory, row.id)
    if (incident) await worldOf(store, memory, incident)
  }
  return memory
}

/** As it stands at the memory's head; null where its beginning came as stubs. */
export async function incidentOf(
  store: EventSource,
  memory: SiteMemory,
  id: string,
): Promise<Incident | null> {
  const known = memory.incidents.get(id)
  if (known) return known
  const events = await streamEvents(store, memory, incidentStream.nameOf(id))
  if (events.length > 0 && events[0]?.version !== 1) return null
  const incident = incidentStream.replay(id, events)
  if (events.length > 0) memory.incidents.set(id, incident)
  return incident
}

/** Takes one event in; gives the incident that it is of, folded, or null. */
export async function takeIn(
  store: EventSource,
  memory: SiteMemory,
  event: ReadEvent,
): Promise<Incident | null> {
  const { stream } = event
  if (stream === siteStream.nameOf(''))
    memory.site = siteStream.evolve(memory.site, asRecorded<SiteEvent>(event))
  const revision = planSnapshotStream.idOf(stream)
  if (revision !== null) {
    const plan = planSnapshotStream.replay(revision, [event])
    if (plan) memory.plans.set(revision, plan)
  }
  const id = incidentStream.idOf(stream)
  if (id === null) return null
  const before =
    event.version === 1 ? incidentStream.initial(id) : await incidentOf(store, memory, id)
  if (!before || before.version !== event.version - 1) return null
  const after = incidentStream.evolve(before, asRecorded<IncidentEvent>(event))
  memory.incidents.set(id, after)
  return after
}

/** The world of an incident, with the plans that it runs. */
export async function worldOf(
  store: EventSource,
  memory: SiteMemory,
  incident: Incident,
): Promise<World> {
  for (const { revision } of incident.runs) {
    if (memory.plans.has(revision)) continue
    const events = await streamEvents(store, memory, planSnapshotStream.nameOf(revision))
    const plan = planSnapshotStream.replay(revision, events)
    if (plan) memory.plans.set(revision, plan)
  }
  return readWorld(memory)
}

/** The world of incidents whose plans are at hand. */
export const readWorld = ({ plans, site }: SiteMemory): World => replayWorld(plans, site?.zone)

/**
 * Only what stands on the board stays at hand, and the plans that it runs by: of thousands of sites
 * the rest would not fit. It is read again if anything more happens to it.
 */
export function forgetOver({ incidents, plans }: SiteMemory): void {
  for (const [id, incident] of incidents) if (!isOnBoard(incident.state)) incidents.delete(id)
  const running = new Set(
    [...incidents.values()].flatMap(({ runs }) => runs.map(({ revision }) => revision)),
  )
  for (const revision of plans.keys()) if (!running.has(revision)) plans.delete(revision)
}
