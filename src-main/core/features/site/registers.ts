/** Handlers for the roster and for the register of places: written whole, read whole. */
import { changesOf } from '../../engine/changes.ts'
import { unknownPost } from '../../refusals.ts'
import type { Json } from '../../ports.ts'
import type { Handler, QueryHandler, StationContext } from '../handler.ts'

/**
 * Posts that a roster may name: of the site's documents, of its plans, and what it has already (a
 * kind of site may have been taken away).
 */
const knownPosts = ({ memory, library }: StationContext): ReadonlySet<string> =>
  new Set([
    ...[...library.roles(), ...library.plans().flatMap(({ roles }) => roles)].map(({ id }) => id),
    ...Object.keys(memory.posts() ?? {}),
  ])

const setRoster: Handler<'roster/set'> = async ({ posts }, context) => {
  const known = knownPosts(context)
  const unknown = Object.keys(posts).filter((id) => !known.has(id))
  if (unknown.length > 0) return unknownPost(unknown)
  const body = posts as unknown as Json
  return changesOf({
    events: [{ stream: 'roster', type: 'RosterSet', ...context.meta, body: { posts: body } }],
    documents: [{ kind: 'roster', id: 'roster', body }],
  })
}

const setPlaces: Handler<'site/places-set'> = async ({ places }, { meta }) => {
  const body: Json = places.map(({ name, size }) => ({ name, size: size ?? null }))
  return changesOf({
    events: [{ stream: 'places', type: 'PlacesSet', ...meta, body: { places: body } }],
    documents: [{ kind: 'places', id: 'places', body }],
  })
}

const readRoster: QueryHandler<'roster/read'> = async (_input, { memory }) => ({
  ok: true,
  reply: { posts: memory.posts() },
})

const readPlaces: QueryHandler<'site/places-read'> = async (_input, { memory }) => ({
  ok: true,
  reply: { places: memory.places() },
})

export const registerCommands = { 'roster/set': setRoster, 'site/places-set': setPlaces }
export const registerQueries = { 'roster/read': readRoster, 'site/places-read': readPlaces }
