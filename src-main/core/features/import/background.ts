/**
 * An import that was withdrawn counts no more, one incident after another, a few at a time while
 * the station runs: no alarm waits for it. What a crash or a full disk interrupts goes on by
 * itself.
 */
import { decideIncident, incidentStream, type Changes } from '../../engine/changes.ts'
import { importStream, isWithdrawing, type ImportDocument, type RowsImported } from './record.ts'
import { withImport } from './commands.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Clock, Journal, Log, Vault } from '../../ports.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'

const PIECE = 10 // incidents in one entry

type Parts = {
  journal: Pick<Journal, 'events' | 'lastOver'>
  memory: Memory
  commandQueue: Pick<CommandQueue, 'submit'>
  vault: Vault
  clock: Clock
  log: Log
}

/** `look` begins if there is something to do and nobody is at it. */
export type Withdrawing = { poll: () => void; stop: () => Promise<void> }

export function createWithdrawing({
  journal,
  memory,
  commandQueue,
  vault,
  clock,
  log,
}: Parts): Withdrawing {
  let stopped = false
  let working: Promise<void> | null = null
  const unfinished = (): readonly [string, ImportDocument] | undefined =>
    [...memory.imports].find(([, document]) => isWithdrawing(document))

  async function idsOf(importId: string): Promise<readonly string[]> {
    const events = await journal.events(importStream(importId))
    return events.flatMap(({ type, body }) =>
      type === 'RowsImported' ? (body as unknown as RowsImported).ids : [],
    )
  }

  /** A command of the station's own, and no alarm: if the disk fails, it has not happened. */
  async function piece(importId: string, ids: readonly string[]): Promise<boolean> {
    const at = clock.wall()
    const done = await commandQueue.submit({
      command: { id: vault.id(at), content: `withdraw ${importId}` },
      exclusive: true,
      async decide(batch) {
        const document = memory.imports.get(importId)
        if (!document?.withdrawn) throw new Error(`import ${importId} is not withdrawn`)
        const { by, reason, done: reached } = document.withdrawn
        const drafts: Changes[] = []
        const next = ids.slice(reached, reached + PIECE)
        for (const id of next) {
          const incident = await batch.incident(id)
          if (!incident) throw new Error(`no incident in ${incidentStream(id)}`)
          const draft = decideIncident(
            { incident, meta: { at, by }, world: batch.world() },
            { type: 'WithdrawIncident', reason },
          )
          if (!draft.ok) throw new Error(draft.message.en)
          drafts.push(draft)
        }
        return withImport(
          drafts,
          importId,
          document,
          { type: 'RowsWithdrawn', at, by, body: { count: next.length } },
          {},
        )
      },
    })
    return done.ok
  }

  /** Whatever ends meanwhile is in what is read next. */
  async function readLastOver(): Promise<void> {
    for (;;) {
      const { position } = memory
      const at = await journal.lastOver()
      if (memory.position !== position) continue
      memory.lastOver = at
      return
    }
  }

  async function work(): Promise<void> {
    for (let next = unfinished(); next && !stopped; next = unfinished()) {
      const [importId] = next
      const ids = await idsOf(importId)
      while (!stopped && unfinished()?.[0] === importId) {
        if (!(await piece(importId, ids))) return
        await clock.yield()
      }
      await readLastOver()
    }
  }

  return {
    poll() {
      if (stopped || working || memory.storageFailedSince !== null || !unfinished()) return
      working = work()
        .catch((error: unknown) => log.error('import-not-withdrawn', error))
        .finally(() => {
          working = null
        })
    },
    async stop() {
      stopped = true
      await working
    },
  }
}
