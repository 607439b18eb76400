/** Databases with all tables of HQ: they are made once a server, since copying them is faster. */
import { resolve } from 'node:path'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { prepareDatabase } from '#main/adapters/postgres/prepare-database.ts'
import { createDatabase, type DatabaseServer } from './postgres.ts'

const MIGRATIONS = resolve(import.meta.dirname, '../../resources/hq/migrations')
const TEMPLATE = 'hq_template'

export async function makeTemplate(postgres: DatabaseServer): Promise<void> {
  const sql = openPostgres({ url: await createDatabase(postgres, TEMPLATE), connections: 1 })
  await prepareDatabase(sql, MIGRATIONS)
  await sql.end()
}

const templates = new WeakMap<object, Promise<void>>()
let count = 0
/** A database with all tables and nothing in them. */
export async function preparedDatabase(postgres: DatabaseServer): Promise<string> {
  if (!postgres.admin) {
    const ready = templates.get(postgres) ?? makeTemplate(postgres)
    templates.set(postgres, ready)
    await ready
  }
  return createDatabase(postgres, `hq_${process.pid}_${(count += 1)}`, TEMPLATE)
}
