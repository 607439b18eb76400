/** The handler that reads the site's walls, each with the signs of life of its screens. */
import type { QueryHandler } from '../handler.ts'

const readWalls: QueryHandler<'walls/read'> = async (_input, { memory, screens }) => {
  const walls = memory.documents.get('walls', 'walls') ?? []
  const ids = new Set(walls.map(({ id }) => id))
  const signs = screens.signs().toSorted((a, b) => b.lastSeen - a.lastSeen)
  return {
    ok: true,
    reply: {
      walls: walls.map((wall) => ({
        ...wall,
        signs: signs.filter(({ named }) => named === wall.id),
      })),
      unnamed: signs.filter(({ named }) => named === undefined || !ids.has(named)),
    },
  }
}

export const namedWallQueries = { 'walls/read': readWalls }
