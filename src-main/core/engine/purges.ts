/**
 * Carries out what was ordered to be purged: values, files, copies beside the record. An order that
 * was begun is carried out to its end, at the next start if need be, before anything is shown.
 */
import type { IncidentTakenOver } from '#shared/domain/incident/record/events.ts'
import type { FileAttached } from '#shared/domain/incident/record/files.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { purgesStream, type ValuesPurged } from '#shared/domain/purge/stream.ts'
import type { FoundPage, Journal, Log, PurgeLedger, PurgeOrder, StoredEvent } from '../ports.ts'

/** `given`: orders that the record has and that are still to be carried out. */
export type PurgeDesk = { ledger: PurgeLedger; given: PurgeOrder[] }

type Purging = Pick<Journal, 'forget' | 'events' | 'findEvents'>
type Parts = { journal: Purging; ledger: PurgeLedger; log: Log }

/**
 * Destroys what was ordered. `notedAt`: where the record has the order; what
 * it has after that stays. Null: it has it not yet, and nothing that came later. Rejects as the
 * journal and disk do; `forgotten` has the seals that had a value by then.
 */
export async function carryOut(
  order: PurgeOrder,
  notedAt: number | null,
  { journal, ledger }: Pick<Parts, 'journal' | 'ledger'>,
  forgotten: (sealed: readonly string[]) => void = () => undefined,
): Promise<void> {
  const { incidents, seals } = order
  forgotten(
    await journal.forget({
      streams: incidents.map((id) => incidentStream.nameOf(id)),
      seals,
      ...(notedAt !== null && { before: notedAt }),
    }),
  )
  const later = notedAt === null ? null : await attachedAfter(order.files, notedAt, journal)
  ledger.clean(later ? { ...order, files: order.files.filter((id) => !later.has(id)) } : order)
}

/** Those of these files that the record speaks of again after that event. */
async function attachedAfter(
  files: readonly string[],
  seq: number,
  journal: Pick<Journal, 'findEvents'>,
): Promise<ReadonlySet<string>> {
  const again = new Set<string>()
  for (let after: number | null = files.length === 0 ? null : seq; after !== null;) {
    const page: FoundPage<StoredEvent> = await journal.findEvents(files, after)
    for (const { type, body } of page.found) {
      if (type === 'FileAttached') again.add((body as unknown as FileAttached).file.id)
      if (type !== 'IncidentTakenOver') continue
      const carried = (body as unknown as IncidentTakenOver).incident.files ?? []
      for (const { file } of carried) again.add(file.id)
    }
    after = page.next
  }
  return again
}

/** The orders of which the record says something, and where. */
export const givenIn = async (
  journal: Pick<Journal, 'events'>,
): Promise<ReadonlyMap<string, number>> =>
  new Map(
    (await journal.events(purgesStream.nameOf(''))).map(({ body, seq }) => [
      (body as unknown as ValuesPurged).purgeId,
      seq,
    ]),
  )

/**
 * What a stop has left, and what a later state of the record knows of. An order of which the record
 * says nothing was never given, unless it comes from such a state; that one stays, until the record
 * says so too. What fails is tried at the next start: a record is opened all the same.
 */
export async function resumePurges({ journal, ledger, log }: Parts): Promise<void> {
  try {
    const undone = ledger.undone()
    const noted = undone.length === 0 ? new Map<string, number>() : await givenIn(journal)
    for (const order of undone) await resume(order, noted.get(order.id), { journal, ledger, log })
  } catch (error) {
    log.error('purge-not-resumed', error)
  }
}

/** One that fails keeps no other from being tried. */
async function resume(
  order: PurgeOrder,
  notedAt: number | undefined,
  { journal, ledger, log }: Parts,
): Promise<void> {
  try {
    if (notedAt !== undefined && !order.given) ledger.give(order.id)
    if (order.restored === true || notedAt !== undefined)
      await carryOut(order, notedAt ?? null, { journal, ledger })
    if (!order.restored) ledger.done(order.id)
  } catch (error) {
    log.error('purge-not-resumed', error)
  }
}
