/**
 * Handler that takes a table of supplies in, all of its rows or none. They are read before their
 * turn in the queue, in parts, so that nobody waits for a long table.
 */
import { localDate } from '#shared/domain/calendar.ts'
import { faultyRows, type ImportedRow } from '#shared/domain/imported-row.ts'
import { placeCalled } from '#shared/domain/places/known.ts'
import { nextSupplyNumber } from '#shared/domain/supplies/number.ts'
import { supplyRowReader, type SupplyRow } from '#shared/domain/supplies/rows.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import type { Supply } from '#shared/domain/supplies/supply.ts'
import { changesOf, joinChanges, streamChanges } from '../../engine/changes.ts'
import type { Seal } from '../../ports.ts'
import { sealer, type PreparedHandler, type StationContext } from '../handler.ts'
import { atOnce, inParts } from '../in-parts.ts'
import { ownerOf, ownersCalled } from '../people/owner.ts'
import { isEmergency } from './data.ts'

/** What the rows come to, and the register that they were read against. */
type Read = {
  register: ReadonlyMap<string, Supply>
  outcomes: readonly ImportedRow[]
  taken: ReturnType<typeof supplyRowReader>['taken']
  seals: readonly Seal[]
}

/** `at` in UTC ms. `pause`: where other work has its turn. */
async function readRows(
  rows: readonly SupplyRow[],
  context: StationContext,
  at: number,
  pause: () => Promise<void>,
): Promise<Read> {
  const { memory, vault } = context
  const register = memory.documents.all('supply')
  await memory.fetchValues([...register.values()].map(({ keeper }) => keeper))
  const places = memory.places()
  const ownerCalled = ownersCalled(context)
  const seals: Seal[] = []
  const emergency = isEmergency(context)
  const meta = { at, by: '' } // decided upon alone; whose it is stands with the events
  const { read, taken } = supplyRowReader(register, meta, {
    today: localDate(at, memory.site.zone),
    placeCalled(name) {
      const place = placeCalled(name, places)
      return place ? { id: place.id, name: place.name } : { id: null, name }
    },
    keeperCalled(name, supplyId) {
      const { seals: fresh, seal } = sealer(vault, supplyStream.nameOf(supplyId))
      const owner = ownerOf(ownerCalled(name), { seal }, context)
      seals.push(...fresh)
      return owner
    },
    keeperName: ({ post, person }) => post?.name.zh ?? (person ? (memory.value(person) ?? '') : ''),
    newId: () => vault.id(at),
    nextNumber: (numbers) => nextSupplyNumber(numbers, emergency),
  })
  return { register, outcomes: await inParts(rows, read, pause), taken, seals }
}

const importRows: PreparedHandler<'supply/import', Read> = {
  prepare: async ({ rows }, context) => readRows(rows, context, context.now(), context.pause),
  async handle({ rows, preview }, context, prepared) {
    const { memory, meta } = context
    const { register, outcomes, taken, seals } =
      memory.documents.all('supply') === prepared.register
        ? prepared // else somebody was quicker: it is read again, on what there is now
        : await readRows(rows, context, meta.at, atOnce)
    const reply = { rows: outcomes }
    const refused = preview ? changesOf({ reply }) : faultyRows(outcomes)
    if (refused) return refused
    const events = Map.groupBy(taken, ({ supplyId }) => supplyId)
    const all = [...events].map(([supplyId, parts]) =>
      streamChanges(
        supplyStream,
        supplyId,
        { id: supplyId, supply: register.get(supplyId) ?? null },
        { events: parts.flatMap((part) => part.events), meta },
      ),
    )
    return { ...joinChanges(all, reply), seals: [...seals] }
  },
}

export const supplyImport = { 'supply/import': importRows }
