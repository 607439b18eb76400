/** Two PostgreSQL servers, the second a standby of the first. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, serverOn, type PostgresServer } from './postgres.ts'

/** The `application_name` by which the first knows the second. */
export const STANDBY = 'two'

/** Makes a standby of a server that stands still: by copying its folder, then following it. */
export async function standbyOf(primary: PostgresServer): Promise<PostgresServer> {
  const folder = dataFolder()
  await primary.halt()
  spawnSync('cp', ['-a', `${primary.folder}/.`, folder])
  await primary.start()
  closeSync(openSync(join(folder, 'standby.signal'), 'w'))
  return serverOn(folder, {
    primary_conninfo: `host=127.0.0.1 port=${primary.port} user=vigil application_name=${STANDBY}`,
  })
}

/** The address of a database of either. */
export const onEither = (
  [first, second]: readonly [PostgresServer, PostgresServer],
  database: string,
): string => `postgres://vigil@127.0.0.1:${first.port},127.0.0.1:${second.port}/${database}`
