/** The statements about sites: who they are, how they are let in, when they were last heard. */
import type { Heard, HqStore, Paired, Pairing, SiteRow } from '#main/hq/hq-ports.ts'
import type { Head } from '#shared/domain/hand-up/point.ts'
import { localized } from '#shared/domain/text.ts'
import { Undone, type Query, type Sql } from './sql.ts'

type StoredSite = {
  id: string
  name_zh: string
  name_en: string
  zone: string
  kinds: string
  program: string
  region: string
  paired_at: number
  epoch: number
  seq: number
  hash: string
  heard_at: number | null
  clock_offset: number
  station_epoch: number
  station_seq: number
  waiting: number
  whole_at: number | null
  fork_seq: number | null
  held_hash: string
  came_hash: string
  first_at: number
  last_at: number
  decided_at: number | null
  decided_by: string
  reason: string
  unpaired_at: number | null
}

/** The fork `f` of a site `s` that is not settled: of its epoch, not decided for what is held. */
export const OPEN_FORK =
  `f.site = s.id and f.epoch = s.epoch and f.decided is distinct from 'held'` as const

/** Since when none of the stations of a site `s` is let in: null while one of them is. */
export const UNPAIRED = `
  left join lateral (
    select case when count(*) = count(t.ended_at) then max(t.ended_at) end as unpaired_at
    from site_token t where t.site = s.id
  ) u on true`

const SITES = `
  select s.id, s.name_zh, s.name_en, s.zone, s.kinds, s.program, s.region, s.paired_at,
    s.epoch, s.seq, s.hash,
    h.heard_at, h.clock_offset, h.station_epoch, h.station_seq, h.waiting, h.whole_at,
    f.seq as fork_seq, f.held_hash, f.came_hash, f.first_at, f.last_at, f.decided_at, f.decided_by,
    f.reason, u.unpaired_at
  from site s
  ${UNPAIRED}
  left join site_heard h on h.site = s.id
  left join fork f on ${OPEN_FORK}`

const heardOf = (row: StoredSite): Heard | null =>
  row.heard_at === null
    ? null
    : {
        at: row.heard_at,
        offset: row.clock_offset,
        station: { epoch: row.station_epoch, seq: row.station_seq },
        waiting: row.waiting,
        wholeAt: row.whole_at,
      }

const siteOf = (row: StoredSite): SiteRow => ({
  id: row.id,
  name: localized(row.name_zh, row.name_en),
  zone: row.zone,
  kinds: JSON.parse(row.kinds) as string[],
  program: row.program,
  region: row.region,
  pairedAt: row.paired_at,
  head: { epoch: row.epoch, seq: row.seq, hash: row.hash },
  heard: heardOf(row),
  fork:
    row.fork_seq === null
      ? null
      : {
          seq: row.fork_seq,
          held: row.held_hash,
          came: row.came_hash,
          firstAt: row.first_at,
          lastAt: row.last_at,
          decided:
            row.decided_at === null
              ? null
              : { at: row.decided_at, by: row.decided_by, reason: row.reason },
        },
  unpairedAt: row.unpaired_at,
})

/** All, or these, in order of their ids. */
export async function readSites(
  query: Query,
  ids: readonly string[] | null,
): Promise<readonly SiteRow[]> {
  const rows = ids
    ? await query<StoredSite>(`${SITES} where s.id = any($1::text[]) order by s.id`, [ids])
    : await query<StoredSite>(`${SITES} order by s.id`)
  return rows.map(siteOf)
}

type Spent = { region: string; site: string | null; made_by: string }
type Known = Head & { id: string; first_hash: string }

/** The site that the code is for, or the one of this record by its first event, or a new one. */
async function siteFor(query: Query, pairing: Pairing, { region, site }: Spent): Promise<Known> {
  const { first, at } = pairing
  const COLUMNS = 'id, first_hash, epoch, seq, hash'
  const [known] = site
    ? await query<Known>(`select ${COLUMNS} from site where id = $1`, [site])
    : await query<Known>(`select ${COLUMNS} from site where first_hash = $1`, [first])
  const { name, zone, kinds, program } = pairing
  const introduced = [name.zh, name.en, zone, JSON.stringify(kinds), program]
  if (known) {
    if (known.first_hash !== first) throw new Undone<Paired>({ ok: false, code: 'other-record' })
    await query(
      `update site set name_zh = $2, name_en = $3, zone = $4, kinds = $5, program = $6
       where id = $1`,
      [known.id, ...introduced],
    )
    return known
  }
  const [fresh] = await query<Known>(
    `insert into site (id, first_hash, region, paired_at, name_zh, name_en, zone, kinds, program,
       epoch, seq, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, 0, $10)
     returning ${COLUMNS}`,
    [pairing.newSite, first, region, at, ...introduced, '0'.repeat(64)],
  )
  return fresh!
}

export const siteStatements = (
  sql: Sql,
): Pick<HqStore, 'sites' | 'site' | 'siteOfToken' | 'addCode' | 'pair' | 'endTokens' | 'hear'> => ({
  sites: () => readSites(sql.query, null),
  site: async (id) => (await readSites(sql.query, [id]))[0] ?? null,

  async siteOfToken(digest) {
    const [row] = await sql.query<Head & { id: string }>(
      `select s.id, s.epoch, s.seq, s.hash from site_token t join site s on s.id = t.site
       where t.digest = $1 and t.ended_at is null`,
      [digest],
    )
    if (!row) return null
    const { id, ...head } = row
    return { id, head }
  },

  async addCode({ digest, region, site, at, by, expiresAt }) {
    await sql.query(
      `insert into pair_code (digest, region, site, made_at, made_by, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [digest, region, site, at, by, expiresAt],
    )
  },

  pair: (pairing) =>
    sql.transaction<Paired>(async (query) => {
      const { codeDigest, tokenDigest, at } = pairing
      const [spent] = await query<Spent>(
        `update pair_code set used_at = $2
         where digest = $1 and used_at is null and expires_at > $2
         returning region, site, made_by`,
        [codeDigest, at],
      )
      if (!spent) throw new Undone<Paired>({ ok: false, code: 'unknown-code' })
      const { id, epoch, seq, hash } = await siteFor(query, pairing, spent)
      await query(`update pair_code set used_by = $2 where digest = $1`, [codeDigest, id])
      await query(`insert into site_token (digest, site, made_at) values ($1, $2, $3)`, [
        tokenDigest,
        id,
        at,
      ])
      await query(`insert into change (site, at) values ($1, $2)`, [id, at])
      await query(`insert into deed (at, person, deed, detail) values ($1, $2, 'paired', $3)`, [
        at,
        spent.made_by,
        JSON.stringify({ site: id, name: pairing.name.zh }),
      ])
      return { ok: true, site: id, head: { epoch, seq, hash } }
    }),

  async endTokens(site, at) {
    await sql.query(`update site_token set ended_at = $2 where site = $1 and ended_at is null`, [
      site,
      at,
    ])
  },

  /** Whole: the station's head is the one that is held. */
  async hear(site, { at, offset, station, waiting }, hash) {
    const [row] = await sql.query<Head & { fork_seq: number | null; came_hash: string }>(
      `with held as (select id, epoch, seq, hash from site where id = $1),
         heard as (
           insert into site_heard (site, heard_at, clock_offset, station_epoch, station_seq,
             waiting, whole_at)
           select id, $2::bigint, $3::bigint, $4::integer, $5::bigint, $6::bigint,
             case when epoch = $4 and seq = $5 and hash = $7 then $2::bigint end
           from held
           on conflict (site) do update set heard_at = excluded.heard_at,
             clock_offset = excluded.clock_offset, station_epoch = excluded.station_epoch,
             station_seq = excluded.station_seq, waiting = excluded.waiting,
             whole_at = coalesce(excluded.whole_at, site_heard.whole_at)
         )
       select held.epoch, held.seq, held.hash, f.seq as fork_seq, f.came_hash from held
       left join fork f on f.site = held.id and f.epoch = held.epoch and f.decided = 'came'`,
      [site, at, offset, station.epoch, station.seq, waiting, hash],
    )
    if (!row) return null
    const { fork_seq, came_hash, ...head } = row
    return { head, decided: fork_seq === null ? null : { seq: fork_seq, hash: came_hash } }
  },
})
