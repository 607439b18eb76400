/**
 * Works out anew, from the events alone, what rows and kept documents must say, and compares. The
 * record goes on meanwhile, so whatever does not agree is looked at again before it is called
 * damage.
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
import { isFact } from '#shared/domain/statistics/stored-forms.ts'
import type {
  SearchEntry,
  IncidentRow,
  Journal,
  Json,
  StoredDocument,
  StoredEvent,
  Verified,
} from '../ports.ts'
import { asBefore } from './old-row.ts'
import {
  arrangementOf,
  monthOfStream,
  replayReport,
  reportStream,
} from '../features/monthly-report/record.ts'
import { siteOf } from '../features/site/founding.ts'
import { isSame } from '#shared/domain/canonical.ts'

export type Named = Pick<StoredDocument, 'kind' | 'id'>
type Bad = Extract<Verified, { ok: false }>
/** What of the journal is looked at. */
export type Folded = Pick<
  Journal,
  'streams' | 'projectionNames' | 'events' | 'row' | 'document' | 'facts' | 'tally'
>
type Compared = Folded & Partial<Pick<Journal, 'searchEntry'>>

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
export function documentsOf(stream: string): readonly Named[] {
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
/** The stream that a document is folded from. */
export function streamOf({ kind, id }: Named): string {
  if (kind === 'own-plan' || kind === 'draft') return planTextStream(id)
  if (kind === 'report') return reportStream(id)
  return kind === 'plan' || kind === 'desk' || kind === 'import' ? `${kind}.${id}` : kind
}

/** What the document must be; `events` are all of its stream. */
export function bodyOf(kind: Named['kind'], events: readonly StoredEvent[]): Json | null {
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
export function worldOf(folded: Pick<Journal, 'events'>): (incident: Incident) => Promise<World> {
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
 * The row of an incident from its events; null if there are none, or they are not what was written,
 * `least` of them or more.
 */
export function rowFrom(
  journal: Pick<Journal, 'events' | 'intact'>,
): (id: string, least?: number) => Promise<IncidentRow | null> {
  const world = worldOf(journal)
  return async (id, least) => {
    const events = await journal.intact(incidentStream(id), least)
    if (!events || events.length === 0) return null
    const incident = replay(id, events)
    return rowOf(incident, await world(incident))
  }
}

/**
 * What does not agree: an incident's row or the words it is found by, documents of a stream, a
 * month's tally, or what no event speaks of.
 */
export type Stray =
  | { kind: 'incident'; id: string }
  | { kind: 'documents'; stream: string; named: readonly Named[] }
  | { kind: 'month'; month: string }
  | { kind: 'ghost-row'; id: string }
  | { kind: 'ghost-document'; named: Named }

/** Its stream, or its month as `month.2026-11`. */
export function whereOf(stray: Stray): string {
  switch (stray.kind) {
    case 'incident':
    case 'ghost-row':
      return incidentStream(stray.id)
    case 'documents':
      return stray.stream
    case 'ghost-document':
      return streamOf(stray.named)
    case 'month':
      return `month.${stray.month}`
    default:
      return unreachable(stray)
  }
}

/** The words by which an incident is to be found. */
export type Lines = (incident: Incident) => Promise<SearchEntry>

/** Titles of one plan stand in the order in which they came; a search finds them in any. */
const inAnyOrder = (found: SearchEntry | null): readonly string[][] | null =>
  found &&
  [found.plain, found.said].flatMap(({ text, sounds, initials }) =>
    [text, sounds, initials].map((lines) => String(lines).split('\n').sort()),
  )

/**
 * Everything folded that is not what its events come to, as it is met. With `lines` the words by
 * which incidents are found are compared, too. A text that is no JSON any more agrees with nothing.
 */
export async function* straysIn(folded: Compared, lines?: Lines): AsyncGenerator<Stray> {
  const world = worldOf(folded)

  async function foundAsItShould(incident: Incident): Promise<boolean> {
    return (
      !lines ||
      !folded.searchEntry ||
      isSame(inAnyOrder(await folded.searchEntry(incident.id)), inAnyOrder(await lines(incident)))
    )
  }

  async function compareIncident(id: string): Promise<boolean> {
    // at one moment, where the store can
    const [row, events] = await Promise.all([folded.row(id), folded.events(incidentStream(id))])
    const incident = replay(id, events)
    const right = rowOf(incident, await world(incident))
    if (!isSame(row, row?.old ? asBefore(right) : right)) return false
    return row?.old === true || foundAsItShould(incident)
  }

  async function compareDocuments(stream: string, named: readonly Named[]): Promise<boolean> {
    const [events, ...documents] = await Promise.all([
      folded.events(stream),
      ...named.map(({ kind, id }) => folded.document(kind, id)),
    ])
    return named.every(({ kind }, at) => isSame(documents[at], bodyOf(kind, events)))
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
      if (isSame(before, after)) return facts.every(isFact) && isSame(after, tallyOf(facts))
    }
  }

  const twice = async (agrees: () => Promise<boolean>): Promise<boolean> =>
    (await agrees()) || agrees()

  const seen = new Set<string>()
  for (
    let page = await folded.streams('', PAGE);
    page.length > 0;
    page = await folded.streams(page.at(-1) ?? '', PAGE)
  ) {
    for (const stream of page) {
      seen.add(stream)
      const id = stream.startsWith(INCIDENT) ? stream.slice(INCIDENT.length) : null
      const named = id === null ? documentsOf(stream) : []
      if (id !== null && !(await twice(() => compareIncident(id)))) yield { kind: 'incident', id }
      if (named.length > 0 && !(await twice(() => compareDocuments(stream, named))))
        yield { kind: 'documents', stream, named }
    }
  }
  const isGhost = async (stream: string): Promise<boolean> =>
    !seen.has(stream) && (await folded.events(stream)).length === 0
  const held = await folded.projectionNames()
  for (const id of held.rows) if (await isGhost(incidentStream(id))) yield { kind: 'ghost-row', id }
  for (const named of held.documents)
    if (await isGhost(streamOf(named))) yield { kind: 'ghost-document', named }
  for (const month of held.months) if (!(await compareMonth(month))) yield { kind: 'month', month }
}

/**
 * The first projection that is not what its events come to (`firstBad` 0, for it lies outside the
 * events), or null.
 */
export async function strayProjection(folded: Folded): Promise<Bad | null> {
  for await (const stray of straysIn(folded))
    return { ok: false, firstBad: 0, why: 'projection-mismatch', where: whereOf(stray) }
  return null
}

/** The whole record: events, seals, tables, and what was folded from them. */
export async function verifyWhole(journal: Pick<Journal, 'verify'> & Folded): Promise<Verified> {
  const verified = await journal.verify()
  return verified.ok ? ((await strayProjection(journal)) ?? verified) : verified
}
