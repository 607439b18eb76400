/**
 * Purges the personal values of archived incidents once their days are over, a few at a time
 * beside the engine, carries out what was ordered to its end, and takes away files that were made
 * to stay and that nobody names: their incident was over meanwhile, or a kill came in between. In
 * an emergency record nothing is purged.
 */
import { isSame } from '#shared/domain/canonical.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { heldRefusal } from '#shared/domain/purge/decide.ts'
import type { Retention } from '#shared/domain/retention/stream.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import type { CommandQueue } from '../../engine/command-queue.ts'
import type { Memory } from '../../engine/memory.ts'
import { joinChanges } from '../../engine/changes.ts'
import { carryOut, givenIn, namedAfter, type PurgeDesk } from '../../engine/purges.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { SearchIndexer } from '../../engine/search-index.ts'
import type { Clock, FileStore, Journal, Log, PurgeOrder, Vault } from '../../ports.ts'
import { reprojected } from '../../verify/reproject.ts'
import { dueOf, dueUntil, filesGoing, purgesByIncident, readIncident, retentionIn } from './data.ts'
import { countsOf, orderChanges } from './order.ts'

/** The owner of its deadline; no incident has such an id. */
export const PURGES = 'purges'
const PIECE = 20 // incidents in one entry, with those that were merged into them
/** Files that came within these days and are not of today are looked for in the record. */
const FORSAKEN_DAYS = [31, 1] as const

type Parts = {
  memory: Memory
  journal: Journal
  desk: PurgeDesk | null
  files: FileStore | null
  commandQueue: Pick<CommandQueue, 'submit'>
  indexIncident: SearchIndexer
  vault: Vault
  clock: Clock
  log: Log
  by: string // the name in the record of what the station does by itself
  arm: (deadlines: readonly Timed[]) => void
}
export type PurgeWork = {
  /** Looks at once where something was ordered or the rule has changed. */
  poll: () => void
  due: () => void
  stop: () => Promise<void>
}
/** An incident with those that were merged into it. */
type Unit = readonly string[]

export function createPurgeWork(parts: Parts): PurgeWork {
  const { memory, journal, desk, clock } = parts
  if (!desk) return { poll: () => undefined, due: () => undefined, stop: async () => undefined }
  const { ledger, given } = desk
  let working: Promise<void> | null = null
  let stopped = false
  let looks = 0
  let known: Retention | null = null

  const mayWork = (): boolean =>
    !working &&
    !stopped &&
    memory.storageFailedSince === null &&
    memory.documents.get('emergency', 'station') === null

  /** A clock that was put back brings the same instant a second time: under another name. */
  function armNext(at: number): void {
    looks += 1
    const isLeft =
      parts.files !== null || retentionIn(memory).days !== null || ledger.undone().length > 0
    parts.arm(isLeft ? [{ key: `${PURGES}:${looks}`, dueAt: at }] : [])
  }

  /** Of these, what still may go at this instant: a hold may have come meanwhile. */
  async function stillDue(units: readonly Unit[], at: number): Promise<readonly string[]> {
    const purges = await purgesByIncident({ journal })
    const ids: string[] = []
    for (const [root = '', ...others] of units) {
      const incident = await readIncident(root, journal)
      const due =
        incident && (await dueOf(incident, retentionIn(memory), { purges, now: at, journal }))
      if (due && due.at <= at && due.waits === null) ids.push(root, ...others)
    }
    return ids
  }

  /** Of some of whose values went: the rest of their words for searching, which went with them. */
  async function foundAgain(ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await journal.commit([await reprojected(id, journal, memory, parts.indexIncident)])
  }

  /** Nothing is recorded meanwhile: a file that is attached is there, or goes, and never both. */
  async function alone(work: () => Promise<void>): Promise<void> {
    const id = parts.vault.id(clock.wall())
    const failures: unknown[] = []
    const result = await parts.commandQueue.submit({
      command: { id, content: `alone ${id}` },
      exclusive: true,
      async decide() {
        await work().catch((error: unknown) => void failures.push(error))
        return joinChanges([])
      },
    })
    if (failures.length > 0) throw new Error('not carried out', { cause: failures[0] })
    if (!result.ok) throw new Error(result.code)
  }

  /** What the folder keeps from it is tried again the next day; no screen has the values then. */
  async function carriedOut(order: PurgeOrder, notedAt: number): Promise<void> {
    try {
      if (!order.given) ledger.give(order.id)
      await alone(() => carryOut(order, notedAt, { journal, ledger }, memory.forgetValues))
      if (order.seals.length > 0) await foundAgain(Object.keys(order.of ?? {}))
      ledger.done(order.id)
    } catch (error) {
      parts.log.error('purge-failed', error)
    }
  }

  /** True once it is done; false where it was refused or cannot be saved. */
  async function purge(units: readonly Unit[]): Promise<boolean> {
    const at = clock.wall()
    const id = parts.vault.id(at)
    const orders: PurgeOrder[] = []
    const result = await parts.commandQueue.submit({
      command: { id, content: `purge ${id}` },
      exclusive: true,
      async decide() {
        const incidents = await stillDue(units, at)
        if (incidents.length === 0) return heldRefusal()
        const counts = await journal.personalCounts(
          incidents.map((incident) => incidentStream.nameOf(incident)),
        )
        const { files, of } = await filesGoing(incidents, { journal })
        const values = Object.values(counts).reduce((sum, count) => sum + count, 0)
        const order: PurgeOrder = {
          ...{ id, at, by: parts.by, why: 'rule', incidents, seals: [], files, values },
          of: countsOf(counts, of),
        }
        const changes = await orderChanges(order, order.of ?? {}, { at, memory })
        if (!changes.ok) return changes
        ledger.begin(order)
        orders.push(order)
        return changes
      },
    })
    if (!result.ok) return false
    for (const order of orders) await carriedOut(order, result.position)
    return true
  }

  /** What a later state of this record knows of goes into the record; then it is done. */
  async function noteAgain(order: PurgeOrder): Promise<void> {
    const inRecord: Record<string, { values: number; files: number }> = {}
    for (const [id, count] of Object.entries(order.of ?? {}))
      if (await readIncident(id, journal)) inRecord[id] = count
    const at = clock.wall()
    const { ok } = await parts.commandQueue.submit({
      command: { id: order.id, content: `purge ${order.id}` },
      exclusive: true,
      decide: () => orderChanges(order, inRecord, { at, memory }),
    })
    if (!ok) return
    if (order.seals.length > 0) await foundAgain(Object.keys(inRecord))
    ledger.done(order.id)
  }

  /** What is in the record and not done, whatever kept it from that; what is not is under way. */
  async function finishOrdered(): Promise<void> {
    for (const { id } of given.splice(0)) ledger.give(id)
    const undone = ledger.undone()
    const noted = undone.length === 0 ? new Map<string, number>() : await givenIn(journal)
    for (const order of undone) {
      const notedAt = noted.get(order.id)
      if (notedAt !== undefined) await carriedOut(order, notedAt)
      else if (order.restored) await noteAgain(order)
    }
  }

  async function discardForsaken(files: FileStore, now: number): Promise<void> {
    const [from, until] = FORSAKEN_DAYS.map((days) => now - days * DAY_MS)
    const came = files.cameBetween(from ?? now, until ?? now)
    if (came.length === 0) return
    const { position } = memory
    const named = await namedAfter(came, 0, journal)
    const forsaken = came.filter((id) => !named.has(id))
    if (forsaken.length === 0) return
    await alone(async () => {
      const meanwhile = await namedAfter(forsaken, position, journal)
      for (const id of forsaken) if (!meanwhile.has(id)) await files.discard(id)
    })
  }

  async function purgeDue(now: number): Promise<void> {
    let units: Unit[] = []
    for await (const { ids, waits } of dueUntil(now, now, { memory, journal })) {
      if (stopped) return
      if (waits === null) units.push(ids)
      if (units.length >= PIECE) {
        if (!(await purge(units))) return
        units = []
      }
      await clock.yield()
    }
    if (units.length > 0 && !stopped) await purge(units)
  }

  async function work(): Promise<void> {
    await finishOrdered()
    const now = clock.wall()
    await purgeDue(now)
    if (parts.files && !stopped) await discardForsaken(parts.files, now)
  }

  function look(): void {
    if (!mayWork()) return
    known = retentionIn(memory)
    working = work()
      .catch((error: unknown) => parts.log.error('purge-failed', error))
      .finally(() => {
        working = null
        armNext(clock.wall() + DAY_MS)
        if (given.length > 0) look()
      })
  }

  return {
    poll() {
      if (given.length > 0 || known === null) look()
      else if (!isSame(known, retentionIn(memory))) armNext(clock.wall())
    },
    due: look,
    async stop() {
      stopped = true
      while (working) await working
    },
  }
}
