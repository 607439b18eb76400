/**
 * Looks personal values up, and destroys them. The trigger `history_forgets` takes the words for
 * searching along.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { DatabaseSync } from 'node:sqlite'
import type { Forgetting, FoundValue, Journal, StoredEvent } from '#main/core/ports.ts'
import type { Content } from './chain.ts'
import { readEvent } from './prepare.ts'
import type { Statements } from './sqlite-statements.ts'

const PAGE = 5_000 // rows that one look goes through: between two, other work has its turn

// without blanks and hyphens, in small letters: as `compact` of the domain has it, near enough
const ANY_OF = `EXISTS (SELECT 1 FROM json_each($texts)
  WHERE instr(lower(replace(replace(replace(text, ' ', ''), '-', ''), char(12288), '')), json_each.value))`

type PersonalQueries = Pick<
  Journal,
  'personalCounts' | 'personalOf' | 'findPersonal' | 'findEvents'
>

export function personalQueries(db: DatabaseSync): PersonalQueries {
  const counts = db.prepare(
    'SELECT stream, count(*) AS count FROM personal WHERE stream IN (SELECT value FROM json_each(?)) GROUP BY stream',
  )
  const of = db.prepare(
    'SELECT sealed, value, stream, seq FROM personal WHERE sealed IN (SELECT value FROM json_each(?))',
  )
  const lastOf = (table: string, row: string) =>
    db.prepare(
      `SELECT max(id) AS last, count(*) AS count FROM (SELECT ${row} AS id FROM ${table} WHERE ${row} > ? ORDER BY ${row} LIMIT ${PAGE})`,
    )
  const values = db.prepare(
    `SELECT sealed, value, stream, seq FROM (SELECT rowid AS id, sealed, value, stream, seq, value AS text FROM personal WHERE rowid > $after AND rowid <= $last)
     WHERE ${ANY_OF} ORDER BY id`,
  )
  const events = db.prepare(
    `SELECT seq, stream, version, type, at, "by", commandId, body FROM
       (SELECT seq, stream, version, type, at, "by", command_id AS commandId, body, "by" || ' ' || body AS text FROM event
         WHERE seq > $after AND seq <= $last AND ($types IS NULL OR type IN (SELECT value FROM json_each($types))))
     WHERE ${ANY_OF} ORDER BY seq`,
  )
  const lasts = { values: lastOf('personal', 'rowid'), events: lastOf('event', 'seq') }

  async function paged<T>(
    what: keyof typeof lasts,
    { texts, after, types }: { texts: readonly string[]; after: number; types?: string | null },
    read: (row: Record<string, unknown>) => T,
  ): Promise<{ found: readonly T[]; next: number | null }> {
    await pause()
    const { last, count } = lasts[what].get(after) ?? {}
    if (typeof last !== 'number') return { found: [], next: null }
    const among = { texts: JSON.stringify(texts), after, last }
    const rows = types === undefined ? values.all(among) : events.all({ ...among, types })
    return { found: rows.map(read), next: Number(count) < PAGE ? null : last }
  }

  return {
    personalCounts: async (streams) =>
      Object.fromEntries(
        counts
          .all(JSON.stringify(streams))
          .map(({ stream, count }) => [String(stream), Number(count)]),
      ),
    personalOf: async (sealed) => of.all(JSON.stringify(sealed)).map((row) => row as FoundValue),
    findPersonal: (texts, after) =>
      paged<FoundValue>('values', { texts, after }, (row) => row as FoundValue),
    findEvents: (texts, after, types) =>
      paged<StoredEvent>(
        'events',
        { texts, after, types: types ? JSON.stringify(types) : null },
        (row) => readEvent(row as Content),
      ),
  }
}

/** In one transaction; the pages are overwritten (`secure_delete`). The seals that had a value. */
export function forgetValues(
  db: DatabaseSync,
  sql: Pick<Statements, 'begin' | 'commit'>,
  { streams, seals, before }: Forgetting,
): readonly string[] {
  const taken = (where: string, names: readonly string[], limit: readonly number[]) =>
    names.length === 0
      ? []
      : db
          .prepare(`DELETE FROM personal WHERE ${where} RETURNING sealed`)
          .all(JSON.stringify(names), ...limit)
          .map(({ sealed }) => String(sealed))
  const among = 'IN (SELECT value FROM json_each(?))'
  sql.begin()
  const gone = [
    ...taken(`sealed ${among}`, seals, []),
    ...(before === undefined
      ? taken(`stream ${among}`, streams, [])
      : taken(`stream ${among} AND seq < ?`, streams, [before])),
  ]
  sql.commit()
  return gone
}
