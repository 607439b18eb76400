/**
 * Keeps commits from waiting for a standby that is gone: then HQ runs on with one copy, and says so
 * (只有一份); once the standby streams again, commits wait for it as before. For installations
 * without Patroni, which does the same.
 */
import type { Sql } from './sql.ts'

/** How long a standby may be away before commits stop waiting for it (ms). */
const PATIENCE_MS = 3_000

export type StandbyState = 'two-copies' | 'one-copy'

/**
 * What a look has seen. `awaySince`: no connection of it since then. `behind`: how far it had
 * written, where that was not all, since when. Instants: ms that never go back.
 */
export type StandbyLook = {
  state: StandbyState
  awaySince: number | null
  behind: { written: string; since: number } | null
}

type Seen = { written: string | null; is_whole: boolean | null; waits: boolean }

/** Of a standby without a connection there is no row of it. */
const SEEN = `
  select r.flush_lsn::text as written, r.flush_lsn >= pg_current_wal_flush_lsn() as is_whole,
    current_setting('synchronous_standby_names') <> '' as waits
  from (select 1) one
  left join pg_stat_replication r on r.application_name = $1 and r.state = 'streaming'`

/**
 * Since when it writes nothing though there is something to write; null: it writes. One that is
 * frozen or has lost its power keeps its connection for a minute.
 */
function silentSince(
  { awaySince, behind }: Omit<StandbyLook, 'state'>,
  now: number,
): number | null {
  if (awaySince !== null) return awaySince
  return behind && behind.since < now ? behind.since : null
}

/**
 * One look, to be repeated every second. `standby`: its `application_name`. `last`: what the last
 * look gave. All by `alter system`, which needs a superuser.
 */
export async function watchStandby(
  { query }: Pick<Sql, 'query'>,
  standby: string,
  last: StandbyLook | null,
  now: number,
): Promise<StandbyLook> {
  const [row] = await query<Seen>(SEEN, [standby])
  const { written = null, is_whole: isWhole = false, waits = false } = row ?? {}
  const isSame = written !== null && last?.behind?.written === written
  const look = {
    awaySince: written === null ? (last?.awaySince ?? now) : null,
    behind:
      written === null || isWhole
        ? null
        : { written, since: isSame ? (last?.behind?.since ?? now) : now },
  }
  const since = silentSince(look, now)
  if (since === null) {
    if (!waits) await waitFor(query, `"${standby.replaceAll('"', '""')}"`)
    return { ...look, state: 'two-copies' }
  }
  if (waits && now - since >= PATIENCE_MS) await waitFor(query, '')
  return { ...look, state: 'one-copy' }
}

/** It takes no parameters, and stands in no transaction. */
async function waitFor(query: Sql['query'], names: string): Promise<void> {
  await query(`alter system set synchronous_standby_names = '${names.replaceAll("'", "''")}'`)
  await query('select pg_reload_conf()')
}
