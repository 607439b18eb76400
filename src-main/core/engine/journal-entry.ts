/**
 * Makes the journal's entries of what a batch changes: the command with its salted digest, and the
 * words by which changed incidents are found.
 */
import type { PendingChanges } from './batch.ts'
import type { Memory } from './memory.ts'
import type { JournalEntry, Log, SearchEntry, Vault } from '../ports.ts'
import { renamedIn, type SearchContext, type SearchIndexer } from './search-index.ts'

/** Plans and personal values that this batch itself brings are not in memory yet. */
function searchContext(pending: readonly PendingChanges[], memory: Memory): SearchContext {
  const plans = new Map(
    pending
      .flatMap(({ changes }) => changes.startedPlans ?? [])
      .map((plan) => [plan.revision, plan]),
  )
  const values = new Map(
    pending.flatMap(({ changes }) => changes.seals).map(({ sealed, value }) => [sealed, value]),
  )
  return {
    plan: (revision) => plans.get(revision) ?? memory.world(null).plan(revision),
    value: ({ sealed }) => values.get(sealed) ?? memory.value({ sealed }),
  }
}

type Tools = { memory: Memory; vault: Vault; indexIncident: SearchIndexer; log: Log }

/** An entry for each command of a batch, in its order. */
export function entriesOf(
  pending: readonly PendingChanges[],
  { memory, vault, indexIncident, log }: Tools,
): readonly JournalEntry[] {
  const context = searchContext(pending, memory)

  /** Words only serve to find it again: if they cannot be made, the record is saved. */
  function searchEntries({ rows, events }: PendingChanges['changes']): readonly SearchEntry[] {
    try {
      return renamedIn(rows, events).map(({ incident }) => indexIncident(incident, context))
    } catch (error) {
      log.error('words-not-made', error)
      return []
    }
  }

  return pending.map(({ queued: { submission }, changes }) => {
    const { expect, events, seals, rows, documents, reply } = changes
    const salt = vault.salt()
    const command = submission.command && {
      id: submission.command.id,
      salt,
      digest: vault.digest(salt, submission.command.content),
      reply,
    }
    return {
      command,
      authorSalt: vault.salt(),
      expect,
      events,
      seals,
      rows,
      searchEntries: searchEntries(changes),
      documents,
    }
  })
}
