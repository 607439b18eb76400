/**
 * Works out anew, from the events alone, what rows and kept documents must say, and compares. It writes nothing and repairs nothing; the
 * record goes on meanwhile, so whatever does not agree is looked at again before it is called damage.
 */
import type { Site } from '#shared/domain/board/types.ts'
import { evolve } from '#shared/domain/incident/evolve.ts'
import { unreachable } from '#shared/domain/decision.ts'
import type { IncidentEvent } from '#shared/domain/incident/events.ts'
import { nothing, type Incident } from '#shared/domain/incident/state.ts'
import type { World } from '#shared/domain/incident/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { incidentStream, rowOf } from './draft.ts'
import type { Journal, Json, Kept, StoredEvent, Verified } from './ports.ts'
import { canonical } from './validate.ts'

type Named = Pick<Kept, 'kind' | 'id'>
type Bad = Extract<Verified, { ok: false }>
/** What of the journal is looked at. */
export type Folded = Pick<Journal, 'streams' | 'held' | 'events' | 'row' | 'kept'>

const PAGE = 20 // streams in one go; between two of them other work has its turn
const INCIDENT = incidentStream('')
const PLAN = 'plan.'

/** The event as the rules know it: type and body are one again. */
export const asEvent = ({ type, body }: StoredEvent): IncidentEvent => ({ type, ...(body as object) }) as IncidentEvent

/** An incident from all its events, in order. */
export const replay = (id: string, events: readonly StoredEvent[]): Incident =>
  events.reduce<Incident>((state, event) => evolve(state, { ...asEvent(event), at: event.at, by: event.by }), nothing(id))

const latest = (events: readonly StoredEvent[], type: string): Json | null => events.findLast((event) => event.type === type)?.body ?? null

/** The document that a stream is folded into; null for one that is folded into none. */
function documentOf(stream: string): Named | null {
  if (stream === 'site' || stream === 'roster') return { kind: stream, id: stream }
  return stream.startsWith(PLAN) ? { kind: 'plan', id: stream.slice(PLAN.length) } : null
}
const streamOf = ({ kind, id }: Named): string => kind === 'plan' ? `${PLAN}${id}` : kind

/** What the document must be. */
function bodyOf(kind: Named['kind'], events: readonly StoredEvent[]): Json | null {
  switch (kind) {
    case 'site': return latest(events, 'SiteFounded')
    case 'roster': return (latest(events, 'RosterSet') as { posts: Json } | null)?.posts ?? null
    case 'plan': return latest(events, 'PlanKept')
    default: return unreachable(kind)
  }
}

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

/** The world in which a row is folded. Calendar and roster are not in the record: they decide nothing that stands in a row. */
function worldOf(folded: Folded): (incident: Incident) => Promise<World> {
  const plans = new Map<string, Plan>()
  let zone: string | null = null
  return async (incident) => {
    zone ??= (latest(await folded.events('site'), 'SiteFounded') as Site | null)?.zone ?? 'UTC'
    for (const { revision } of incident.runs)
      if (!plans.has(revision)) plans.set(revision, latest(await folded.events(`${PLAN}${revision}`), 'PlanKept') as unknown as Plan)
    return {
      zone, calendar: {}, roster: null,
      plan(revision) {
        const found = plans.get(revision)
        if (!found) throw new Error(`no plan ${revision} in the record`)
        return found
      }
    }
  }
}

/** The first projection that is not what its events come to (`firstBad` 0, for it lies outside the events), or null. */
export async function strayProjection(folded: Folded): Promise<Bad | null> {
  const world = worldOf(folded)
  const bad = (where: string): Bad => ({ ok: false, firstBad: 0, why: 'projection-mismatch', where })

  /** A text that is no JSON any more agrees with nothing. */
  const agrees = (stream: string): Promise<boolean> => compare(stream).catch((error: unknown) => {
    if (error instanceof SyntaxError) return false
    throw error
  })

  async function compare(stream: string): Promise<boolean> {
    if (stream.startsWith(INCIDENT)) {
      const id = stream.slice(INCIDENT.length)
      const [row, events] = await Promise.all([folded.row(id), folded.events(stream)]) // at one moment, where the store can
      const incident = replay(id, events)
      return same(row, rowOf(incident, await world(incident)))
    }
    const named = documentOf(stream)
    if (!named) return true
    const [document, events] = await Promise.all([folded.kept(named.kind, named.id), folded.events(stream)])
    return same(document, bodyOf(named.kind, events))
  }

  const seen = new Set<string>()
  for (let page = await folded.streams('', PAGE); page.length > 0; page = await folded.streams(page.at(-1) ?? '', PAGE)) {
    for (const stream of page) {
      seen.add(stream)
      if (!await agrees(stream) && !await agrees(stream)) return bad(stream)
    }
  }
  const held = await folded.held()
  const streams = [...held.rows.map(incidentStream), ...held.kept.map(streamOf)]
  for (const stream of streams) if (!seen.has(stream) && (await folded.events(stream)).length === 0) return bad(stream)
  return null
}

/** The whole record: events, seals, tables, and what was folded from them. */
export async function verifyWhole(journal: Pick<Journal, 'verify'> & Folded): Promise<Verified> {
  const verified = await journal.verify()
  return verified.ok ? await strayProjection(journal) ?? verified : verified
}
