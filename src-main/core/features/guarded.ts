/**
 * Seals what an incident may not hold in clear: the place of a private type, for it is somebody's
 * home (the area that it lies in stays), and whatever an older record held in clear.
 */
import type { Personal } from '#shared/contract/personal.ts'
import { areaOf, homeIn } from '#shared/domain/places/area.ts'
import { byItsName, placesIn } from '#shared/domain/places/known.ts'
import { mapGuarded } from '#shared/domain/incident/record/guarded.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { isSealed, type Sealed } from '#shared/domain/sealed.ts'
import { typesKnownSince } from '../engine/known-names.ts'
import type { Sealing, StationContext } from './handler.ts'

type Context = Pick<StationContext, 'library' | 'memory'>

type Library = Pick<Context, 'library'>

/**
 * Whether the place of incidents of this type is somebody's home; `code` null: not known yet.
 * `since`: when the incident was received, UTC ms; left out: it is only now reported.
 */
export const isPrivateType = (
  code: string | null,
  { library }: Library,
  since = Number.POSITIVE_INFINITY,
): boolean =>
  typesKnownSince(library, since).some((type) => type.code === code && type.private === true)

/**
 * The types that an incident may turn out to be of: the known one; else all of these plans, since a
 * place that was sealed for nothing costs a line, and one in clear can never be taken out.
 */
export const possibleTypes = (
  code: string | null,
  planIds: readonly string[],
  { library }: Library,
): readonly string[] =>
  code === null ? planIds.flatMap((id) => library.plan(id)?.types ?? []) : [code]

/** What an incident may be of, and when it was received (UTC ms); left out: it is reported now. */
export type Kinds = { codes: readonly string[]; since?: number }

/** Whether a place is somebody's home: by one of these types, or by the site's register. */
export const isHome = (place: string, { codes, since }: Kinds, context: Context): boolean =>
  codes.some((code) => isPrivateType(code, context, since)) ||
  homeIn(place, context.memory.places()) !== null

/** A place as it is recorded, and the one of the register that may be named beside it. */
export type GuardedPlace = { place: string | Sealed; area?: string; placeId?: string }

/**
 * `kinds`: the type as it is known, or all that the words suggest. A place that goes by an alias is
 * recorded by its name. Without `area` it is the place of the register that the text names.
 */
export function guardedPlace(
  { place, area }: { place: Personal; area?: string | null | undefined },
  kinds: Kinds,
  { seal }: Pick<Sealing, 'seal'>,
  context: Context,
): GuardedPlace {
  const register = context.memory.places()
  const name = byItsName(place, register)
  if (!isHome(name, kinds, context)) {
    const known = placesIn(name, register)[0]?.place
    return { place: name, ...(known && { placeId: known.id }) }
  }
  const around = areaOf(name, register)
  const isAround = area === null || area === undefined || area === around.area
  return {
    place: seal(name as Personal),
    area: area ?? around.area,
    ...(isAround && around.placeId !== null && { placeId: around.placeId }),
  }
}

/** An incident of an older record, as a new event may hold it. */
export function sealedIncident(
  incident: Incident,
  { seal }: Pick<Sealing, 'seal'>,
  context: Context,
): Incident {
  const { place } = incident
  const guarded = mapGuarded(incident, (value) =>
    isSealed(value) || value === '' ? value : seal(value as string as Personal),
  )
  return isSealed(place)
    ? guarded
    : {
        ...guarded,
        ...guardedPlace(
          { place: place as string as Personal },
          {
            codes: possibleTypes(
              incident.type,
              incident.runs.map(({ planId }) => planId),
              context,
            ),
            since: incident.receivedAt,
          },
          { seal },
          context,
        ),
      }
}
