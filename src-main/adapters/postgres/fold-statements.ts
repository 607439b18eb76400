/** The statements of what is worked out from the events: incidents, counted months, differences. */
import type {
  CountedMonth,
  FoldedIncident,
  FoldState,
  FoldStep,
  HeldEvent,
  HqStore,
} from '#main/hq/hq-ports.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import type { Tally } from '#shared/domain/statistics/tally.ts'
import { Undone, type Query, type Sql } from './sql.ts'

type StoredIncident = { id: string; on_board: boolean; seq: number; stats: string }
const incidentOf = ({ id, on_board, seq, stats }: StoredIncident): FoldedIncident => ({
  id,
  onBoard: on_board,
  seq,
  stats: JSON.parse(stats) as IncidentStats,
})
const INCIDENTS = 'select id, on_board, seq, stats from incident'

type StoredFold = {
  id: string
  zone: string
  epoch: number
  seq: number
  hash: string
  folded_epoch: number | null
  folded_seq: number
  folded_hash: string
}
const foldStateOf = (row: StoredFold): FoldState => ({
  site: row.id,
  zone: row.zone,
  head: { epoch: row.epoch, seq: row.seq, hash: row.hash },
  folded:
    row.folded_epoch === null
      ? null
      : { epoch: row.folded_epoch, seq: row.folded_seq, hash: row.folded_hash },
})
const FOLDS = `
  select s.id, s.zone, s.epoch, s.seq, s.hash, f.epoch as folded_epoch, f.seq as folded_seq,
    f.hash as folded_hash
  from site s left join folded f on f.site = s.id`

/** Only from where it was folded to: two who fold at once cannot both. */
async function moveFold(query: Query, { site, from, to }: FoldStep): Promise<void> {
  const moved = from
    ? await query(
        `update folded set epoch = $3, seq = $4, hash = $5
         where site = $1 and seq = $2 and epoch = $3 returning site`,
        [site, from.seq, to.epoch, to.seq, to.hash],
      )
    : await query(
        `insert into folded (site, epoch, seq, hash) values ($1, $2, $3, $4)
         on conflict (site) do nothing returning site`,
        [site, to.epoch, to.seq, to.hash],
      )
  if (moved.length === 0) throw new Undone(false)
}

async function writeSpans(query: Query, { site, spans }: FoldStep): Promise<void> {
  if (spans.length === 0) return
  await query(
    `insert into stream_span (site, stream, from_seq, to_seq)
     select $1, s.* from unnest($2::text[], $3::bigint[], $4::bigint[]) as s`,
    [
      site,
      spans.map(({ stream }) => stream),
      spans.map(({ from }) => from),
      spans.map(({ to }) => to),
    ],
  )
}

async function writeIncidents(query: Query, { site, incidents }: FoldStep): Promise<void> {
  if (incidents.length === 0) return
  await query(
    `insert into incident (site, id, month, on_board, seq, stats)
     select $1, i.id, i.month, i.on_board = 'yes', i.seq, i.stats
     from unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[])
       as i (id, month, on_board, seq, stats)
     on conflict (site, id) do update set month = excluded.month, on_board = excluded.on_board,
       seq = excluded.seq, stats = excluded.stats`,
    [
      site,
      incidents.map(({ id }) => id),
      incidents.map(({ stats }) => stats.month),
      incidents.map(({ onBoard }) => (onBoard ? 'yes' : 'no')),
      incidents.map(({ seq }) => seq),
      incidents.map(({ stats }) => JSON.stringify(stats)),
    ],
  )
}

async function writeMonths(query: Query, { site, months }: FoldStep): Promise<void> {
  if (months.length === 0) return
  await query(
    `insert into counted (site, month, tally)
     select $1, m.month, m.tally from unnest($2::text[], $3::text[]) as m (month, tally)
     on conflict (site, month) do update set tally = excluded.tally`,
    [site, months.map(({ month }) => month), months.map(({ tally }) => JSON.stringify(tally))],
  )
}

async function writeDifferences(
  query: Query,
  { site, differences, agreeing, at }: FoldStep,
): Promise<void> {
  if (agreeing.length > 0)
    await query(`delete from difference where site = $1 and month = any($2::text[])`, [
      site,
      agreeing,
    ])
  for (const { month, seq, stated, counted } of differences)
    await query(
      `insert into difference (site, month, seq, stated, counted, found_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (site, month) do update set seq = excluded.seq, stated = excluded.stated,
         counted = excluded.counted, found_at = excluded.found_at`,
      [site, month, seq, JSON.stringify(stated), JSON.stringify(counted), at],
    )
}

const countedMonth = ({ month, tally }: { month: string; tally: string }): CountedMonth => ({
  month,
  tally: JSON.parse(tally) as Tally,
})

export const foldStatements = (
  sql: Sql,
): Pick<
  HqStore,
  | 'lastChange'
  | 'changesAfter'
  | 'forgetChanges'
  | 'foldStates'
  | 'eventsAfter'
  | 'eventsOf'
  | 'firstWhole'
  | 'incidents'
  | 'boardOf'
  | 'countedOf'
  | 'saveFold'
  | 'forgetFold'
> => ({
  async lastChange() {
    const [row] = await sql.query<{ last: number | null }>(`select max(id) as last from change`)
    return row?.last ?? 0
  },
  changesAfter: (after, limit) =>
    sql.query<{ id: number; site: string }>(
      `select id, site from change where id > $1 order by id limit $2`,
      [after, limit],
    ),
  async forgetChanges(before) {
    await sql.query(`delete from change where at < $1 and id < (select max(id) from change)`, [
      before,
    ])
  },
  foldStates: async (sites) =>
    (sites
      ? await sql.query<StoredFold>(`${FOLDS} where s.id = any($1::text[])`, [sites])
      : await sql.query<StoredFold>(FOLDS)
    ).map(foldStateOf),
  eventsAfter: (site, seq, limit) =>
    sql.query<HeldEvent>(
      `select seq, hash, type, line from event where site = $1 and seq > $2
       order by seq limit $3`,
      [site, seq, limit],
    ),
  eventsOf: (site, stream, upTo) =>
    sql.query<HeldEvent>(
      // span by span, whatever the planner supposes of a site: `offset 0` keeps them apart
      `select e.seq, e.hash, e.type, e.line
       from stream_span s cross join lateral (
         select seq, hash, type, line from event
         where site = $1 and seq between s.from_seq and least(s.to_seq, $3) and stream = $2
         offset 0
       ) as e
       where s.site = $1 and s.stream = $2 order by e.seq`,
      [site, stream, upTo],
    ),
  async firstWhole(site) {
    const [row] = await sql.query<HeldEvent>(
      `select seq, hash, type, line from event
       where site = $1 and line is not null order by seq limit 1`,
      [site],
    )
    return row ?? null
  },
  incidents: async (site, ids) =>
    (
      await sql.query<StoredIncident>(`${INCIDENTS} where site = $1 and id = any($2::text[])`, [
        site,
        ids,
      ])
    ).map(incidentOf),
  boardOf: async (site) =>
    (await sql.query<StoredIncident>(`${INCIDENTS} where on_board and site = $1`, [site])).map(
      incidentOf,
    ),
  countedOf: async (site, months) =>
    (months
      ? await sql.query<{ month: string; tally: string }>(
          `select month, tally from counted where site = $1 and month = any($2::text[])`,
          [site, months],
        )
      : await sql.query<{ month: string; tally: string }>(
          `select month, tally from counted where site = $1`,
          [site],
        )
    ).map(countedMonth),

  saveFold: (step) =>
    sql.transaction(async (query) => {
      await moveFold(query, step)
      await writeSpans(query, step)
      await writeIncidents(query, step)
      await writeMonths(query, step)
      await writeDifferences(query, step)
      return true
    }),

  forgetFold: (site) =>
    sql.transaction(async (query) => {
      for (const table of ['folded', 'stream_span', 'incident', 'counted', 'difference'])
        await query(`delete from ${table} where site = $1`, [site])
    }),
})
