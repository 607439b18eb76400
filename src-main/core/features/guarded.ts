/**
 * Seals what an incident may not hold in clear: the place of a private type, for it is somebody's
 * home (the area that it lies in stays), and whatever an older record held in clear.
 */
import type { Personal } from '#shared/contract/personal.ts'
import { areaOf } from '#shared/domain/places/area.ts'
import { mapGuarded } from '#shared/domain/incident/record/guarded.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { isSealed, type Sealed } from '#shared/domain/sealed.ts'
import { knownType } from '../engine/known-names.ts'
import type { Sealing, StationContext } from './handler.ts'

type Context = Pick<StationContext, 'library' | 'memory'>

/** Whether the place of incidents of this type is somebody's home; `code` null: not known yet. */
export const isPrivateType = (
  code: string | null,
  { library }: Pick<Context, 'library'>,
): boolean => code !== null && knownType(library, code)?.private === true

/**
 * `code`: the type as it is known, or as the words suggest it. Without `area` it is the place of
 * the register that the text names.
 */
export const guardedPlace = (
  { place, area }: { place: Personal; area?: string | null | undefined },
  code: string | null,
  { seal }: Pick<Sealing, 'seal'>,
  context: Context,
): { place: string | Sealed; area?: string } =>
  isPrivateType(code, context)
    ? { place: seal(place), area: area ?? areaOf(place, context.memory.places()) }
    : { place: place }

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
        ...guardedPlace({ place: place as string as Personal }, incident.type, { seal }, context),
      }
}
