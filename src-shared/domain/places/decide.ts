/** Decides what the register of places becomes. */
import { isSame } from '../canonical.ts'
import { accept, type Decision } from '../decision.ts'
import type { Place } from '../incident/record/slices.ts'
import { unknownContact } from '../contacts/refusals.ts'
import { callsOf, spelled, spelledCalls } from './known.ts'
import { registered, type RecordedPlace, type RegisteredPlace } from './place.ts'
import {
  nameTaken,
  placeInUse,
  tooManyAliases,
  unknownPlace,
  unknownPost,
  withinItself,
} from './refusals.ts'
import type { PlacesEvent } from './stream.ts'

/** `size`: how many people a place has; null where nobody has said. */
export type SetPlaces = { type: 'SetPlaces'; places: readonly Place[] }
export type SetPlace = { type: 'SetPlace'; place: RegisteredPlace; isNew: boolean }
export type RemovePlace = { type: 'RemovePlace'; placeId: string }
export type PlacesCommand = SetPlaces | SetPlace | RemovePlace

/** `contacts`, `posts`: their ids; `newId`: another one each time. */
export type PlacesWorld = {
  contacts: ReadonlySet<string>
  posts: ReadonlySet<string>
  newId: () => string
}

/** As many as the form of a place can hold. */
const MOST_ALIASES = 20

/** Names that are an alias of another place, which stays in the register by its own name. */
function aliasesTaken(
  register: readonly RegisteredPlace[],
  places: readonly Place[],
): readonly string[] {
  const names = new Set(places.map(({ name }) => name))
  const owners = new Map(
    register
      .filter(({ name }) => names.has(name))
      .flatMap((place) => place.aliases.map((alias) => [spelled(alias), place.name])),
  )
  return [...names].filter((name) => (owners.get(spelled(name)) ?? name) !== name)
}

/**
 * Names and sizes replace those before them as a whole. Refuses a name that is an alias of another
 * place (`name-taken`): nobody could tell which of the two is meant.
 */
function setPlaces(
  register: readonly RegisteredPlace[],
  { places }: SetPlaces,
  { newId }: PlacesWorld,
): Decision<PlacesEvent> {
  const taken = aliasesTaken(register, places)
  if (taken.length > 0) return nameTaken(taken)
  const left = new Map(register.map(({ name, id }) => [name, id]))
  return accept({
    type: 'PlacesSet',
    places: places.map(({ name, size }) => {
      const id = left.get(name) ?? newId()
      left.delete(name) // the same name again is another place
      return { id, name, size }
    }),
  })
}

/** Whether a place lies within another one, or is it. No place of the register lies in itself. */
function liesWithin(
  place: RegisteredPlace,
  outer: string,
  register: ReadonlyMap<string, RegisteredPlace>,
): boolean {
  if (place.id === outer) return true
  const next = register.get(place.within ?? '')
  return next ? liesWithin(next, outer, register) : false
}

/** Each alias once, and none that is the name itself. */
function aliasesOf({ name, aliases }: RegisteredPlace): readonly string[] {
  const calls = new Set([spelled(name)])
  return aliases.filter((alias) => {
    const isNew = !calls.has(spelled(alias))
    calls.add(spelled(alias))
    return isNew
  })
}

/**
 * A place that is called otherwise from now on keeps its old name as an alias, so that what was
 * recorded under it counts as the same place; unless another place goes by it. Refuses
 * `unknown-place` (also of `within`), `unknown-contact` (of `property`), `unknown-post` (of
 * `contactPost`), `name-taken`, and a place that would lie within itself or have more aliases than
 * one can have (`bad-input`).
 */
function setPlace(
  register: readonly RegisteredPlace[],
  { place, isNew }: SetPlace,
  { contacts, posts }: PlacesWorld,
): Decision<PlacesEvent> {
  const byId = new Map(register.map((known) => [known.id, known]))
  const before = byId.get(place.id)
  if (!before && !isNew) return unknownPlace(place.id)
  const { within, property, contactPost } = place
  const outer = within === undefined ? null : byId.get(within)
  if (outer === undefined) return unknownPlace(within ?? '')
  if (outer && liesWithin(outer, place.id, byId)) return withinItself()
  if (property !== undefined && property !== before?.property && !contacts.has(property))
    return unknownContact(property)
  if (contactPost !== undefined && contactPost !== before?.contactPost && !posts.has(contactPost))
    return unknownPost(contactPost)
  const others = register.filter(({ id }) => id !== place.id)
  const taken = new Set(others.flatMap(spelledCalls))
  const clashes = callsOf(place).filter((call) => taken.has(spelled(call)))
  if (clashes.length > 0) return nameTaken([...new Set(clashes)])
  const former = before && !taken.has(spelled(before.name)) ? [before.name] : []
  const next = {
    ...place,
    aliases: aliasesOf({ ...place, aliases: [...place.aliases, ...former] }),
  }
  if (next.aliases.length > Math.max(MOST_ALIASES, before?.aliases.length ?? 0))
    return tooManyAliases(next.name, MOST_ALIASES)
  return before && isSame(next, before) ? accept() : accept({ type: 'PlaceSet', place: next })
}

/** Refuses `unknown-place`, and one that others lie within (`place-in-use`). */
function removePlace(
  register: readonly RegisteredPlace[],
  { placeId }: RemovePlace,
): Decision<PlacesEvent> {
  if (register.every(({ id }) => id !== placeId)) return unknownPlace(placeId)
  const inner = register.filter(({ within }) => within === placeId)
  return inner.length > 0
    ? placeInUse(inner.map(({ name }) => name))
    : accept({ type: 'PlaceRemoved', placeId })
}

export function decidePlaces(
  places: readonly RecordedPlace[] | null,
  command: PlacesCommand,
  world: PlacesWorld,
): Decision<PlacesEvent> {
  const register = registered(places ?? [])
  switch (command.type) {
    case 'SetPlaces':
      return setPlaces(register, command, world)
    case 'SetPlace':
      return setPlace(register, command, world)
    case 'RemovePlace':
      return removePlace(register, command)
  }
}
