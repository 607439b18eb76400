/**
 * Turns an entry into the texts that a store keeps, before anything is written: a value that JSON
 * cannot hold is refused here.
 */
import { overAt } from '#shared/domain/incident/record/state.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import type {
  DamagedStats,
  JournalEntry,
  SearchEntry,
  IncidentRow,
  Json,
  StoredDocument,
  Seal,
  StoredEvent,
  StoredReply,
} from '#main/core/ports.ts'
import { canonical } from '#shared/domain/canonical.ts'
import { isPersonsName } from '#shared/domain/station/names.ts'
import { systemVault } from '../vault.ts'
import type { Content } from './chain.ts'
import { FOLDED } from './sqlite-schema.ts'

export type ReadyEvent = Pick<Content, 'stream' | 'type' | 'at' | 'by' | 'salt' | 'body'>
export type ReadyCommand = { id: string; digest: string; salt: string; reply: string }
/**
 * `event` is the index of the event that speaks of the value, so that damage to it can be reported
 * by its position.
 */
export type ReadySeal = Seal & { event: number }
export type ReadyRow = {
  id: string
  onBoard: boolean
  pending: string // JSON
  month: string
  overAt: number | null // UTC ms; null while it runs
  counted: boolean
  drill: boolean
  readonly incident: string // the copy of the incident, written out each time it is asked for
  fact: string // padded: see FACT_BYTES
  stats: () => IncidentStats // that the fact is the text of
  filed: Filed
}
/** What an incident is filtered by when it is searched for. */
export type Filed = {
  at: number
  drill: boolean
  type: string | null
  level: number | null
  state: string
}
export type ReadyEntry = {
  command: ReadyCommand | null
  expect: readonly (readonly [stream: string, version: number])[]
  events: readonly ReadyEvent[]
  seals: readonly ReadySeal[]
  rows: readonly ReadyRow[]
  searchEntries: readonly SearchEntry[]
  documents: readonly { kind: StoredDocument['kind']; id: string; body: string }[]
}

/**
 * Throws a TypeError for what cannot be stored: that is a mistake of the caller, not a failure of
 * the store.
 */
export function prepare(entry: JournalEntry): ReadyEntry {
  const authorSalt = entry.authorSalt ?? systemVault.salt()
  const events = entry.events.map((event) => {
    if (!Number.isSafeInteger(event.at))
      throw new TypeError(`${event.type}: its instant must be whole milliseconds`)
    return {
      ...event,
      body: canonical(event.body),
      salt: isPersonsName(event.by) ? authorSalt : null,
    }
  })
  return {
    command: entry.command && { ...entry.command, reply: asAnswered(entry.command.reply) },
    expect: Object.entries(entry.expect),
    events,
    seals: withEvents(entry.seals, events),
    rows: entry.rows.map(readyRow),
    searchEntries: entry.searchEntries ?? [],
    documents: entry.documents.map((stored) => ({ ...stored, body: canonical(stored.body) })),
  }
}

const FEW = 16
const DIGEST = /[0-9a-f]{64}/g

/**
 * Each seal with the first event that speaks of it, else the last. Many are looked up in one way
 * through the events: a table of two thousand rows has as many of both.
 */
function withEvents(
  seals: JournalEntry['seals'],
  events: readonly { body: string }[],
): ReadyEntry['seals'] {
  const first = new Map<string, number>()
  if (seals.length > FEW)
    for (const [index, { body }] of events.entries())
      for (const [digest] of body.matchAll(DIGEST)) if (!first.has(digest)) first.set(digest, index)
  return seals.map((seal) => {
    const known = first.get(seal.sealed)
    const event = known ?? events.findIndex(({ body }) => body.includes(seal.sealed))
    return { ...seal, event: event < 0 ? events.length - 1 : event }
  })
}

/**
 * A reply comes back byte for byte as it was first given: its keys stay in their order. What JSON
 * cannot hold is refused here, too.
 */
function asAnswered(reply: Json): string {
  canonical(reply)
  return JSON.stringify(reply)
}

/**
 * A fact is filled up with spaces to a multiple of this: one that grows by a few bytes then takes
 * the very place of the one before, and no other page of its row has to be written.
 */
const FACT_BYTES = 1024

function padded(text: string): string {
  const over = Buffer.byteLength(text) % FACT_BYTES
  return over === 0 ? text : text + ' '.repeat(FACT_BYTES - over)
}

export const readyRow = (row: IncidentRow): ReadyRow => ({
  id: row.id,
  onBoard: row.onBoard,
  pending: JSON.stringify(row.pending),
  month: row.stats.month,
  overAt: overAt(row.incident),
  counted: row.stats.counted,
  drill: row.stats.drill,
  get incident() {
    return JSON.stringify(row.incident)
  },
  fact: padded(JSON.stringify(row.stats)),
  stats: () => row.stats,
  filed: filedBy(row.stats),
})

export const filedBy = ({ at, drill, type, level, state }: IncidentStats): Filed => ({
  at,
  drill,
  type,
  level,
  state,
})

export const readEvent = (stored: Content): StoredEvent => ({
  seq: stored.seq,
  stream: stored.stream,
  version: stored.version,
  type: stored.type,
  at: stored.at,
  by: stored.by,
  commandId: stored.commandId,
  body: JSON.parse(stored.body) as StoredEvent['body'],
  ...(stored.salt === null && isPersonsName(stored.by) && { named: true }),
})

/** What a folded text says; null, whatever `T` is, where the text is no JSON any more. */
export function readFolded<T>(folded: string): T {
  try {
    return JSON.parse(folded) as T
  } catch {
    return null as T
  }
}

/**
 * The stats of an incident. Where they cannot be read any more, just its id; where row and stats
 * name two, both: either may be what damage has changed.
 */
export function readStats({ id, fact }: { id: string; fact: string }): IncidentStats {
  const read = readFolded<IncidentStats | null>(fact)
  const named = read?.incidentId
  if (named === id) return read as IncidentStats
  return {
    incidentId: id,
    ...(typeof named === 'string' && { named }),
  } satisfies DamagedStats as IncidentStats
}

export const readRow = (row: {
  id: string
  onBoard: boolean
  pending: string
  incident: string
  fact: string
  folded?: number
}): IncidentRow => ({
  ...readPending(row),
  onBoard: row.onBoard,
  incident: readFolded(row.incident),
  stats: readStats(row),
  ...((row.folded ?? FOLDED) < FOLDED ? { old: true as const } : {}),
})

export const readPending = (row: {
  id: string
  pending: string
}): Pick<IncidentRow, 'id' | 'pending'> => ({ id: row.id, pending: readFolded(row.pending) })

export const NOTHING_PENDING = '[]'

export const readReply = (command: ReadyCommand & { position: number }): StoredReply => ({
  commandId: command.id,
  digest: command.digest,
  salt: command.salt,
  position: command.position,
  reply: JSON.parse(command.reply) as StoredReply['reply'],
})
