/**
 * Lets a record that stopped on a full disk take writes again once there is room, without a
 * restart. Any other failure of the store stays: after a write or fsync error nothing is trusted
 * until the program starts anew.
 */
import type { Journal } from '#main/core/ports.ts'
import { StorageFailed } from './errors.ts'

/**
 * `open` opens the record, now and again after each failure for want of space; what it throws now
 * is thrown to the caller. The old connection is left only when the new one stands, so that reading
 * goes on in between.
 */
export function reopeningJournal(open: () => Journal): Journal {
  let journal = open()
  let full = false

  function renew(): void {
    const old = journal
    try {
      journal = open()
    } catch (error) {
      throw new StorageFailed(error)
    }
    full = false
    // it has failed already, and there is nothing in it that the new one lacks
    old.close().catch(() => undefined)
  }

  return {
    async commit(entries) {
      if (full) renew()
      try {
        return await journal.commit(entries)
      } catch (error) {
        full = error instanceof StorageFailed && error.diskFull
        throw error
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
    facts: (from, to) => journal.facts(from, to),
    tally: (month) => journal.tally(month),
    search: (query) => journal.search(query),
    searchEntry: (incidentId) => journal.searchEntry(incidentId),
    oldRows: (limit) => journal.oldRows(limit),
    lastOver: () => journal.lastOver(),
    document: (kind, id) => journal.document(kind, id),
    documents: (kind) => journal.documents(kind),
    events: (stream) => journal.events(stream),
    intact: (stream, least) => journal.intact(stream, least),
    eventsAfter: (position, limit) => journal.eventsAfter(position, limit),
    streams: (after, limit) => journal.streams(after, limit),
    projectionNames: () => journal.projectionNames(),
    unseal: (sealed) => journal.unseal(sealed),
    verify: () => journal.verify(),
    close: () => journal.close(),
  }
}
