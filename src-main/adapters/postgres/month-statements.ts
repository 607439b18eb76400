/** The statements about figures: what sites state of months, and where HQ counts otherwise. */
import type { Difference, HqStore, StatedRow } from '#main/hq/hq-ports.ts'
import type { Tally } from '#shared/domain/statistics/tally.ts'
import { readSites } from './site-statements.ts'
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
): Pick<HqStore, 'statedOf' | 'statedIn' | 'differences' | 'copies'> => ({
  statedOf: async (site) =>
    (await sql.query<StoredTally>(`${TALLIES} where site = $1`, [site])).map(statedRow),

  /** Both in one snapshot, so that no tally is newer than the site it stands beside. */
  statedIn: (month, sites) =>
    sql.transaction(async (query) => {
      await query('set transaction isolation level repeatable read')
      const stated = sites
        ? await query<StoredTally>(`${TALLIES} where month = $1 and site = any($2::text[])`, [
            month,
            sites,
          ])
        : await query<StoredTally>(`${TALLIES} where month = $1`, [month])
      return { sites: await readSites(query, sites), stated: stated.map(statedRow) }
    }),

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
