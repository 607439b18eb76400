/** All that is read of an open record, whoever has it open and for what. It changes nothing. */
import { setImmediate as pause } from 'node:timers/promises'
import type { DatabaseSync } from 'node:sqlite'
import type { Journal, Json } from '#main/core/ports.ts'
import type { IncidentFact } from '#shared/domain/statistics/incident-stats.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import { readEvent, readPending, readReply, readRow } from './prepare.ts'
import { readTally } from './sqlite-rows.ts'
import type { Statements } from './sqlite-statements.ts'

export type Reading = Omit<Journal, 'commit' | 'position' | 'verify' | 'close'>

/** A closed record rejects; it does not throw at the caller. */
export const answering =
  (db: DatabaseSync) =>
  <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      if (!db.isOpen) throw new Error('the journal is closed')
      resolve(work())
    })

export function readingOf(db: DatabaseSync, sql: Statements): Reading {
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
        return row ? readRow({ ...row, onBoard: row.onBoard === 1 }) : null
      }),
    facts: async (from, to) => {
      await pause()
      return answer(() => sql.facts(from, to).map(({ fact }) => JSON.parse(fact) as IncidentFact))
    },
    tally: (month) =>
      answer(() =>
        sql.old(1).length > 0
          ? tallyOf(sql.facts(month, month).map(({ fact }) => JSON.parse(fact) as IncidentFact))
          : readTally(sql.tally(month)),
      ),
    search: (wanted) =>
      answer(() => {
        const { facts, total } = sql.search(wanted)
        return { facts: facts.map((fact) => JSON.parse(fact) as IncidentFact), total }
      }),
    oldRows: async (limit) => {
      await pause()
      return answer(() => sql.old(limit))
    },
    lastOver: () => answer(() => sql.lastOver()),
    document: (kind, id) =>
      answer(() => {
        const body = sql.kept(kind, id)
        return body === undefined ? null : (JSON.parse(body) as Json)
      }),
    documents: (kind) =>
      answer(() =>
        sql.keptAll(kind).map(({ id, body }) => ({ id, body: JSON.parse(body) as Json })),
      ),
    hashAt: (position) => answer(() => sql.event(position)?.hash ?? null),
    events: (stream) => answer(() => sql.events(stream).map(readEvent)),
    eventsAfter: (position, limit) => answer(() => sql.eventsAfter(position, limit).map(readEvent)),
    streams: async (after, limit) => {
      await pause()
      return answer(() => sql.streams(after, limit))
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
  }
}
