/** Reads all that is read of an open record, whoever has it open and for what. */
import { setImmediate as pause } from 'node:timers/promises'
import type { DatabaseSync } from 'node:sqlite'
import type { SearchEntry, Journal, Json } from '#main/core/ports.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import { corrupt, isCorrupt } from './errors.ts'
import { START, asHandedUp, linkHash } from './chain.ts'
import { readEvent, readStats, readFolded, readPending, readReply, readRow } from './prepare.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { personalQueries } from './sqlite-personal.ts'
import { readTally } from './sqlite-rows.ts'
import type { SearchRow, LinkedEvent, Statements } from './sqlite-statements.ts'
import { agrees } from './sqlite-verify.ts'

export type JournalQueries = Omit<
  Journal,
  'commit' | 'mend' | 'reindex' | 'forget' | 'position' | 'verify' | 'close'
>

/** Bound as they were written, and none of their stream is missing before the last. */
const areIntact = (events: readonly LinkedEvent[]): boolean =>
  events.every(
    ({ previous, ...link }, index) =>
      link.version === index + 1 && link.hash === linkHash(previous ?? START.hash, link),
  )

const readFound = ({
  id,
  plain,
  plainSounds,
  plainInitials,
  said,
  saidSounds,
  saidInitials,
}: SearchRow): SearchEntry => ({
  id,
  plain: { text: plain, sounds: plainSounds, initials: plainInitials },
  narrative: { text: said, sounds: saidSounds, initials: saidInitials },
})

/**
 * Anyone who asks on and on after the last name would never end where an index has lost its order.
 */
function inOrder(after: string, names: readonly string[]): readonly string[] {
  const all = [after, ...names].map((name) => Buffer.from(name))
  const ordered = all.every((name, i) => i === 0 || Buffer.compare(all[i - 1] ?? name, name) < 0)
  if (!ordered) throw corrupt('the index of the streams is out of order')
  return names
}

/** Between which names the streams of incidents reported in [from, until) (UTC ms) lie. */
export const reportedIn = (from: number, until: number): [string, string] => {
  const nameAt = (at: number): string => {
    const time = Math.max(0, at).toString(16).padStart(12, '0')
    return incidentStream.nameOf(`${time.slice(0, 8)}-${time.slice(8)}`)
  }
  return [nameAt(from), nameAt(until)]
}

/** A closed record rejects; it does not throw at the caller. */
export const answering =
  (db: DatabaseSync) =>
  <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      if (!db.isOpen) throw new Error('the journal is closed')
      resolve(work())
    })

export function journalQueries(db: DatabaseSync, sql: Statements): JournalQueries {
  const answer = answering(db)
  return {
    reply: (commandId) =>
      answer(() => {
        const command = sql.command(commandId)
        return command ? readReply(command) : null
      }),
    rowsOnBoard: () => answer(() => sql.onBoard().map((row) => readRow({ ...row, onBoard: true }))),
    pending: () => answer(() => sql.pending().map(readPending)),
    row: (incidentId) =>
      answer(() => {
        const row = sql.row(incidentId)
        return row
          ? {
              ...readRow({ ...row, onBoard: row.onBoard === 1 }),
              ...(agrees(sql, row) ? {} : { astray: true as const }),
            }
          : null
      }),
    incidentStats: async (from, to) => {
      await pause()
      return answer(() => sql.statsOfMonths(from, to).map(readStats))
    },
    tally: (month) =>
      answer(() =>
        sql.old(1).length > 0
          ? tallyOf(sql.statsOfMonths(month, month).map(readStats))
          : readTally(sql.tally(month)),
      ),
    firstMonth: () => answer(() => sql.firstMonth()),
    search: (query) =>
      answer(() => {
        const { stats: allStats, total } = sql.search(query)
        return { stats: allStats.map(readStats), total }
      }),
    searchEntry: (incidentId) =>
      answer(() => {
        const row = sql.searchRow(incidentId)
        return row ? readFound(row) : null
      }),
    oldRows: async (limit) => {
      await pause()
      return answer(() => sql.old(limit))
    },
    reports: (from, until) =>
      answer(() =>
        sql.reports(...reportedIn(from, until)).map(({ stream, at, drill, number }) => ({
          ...{ id: incidentStream.idOf(stream) ?? stream, at, number },
          drill: drill === 1,
        })),
      ),
    lastOver: () => answer(() => sql.lastOver()),
    document: (kind, id) =>
      answer(() => {
        const body = sql.document(kind, id)
        return body === undefined ? null : readFolded<Json>(body)
      }),
    documents: (kind) =>
      answer(() =>
        sql.documents(kind).map(({ id, body }) => ({ id, body: readFolded<Json>(body) })),
      ),
    hashAt: (position) => answer(() => sql.event(position)?.hash ?? null),
    events: (stream) => answer(() => sql.events(stream).map(readEvent)),
    intact: (stream, least = 0) =>
      answer(() => {
        try {
          const events = sql.linked(stream)
          const complete = events.length >= least || sql.eventCount(stream) === events.length
          return complete && areIntact(events) ? events.map(readEvent) : null
        } catch (error) {
          if (isCorrupt(error)) return null
          throw error
        }
      }),
    eventsAfter: (position, limit) => answer(() => sql.eventsAfter(position, limit).map(readEvent)),
    links: (position, limit) => answer(() => sql.eventsAfter(position, limit).map(asHandedUp)),
    streams: async (after, limit) => {
      await pause()
      return answer(() => inOrder(after, sql.streams(after, limit)))
    },
    projectionNames: () =>
      answer(() => ({ rows: sql.rowIds(), documents: sql.keptNames(), months: sql.months() })),
    unseal: (sealed) =>
      answer(() =>
        Object.fromEntries(
          sealed.flatMap((key) => {
            const value = sql.value(key)
            return value === undefined ? [] : [[key, value]]
          }),
        ),
      ),
    ...personalQueries(db),
  }
}
