/**
 * Compares rows, documents and tallies with what the events alone come to. The record goes on in
 * the meantime, so what does not agree is read again before it is called damage.
 */
import { unreachable } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import { replayWorld } from '#shared/domain/incident/replay-world.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { planSnapshotStream } from '#shared/domain/plan-snapshot/stream.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import {
  documentFrom,
  documentsOf,
  streamOfDocument,
  type DocumentName,
} from '#shared/domain/streams.ts'
import { rowOf } from '../engine/changes.ts'
import { isStats } from '#shared/domain/statistics/stored-forms.ts'
import type { SearchEntry, IncidentRow, Journal, Verified } from '../ports.ts'
import { olderForms } from './old-row.ts'
import { isSame } from '#shared/domain/canonical.ts'

type Bad = Extract<Verified, { ok: false }>
/** What of the journal is looked at. */
export type Folded = Pick<
  Journal,
  'streams' | 'projectionNames' | 'events' | 'row' | 'document' | 'incidentStats' | 'tally'
>
type Compared = Folded & Partial<Pick<Journal, 'searchEntry'>>

const PAGE = 20 // streams in one go; between two of them other work has its turn
/** The world in which a row is folded. */
export function worldOf(folded: Pick<Journal, 'events'>): (incident: Incident) => Promise<World> {
  const plans = new Map<string, Plan>()
  let zone: string | null = null
  return async (incident) => {
    zone ??= siteStream.replay('', await folded.events(siteStream.nameOf('')))?.zone ?? 'UTC'
    for (const { revision } of incident.runs) {
      if (plans.has(revision)) continue
      const events = await folded.events(planSnapshotStream.nameOf(revision))
      const plan = planSnapshotStream.replay(revision, events)
      if (plan) plans.set(revision, plan)
    }
    return replayWorld(plans, zone)
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
    const events = await journal.intact(incidentStream.nameOf(id), least)
    if (!events || events.length === 0) return null
    const incident = incidentStream.replay(id, events)
    return rowOf(incident, await world(incident))
  }
}

/**
 * What does not agree: an incident's row or the words it is found by, documents of a stream, a
 * month's tally, or what no event speaks of.
 */
export type Stray =
  | { kind: 'incident'; id: string }
  | { kind: 'documents'; stream: string; named: readonly DocumentName[] }
  | { kind: 'month'; month: string }
  | { kind: 'ghost-row'; id: string }
  | { kind: 'ghost-document'; named: DocumentName }

/** Its stream, or its month as `month.2026-11`. */
export function whereOf(stray: Stray): string {
  switch (stray.kind) {
    case 'incident':
    case 'ghost-row':
      return incidentStream.nameOf(stray.id)
    case 'documents':
      return stray.stream
    case 'ghost-document':
      return streamOfDocument(stray.named)
    case 'month':
      return `month.${stray.month}`
    default:
      return unreachable(stray)
  }
}

/** Tells strays apart, of which several may lie in one stream. */
export const keyOf = (stray: Stray): string =>
  stray.kind === 'ghost-document'
    ? JSON.stringify([stray.kind, stray.named.kind, stray.named.id])
    : JSON.stringify([stray.kind, whereOf(stray)])

/** The words by which an incident is to be found. */
export type Lines = (incident: Incident) => Promise<SearchEntry>

/** Titles of one plan stand in the order in which they came; a search finds them in any. */
const inAnyOrder = (entry: SearchEntry | null): readonly string[][] | null =>
  entry &&
  [entry.plain, entry.narrative].flatMap(({ text, sounds, initials }) =>
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
    const [row, events] = await Promise.all([
      folded.row(id),
      folded.events(incidentStream.nameOf(id)),
    ])
    const incident = incidentStream.replay(id, events)
    const right = rowOf(incident, await world(incident))
    const forms = row?.old ? olderForms(right) : [right]
    if (!forms.some((form) => isSame(row, form))) return false
    return row?.old === true || foundAsItShould(incident)
  }

  async function compareDocuments(
    stream: string,
    named: readonly DocumentName[],
  ): Promise<boolean> {
    const [events, ...documents] = await Promise.all([
      folded.events(stream),
      ...named.map(({ kind, id }) => folded.document(kind, id)),
    ])
    return named.every((name, index) => isSame(documents[index], documentFrom(name, events)))
  }

  /**
   * The figures that are kept of a month, with what its incidents come to. Facts come a moment
   * later: what has changed in between is read again.
   */
  async function compareMonth(month: string): Promise<boolean> {
    for (;;) {
      const before = await folded.tally(month)
      const stored = await folded.incidentStats(month, month)
      const after = await folded.tally(month)
      if (isSame(before, after)) return stored.every(isStats) && isSame(after, tallyOf(stored))
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
      const id = incidentStream.idOf(stream)
      const named = documentsOf(stream)
      if (id !== null && !(await twice(() => compareIncident(id)))) yield { kind: 'incident', id }
      if (named.length > 0 && !(await twice(() => compareDocuments(stream, named))))
        yield { kind: 'documents', stream, named }
    }
  }
  const isGhost = async (stream: string): Promise<boolean> =>
    !seen.has(stream) && (await folded.events(stream)).length === 0
  const isFoldedFrom = (stream: string, { kind, id }: DocumentName): boolean =>
    documentsOf(stream).some((named) => named.kind === kind && named.id === id)
  const names = await folded.projectionNames()
  for (const id of names.rows)
    if (await isGhost(incidentStream.nameOf(id))) yield { kind: 'ghost-row', id }
  for (const named of names.documents) {
    const stream = streamOfDocument(named)
    if (!isFoldedFrom(stream, named) || (await isGhost(stream)))
      yield { kind: 'ghost-document', named }
  }
  for (const month of names.months) if (!(await compareMonth(month))) yield { kind: 'month', month }
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
