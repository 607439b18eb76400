/** The stream of the site's walls: each with its name, its job and the panel that it hangs on. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized } from '../text.ts'
import type { Night } from './night.ts'
import { WALL_VIEWS, type NamedWall, type WallSize } from './wall.ts'

/** A new one, or what one has become. */
export type WallSet = { type: 'WallSet'; wall: NamedWall }
export type WallRemoved = { type: 'WallRemoved'; wallId: string }
export type WallsEvent = WallSet | WallRemoved

function evolve(
  state: readonly NamedWall[] | null,
  event: Recorded<WallsEvent>,
): readonly NamedWall[] {
  const walls = state ?? []
  if (event.type === 'WallRemoved') return walls.filter(({ id }) => id !== event.wallId)
  const { wall } = event
  return walls.some(({ id }) => id === wall.id)
    ? walls.map((other) => (other.id === wall.id ? wall : other))
    : [...walls, wall]
}

const size = {
  distance: is.number,
  width: is.number,
  height: is.maybe(is.number),
}

/** Null while nobody has named one. */
export const wallsStream = defineStream<
  readonly NamedWall[] | null,
  WallsEvent,
  { walls: readonly NamedWall[] }
>({
  name: 'walls',
  initial: () => null,
  evolve,
  documents: {
    walls: {
      of: (walls) => walls,
      name: localized('大屏设置', 'the set-up of walls'),
      hasForm: is.list(
        is.fields<NamedWall>({
          id: is.words,
          name: is.words,
          view: is.oneOf(WALL_VIEWS),
          categories: is.maybe(is.list(is.words)),
          places: is.maybe(is.list(is.words)),
          level: is.maybe(is.number),
          planOf: is.maybe(is.words),
          public: is.maybe(is.flag),
          nameless: is.maybe(is.flag),
          byType: is.maybe(is.flag),
          language: is.oneOf(['zh', 'en']),
          theme: is.oneOf(['dark', 'light']),
          distance: is.maybe(is.number),
          width: is.maybe(is.number),
          height: is.maybe(is.number),
          before: is.maybe(is.fields<WallSize>(size)),
          night: is.maybe(is.fields<Night>({ from: is.words, to: is.words })),
          still: is.maybe(is.flag),
          voice: is.maybe(is.flag),
        }),
      ),
    },
  },
})

/** The same walls, a wall an event. */
export const wallsAgain = (walls: readonly NamedWall[]): readonly WallsEvent[] =>
  walls.map((wall) => ({ type: 'WallSet', wall }))
