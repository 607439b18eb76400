/** HQ starts on an empty database with one command, and says what is wrong with any other. */
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { prepareDatabase } from '#main/adapters/postgres/prepare-database.ts'
import type { Sql } from '#main/adapters/postgres/sql.ts'
import { createDatabase, hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'

const MIGRATIONS = resolve(import.meta.dirname, '../../resources/hq/migrations')

const NAMES = [
  'first-tables',
  'people',
  'site-is-not-asked-again',
  'walls',
  'reports',
  'spans',
  'fork-decided',
  'withdrawals',
]

describe.skipIf(!hasPostgres)('the database of HQ', () => {
  const server = sharedPostgres()
  let count = 0

  async function withEmpty(work: (sql: Sql) => Promise<void>): Promise<void> {
    const url = await createDatabase(server, `vigil_${(count += 1)}`)
    const sql = openPostgres({ url, connections: 2 })
    await work(sql).finally(() => sql.end())
  }
  const prepared = (sql: Sql) => prepareDatabase(sql, MIGRATIONS)

  test('an empty one gets the tables, and the next start finds them', () =>
    withEmpty(async (sql) => {
      expect(await prepared(sql)).toEqual(NAMES)
      expect(await prepared(sql)).toEqual([])
    }))

  test('two programs that start at once make the tables once', () =>
    withEmpty(async (sql) => {
      const both = await Promise.all([prepared(sql), prepared(sql)])
      expect(both.flat()).toEqual(NAMES)
    }))

  test('one with tables of somebody else is refused by their names, and left as it is', () =>
    withEmpty(async (sql) => {
      await sql.query('create table customers (id integer)')
      await expect(prepared(sql)).rejects.toMatchObject({
        code: 'database-foreign',
        message: expect.stringContaining('customers') as string,
      })
      const tables = await sql.query(
        `select 1 from information_schema.tables where table_schema = 'public'`,
      )
      expect(tables).toHaveLength(1)
    }))

  test('one of a newer program is refused', () =>
    withEmpty(async (sql) => {
      await prepared(sql)
      await sql.query('insert into vigil_hq_version (version) values (99)')
      await expect(prepared(sql)).rejects.toMatchObject({ code: 'database-newer' })
    }))

  test('one whose tables were made by another text is refused', () =>
    withEmpty(async (sql) => {
      await prepared(sql)
      await sql.query(`update vigil_hq_version set md5 = 'x' where version = 1`)
      await expect(prepared(sql)).rejects.toMatchObject({ code: 'database-changed' })
    }))

  test('what does not answer is said to be out of reach', async () => {
    const sql = openPostgres({ url: 'postgres://vigil@127.0.0.1:1/vigil', connections: 1 })
    await expect(prepareDatabase(sql, MIGRATIONS)).rejects.toMatchObject({
      code: 'database-unreachable',
    })
    await sql.end()
  })
})
