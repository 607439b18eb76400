/**
 * Carries out what was ordered to be purged: values, files, copies beside the record. An order that
 * was begun is carried out to its end, at the next start if need be, before anything is shown.
 */
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { filesNamed, NAMES_FILES } from '#shared/domain/named-files.ts'
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
  const later = notedAt === null ? null : await namedAfter(order.files, notedAt, journal)
  ledger.clean(later ? { ...order, files: order.files.filter((id) => !later.has(id)) } : order)
}

/** Events that say of a file that it is there, or that it is not any more. */
const OF_FILES = [...NAMES_FILES, 'ValuesPurged']

/** Those of these files that the record speaks of after that event and that no purge took since. */
export async function namedAfter(
  files: readonly string[],
  seq: number,
  journal: Pick<Journal, 'findEvents'>,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  for (let after: number | null = files.length === 0 ? null : seq; after !== null;) {
    const page: FoundPage<StoredEvent> = await journal.findEvents(files, after, OF_FILES)
    for (const { type, body } of page.found)
      if (type === 'ValuesPurged')
        for (const id of (body as unknown as ValuesPurged).files) named.delete(id)
      else for (const { id } of filesNamed(type, () => body)) named.add(id)
    after = page.next
  }
  return named
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
 * says so too. One of single values stays as well: the incidents that keep others get their words
 * for searching back beside the engine. What fails is tried at the next start: a record is opened
 * all the same.
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
    if (notedAt === undefined && !order.restored) return ledger.drop(order.id)
    if (notedAt !== undefined && !order.given) ledger.give(order.id)
    await carryOut(order, notedAt ?? null, { journal, ledger })
    if (!order.restored && order.seals.length === 0) ledger.done(order.id)
  } catch (error) {
    log.error('purge-not-resumed', error)
  }
}
