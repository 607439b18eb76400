/**
 * Rows that an older program folded lack what is kept since: the log of alerts, what the figures
 * need of it, the words for searching. They are folded anew from their events while the station
 * runs, a few at a time. No event is written, and nothing waits for it.
 */
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { incidentStream, rowOf } from '../engine/changes.ts'
import type { SearchIndexer } from '../engine/search-index.ts'
import type { Memory } from '../engine/memory.ts'
import type { IncidentRow, Journal, JournalEntry, Log } from '../ports.ts'
import { replay } from './projections.ts'

const PAGE = 10 // rows in one go; between two of them other work has its turn

/** The incident of a row as this program folds it. */
export const incidentOf = async (
  row: IncidentRow,
  journal: Pick<Journal, 'events'>,
): Promise<Incident> =>
  row.old ? replay(row.id, await journal.events(incidentStream(row.id))) : row.incident

/** If its incident goes on in the same moment, that has folded it, and this entry fails alone. */
async function reprojected(
  id: string,
  journal: Journal,
  memory: Memory,
  find: SearchIndexer,
): Promise<JournalEntry> {
  const incident = replay(id, await journal.events(incidentStream(id)))
  for (const { revision } of incident.runs) await memory.hasPlan(revision)
  const values = incident.narrative ? await journal.unseal([incident.narrative.sealed]) : {}
  const world = memory.world()
  const found = find(incident, { plan: world.plan, value: ({ sealed }) => values[sealed] ?? null })
  return {
    command: null,
    expect: { [incidentStream(id)]: incident.version },
    events: [],
    seals: [],
    rows: [rowOf(incident, world)],
    searchEntries: [found],
    documents: [],
  }
}

type Parts = { journal: Journal; memory: Memory; indexIncident: SearchIndexer; log: Log }

/**
 * Works until no old row is left, or it is stopped; the next start goes on where this one ended.
 */
export function startReprojection({ journal, memory, indexIncident, log }: Parts): {
  stop: () => Promise<void>
} {
  let stopped = false

  async function work(): Promise<void> {
    let rows = 0
    for (
      let ids = await journal.oldRows(PAGE);
      ids.length > 0 && !stopped;
      ids = await journal.oldRows(PAGE)
    ) {
      const entries: JournalEntry[] = []
      for (const id of ids) entries.push(await reprojected(id, journal, memory, indexIncident))
      await journal.commit(entries)
      rows += ids.length
    }
    if (rows > 0) log.info('rows-folded-anew', { rows })
  }

  const working = work().catch((error: unknown) => log.error('rows-not-folded', error))
  return {
    stop() {
      stopped = true
      return working
    },
  }
}
