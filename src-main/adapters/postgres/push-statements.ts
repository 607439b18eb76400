/** The statements by which a push is written: all of it in one transaction, or nothing. */
import type { Fork, HqStore, Push } from '#main/hq/hq-ports.ts'
import { Undone, type Query, type Sql } from './sql.ts'

/** The stream that a line names: its last but two member, by the form that `lineOf` writes. */
const STREAM = /,"stream":("(?:[^"\\]|\\.)*"),"type":"[^"]*","version":\d+\}$/
export function streamIn(line: string): string | null {
  const [, stream] = STREAM.exec(line) ?? []
  return stream === undefined ? null : (JSON.parse(stream) as string)
}

/** Compare-and-set: the one statement that keeps two writers apart. */
async function moveHead(query: Query, { site, from, to }: Push): Promise<void> {
  const moved = await query(
    `update site set epoch = $5, seq = $6, hash = $7
     where id = $1 and epoch = $2 and seq = $3 and hash = $4
     returning id`,
    [site, from.epoch, from.seq, from.hash, to.epoch, to.seq, to.hash],
  )
  if (moved.length === 0) throw new Undone(false)
}

async function insertEvents(query: Query, { site, events }: Push): Promise<void> {
  const lines = events.map((event) => ('line' in event ? event.line : null))
  await query(
    `insert into event (site, seq, hash, type, stream, line)
     select $1, e.seq, e.hash, e.type, nullif(e.stream, ''), nullif(e.line, '')
     from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
       as e (seq, hash, type, stream, line)`,
    [
      site,
      events.map(({ seq }) => seq),
      events.map(({ hash }) => hash),
      events.map(({ type }) => type),
      lines.map((line) => (line === null ? '' : (streamIn(line) ?? ''))),
      lines.map((line) => line ?? ''),
    ],
  )
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

async function stateTallies(query: Query, { site, tallies, to, at }: Push): Promise<void> {
  if (tallies.length === 0) return
  await query(
    `insert into tally (site, month, tally, epoch, seq, hash, stated_at)
     select $1, t.month, t.tally, $4, $5, $6, $7 from unnest($2::text[], $3::text[])
       as t (month, tally)
     on conflict (site, month) do update set tally = excluded.tally, epoch = excluded.epoch,
       seq = excluded.seq, hash = excluded.hash, stated_at = excluded.stated_at`,
    [
      site,
      tallies.map(({ month }) => month),
      tallies.map(({ tally }) => JSON.stringify(tally)),
      to.epoch,
      to.seq,
      to.hash,
      at,
    ],
  )
}

export const pushStatements = (sql: Sql): Pick<HqStore, 'push' | 'hashesAt' | 'noteFork'> => ({
  push: (push) =>
    sql.transaction(async (query) => {
      await moveHead(query, push)
      if (push.newEpoch) await putAside(query, push)
      // sent one after the other without waiting: the server answers them in turn
      await Promise.all([
        insertEvents(query, push),
        stateTallies(query, push),
        query(`insert into change (site, at) values ($1, $2)`, [push.site, push.at]),
      ])
      return true
    }),

  async hashesAt(site, seqs) {
    const rows = await sql.query<{ seq: number; hash: string }>(
      `select seq, hash from event where site = $1 and seq = any($2::bigint[])`,
      [site, [...seqs]],
    )
    return new Map(rows.map(({ seq, hash }) => [seq, hash]))
  },

  async noteFork(site, epoch, { seq, held, came }: Omit<Fork, 'firstAt' | 'lastAt'>, at) {
    await sql.transaction(async (query) => {
      await query(
        `insert into fork (site, epoch, seq, held_hash, came_hash, first_at, last_at)
         values ($1, $2, $3, $4, $5, $6, $6)
         on conflict (site, epoch) do update set seq = excluded.seq,
           held_hash = excluded.held_hash, came_hash = excluded.came_hash,
           last_at = excluded.last_at`,
        [site, epoch, seq, held, came, at],
      )
      await query(`insert into change (site, at) values ($1, $2)`, [site, at])
    })
  },
})
