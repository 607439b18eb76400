/** What a wall is by its name, in place of what its address says, and the board through it. */
import { boardByType } from '#shared/domain/board/public.ts'
import type { Board } from '#shared/domain/board/types.ts'
import { shows } from '#shared/domain/walls/shows.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import type { WallParams } from './params.ts'

/** The board with the incidents that this wall is there for, and what it may show of each. */
export function boardThrough(wall: NamedWall, board: Board): Board {
  const mine = {
    ...board,
    incidents: board.incidents.filter((incident) => shows(wall, incident)),
  }
  return wall.byType ? boardByType(mine) : mine
}

/** `words` stand for the place of an incident whose place is not shown. */
export const withPlaces = (board: Board, words: string): Board =>
  board.incidents.every(({ place }) => place !== '')
    ? board
    : {
        ...board,
        incidents: board.incidents.map((incident) =>
          incident.place === '' ? { ...incident, place: words } : incident,
        ),
      }

/** What a named wall is comes before its address; what it leaves open the address may say. */
export const withNamed = (params: WallParams, wall: NamedWall | null): WallParams =>
  wall
    ? {
        ...params,
        theme: wall.theme,
        privacy: wall.nameless ?? params.privacy,
        ...(wall.distance === undefined || wall.width === undefined
          ? {}
          : { unit: null, unread: [], distance: wall.distance, panel: wall.width }),
      }
    : params
