/**
 * Rows that an older program folded lack what is kept since: the log of alerts, what the figures
 * need of it, the words for searching. They are folded again from their events while the station
 * runs, a few at a time. No event is written, and nothing waits for it.
 */
import { sealedIn } from '#shared/domain/sealed.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { documentFrom, documentsOf, type DocumentName } from '#shared/domain/streams.ts'
import { rowOf } from '../engine/changes.ts'
import { replayIncident } from '../engine/replay.ts'
import type { SearchIndexer } from '../engine/search-index.ts'
import type { Memory } from '../engine/memory.ts'
import type {
  Log,
  JournalEntry,
  SearchEntry,
  Journal,
  Json,
  StoredDocument,
  StoredEvent,
} from '../ports.ts'
import { worldOf } from './projections.ts'

const FOLDED_PAGE = 200 // streams in one go, while nothing else runs yet
const PAGE = 10 // rows in one go; between two of them other work has its turn

function storedDocument(name: DocumentName, events: readonly StoredEvent[]): StoredDocument[] {
  const body = documentFrom(name, events)
  return body === null ? [] : [{ ...name, body: body as Json }]
}

/** The digests of what an incident is found by. */
const wordSealsOf = ({ narrative, place }: Incident): readonly string[] =>
  sealedIn([narrative, place]).map(({ sealed }) => sealed)

/**
 * The words by which an incident is found, as they are made from what the record has. Its plans are
 * at hand afterwards.
 */
export async function wordsFor(
  incident: Incident,
  journal: Pick<Journal, 'unseal'>,
  memory: Memory,
  find: SearchIndexer,
): Promise<SearchEntry> {
  for (const { revision } of incident.runs) await memory.hasPlan(revision)
  const values = await journal.unseal(wordSealsOf(incident))
  return find(incident, {
    plan: memory.world(null).plan,
    value: ({ sealed }) => values[sealed] ?? null,
  })
}

/** If its incident goes on in the same moment, that has folded it, and this entry fails alone. */
export async function reprojected(
  id: string,
  journal: Journal,
  memory: Memory,
  find: SearchIndexer,
): Promise<JournalEntry> {
  const incident = await replayIncident(id, journal)
  const searchEntry = await wordsFor(incident, journal, memory, find)
  const rows = [rowOf(incident, memory.world(null))]
  return {
    command: null,
    expect: { [incidentStream.nameOf(id)]: incident.version },
    events: [],
    seals: [],
    rows,
    searchEntries: [searchEntry],
    documents: [],
  }
}

/** Whether a store says that its tables of what was folded are empty from now on. */
export const areRowsLost = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'rows-lost'

/**
 * Everything that is folded from events, into tables that are empty: for a store that has lost
 * them. It takes as long as the history is.
 */
export async function foldAll(journal: Journal, find: SearchIndexer): Promise<void> {
  const world = worldOf(journal)

  async function entryOf(stream: string): Promise<JournalEntry> {
    const events = await journal.events(stream)
    const entry: JournalEntry = {
      command: null,
      expect: {},
      events: [],
      seals: [],
      rows: [],
      searchEntries: [],
      documents: [],
    }
    const id = incidentStream.idOf(stream)
    if (id === null)
      return {
        ...entry,
        documents: documentsOf(stream).flatMap((name) => storedDocument(name, events)),
      }
    const incident = incidentStream.replay(id, events)
    const around = await world(incident)
    const values = await journal.unseal(wordSealsOf(incident))
    const searchEntry = find(incident, {
      plan: around.plan,
      value: ({ sealed }) => values[sealed] ?? null,
    })
    return { ...entry, rows: [rowOf(incident, around)], searchEntries: [searchEntry] }
  }

  for (
    let page = await journal.streams('', FOLDED_PAGE);
    page.length > 0;
    page = await journal.streams(page.at(-1) ?? '', FOLDED_PAGE)
  ) {
    const entries: JournalEntry[] = []
    for (const stream of page) entries.push(await entryOf(stream))
    await journal.commit(entries)
  }
}

type Parts = { journal: Journal; memory: Memory; indexIncident: SearchIndexer; log: Log }

/**
 * Works until no old row is left, or it is stopped; the next start goes on where this one ended.
 */
export function startReprojection({ journal, memory, indexIncident, log }: Parts): {
  /** Resolves when nothing is left to do, or nothing can be done; never rejects. */
  done: Promise<void>
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
    done: working,
    stop() {
      stopped = true
      return working
    },
  }
}
