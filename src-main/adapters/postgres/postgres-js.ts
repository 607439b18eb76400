/** The three functions over `postgres` (postgres.js): the one file that knows this driver. */
import { createConnection, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { overConnections, type Connection } from './connections.ts'
import { poll } from './poll.ts'
import type { Row, Sql, Value } from './sql.ts'

/**
 * `password`: where the address has none. `connections`: at most so many at once. `anyServer`: one
 * that only reads will do. `limitMs`: how long a statement may stay unanswered; a backup's alone
 * takes longer, and none of its statements.
 */
export type PostgresOptions = {
  url: string
  password?: string
  connections?: number
  anyServer?: boolean
  limitMs?: number
}

const [INT8, TEXTS, INT8S] = [20, 1009, 1016]
/** A statement that takes longer has met a lock that nobody gives up: the server ends it. */
const STATEMENT_MS = 10_000
/** By then the server would have ended it: it, or the way to it, is gone. */
const LIMIT_MS = 12_000
const CONNECT_S = 5
/** Between two rounds through the hosts of the address (ms). */
const ROUND_MS = 100

const quoted = (item: string): string => `"${item.replaceAll(/["\\]/g, String.raw`\$&`)}"`
/** JSON escapes it no further than an array of PostgreSQL does. */
const isAlikeInJson = (item: string): boolean =>
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  item.isWellFormed() && !/[\u0000-\u001F]/.test(item)
/** In one call where it may be: 200 lines of events take a tenth of the time. */
const serializeTexts = (items: readonly string[]): string =>
  items.every(isAlikeInJson)
    ? `{${JSON.stringify(items).slice(1, -1)}}`
    : `{${items.map(quoted).join(',')}}`
const serializeNumbers = (items: readonly number[]): string => `{${items.join(',')}}`

const READ_ONLY = '25006' // another server is the primary now
/** The server answered, and what it refuses is the statement: its text, values or rights. */
const isOfStatement = (error: unknown): boolean =>
  error instanceof postgres.PostgresError &&
  /^(?:0A|2[1-8]|3D|40|42|P0)/.test(error.code) &&
  error.code !== READ_ONLY

type Addresses = { host: readonly string[]; port: readonly number[]; path?: string | false }

/**
 * A connection of its own for each use of the driver. postgres.js would connect anew by itself, but
 * a statement that is on its way while it does may be lost, or be sent again by a connection that
 * was given up: so this one connects once, and is never used after a fault.
 */
function connectionTo({ url, password, anyServer }: PostgresOptions): Connection {
  let [socket, isGone, isUp, attempts]: [Socket | null, boolean, boolean, number] = [
    null,
    false,
    false,
    0,
  ]
  async function socketTo({ host, port, path }: Addresses): Promise<Socket> {
    const index = attempts % host.length
    attempts += 1
    if (index === 0 && attempts > 1) await pause(ROUND_MS)
    if (isGone || isUp) return new Promise<never>(() => undefined)
    socket = path
      ? createConnection(path)
      : Object.assign(createConnection(port[index]!, host[index]), { host: host[index] })
    return socket
  }
  const cut = (): void => {
    isGone = true
    socket?.destroy()
  }
  const driver = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: CONNECT_S,
    ...(password !== undefined && { password }),
    ...(anyServer ? {} : { target_session_attrs: 'read-write' as const }),
    connection: {
      application_name: 'vigil-hq',
      statement_timeout: STATEMENT_MS,
      synchronous_commit: 'on', // whatever the server's own is: what is answered is on its disks
    },
    ...{ socket: socketTo }, // its types leave it out
    onclose: cut,
    onnotice: () => undefined,
    // those of our statements, so that no connection has to ask the server for its types first
    fetch_types: false,
    types: {
      bigint: { to: INT8, from: [INT8], serialize: String, parse: Number },
      texts: { to: TEXTS, from: [], serialize: serializeTexts, parse: String },
      bigints: { to: INT8S, from: [], serialize: serializeNumbers, parse: String },
    },
  })
  return {
    async query<T extends object = Row>(text: string, values: readonly Value[] = []) {
      // without values several statements may stand in one text, as in a migration
      const rows = await (values.length === 0
        ? driver.unsafe(text)
        : driver.unsafe(text, values as postgres.ParameterOrJSON<never>[], { prepare: true }))
      isUp = true
      return rows as unknown as readonly T[]
    },
    isGone: () => isGone,
    cut,
    async end() {
      if (!isGone) await driver.end({ timeout: CONNECT_S })
      cut()
    },
  }
}

/**
 * Several hosts in the address (`a:5432,b:5432`) are tried in turn until one takes writes, so that
 * after a promotion the same HQ goes on. Connects at the first statement.
 */
export function openPostgres(options: PostgresOptions): Sql {
  const { connections: most = 10, limitMs = LIMIT_MS } = options
  return {
    ...overConnections(() => connectionTo(options), { most, limitMs, isOfStatement }),
    listenOrPoll: poll,
  }
}
