/** A wall as it is typed, and what of it is sent. */
import type { Input } from '#shared/contract/contract.ts'
import type { NamedWall, WallView } from '#shared/domain/walls/wall.ts'
import { USUAL_NIGHT, type Night } from '#shared/domain/walls/night.ts'
import { timeOf } from '../duty/shift-times.ts'
import { isFaulty, positive } from '../wall-link.ts'

/** Every field as it is typed; empty: it has none. */
export type TypedWall = {
  name: string
  view: WallView
  categories: string[]
  places: string[]
  level: string
  public: boolean
  nameless: boolean
  byType: boolean
  language: 'zh' | 'en'
  theme: 'dark' | 'light'
  distance: string
  width: string
  dims: boolean
  from: string // of the night
  to: string
  still: boolean
  voice: boolean
}

/** `wall` null: a new one, for a room, in the language of the console; it is dim at night. */
export const typedWall = (wall: NamedWall | null, language: 'zh' | 'en'): TypedWall => ({
  name: wall?.name ?? '',
  view: wall?.view ?? 'incidents',
  categories: [...(wall?.categories ?? [])],
  places: [...(wall?.places ?? [])],
  level: wall?.level === undefined ? '' : String(wall.level),
  public: wall?.public ?? false,
  nameless: wall?.nameless ?? false,
  byType: wall?.byType ?? false,
  language: wall?.language ?? language,
  theme: wall?.theme ?? 'dark',
  distance: wall?.distance === undefined ? '' : String(wall.distance),
  width: wall?.width === undefined ? '' : String(wall.width),
  dims: wall === null || wall.night !== undefined,
  ...(wall?.night ?? USUAL_NIGHT),
  still: wall?.still ?? false,
  voice: wall?.voice ?? false,
})

/** What keeps its night from being taken; null: nothing, also where it has none. */
export function nightFault({ dims, from, to }: Pick<TypedWall, 'dims' | 'from' | 'to'>) {
  if (!dims) return null
  const night = { from: timeOf(from), to: timeOf(to) }
  if (night.from === null || night.to === null) return 'time'
  return night.from === night.to ? 'same' : null
}

/** What keeps its sizes from being taken; null: nothing. */
export function sizeFault({ distance, width }: Pick<TypedWall, 'distance' | 'width'>) {
  if (isFaulty(distance) || isFaulty(width)) return 'number'
  return (positive(distance) === null) === (positive(width) === null) ? null : 'both'
}

/** `id` null: a new wall. A job that shows no incidents of its own has no filter. */
export function wallInput(typed: TypedWall, id: string | null): Input<'walls/set'> {
  const { view, language, theme, categories, places } = typed
  const filters = view === 'incidents' || view === 'line'
  const some = (ids: string[]) => (filters && ids.length > 0 ? ids : null)
  return {
    ...{ id, name: typed.name.trim(), view, language, theme },
    categories: some(categories),
    places: some(places),
    level: filters && typed.level !== '' ? Number(typed.level) : null,
    public: typed.public,
    nameless: typed.nameless,
    byType: typed.byType,
    distance: positive(typed.distance),
    width: positive(typed.width),
    night: nightOf(typed),
    still: typed.still,
    voice: typed.voice && !typed.public,
  }
}

function nightOf({ dims, ...typed }: TypedWall): Night | null {
  const [from, to] = [timeOf(typed.from), timeOf(typed.to)]
  return dims && from !== null && to !== null ? { from, to } : null
}

/** The address that opens it: `url` is that of walls, with its key after `#`, which stays. */
export function namedWallLink(url: string, { id, language }: NamedWall): string {
  const address = new URL(url)
  address.searchParams.set('wall', id)
  if (language === 'en') address.searchParams.set('lang', 'en')
  return address.href
}
