/** What the record says of a purge: of each incident that it is about, and of the whole. */
import type { Refusal } from '#shared/domain/decision.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { notePurge } from '#shared/domain/purge/decide.ts'
import { purgesStream, purgeStream, type ValuesPurged } from '#shared/domain/purge/stream.ts'
import type { Sealed } from '#shared/domain/sealed.ts'
import { joinChanges, recordDecision, streamChanges, type Changes } from '../../engine/changes.ts'
import type { Memory } from '../../engine/memory.ts'
import type { PurgedOf, PurgeOrder } from '../../ports.ts'

/** Of values by the stream that brought them: those of incidents, by id. */
export const countsOf = (
  byStream: Readonly<Record<string, number>>,
  files: Readonly<Record<string, number>> = {},
): PurgedOf =>
  Object.fromEntries(
    [...new Set([...Object.keys(files), ...idsIn(byStream)])].map((id) => [
      id,
      { values: byStream[incidentStream.nameOf(id)] ?? 0, files: files[id] ?? 0 },
    ]),
  )

const idsIn = (byStream: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(byStream).flatMap((stream) => incidentStream.idOf(stream) ?? [])

/** Refuses `values-held` where one of them is held, unless the order is of a later state. */
export async function orderChanges(
  order: PurgeOrder,
  of: PurgedOf,
  { reason = null, at, memory }: { reason?: Sealed | null; at: number; memory: Memory },
): Promise<Changes | Refusal> {
  const { id: purgeId, why, by, files, values } = order
  const again = order.restored === true
  const meta = { at, by }
  const all: Changes[] = []
  for (const [id, count] of Object.entries(of)) {
    const before = await memory.documents.read('purge', id)
    const decision = notePurge(before, { type: 'NotePurge', why, ...count, again })
    const changes = recordDecision(purgeStream, id, before, decision, meta)
    if (!changes.ok) return changes
    all.push(changes)
  }
  const event: ValuesPurged = {
    ...{ type: 'ValuesPurged', purgeId, why, incidents: Object.keys(of).length },
    ...{ values, files, reason },
    ...(again && { again: true as const }),
  }
  const before = memory.documents.get('purges', 'purges')
  return joinChanges([
    ...all,
    streamChanges(purgesStream, 'purges', before, { events: [event], meta }),
  ])
}
