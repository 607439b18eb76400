/** The ports of personal values: in the record, and the list of what is purged of it. */
import type { StoredEvent } from './record-ports.ts'
import type { PurgeWhy } from '#shared/domain/purge/stream.ts'

/** By incident: how many of its values and files. */
export type PurgedOf = Readonly<Record<string, { values: number; files: number }>>

/**
 * One purge, without any value. `incidents`: all values that came with them go; `seals`: these go,
 * wherever they came from; `files`: SHA-256 of those that go. `values`: how many there were.
 * `of`: how much of it was each incident's. `restored`: it was ordered on a later state of this
 * record, which has no event of it. `given`: the record has it, or that later state had.
 */
export type PurgeOrder = {
  id: string
  at: number
  by: string
  why: PurgeWhy
  incidents: readonly string[]
  seals: readonly string[]
  files: readonly string[]
  values: number
  of?: PurgedOf
  restored?: true
  given?: true
}

/**
 * The list of all purges of a record, in a file beside it, so that an older state that is restored
 * learns of them. An order stands in it before anything is destroyed, and is marked once all is.
 * All of it throws what the file system says.
 */
export interface PurgeLedger {
  /** On disk when it returns. */
  begin(order: PurgeOrder): void
  /** The record has it now. What never has this mark was refused or not saved, and is nobody's. */
  give(id: string): void
  /** What is begun and not marked, the oldest first. */
  undone(): readonly PurgeOrder[]
  /**
   * Destroys what lies beside the record of this data folder: files, copies of older forms,
   * emergency records, exports that wait, power-cut sheets. It throws what kept something from
   * that, once everything else is done.
   */
  clean(order: PurgeOrder): void
  done(id: string): void
  /** The record never had it: it is nobody's order, and no restore does it. */
  drop(id: string): void
}

/** `next`: to go on after; null: that was the last page. */
export type FoundPage<T> = { found: readonly T[]; next: number | null }
/** `seq`: of the event that brought it, in `stream`. */
export type FoundValue = { sealed: string; value: string; stream: string; seq: number }
/** `before`: of the streams only what came before this event; left out: all. */
export type Forgetting = { streams: readonly string[]; seals: readonly string[]; before?: number }

/** The personal values of a record: looked up, and destroyed. */
export interface PersonalValues {
  /** How many personal values are left of those that these streams brought; none: no entry. */
  personalCounts(streams: readonly string[]): Promise<Readonly<Record<string, number>>>
  /** Where the personal values of these seals came from; a purged one is missing. */
  personalOf(sealed: readonly string[]): Promise<readonly FoundValue[]>
  /**
   * The personal values in which one of these texts occurs (as `compact` writes them), after the
   * row `after`, in pages.
   */
  findPersonal(texts: readonly string[], after: number): Promise<FoundPage<FoundValue>>
  /**
   * The events that name one of these texts, in their author or body, after the event `after`, in
   * pages; `types`: of these alone.
   */
  findEvents(
    texts: readonly string[],
    after: number,
    types?: readonly string[],
  ): Promise<FoundPage<StoredEvent>>
  /**
   * Destroys personal values for good: those of these seals and all that these streams brought,
   * with their words for searching, in the log of writes, too. The seals that had one. It rejects
   * as `commit` does.
   */
  forget(what: Forgetting): Promise<readonly string[]>
}
