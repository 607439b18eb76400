/** The three functions over `postgres` (postgres.js): the one file that knows this driver. */
import postgres from 'postgres'
import { poll } from './poll.ts'
import { Undone, type Query, type Sql } from './sql.ts'

/**
 * `password`: where the address has none. `connections`: at most so many at once. `anyServer`: one
 * that only reads will do.
 */
export type PostgresOptions = {
  url: string
  password?: string
  connections?: number
  anyServer?: boolean
}

const INT8 = 20
/** A statement that takes longer has met a server that is gone, or a lock that nobody gives up. */
const STATEMENT_MS = 10_000
const CONNECT_S = 5

/**
 * Several hosts in the address (`a:5432,b:5432`) are tried in turn until one takes writes, so that
 * after a promotion the same client goes on. Connects at the first statement.
 */
export function openPostgres(options: PostgresOptions): Sql {
  const { url, password, connections = 10, anyServer } = options
  const driver = postgres(url, {
    max: connections,
    ...(password !== undefined && { password }),
    connect_timeout: CONNECT_S,
    ...(anyServer ? {} : { target_session_attrs: 'read-write' as const }),
    connection: {
      application_name: 'vigil-hq',
      statement_timeout: STATEMENT_MS,
      synchronous_commit: 'on', // whatever the server's own is: what is answered is on its disks
    },
    onnotice: () => undefined,
    types: {
      bigint: { to: INT8, from: [INT8], serialize: String, parse: Number },
    },
  })
  const queryOf =
    (on: postgres.Sql | postgres.TransactionSql): Query =>
    async <T extends object>(text: string, values: readonly unknown[] = []) =>
      // without values several statements may stand in one text, as in a migration
      (values.length === 0
        ? await on.unsafe(text)
        : await on.unsafe(text, values as postgres.ParameterOrJSON<never>[], {
            prepare: true,
          })) as unknown as readonly T[]
  return {
    query: queryOf(driver),
    async transaction(work) {
      try {
        return (await driver.begin((inner) => work(queryOf(inner)))) as Awaited<
          ReturnType<typeof work>
        >
      } catch (error) {
        if (error instanceof Undone) return error.value as Awaited<ReturnType<typeof work>>
        throw error
      }
    },
    listenOrPoll: poll,
    end: () => driver.end({ timeout: 5 }),
  }
}
