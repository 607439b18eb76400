/**
 * Handlers that change the register of places: a place by its id, or the names of all at once; and
 * the floor plans of places.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import { accept, type Refusal } from '#shared/domain/decision.ts'
import { decideFloorPlan, type FloorPlanCommand } from '#shared/domain/floor-plan/decide.ts'
import { floorPlanStream } from '#shared/domain/floor-plan/stream.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { decidePlaces, type PlacesCommand, type PlacesWorld } from '#shared/domain/places/decide.ts'
import { spelled } from '#shared/domain/places/known.ts'
import type { RegisteredPlace } from '#shared/domain/places/place.ts'
import { decidePlaceRows } from '#shared/domain/places/rows.ts'
import { placesStream } from '#shared/domain/places/stream.ts'
import { knownRoles } from '../../engine/known-names.ts'
import { changesOf, recordDecision, type Changes } from '../../engine/changes.ts'
import { openedBy } from '../contacts/sealing.ts'
import { postsCalled } from '../people/owner.ts'
import type { CommandContext, Handler } from '../handler.ts'

const worldOf = ({ memory, library, vault, meta }: CommandContext): PlacesWorld => ({
  contacts: new Set(memory.contacts().map(({ id }) => id)),
  posts: new Set(knownRoles(library, memory.register()).map(({ id }) => id)),
  newId: () => vault.id(meta.at),
})

function decided(
  command: PlacesCommand,
  context: CommandContext,
  reply: Changes['reply'] = {},
): Changes | Refusal {
  const { memory, meta } = context
  const before = memory.documents.get('places', 'places')
  const decision = decidePlaces(before, command, worldOf(context))
  return recordDecision(placesStream, 'places', before, decision, meta, reply)
}

const setNames: Handler<'site/places-set'> = async ({ places }, context) =>
  decided(
    { type: 'SetPlaces', places: places.map(({ name, size = null }) => ({ name, size })) },
    context,
  )

function placeOf(input: Parsed<'places/set'>, id: string): RegisteredPlace {
  const { name, kind, size, within, aliases, area, camera, property, contactPost } = input
  return {
    ...{ id, name, kind, size: size ?? null, aliases: aliases ?? [] },
    ...(within ? { within } : {}),
    ...(area ? { area } : {}),
    ...(input.private ? { private: true as const } : {}),
    ...(camera ? { camera } : {}),
    ...(property ? { property } : {}),
    ...(contactPost ? { contactPost } : {}),
  }
}

const setPlace: Handler<'places/set'> = async (input, context) => {
  const id = input.id ?? context.vault.id(context.meta.at)
  const place = placeOf(input, id)
  return decided({ type: 'SetPlace', place, isNew: !input.id }, context, { id })
}

const removePlace: Handler<'places/remove'> = async ({ id }, context) =>
  decided({ type: 'RemovePlace', placeId: id }, context)

const importRows: Handler<'places/import'> = async ({ rows, preview }, context) => {
  const { memory, meta } = context
  const before = memory.documents.get('places', 'places')
  const opened = openedBy(memory)
  const read = decidePlaceRows(before, rows, {
    ...worldOf(context),
    named: new Map(memory.contacts().map(({ id, name }) => [spelled(opened(name)), id])),
    postCalled: postsCalled(context),
  })
  const reply = { rows: read.rows }
  if (preview) return changesOf({ reply })
  return (
    faultyRows(read.rows) ??
    recordDecision(placesStream, 'places', before, accept(...read.events), meta, reply)
  )
}

function floorPlanDecided(
  placeId: string,
  command: FloorPlanCommand,
  { memory, meta }: CommandContext,
): Changes | Refusal {
  const before = memory.documents.get('floor-plan', placeId)
  const places = new Set(memory.places().map(({ id }) => id))
  const decision = decideFloorPlan(before, command, { placeId, places })
  return recordDecision(floorPlanStream, placeId, before, decision, meta)
}

const setFloorPlan: Handler<'places/plan-set'> = async ({ placeId, svg }, context) =>
  floorPlanDecided(placeId, { type: 'SetFloorPlan', svg }, context)

const removeFloorPlan: Handler<'places/plan-remove'> = async ({ placeId }, context) =>
  floorPlanDecided(placeId, { type: 'RemoveFloorPlan' }, context)

export const placeCommands = {
  'site/places-set': setNames,
  'places/set': setPlace,
  'places/remove': removePlace,
  'places/import': importRows,
  'places/plan-set': setFloorPlan,
  'places/plan-remove': removeFloorPlan,
}
