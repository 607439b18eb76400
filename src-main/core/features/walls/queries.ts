/**
 * Handlers that read the site's walls, each with the signs of life of its screens, and what public
 * ones show of each type.
 */
import { isDiscreetType } from '#shared/domain/plan/danger.ts'
import { OPEN } from '#shared/domain/privacy/disclosure.ts'
import { categoryNames } from '../../engine/known-names.ts'
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

const readPrivacy: QueryHandler<'walls/privacy-read'> = async (_input, { memory, library }) => {
  const categoryOf = categoryNames(library)
  return {
    ok: true,
    reply: {
      privacy: memory.documents.get('privacy', 'privacy') ?? OPEN,
      types: library.types().map(({ code, name, category }) => ({
        ...{ code, name },
        category: categoryOf(category),
        discreet: isDiscreetType(code, library.types()),
      })),
    },
  }
}

export const namedWallQueries = { 'walls/read': readWalls, 'walls/privacy-read': readPrivacy }
