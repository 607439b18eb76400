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
 * One look, to be repeated every second. `standby`: its `application_name`. `awaySince`: what the
 * last look gave. All by `alter system`, which needs a superuser.
 */
export async function watchStandby(
  { query }: Pick<Sql, 'query'>,
  standby: string,
  awaySince: number | null,
  now: number,
): Promise<{ state: StandbyState; awaySince: number | null }> {
  const [row] = await query<{ streaming: boolean; waits: boolean }>(
    `select exists (select 1 from pg_stat_replication
         where application_name = $1 and state = 'streaming') as streaming,
       current_setting('synchronous_standby_names') <> '' as waits`,
    [standby],
  )
  const { streaming, waits } = row ?? { streaming: false, waits: false }
  if (streaming) {
    if (!waits) await waitFor(query, `"${standby.replaceAll('"', '""')}"`)
    return { state: 'two-copies', awaySince: null }
  }
  const since = awaySince ?? now
  if (waits && now - since >= PATIENCE_MS) await waitFor(query, '')
  return { state: 'one-copy', awaySince: since }
}

/** It takes no parameters, and stands in no transaction. */
async function waitFor(query: Sql['query'], names: string): Promise<void> {
  await query(`alter system set synchronous_standby_names = '${names.replaceAll("'", "''")}'`)
  await query('select pg_reload_conf()')
}
