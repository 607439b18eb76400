/** The statements by which a push is written: all of it in one transaction, or nothing. */
import type { HqStore, Push } from '#main/hq/hq-ports.ts'
import { Undone, type Query, type Sql } from './sql.ts'

/** The stream that a line names: its last but two member, by the form that `lineOf` writes. */
const STREAM = /,"stream":("(?:[^"\\]|\\.)*"),"type":"[^"]*","version":\d+\}$/
export function streamIn(line: string): string | null {
  const [, stream] = STREAM.exec(line) ?? []
  return stream === undefined ? null : (JSON.parse(stream) as string)
}

/**
 * All of a push as one statement, which is all or nothing, and one way to the server and back. The
 * compare-and-set of its first part is what keeps two writers apart: where it finds no row, the
 * others have nothing to write.
 */
const PUSH = `
  with moved as (
    update site set epoch = $5, seq = $6, hash = $7
    where id = $1 and epoch = $2 and seq = $3 and hash = $4
    returning id
  ), events as (
    insert into event (site, seq, hash, type, stream, line)
    select moved.id, e.seq, e.hash, e.type, nullif(e.stream, ''), nullif(e.line, '')
    from moved, unnest($8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[])
      as e (seq, hash, type, stream, line)
  ), tallies as (
    insert into tally (site, month, tally, epoch, seq, hash, stated_at)
    select moved.id, t.month, t.tally, $5, $6, $7, $13::bigint
    from moved, unnest($14::text[], $15::text[]) as t (month, tally)
    on conflict (site, month) do update set tally = excluded.tally, epoch = excluded.epoch,
      seq = excluded.seq, hash = excluded.hash, stated_at = excluded.stated_at
  ), changes as (
    insert into change (site, at) select id, $13::bigint from moved
  )
  select id from moved`

async function writePush(query: Query, push: Push): Promise<boolean> {
  const { site, from, to, events, tallies, at } = push
  const lines = events.map((event) => ('line' in event ? event.line : null))
  const moved = await query(PUSH, [
    ...[site, from.epoch, from.seq, from.hash, to.epoch, to.seq, to.hash],
    events.map(({ seq }) => seq),
    events.map(({ hash }) => hash),
    events.map(({ type }) => type),
    lines.map((line) => (line === null ? '' : (streamIn(line) ?? ''))),
    lines.map((line) => line ?? ''),
    at,
    tallies.map(({ month }) => month),
    tallies.map(({ tally }) => JSON.stringify(tally)),
  ])
  return moved.length > 0
}

/** What is held beyond the point of the new epoch stays readable, apart from the record. */
async function putAside(query: Query, { site, from, after, to, at }: Push): Promise<void> {
  const aside = await query(
    `with gone as (
       delete from event where site = $1 and seq > $2 returning seq, hash, type, stream, line
     )
     insert into event_apart (site, epoch, seq, hash, type, stream, line)
     select $1, $3, seq, hash, type, stream, line from gone returning seq`,
    [site, after.seq, from.epoch],
  )
  await query(
    `insert into epoch (site, epoch, after_seq, after_hash, begun_at, apart)
     values ($1, $2, $3, $4, $5, $6)`,
    [site, to.epoch, after.seq, after.hash, at, aside.length],
  )
  // tallies of events that are apart say nothing any more: the writer states its own
  await query(`delete from tally where site = $1 and seq > $2`, [site, after.seq])
}

export const pushStatements = (
  sql: Sql,
): Pick<HqStore, 'push' | 'hashesAt' | 'noteFork' | 'decideFork'> => ({
  push: (push) =>
    push.newEpoch
      ? sql.transaction(async (query) => {
          await putAside(query, push)
          if (!(await writePush(query, push))) throw new Undone(false)
          return true
        })
      : writePush(sql.query, push),

  async hashesAt(site, seqs) {
    const rows = await sql.query<{ seq: number; hash: string }>(
      `select seq, hash from event where site = $1 and seq = any($2::bigint[])`,
      [site, [...seqs]],
    )
    return new Map(rows.map(({ seq, hash }) => [seq, hash]))
  },

  /** One that is shown already stays as it is: what a person reads of it is what they decide on. */
  async noteFork(site, epoch, { seq, held, came }, at) {
    await sql.transaction(async (query) => {
      const seen = await query(
        `update fork set last_at = $5
         where site = $1 and epoch = $2 and decided is distinct from 'held'
           and (seq < $3 or seq = $3 and (came_hash = $4 or decided = 'came'))
         returning site`,
        [site, epoch, seq, came, at],
      )
      if (seen.length > 0) return
      await query(
        `insert into fork (site, epoch, seq, held_hash, came_hash, first_at, last_at)
         values ($1, $2, $3, $4, $5, $6, $6)
         on conflict (site, epoch) do update set seq = excluded.seq,
           held_hash = excluded.held_hash, came_hash = excluded.came_hash,
           first_at = excluded.first_at, last_at = excluded.last_at,
           decided = null, decided_at = null, decided_by = null, reason = null`,
        [site, epoch, seq, held, came, at],
      )
      await query(`insert into change (site, at) values ($1, $2)`, [site, at])
    })
  },

  decideFork: (site, { seq, came, choice, at, by, why }) =>
    sql.transaction(async (query) => {
      const decided = await query(
        `update fork f set decided = $4, decided_at = $5, decided_by = $6, reason = $7
         from site s
         where s.id = $1 and f.site = s.id and f.epoch = s.epoch and f.seq = $2
           and f.came_hash = $3 and f.decided is distinct from 'held'
         returning f.site`,
        [site, seq, came, choice, at, by, why],
      )
      if (decided.length === 0) return false
      await query(`insert into change (site, at) values ($1, $2)`, [site, at])
      return true
    }),
})
