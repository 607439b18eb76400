/**
 * Carries out what was ordered to be purged: values, files, copies beside the record. An order that
 * was begun is carried out to its end, at the next start if need be, before anything is shown.
 */
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { purgesStream, type ValuesPurged } from '#shared/domain/purge/stream.ts'
import type { Journal, Log, PurgeLedger, PurgeOrder } from '../ports.ts'

/** `given`: orders that the record has and that are still to be carried out. */
export type PurgeDesk = { ledger: PurgeLedger; given: PurgeOrder[] }

type Parts = { journal: Pick<Journal, 'forget' | 'events'>; ledger: PurgeLedger; log: Log }

/** Destroys what was ordered; the seals that had a value. Rejects as the journal and disk do. */
export async function carryOut(
  order: PurgeOrder,
  { journal, ledger }: Pick<Parts, 'ledger'> & { journal: Pick<Journal, 'forget'> },
): Promise<readonly string[]> {
  const { incidents, seals } = order
  const gone = await journal.forget({
    streams: incidents.map((id) => incidentStream.nameOf(id)),
    seals,
  })
  ledger.clean(order)
  return gone
}

/** The orders of which the record says something. */
export const givenIn = async (journal: Pick<Journal, 'events'>): Promise<ReadonlySet<string>> =>
  new Set(
    (await journal.events(purgesStream.nameOf(''))).map(
      ({ body }) => (body as unknown as ValuesPurged).purgeId,
    ),
  )

/**
 * What a stop has left, and what a later state of the record knows of. An order of which the record
 * says nothing was never given, unless it comes from such a state; that one stays, until the record
 * says so too. What fails is tried at the next start: a record is opened all the same.
 */
export async function resumePurges({ journal, ledger, log }: Parts): Promise<void> {
  try {
    const undone = ledger.undone()
    if (undone.length === 0) return
    const inRecord = await givenIn(journal)
    for (const order of undone) {
      if (order.restored === true || inRecord.has(order.id))
        await carryOut(order, { journal, ledger })
      if (!order.restored) ledger.done(order.id)
    }
  } catch (error) {
    log.error('purge-not-resumed', error)
  }
}
