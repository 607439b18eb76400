/** Handlers that read the register of places. */
import type { PlaceRead } from '#shared/contract/places.ts'
import { wordsOf } from '#shared/domain/history/words.ts'
import { callsOf } from '#shared/domain/places/known.ts'
import type { QueryHandler } from '../handler.ts'
import { floorPlanOf } from './floor-plan.ts'

/** A property firm that is no longer among the contacts is none. */
const readPlaces: QueryHandler<'places/read'> = async (_input, { memory, syllables }) => {
  const contacts = new Set(memory.contacts().map(({ id }) => id))
  const places = memory.places().map((place): PlaceRead => ({
    id: place.id,
    name: place.name,
    kind: place.kind,
    size: place.size,
    within: place.within ?? null,
    aliases: place.aliases,
    area: place.area ?? null,
    private: place.private ?? false,
    camera: place.camera ?? null,
    property: contacts.has(place.property ?? '') ? (place.property ?? null) : null,
    contactPost: place.contactPost ?? null,
    ...(memory.documents.get('floor-plan', place.id)?.drawing ? { floorPlan: true as const } : {}),
    words: wordsOf(callsOf(place), syllables),
  }))
  return { ok: true, reply: { places } }
}

const readNames: QueryHandler<'site/places-read'> = async (_input, { memory }) => ({
  ok: true,
  reply: { places: memory.places().map(({ name, size }) => ({ name, size })) },
})

const readPlan: QueryHandler<'places/plan-read'> = async ({ placeId }, { memory }) => ({
  ok: true,
  reply: floorPlanOf(placeId, memory),
})

export const placeQueries = {
  'places/read': readPlaces,
  'places/plan-read': readPlan,
  'site/places-read': readNames,
}
