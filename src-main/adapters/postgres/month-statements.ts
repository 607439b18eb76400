/** The statements about figures: what sites state of months, and where HQ counts otherwise. */
import type { Difference, HqStore, MonthSite, StatedRow } from '#main/hq/hq-ports.ts'
import type { Tally } from '#shared/domain/statistics/tally.ts'
import { localized } from '#shared/domain/text.ts'
import { OPEN_FORK } from './site-statements.ts'
import type { Sql } from './sql.ts'

type StoredTally = {
  site: string
  month: string
  tally: string
  epoch: number
  seq: number
  hash: string
  stated_at: number
}
const TALLIES = 'select site, month, tally, epoch, seq, hash, stated_at from tally'
const statedRow = (row: StoredTally): StatedRow => ({
  site: row.site,
  month: row.month,
  tally: JSON.parse(row.tally) as Tally,
  position: { epoch: row.epoch, seq: row.seq, hash: row.hash },
  statedAt: row.stated_at,
})

type StoredMonth = {
  id: string
  name_zh: string
  name_en: string
  region: string
  zone: string
  epoch: number
  seq: number
  hash: string
  fork_seq: number | null
  tally: string | null
  stated_epoch: number
  stated_seq: number
  stated_hash: string
}
const MONTH_SITES = `
  select s.id, s.name_zh, s.name_en, s.region, s.zone, s.epoch, s.seq, s.hash,
    f.seq as fork_seq, t.tally, t.epoch as stated_epoch, t.seq as stated_seq,
    t.hash as stated_hash
  from site s
  left join fork f on ${OPEN_FORK}
  left join tally t on t.site = s.id and t.month = $1`
const monthSite = (row: StoredMonth): MonthSite => ({
  id: row.id,
  name: localized(row.name_zh, row.name_en),
  region: row.region,
  zone: row.zone,
  head: { epoch: row.epoch, seq: row.seq, hash: row.hash },
  forked: row.fork_seq !== null,
  stated:
    row.tally === null
      ? null
      : {
          tally: JSON.parse(row.tally) as Tally,
          position: { epoch: row.stated_epoch, seq: row.stated_seq, hash: row.stated_hash },
        },
})

/**
 * Thousands of rows as one text, `key value key value …`: the driver takes a text apart ten times
 * as fast as rows.
 */
const SITE_NEWS = `
  select (select string_agg(site || ' ' || whole_at, ' ') from site_heard
      where whole_at is not null) as whole,
    (select string_agg(id || ' ' || site, ' ') from change where id > $1) as changes,
    (select min(id) from change) as first, (select max(id) from change) as last`
type StoredNews = {
  whole: string | null
  changes: string | null
  first: number | null
  last: number | null
}
function pairsOf(text: string | null, take: (key: string, value: string) => void): void {
  const words = text === null ? [] : text.split(' ')
  for (let index = 0; index < words.length; index += 2) take(words[index]!, words[index + 1]!)
}

type StoredDifference = {
  site: string
  month: string
  seq: number
  stated: string
  counted: string
  found_at: number
}
const differenceOf = (row: StoredDifference): Difference & { site: string; foundAt: number } => ({
  site: row.site,
  month: row.month,
  seq: row.seq,
  stated: JSON.parse(row.stated) as Tally,
  counted: JSON.parse(row.counted) as Tally,
  foundAt: row.found_at,
})

export const monthStatements = (
  sql: Sql,
): Pick<HqStore, 'statedOf' | 'statedIn' | 'siteNews' | 'differences' | 'copies'> => ({
  statedOf: async (site) =>
    (await sql.query<StoredTally>(`${TALLIES} where site = $1`, [site])).map(statedRow),

  async siteNews(after) {
    const [row] = await sql.query<StoredNews>(SITE_NEWS, [after])
    const wholeAt = new Map<string, number>()
    pairsOf(row?.whole ?? null, (site, at) => wholeAt.set(site, Number(at)))
    const changes: { id: number; site: string }[] = []
    pairsOf(row?.changes ?? null, (id, site) => changes.push({ id: Number(id), site }))
    return { changes, first: row?.first ?? 0, last: row?.last ?? 0, wholeAt }
  },

  /** In one statement, so that no tally is newer than the site it stands beside. */
  async statedIn(month, sites) {
    const rows = sites
      ? await sql.query<StoredMonth>(`${MONTH_SITES} where s.id = any($2::text[]) order by s.id`, [
          month,
          sites,
        ])
      : await sql.query<StoredMonth>(`${MONTH_SITES} order by s.id`, [month])
    return rows.map(monthSite)
  },

  differences: async () =>
    (
      await sql.query<StoredDifference>(
        `select site, month, seq, stated, counted, found_at from difference order by site, month`,
      )
    ).map(differenceOf),

  async copies() {
    const [row] = await sql.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_replication
       where sync_state in ('sync', 'quorum')`,
    )
    return (row?.count ?? 0) > 0 ? 2 : 1
  },
})
