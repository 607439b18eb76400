/**
 * Works out anew, from the events alone, what rows and kept documents must say, and compares. It
 * writes nothing and repairs nothing; the record goes on meanwhile, so whatever does not agree is
 * looked at again before it is called damage.
 */
import { evolve } from '#shared/domain/incident/evolve.ts'
import { unreachable } from '#shared/domain/decision.ts'
import type { IncidentEvent } from '#shared/domain/incident/record/events.ts'
import { initialIncident, type Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import { incidentStream, rowOf } from '../engine/changes.ts'
import { importOf } from '../features/import/record.ts'
import { planOfStream, planTextStream, replayPlanText } from '../features/plan/record.ts'
import type { Journal, Json, StoredDocument, StoredEvent, Verified } from '../ports.ts'
import { asBefore } from './old-row.ts'
import {
  arrangementOf,
  monthOfStream,
  replayReport,
  reportStream,
} from '../features/monthly-report/record.ts'
import { siteOf } from '../features/site/founding.ts'
import { isSame } from '#shared/domain/canonical.ts'

type Named = Pick<StoredDocument, 'kind' | 'id'>
type Bad = Extract<Verified, { ok: false }>
/** What of the journal is looked at. */
export type Folded = Pick<
  Journal,
  'streams' | 'projectionNames' | 'events' | 'row' | 'document' | 'facts' | 'tally'
>

const PAGE = 20 // streams in one go; between two of them other work has its turn
const INCIDENT = incidentStream('')
const PLAN = 'plan.'
const DESK = 'desk.'
const IMPORT = 'import.'

/** The event as the rules know it: type and body are one again. */
export const asEvent = ({ type, body }: StoredEvent): IncidentEvent =>
  ({ type, ...(body as object) }) as IncidentEvent

/** An incident from all its events, in order. */
export const replay = (id: string, events: readonly StoredEvent[]): Incident =>
  events.reduce<Incident>(
    (state, event) => evolve(state, { ...asEvent(event), at: event.at, by: event.by }),
    initialIncident(id),
  )

const latest = (events: readonly StoredEvent[], type: string): Json | null =>
  events.findLast((event) => event.type === type)?.body ?? null

/** The documents that a stream is folded into. */
function documentsOf(stream: string): readonly Named[] {
  if (stream === 'site' || stream === 'roster' || stream === 'places' || stream === 'reports')
    return [{ kind: stream, id: stream }]
  if (stream.startsWith(DESK)) return [{ kind: 'desk', id: stream.slice(DESK.length) }]
  if (stream.startsWith(IMPORT)) return [{ kind: 'import', id: stream.slice(IMPORT.length) }]
  const planId = planOfStream(stream)
  if (planId !== null)
    return [
      { kind: 'own-plan', id: planId },
      { kind: 'draft', id: planId },
    ]
  const month = monthOfStream(stream)
  if (month !== null) return [{ kind: 'report', id: month }]
  return stream.startsWith(PLAN) ? [{ kind: 'plan', id: stream.slice(PLAN.length) }] : []
}
function streamOf({ kind, id }: Named): string {
  if (kind === 'own-plan' || kind === 'draft') return planTextStream(id)
  if (kind === 'report') return reportStream(id)
  return kind === 'plan' || kind === 'desk' || kind === 'import' ? `${kind}.${id}` : kind
}

/** What the document must be. */
function bodyOf(kind: Named['kind'], events: readonly StoredEvent[]): Json | null {
  switch (kind) {
    case 'site':
      return siteOf(events)
    case 'desk':
      return latest(events, 'DeskSignedOn')
    case 'roster':
      return (latest(events, 'RosterSet') as { posts: Json } | null)?.posts ?? null
    case 'places':
      return (latest(events, 'PlacesSet') as { places: Json } | null)?.places ?? null
    case 'plan':
      return latest(events, 'PlanKept')
    case 'own-plan':
      return replayPlanText(events).own
    case 'import':
      return importOf(events)
    case 'draft':
      return replayPlanText(events).draft
    case 'reports':
      return arrangementOf(events)
    case 'report':
      return replayReport(events)
    default:
      return unreachable(kind)
  }
}

/**
 * The world in which a row is folded. Calendar and roster are not in the record: they decide
 * nothing that stands in a row.
 */
function worldOf(folded: Folded): (incident: Incident) => Promise<World> {
  const plans = new Map<string, Plan>()
  let zone: string | null = null
  return async (incident) => {
    zone ??= siteOf(await folded.events('site'))?.zone ?? 'UTC'
    for (const { revision } of incident.runs)
      if (!plans.has(revision))
        plans.set(
          revision,
          latest(await folded.events(`${PLAN}${revision}`), 'PlanKept') as unknown as Plan,
        )
    return {
      zone,
      calendar: {},
      roster: null,
      plan(revision) {
        const found = plans.get(revision)
        if (!found) throw new Error(`no plan ${revision} in the record`)
        return found
      },
    }
  }
}

/**
 * The first projection that is not what its events come to (`firstBad` 0, for it lies outside the
 * events), or null.
 */
export async function strayProjection(folded: Folded): Promise<Bad | null> {
  const world = worldOf(folded)
  const bad = (where: string): Bad => ({
    ok: false,
    firstBad: 0,
    why: 'projection-mismatch',
    where,
  })

  /** A text that is no JSON any more agrees with nothing. */
  const agrees = (compared: Promise<boolean>): Promise<boolean> =>
    compared.catch((error: unknown) => {
      if (error instanceof SyntaxError) return false
      throw error
    })

  async function compare(stream: string): Promise<boolean> {
    if (stream.startsWith(INCIDENT)) {
      const id = stream.slice(INCIDENT.length)
      // at one moment, where the store can
      const [row, events] = await Promise.all([folded.row(id), folded.events(stream)])
      const incident = replay(id, events)
      const right = rowOf(incident, await world(incident))
      return isSame(row, row?.old ? asBefore(right) : right)
    }
    const named = documentsOf(stream)
    if (named.length === 0) return true
    const [events, ...documents] = await Promise.all([
      folded.events(stream),
      ...named.map(({ kind, id }) => folded.document(kind, id)),
    ])
    return named.every(({ kind }, at) => isSame(documents[at], bodyOf(kind, events)))
  }

  const seen = new Set<string>()
  for (
    let page = await folded.streams('', PAGE);
    page.length > 0;
    page = await folded.streams(page.at(-1) ?? '', PAGE)
  ) {
    for (const stream of page) {
      seen.add(stream)
      if (!(await agrees(compare(stream))) && !(await agrees(compare(stream)))) return bad(stream)
    }
  }
  /**
   * The figures that are kept of a month, with what its incidents come to. Facts come a moment
   * later: what has changed in between is read again.
   */
  async function compareMonth(month: string): Promise<boolean> {
    for (;;) {
      const before = await folded.tally(month)
      const facts = await folded.facts(month, month)
      const after = await folded.tally(month)
      if (isSame(before, after)) return isSame(after, tallyOf(facts))
    }
  }

  const held = await folded.projectionNames()
  const streams = [...held.rows.map(incidentStream), ...held.documents.map(streamOf)]
  for (const stream of streams)
    if (!seen.has(stream) && (await folded.events(stream)).length === 0) return bad(stream)
  for (const month of held.months)
    if (!(await agrees(compareMonth(month)))) return bad(`month.${month}`)
  return null
}

/** The whole record: events, seals, tables, and what was folded from them. */
export async function verifyWhole(journal: Pick<Journal, 'verify'> & Folded): Promise<Verified> {
  const verified = await journal.verify()
  return verified.ok ? ((await strayProjection(journal)) ?? verified) : verified
}
