/** Which incidents a wall shows that is there for some of them. */
import type { BoardIncident } from '../board/types.ts'
import type { NamedWall } from './wall.ts'

/**
 * What is not known yet is not elsewhere: without a category, a place of the register or a level an
 * incident is on every wall that it could belong to.
 */
export function shows(
  { categories, places, level }: Pick<NamedWall, 'categories' | 'places' | 'level'>,
  incident: Pick<BoardIncident, 'category' | 'placeId' | 'level'>,
): boolean {
  const isOf = (allowed: readonly string[] | undefined, value: string | null | undefined) =>
    !allowed || value === null || value === undefined || allowed.includes(value)
  return (
    isOf(categories, incident.category) &&
    isOf(places, incident.placeId) &&
    (level === undefined || incident.level === null || incident.level <= level)
  )
}

/** The places, and all that lie in one of them, by id. */
export function withInner(
  ids: readonly string[],
  places: readonly { id: string; within?: string }[],
): readonly string[] {
  const inner = places.filter(
    ({ id, within }) => within !== undefined && ids.includes(within) && !ids.includes(id),
  )
  return inner.length === 0 ? ids : withInner([...ids, ...inner.map(({ id }) => id)], places)
}

/** The walls as their screens are told them: a place stands for all that lies in it. */
export const onBoardWith = (
  walls: readonly NamedWall[],
  places: readonly { id: string; within?: string }[],
): readonly NamedWall[] =>
  walls.map((wall) => (wall.places ? { ...wall, places: withInner(wall.places, places) } : wall))
