/**
 * Defines the errors by which a record says that it cannot be opened, or that it has stopped taking
 * anything. No other error of the journal is for people.
 */
import type { LocalizedText } from '#shared/domain/text.ts'
import { localized } from '#shared/domain/text.ts'
import type { StorageTrouble } from '#main/core/ports.ts'

const SQLITE_ERROR = 1 // a statement does not fit the tables
const SQLITE_READONLY = 8
const SQLITE_IOERR = 10
const SQLITE_CORRUPT = 11
const SQLITE_FULL = 13
const SQLITE_CANTOPEN = 14
/** SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE. */
const SQLITE_TAKEN: readonly number[] = [1555, 2067]
const SQLITE_NOTADB = 26
/** SQLITE_IOERR_SHORT_READ: the file ends before a page that it should have. */
const SQLITE_SHORT = 522

/** SQLite's own number of an error without the detail above its low byte; 0 for any other error. */
const typeOf = (error: unknown): number =>
  ((error as { errcode?: number } | null)?.errcode ?? 0) & 0xff

export const isDiskFull = (error: unknown): boolean => typeOf(error) === SQLITE_FULL

const TROUBLES: Readonly<Record<number, StorageTrouble>> = {
  [SQLITE_FULL]: 'full',
  [SQLITE_READONLY]: 'read-only',
  [SQLITE_IOERR]: 'broken',
}

/** The place of the next event is taken: somebody else has written there. */
const isTaken = (error: unknown): boolean =>
  SQLITE_TAKEN.includes((error as { errcode?: number } | null)?.errcode ?? 0)

const troubleOf = (cause: unknown): StorageTrouble =>
  isTaken(cause) ? 'shared' : (TROUBLES[typeOf(cause)] ?? 'other')

/** The disk took no more, or failed, whatever was written. */
export const isDisk = (error: unknown): boolean =>
  [SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL].includes(typeOf(error))

/** A page of the file does not hold together. */
export const isCorrupt = (error: unknown): boolean => typeOf(error) === SQLITE_CORRUPT

/** For what SQLite itself does not notice, such as an index out of its order. */
export const corrupt = (what: string): Error =>
  Object.assign(new Error(what), { errcode: SQLITE_CORRUPT })

/** What SQLite says where it would have to make a file and may not. */
export const isUnwritable = (error: unknown): boolean =>
  typeOf(error) === SQLITE_READONLY || typeOf(error) === SQLITE_CANTOPEN

/**
 * The store failed while writing. It stays failed: a second fsync may report success for pages that
 * the kernel has dropped.
 */
export class StorageFailed extends Error {
  readonly code = 'storage-failed'
  readonly text: LocalizedText
  readonly trouble: StorageTrouble

  constructor(cause: unknown, trouble: StorageTrouble = troubleOf(cause)) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    super(`the record can no longer be saved: ${detail}`, { cause })
    this.name = 'StorageFailed'
    this.trouble = trouble
    this.text = localized(
      `记录已无法保存（${detail}），需重新打开数据目录`,
      `The record can no longer be saved (${detail}); the data folder must be reopened`,
    )
  }
}

/**
 * Everything that was folded from the events had to be thrown away: its tables are there, and
 * empty.
 */
export class RowsLost extends Error {
  readonly code = 'rows-lost'

  constructor(cause: unknown) {
    super('the tables of what was folded from the events did not hold together', { cause })
    this.name = 'RowsLost'
  }
}

export type RefusalCode =
  | 'sqlite-too-old'
  | 'network-drive'
  | 'not-durable'
  | 'newer-record'
  | 'record-damaged'
  | 'cannot-open'

/**
 * The record was not opened, and nothing in it was changed. `firstBad` is the first event that
 * cannot be trusted, where known.
 */
export class JournalRefused extends Error {
  readonly code: RefusalCode
  readonly text: LocalizedText
  readonly firstBad: number | null

  constructor(
    code: RefusalCode,
    message: LocalizedText,
    more: { firstBad?: number; cause?: unknown } = {},
  ) {
    super(message.en, { cause: more.cause })
    this.name = 'JournalRefused'
    this.code = code
    this.text = message
    this.firstBad = more.firstBad ?? null
  }
}

/**
 * What went wrong on opening, as a {@link JournalRefused}; one that already is comes back as it is.
 */
export function asRefused(error: unknown): JournalRefused {
  if (error instanceof JournalRefused) return error
  if (typeOf(error) === SQLITE_ERROR)
    return new JournalRefused(
      'cannot-open',
      localized(
        '记录的表和它标明的结构号对不上，多半被别的程序改过；数据未作任何改动。请用备份恢复到新的目录',
        'The tables of the record do not fit the schema number that it bears: another program has probably changed it. Nothing was changed; restore a backup into a new folder',
      ),
      { cause: error },
    )
  const detail = error instanceof Error ? error.message : String(error)
  const isDamage =
    [SQLITE_CORRUPT, SQLITE_NOTADB].includes(typeOf(error)) ||
    (error as { errcode?: number } | null)?.errcode === SQLITE_SHORT
  return isDamage
    ? new JournalRefused(
        'record-damaged',
        localized(`记录文件已损坏（${detail}）`, `The record's file is damaged (${detail})`),
        { cause: error },
      )
    : new JournalRefused(
        'cannot-open',
        localized(`记录无法打开（${detail}）`, `The record cannot be opened (${detail})`),
        { cause: error },
      )
}
