/** A place as it is typed, and what of it is sent. */
import type { Input } from '#shared/contract/contract.ts'
import type { PlaceRead } from '#shared/contract/places.ts'
import type { PlaceKind } from '#shared/domain/places/place.ts'

/** Every field as it is typed; empty: it has none. */
export type TypedPlace = {
  name: string
  kind: PlaceKind
  size: string
  within: string
  aliases: string
  area: string
  private: boolean
  camera: string
  property: string
  contactPost: string
}

/** In a hall lie floors or rooms; what lies in nothing is an estate more often than not. */
export const typedPlace = (place: PlaceRead | null, within: string | null): TypedPlace => ({
  name: place?.name ?? '',
  kind: place?.kind ?? (within === null ? 'estate' : 'room'),
  size: place?.size === null || !place ? '' : String(place.size),
  within: place ? (place.within ?? '') : (within ?? ''),
  aliases: place?.aliases.join('、') ?? '',
  area: place?.area ?? '',
  private: place?.private ?? false,
  camera: place?.camera ?? '',
  property: place?.property ?? '',
  contactPost: place?.contactPost ?? '',
})

/** Null: nobody has said; undefined: it is no number. */
export function sizeOf(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined
}

/** Addresses that the station takes: a camera's, and without a password in it. */
export function isCamera(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && ['http:', 'https:', 'rtsp:'].includes(url.protocol) && url.username === ''
}

export const aliasesOf = (typed: string): string[] =>
  typed
    .split(/[、,，;；\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')

/** `id` null: a new place. */
export const placeInput = (typed: TypedPlace, id: string | null): Input<'places/set'> => ({
  id,
  name: typed.name.trim(),
  kind: typed.kind,
  size: sizeOf(typed.size) ?? null,
  within: typed.within || null,
  aliases: aliasesOf(typed.aliases),
  area: typed.area.trim() || null,
  private: typed.private,
  camera: typed.camera.trim() || null,
  property: typed.property || null,
  contactPost: typed.contactPost || null,
})
