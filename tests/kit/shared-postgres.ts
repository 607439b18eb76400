/**
 * The PostgreSQL server that all specs of the project `hq` share: starting one for each took a
 * quarter of their time. A spec that stops its server or changes its settings starts its own.
 */
import { inject } from 'vitest'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { addressOn, type DatabaseServer } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: number // its port (tests/hq/global-setup.ts)
  }
}

/** `admin`: a connection for this spec file. `made`: its databases. */
type Shared = DatabaseServer & { admin: Sql; made: string[] }
let shared: Shared | null = null

/** In no server's name where PostgreSQL is not installed: its suites are left out then. */
export function sharedPostgres(): Shared {
  const port = inject('postgres')
  const url = addressOn(port)
  shared ??= { port, url, admin: openPostgres({ url: url('postgres'), connections: 1 }), made: [] }
  return shared
}

/** Drops what this spec file has made: a hundred databases would fill the disk. */
export async function leaveShared(): Promise<void> {
  if (!shared) return
  const { admin, made } = shared
  shared = null
  for (const name of made) await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}
