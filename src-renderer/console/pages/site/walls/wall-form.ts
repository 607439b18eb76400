/** A wall as it is typed, and what of it is sent. */
import type { Input } from '#shared/contract/contract.ts'
import { readingOf, type FarFault } from '#shared/domain/walls/calibration.ts'
import { sizeOf, type NamedWall, type WallSize, type WallView } from '#shared/domain/walls/wall.ts'
import { USUAL_NIGHT, type Night } from '#shared/domain/walls/night.ts'
import { timeOf } from '../duty/shift-times.ts'
import { isFaulty, positive } from '../wall-link.ts'
import { panelIn } from './panels.ts'

/** Every field as it is typed; empty: it has none. */
export type TypedWall = {
  name: string
  view: WallView
  categories: string[]
  places: string[]
  level: string
  planOf: string
  public: boolean
  nameless: boolean
  byType: boolean
  language: 'zh' | 'en'
  theme: 'dark' | 'light'
  distance: string // m
  width: string // mm, of the picture
  height: string
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
  planOf: wall?.planOf ?? '',
  public: wall?.public ?? false,
  nameless: wall?.nameless ?? false,
  byType: wall?.byType ?? false,
  language: wall?.language ?? language,
  theme: wall?.theme ?? 'dark',
  ...typedSize(wall ? sizeOf(wall) : null),
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

export type TypedSize = Pick<TypedWall, 'distance' | 'width' | 'height'>

export const typedSize = (size: WallSize | null): TypedSize => ({
  distance: size === null ? '' : String(size.distance),
  width: size === null ? '' : String(size.width),
  height: size?.height === undefined ? '' : String(size.height),
})

/**
 * What keeps its size from being taken: no number, a distance without a width or the reverse, or a
 * reader too far away for a panel whose screen is so high to its width (`ratio`). Null: nothing.
 */
export function sizeFault(
  { view, language, distance, width, height }: TypedSize & Pick<TypedWall, 'view' | 'language'>,
  ratio: number | null,
): 'number' | 'both' | FarFault | null {
  if ([distance, width, height].some(isFaulty)) return 'number'
  const [metres, panel] = [positive(distance), panelIn({ width, height }, ratio)]
  if ((metres === null) !== (panel === null) || (panel === null && positive(height) !== null))
    return 'both'
  return panel && view !== 'line' ? readingOf(panel, metres, language).fault : null
}

/** Whether a wall of this job may be there for some incidents only. */
export const hasFilter = (view: WallView): boolean =>
  view === 'incidents' || view === 'line' || view === 'plan'

/** `id` null: a new wall. A job that shows no incidents of its own has no filter. */
export function wallInput(typed: TypedWall, id: string | null): Input<'walls/set'> {
  const { view, language, theme, categories, places } = typed
  const filters = hasFilter(view)
  const some = (ids: string[]) => (filters && ids.length > 0 ? ids : null)
  return {
    ...{ id, name: typed.name.trim(), view, language, theme },
    categories: some(categories),
    places: some(places),
    level: filters && typed.level !== '' ? Number(typed.level) : null,
    planOf: view === 'plan' && typed.planOf !== '' ? typed.planOf : null,
    public: typed.public,
    nameless: typed.nameless,
    byType: typed.byType,
    distance: positive(typed.distance),
    width: positive(typed.width),
    night: nightOf(typed),
    still: typed.still,
    voice: typed.voice && !typed.public,
    height: positive(typed.height),
  }
}

function nightOf({ dims, ...typed }: TypedWall): Night | null {
  const [from, to] = [timeOf(typed.from), timeOf(typed.to)]
  return dims && from !== null && to !== null ? { from, to } : null
}

/** The address under which its panel is measured with a card. */
export function calibrationLink(url: string, wall: NamedWall): string {
  const address = new URL(namedWallLink(url, wall))
  address.searchParams.set('calibrate', '1')
  return address.href
}

/** The address that opens it: `url` is that of walls, with its key after `#`, which stays. */
export function namedWallLink(url: string, { id, language }: NamedWall): string {
  const address = new URL(url)
  address.searchParams.set('wall', id)
  if (language === 'en') address.searchParams.set('lang', 'en')
  return address.href
}
