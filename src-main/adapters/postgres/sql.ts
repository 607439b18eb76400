/**
 * The three functions through which HQ speaks to its database. Whoever puts another driver of the
 * PostgreSQL family in their place (openGauss, KingbaseES) writes these and nothing else.
 */

export type Value = string | number | boolean | null | readonly string[] | readonly number[]
export type Row = Readonly<Record<string, unknown>>

/** bigint comes as a number: no counter here goes beyond 2^53. */
export type Query = <T extends object = Row>(
  text: string,
  values?: readonly Value[],
) => Promise<readonly T[]>

export type Sql = {
  /** One statement with `$1 …`, prepared once. */
  query: Query
  /** All or nothing; what `work` throws rolls back and is thrown on. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>
  /**
   * Calls `look` whenever something may have changed, one call at a time, until the returned
   * function is called. Asking by a clock: it survives a change of servers, and takes no lock over
   * the commit as NOTIFY does.
   */
  listenOrPoll(look: () => Promise<void>, everyMs: number): () => Promise<void>
  end(): Promise<void>
}

/** Undoes a transaction without a fault: its answer is `value`. */
export class Undone<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('undone')
    this.value = value
  }
}
