/** Finds the incidents whose personal values are purged by rule, and what goes with them. */
import { checkStream } from '#shared/domain/check/stream.ts'
import { attachmentStream } from '#shared/domain/plan-attachment/stream.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import type { FileAttached } from '#shared/domain/incident/record/files.ts'
import { filesOf } from '#shared/domain/incident/rules/files.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { nextMonth } from '#shared/domain/monthly-report/as-of.ts'
import { localMonth } from '#shared/domain/calendar.ts'
import type { IncidentPurge } from '#shared/domain/purge/stream.ts'
import { fewestDays, purgeDue, purgedWith, type PurgeDue } from '#shared/domain/retention/due.ts'
import { NO_RETENTION, type Retention } from '#shared/domain/retention/stream.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { Memory } from '../../engine/memory.ts'
import { incidentOf } from '../../engine/replay.ts'
import type { FoundPage, Journal, StoredEvent } from '../../ports.ts'

export type PurgeReading = { memory: Memory; journal: Journal }
export type Due = PurgeDue & { incident: Incident; ids: readonly string[] }

/** Without its words at hand: many are looked at, and none is shown. */
export const readIncident = async (id: string, journal: Journal): Promise<Incident | null> =>
  incidentOf(id, await journal.row(id), journal)

/** Those that are in the record. */
export async function incidentsOf(
  ids: readonly string[],
  journal: Journal,
): Promise<readonly Incident[]> {
  const all: Incident[] = []
  for (const id of ids) {
    const incident = await readIncident(id, journal)
    if (incident) all.push(incident)
  }
  return all
}

export const retentionIn = ({ documents }: Memory): Retention =>
  documents.get('retention', 'retention') ?? NO_RETENTION

/** When it was purged by rule last (UTC ms); null: never. */
export const purgedAt = (purge: IncidentPurge | null | undefined): number | null =>
  purge?.purged.findLast(({ why }) => why === 'rule')?.at ?? null

/** What was held or purged, by incident. */
export async function purgesByIncident({
  journal,
}: {
  journal: Pick<Journal, 'documents'>
}): Promise<ReadonlyMap<string, IncidentPurge>> {
  const documents = await journal.documents('purge')
  return new Map(documents.map(({ id, body }) => [id, body as unknown as IncidentPurge]))
}

/**
 * Incidents whose days are over at `until` (UTC ms), whatever they wait for, month by month, so
 * that other work has its turn. `now`: for what they wait.
 */
export async function* dueUntil(
  until: number,
  now: number,
  { memory, journal }: PurgeReading,
): AsyncGenerator<Due> {
  const retention = retentionIn(memory)
  const fewest = fewestDays(retention)
  const first = fewest === null ? null : await journal.firstMonth()
  if (fewest === null || first === null) return
  const purges = await purgesByIncident({ journal })
  const gone = [...purges].filter(([, purge]) => purgedAt(purge) !== null).map(([id]) => id)
  const since = await journal.personalCounts(gone.map((id) => incidentStream.nameOf(id)))
  const isOver = new Set(gone.filter((id) => since[incidentStream.nameOf(id)] === undefined))
  const last = localMonth(until, memory.site.zone)
  for (let month = first; month <= last; month = nextMonth(month))
    for (const { incidentId, at } of await journal.incidentStats(month, month)) {
      const isEarly = at + fewest * DAY_MS > until
      if (isEarly || isOver.has(incidentId) || memory.incidents.has(incidentId)) continue
      const incident = await readIncident(incidentId, journal)
      const due = incident && (await dueOf(incident, retention, { purges, now, journal }))
      if (incident && due && due.at <= until) yield { incident, ...due }
    }
}

/**
 * Held where it, or one that is purged with it, is held. Null of one that was purged and has
 * nothing that came since.
 */
export async function dueOf(
  incident: Incident,
  retention: Retention,
  {
    purges,
    now,
    journal,
  }: { purges: ReadonlyMap<string, IncidentPurge>; now: number; journal: Journal },
): Promise<(PurgeDue & { ids: readonly string[] }) | null> {
  if (purgeDue(incident, retention, { isHeld: false, now }) === null) return null
  const ids = await purgedWith(incident, (id) => readIncident(id, journal))
  const before = purgedAt(purges.get(incident.id))
  if (before !== null && !(await hasValues(ids, journal))) return null
  const isHeld = ids.some((id) => Boolean(purges.get(id)?.hold))
  const others = await incidentsOf(ids.slice(1), journal)
  const due = purgeDue(incident, retention, { isHeld, now, purgedAt: before ?? 0, others })
  return due && { ...due, ids }
}

const hasValues = async (ids: readonly string[], journal: Journal): Promise<boolean> =>
  Object.keys(await journal.personalCounts(ids.map((id) => incidentStream.nameOf(id)))).length > 0

/** Digests of files, and how many of them each incident had. */
export type GoingFiles = { files: readonly string[]; of: Readonly<Record<string, number>> }

/**
 * The files that go with these incidents: those that no corrective action, check or plan has and no
 * other incident, unless that was purged before. Withdrawn ones go, too.
 */
export async function filesGoing(
  ids: readonly string[],
  { journal }: { journal: Journal },
): Promise<GoingFiles> {
  const byIncident = new Map<string, ReadonlySet<string>>()
  for (const id of ids) {
    const incident = await readIncident(id, journal)
    byIncident.set(id, new Set(incident ? filesOf(incident).map(({ file }) => file.id) : []))
  }
  const going = new Set([...byIncident.values()].flatMap((files) => [...files]))
  for (const fileId of going.size === 0 ? [] : await filesElsewhere(going, byIncident, journal))
    going.delete(fileId)
  const of = [...byIncident].map(
    ([id, files]) => [id, [...files].filter((file) => going.has(file)).length] as const,
  )
  return { files: [...going], of: Object.fromEntries(of) }
}

/** Those of these files that an incident has which keeps its own. */
async function filesElsewhere(
  files: ReadonlySet<string>,
  going: ReadonlyMap<string, unknown>,
  journal: Journal,
): Promise<ReadonlySet<string>> {
  const elsewhere = new Set<string>()
  const purges = await purgesByIncident({ journal })
  for (let after: number | null = 0; after !== null;) {
    const page: FoundPage<StoredEvent> = await journal.findEvents([...files], after, [
      'FileAttached',
    ])
    for (const { stream, at, body } of page.found) {
      const id = incidentStream.idOf(stream)
      if ([actionStream, checkStream, attachmentStream].some(({ idOf }) => idOf(stream) !== null))
        elsewhere.add((body as unknown as FileAttached).file.id) // these keep their own
      if (id === null || going.has(id)) continue
      if (at > (purgedAt(purges.get(id)) ?? -Infinity))
        elsewhere.add((body as unknown as FileAttached).file.id)
    }
    after = page.next
  }
  return elsewhere
}
