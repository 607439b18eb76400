/** Handler that takes a table of supplies in, all of its rows or none. */
import { localDate } from '#shared/domain/calendar.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { placeCalled } from '#shared/domain/places/known.ts'
import { nextSupplyNumber } from '#shared/domain/supplies/number.ts'
import { decideSupplyRows } from '#shared/domain/supplies/rows.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import { changesOf, joinChanges, streamChanges } from '../../engine/changes.ts'
import type { Seal } from '../../ports.ts'
import { sealer, type Handler } from '../handler.ts'
import { ownerCalled, ownerOf } from '../people/owner.ts'
import { isEmergency } from './data.ts'

const importRows: Handler<'supply/import'> = async ({ rows, preview }, context) => {
  const { memory, meta, vault } = context
  const register = memory.documents.all('supply')
  await memory.fetchValues([...register.values()].map(({ keeper }) => keeper))
  const places = memory.places()
  const seals: Seal[] = []
  const emergency = isEmergency(context)
  const read = decideSupplyRows(register, rows, meta, {
    today: localDate(meta.at, memory.site.zone),
    placeCalled(name) {
      const place = placeCalled(name, places)
      return place ? { id: place.id, name: place.name } : { id: null, name }
    },
    keeperCalled(name, supplyId) {
      const { seals: fresh, seal } = sealer(vault, supplyStream.nameOf(supplyId))
      const owner = ownerOf(ownerCalled(name, context), { seal }, context)
      seals.push(...fresh)
      return owner
    },
    keeperName: ({ post, person }) => post?.name.zh ?? (person ? (memory.value(person) ?? '') : ''),
    newId: () => vault.id(meta.at),
    nextNumber: (taken) => nextSupplyNumber(taken, emergency),
  })
  const reply = { rows: read.rows }
  const refused = preview ? changesOf({ reply }) : faultyRows(read.rows)
  if (refused) return refused
  const events = Map.groupBy(read.taken, ({ supplyId }) => supplyId)
  const all = [...events].map(([supplyId, parts]) =>
    streamChanges(
      supplyStream,
      supplyId,
      { id: supplyId, supply: register.get(supplyId) ?? null },
      { events: parts.flatMap((part) => part.events), meta },
    ),
  )
  return { ...joinChanges(all, reply), seals }
}

export const supplyImport = { 'supply/import': importRows }
