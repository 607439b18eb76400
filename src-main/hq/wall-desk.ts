/** Answers what administrators ask of the walls of their regions. */
import { seesAll } from '#shared/domain/hq/scope.ts'
import { done, refuse, type Handler } from './desk-answer.ts'
import type { HqPeople, HqWalls } from './hq-api.ts'

type WallRequest = 'walls/read' | 'wall/add' | 'wall/end'

/** A wall that shows more than they see themselves does not exist for them. */
export const wallHandlers = (
  walls: HqWalls,
  people: Pick<HqPeople, 'deed'>,
): { readonly [N in WallRequest]: Handler<N> } => ({
  'walls/read': async (_, person) =>
    done((await walls.all()).filter((wall) => seesAll(person, wall))),
  async 'wall/add'(wall, person) {
    if (!seesAll(person, wall)) return refuse('not-yours')
    const code = await walls.add(wall, person.name)
    await people.deed(person.name, 'wall-added', { name: wall.name, regions: wall.regions })
    return done({ code })
  },
  async 'wall/end'({ id }, person) {
    const wall = (await walls.all()).find((row) => row.id === id)
    if (!wall || !seesAll(person, wall)) return refuse('unknown-wall')
    await walls.end(id)
    await people.deed(person.name, 'wall-ended', { name: wall.name })
    return done()
  },
})
