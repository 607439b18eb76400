/**
 * Reads of the record that can be used whatever has happened to what was folded from its events:
 * what does not have its form any more is folded again from them. It is only read so; the check of
 * the whole record writes it again (mending.ts).
 */
import { isStats, isTally } from '#shared/domain/statistics/stored-forms.ts'
import { hasForm, isPending } from './forms.ts'
import type { DamagedStats, Journal, Json, Log } from '../ports.ts'
import { rowFrom } from './projections.ts'
import {
  documentFrom,
  storedForm,
  streamOfDocument,
  type DocumentName,
} from '#shared/domain/streams.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'

/**
 * The journal with its folded reads made sound. Each thing that had to be folded again is told to
 * the log once, under `row-unreadable`.
 */
export function soundJournal(journal: Journal, log: Log): Journal {
  const known = new Set<string>()
  const rowOf = rowFrom(journal)

  function tell(where: string): void {
    if (known.has(where)) return
    known.add(where)
    log.error(
      'row-unreadable',
      new Error('what was folded from the events has lost its form and is folded anew'),
      { where },
    )
  }

  /** What its events come to; null if there are none, or they are not what was written. */
  async function folded(name: DocumentName): Promise<Json | null> {
    const events = await journal.intact(streamOfDocument(name))
    return events && events.length > 0 ? (documentFrom(name, events) as Json) : null
  }

  async function documentOf(name: DocumentName, body: Json | null): Promise<Json | null> {
    if (body === null || hasForm(name, body)) return body
    tell(streamOfDocument(name))
    return folded(name)
  }

  async function soundOrNone(stored: IncidentStats): Promise<readonly IncidentStats[]> {
    if (isStats(stored)) return [stored]
    const { incidentId, named } = stored as DamagedStats
    tell(`incident.${incidentId}`)
    const rows = await Promise.all([incidentId, ...(named ? [named] : [])].map(rowOf))
    return rows.flatMap((row) => (row ? [row.stats] : []))
  }

  async function soundStats(stored: readonly IncidentStats[]): Promise<readonly IncidentStats[]> {
    if (stored.every(isStats)) return stored
    const sound = (await Promise.all(stored.map(soundOrNone))).flat()
    return [...new Map(sound.map((stats) => [stats.incidentId, stats])).values()]
  }

  const sound: Partial<Journal> = {
    async document(kind, id) {
      if (storedForm(kind)?.fromEvents)
        return (await folded({ kind, id })) ?? journal.document(kind, id)
      const body = await journal.document(kind, id)
      return body === null ? folded({ kind, id }) : documentOf({ kind, id }, body)
    },
    async documents(kind) {
      const all = await journal.documents(kind)
      const sound = await Promise.all(
        all.map(async ({ id, body }) => ({
          id,
          body: body === null ? await folded({ kind, id }) : await documentOf({ kind, id }, body),
        })),
      )
      return sound.filter(({ body }) => body !== null)
    },
    async pending() {
      const all = await journal.pending()
      return Promise.all(
        all.map(async ({ id, pending }) => {
          if (isPending(pending)) return { id, pending }
          tell(`incident.${id}`)
          return { id, pending: (await rowOf(id))?.pending ?? [] }
        }),
      )
    },
    incidentStats: async (from, to) => soundStats(await journal.incidentStats(from, to)),
    async search(query) {
      const { stats: page, total } = await journal.search(query)
      return { stats: await soundStats(page), total }
    },
    async tally(month) {
      const tally = await journal.tally(month)
      if (isTally(tally)) return tally
      tell(`month.${month}`)
      return tallyOf(await soundStats(await journal.incidentStats(month, month)))
    },
  }
  // all else is asked of the journal itself
  return Object.assign(Object.create(journal) as Journal, sound)
}
