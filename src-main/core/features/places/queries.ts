/** Handlers that read the register of places. */
import type { PlaceRead } from '#shared/contract/places.ts'
import { wordsOf } from '#shared/domain/history/words.ts'
import { callsOf } from '#shared/domain/places/known.ts'
import type { QueryHandler } from '../handler.ts'

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
    words: wordsOf(callsOf(place), syllables),
  }))
  return { ok: true, reply: { places } }
}

const readNames: QueryHandler<'site/places-read'> = async (_input, { memory }) => ({
  ok: true,
  reply: { places: memory.places().map(({ name, size }) => ({ name, size })) },
})

export const placeQueries = { 'places/read': readPlaces, 'site/places-read': readNames }
