/**
 * Lets a record whose disk failed take writes again without a restart: after a full disk once there
 * is really room, after any other failure by opening it again, at longer and longer intervals.
 */
import type { Journal } from '#main/core/ports.ts'
import { MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import type { Reserve } from '../data-disk.ts'
import { StorageFailed } from './errors.ts'

const FIRST_WAIT_MS = 5 * SECOND_MS
const LONGEST_WAIT_MS = 5 * MINUTE_MS

type Failure = { error: StorageFailed; waitMs: number; againAt: number } // on the monotonic clock

/** `now`: monotonic ms. Without a `reserve` a full disk is tried again at once. */
type Options = { reserve?: Pick<Reserve, 'keep' | 'giveUp'>; now?: () => number }

/**
 * `open` opens the record, now and again after each failure; what it throws now is thrown to the
 * caller. The old connection is left only when the new one stands, so that reading goes on in
 * between: it has failed to save, and there is nothing in it that the new one lacks.
 */
export function reopeningJournal(
  open: () => Journal,
  { reserve, now = () => performance.now() }: Options = {},
): Journal {
  let journal = open()
  let failure: Failure | null = null

  function fail(error: StorageFailed): StorageFailed {
    const waitMs = failure ? Math.min(2 * failure.waitMs, LONGEST_WAIT_MS) : FIRST_WAIT_MS
    failure = { error, waitMs, againAt: now() + waitMs }
    return error
  }

  function renew({ error: { trouble } }: Failure): void {
    const old = journal
    try {
      journal = open()
    } catch (error) {
      throw fail(new StorageFailed(error, trouble))
    }
    old.close().catch(() => undefined)
  }

  /** A full disk that takes a small event and not the next one would only seem to have room. */
  async function mayTry({ error, againAt }: Failure): Promise<boolean> {
    return error.trouble === 'full' ? ((await reserve?.keep()) ?? true) : now() >= againAt
  }

  async function save(entries: Parameters<Journal['commit']>[0]): ReturnType<Journal['commit']> {
    try {
      const committed = await journal.commit(entries)
      failure = null
      return committed
    } catch (error) {
      throw error instanceof StorageFailed ? fail(error) : error
    }
  }

  return {
    async commit(entries) {
      if (failure) {
        if (!(await mayTry(failure))) throw failure.error
        renew(failure)
      }
      try {
        return await save(entries)
      } catch (error) {
        if (!failure || failure.error.trouble !== 'full' || !reserve?.giveUp()) throw error
        renew(failure)
        return save(entries)
      }
    },
    reindex: () => journal.reindex(),
    mend: (mending) => journal.mend(mending),
    position: () => journal.position(),
    hashAt: (position) => journal.hashAt(position),
    reply: (commandId) => journal.reply(commandId),
    rowsOnBoard: () => journal.rowsOnBoard(),
    pending: () => journal.pending(),
    row: (incidentId) => journal.row(incidentId),
    incidentStats: (from, to) => journal.incidentStats(from, to),
    tally: (month) => journal.tally(month),
    firstMonth: () => journal.firstMonth(),
    search: (query) => journal.search(query),
    searchEntry: (incidentId) => journal.searchEntry(incidentId),
    oldRows: (limit) => journal.oldRows(limit),
    reports: (from, until) => journal.reports(from, until),
    lastOver: () => journal.lastOver(),
    document: (kind, id) => journal.document(kind, id),
    documents: (kind) => journal.documents(kind),
    events: (stream) => journal.events(stream),
    intact: (stream, least) => journal.intact(stream, least),
    eventsAfter: (position, limit) => journal.eventsAfter(position, limit),
    links: (position, limit) => journal.links(position, limit),
    streams: (after, limit) => journal.streams(after, limit),
    projectionNames: () => journal.projectionNames(),
    unseal: (sealed) => journal.unseal(sealed),
    personalCounts: (streams) => journal.personalCounts(streams),
    personalOf: (sealed) => journal.personalOf(sealed),
    findPersonal: (texts, after) => journal.findPersonal(texts, after),
    findEvents: (texts, after, types) => journal.findEvents(texts, after, types),
    forget: (what) => journal.forget(what),
    verify: (hear) => journal.verify(hear),
    close: () => journal.close(),
  }
}
