/**
 * Takes a withdrawn import out of the figures, a few incidents at a time while the station runs: no
 * alarm waits for it. What a crash or a full disk interrupts goes on by itself.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import { decideImport } from '#shared/domain/import/decide.ts'
import {
  importStream,
  isWithdrawing,
  type ImportState,
  type RowsImported,
} from '#shared/domain/import/stream.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { Batch } from '../../engine/batch.ts'
import { decideIncident, joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Clock, Journal, Log, Vault } from '../../ports.ts'

const PIECE = 10 // incidents in one entry

type Parts = {
  journal: Pick<Journal, 'events' | 'lastOver'>
  memory: Memory
  commandQueue: Pick<CommandQueue, 'submit'>
  vault: Vault
  clock: Clock
  log: Log
}

/** `poll` begins if there is something to do and the work is not under way. */
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
  const unfinished = (): readonly [string, ImportState] | undefined =>
    [...memory.documents.all('import')].find(([, state]) => isWithdrawing(state))

  async function idsOf(importId: string): Promise<readonly string[]> {
    const events = await journal.events(importStream.nameOf(importId))
    return events.flatMap(({ type, body }) =>
      type === 'RowsImported' ? (body as unknown as RowsImported).ids : [],
    )
  }

  /** The next incidents of the import, in the name of the person who withdrew it. */
  async function withdrawNext(
    importId: string,
    ids: readonly string[],
    at: number,
    batch: Batch,
  ): Promise<Changes | Refusal> {
    const state = memory.documents.get('import', importId)
    if (!state?.withdrawn) throw new Error(`import ${importId} is not withdrawn`)
    const { by, reason, done } = state.withdrawn
    const meta = { at, by }
    const incidents: Changes[] = []
    for (const id of ids.slice(done, done + PIECE)) {
      const incident = await batch.incident(id)
      if (!incident) throw new Error(`no incident in ${incidentStream.nameOf(id)}`)
      const basis = { incident, meta, world: batch.world(at) }
      const changes = decideIncident(basis, { type: 'WithdrawIncident', reason })
      if (!changes.ok) return changes
      incidents.push(changes)
    }
    const command = { type: 'NoteWithdrawn', count: incidents.length } as const
    const decision = decideImport(state, command, { withdrawing: true })
    const noted = recordDecision(importStream, importId, state, decision, meta)
    return noted.ok ? joinChanges([...incidents, noted]) : noted
  }

  /** A command of the station's own, and no alarm: if the disk fails, it has not happened. */
  async function submitNext(importId: string, ids: readonly string[]): Promise<boolean> {
    const at = clock.wall()
    const result = await commandQueue.submit({
      command: { id: vault.id(at), content: `withdraw ${importId}` },
      exclusive: true,
      decide: (batch) => withdrawNext(importId, ids, at, batch),
    })
    return result.ok
  }

  /** Read again if something was saved in the meantime: an incident may have ended. */
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
        if (!(await submitNext(importId, ids))) return
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
