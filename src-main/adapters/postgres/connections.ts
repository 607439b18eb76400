/**
 * A number of connections, each with a limit on our side: what is handed to one settles, whatever
 * becomes of the server, the network or the driver. Independent of the driver.
 */
import { StoreDown } from '#main/hq/hq-ports.ts'
import { Undone, type Query, type Row, type Sql, type Value } from './sql.ts'

/** One way to the server. Once anything is wrong with it, it is cut and another takes its place. */
export type Connection = {
  /** Statements are answered in the order in which they are handed over. */
  query: Query
  /** Nothing may be handed to it any more. */
  isGone(): boolean
  /** Cuts it: what is on its way may stay unanswered, and what comes late reaches nobody. */
  cut(): void
  end(): Promise<void>
}

export type Limits = {
  /** At most so many connections at once. */
  most: number
  /** How long a statement waits for a connection, and then for its answer (ms). */
  limitMs: number
  /** Whether the server refused the statement itself (its words, its values), and is well. */
  isOfStatement: (error: unknown) => boolean
}

type Waiting = { take: (connection: Connection) => void; refuse: (error: Error) => void }

/** Hands connections out, one to each who asks, in order of asking. */
function createPool(connect: () => Connection, { most, limitMs }: Limits) {
  const all = new Set<Connection>()
  const idle: Connection[] = []
  const waiting = new Set<Waiting>()
  let hasEnded = false

  function fresh(): Connection {
    const connection = connect()
    all.add(connection)
    return connection
  }

  function wait(): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => entry.refuse(new StoreDown('NO_CONNECTION')), limitMs)
      const leave = (): void => {
        clearTimeout(timer)
        waiting.delete(entry)
      }
      const entry: Waiting = {
        take(connection) {
          leave()
          resolve(connection)
        },
        refuse(error) {
          leave()
          reject(error)
        },
      }
      waiting.add(entry)
    })
  }

  async function take(): Promise<Connection> {
    if (hasEnded) throw new StoreDown('ENDED')
    for (let free = idle.pop(); free; free = idle.pop()) {
      if (!free.isGone()) return free
      all.delete(free)
    }
    return all.size < most ? fresh() : wait()
  }

  function giveBack(connection: Connection): void {
    if (connection.isGone()) all.delete(connection)
    const [next] = waiting
    if (hasEnded) return
    if (next) next.take(connection.isGone() ? fresh() : connection)
    else if (!connection.isGone()) idle.push(connection)
  }

  async function end(): Promise<void> {
    hasEnded = true
    for (const entry of waiting) entry.refuse(new StoreDown('ENDED'))
    await Promise.all([...all].map((connection) => connection.end()))
  }
  return { take, giveBack, end }
}

/**
 * `query` and `transaction` over connections. A statement that is not answered within the limit is
 * refused as {@link StoreDown} and its connection cut; so it is after any fault that is not the
 * statement's. Nothing is tried again here: what was asked may have been done.
 */
export function overConnections(
  connect: () => Connection,
  limits: Limits,
): Pick<Sql, 'query' | 'transaction' | 'end'> {
  const pool = createPool(connect, limits)

  async function ask<T extends object>(
    on: Connection,
    text: string,
    values?: readonly Value[],
  ): Promise<readonly T[]> {
    if (on.isGone()) throw new StoreDown('CONNECTION_GONE')
    const { promise: silence, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new StoreDown('NO_ANSWER')), limits.limitMs)
    try {
      return await Promise.race([on.query<T>(text, values), silence])
    } catch (error) {
      if (limits.isOfStatement(error)) throw error
      on.cut()
      throw error instanceof StoreDown
        ? error
        : new StoreDown((error as { code?: string }).code ?? 'UNKNOWN', error)
    } finally {
      clearTimeout(timer)
    }
  }

  /** Statements of one transaction; a refused one undoes it, also where `work` goes on. */
  async function inTransaction<T>(on: Connection, work: (query: Query) => Promise<T>): Promise<T> {
    let [isOver, refused]: [boolean, { error: unknown } | null] = [false, null]
    const query = async <R extends object = Row>(text: string, values?: readonly Value[]) => {
      if (isOver) throw new Error('the transaction is over')
      try {
        return await ask<R>(on, text, values)
      } catch (error) {
        refused ??= { error }
        throw error
      }
    }
    await ask(on, 'begin')
    try {
      const value = await work(query)
      isOver = true
      if (refused) throw (refused as { error: unknown }).error
      await ask(on, 'commit')
      return value
    } catch (error) {
      isOver = true
      if (!on.isGone()) await ask(on, 'rollback').catch(() => on.cut())
      throw error
    }
  }

  return {
    async query<T extends object = Row>(text: string, values?: readonly Value[]) {
      const on = await pool.take()
      try {
        return await ask<T>(on, text, values)
      } finally {
        pool.giveBack(on)
      }
    },
    async transaction<T>(work: (query: Query) => Promise<T>) {
      const on = await pool.take()
      try {
        return await inTransaction(on, work)
      } catch (error) {
        if (error instanceof Undone) return error.value as T
        throw error
      } finally {
        pool.giveBack(on)
      }
    },
    end: pool.end,
  }
}
