/** Which incidents a wall shows that is there for some of them. */
import { describe, expect, it, test } from 'vitest'
import { onBoardWith, shows, withInner } from '#shared/domain/walls/shows.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'

const fire = { category: 'accident', placeId: 'north', level: 2 }

describe('a wall for some incidents', () => {
  test.each([
    ['no filter', {}, true],
    ['its category', { categories: ['public-safety', 'accident'] }, true],
    ['another category', { categories: ['public-safety'] }, false],
    ['its place', { places: ['south', 'north'] }, true],
    ['another place', { places: ['south'] }, false],
    ['its level', { level: 2 }, true],
    ['a lesser level, too', { level: 3 }, true],
    ['graver levels alone', { level: 1 }, false],
    ['its category at another place', { categories: ['accident'], places: ['south'] }, false],
  ])('given %s: shown %#', (_case, filter, isShown) => {
    expect(shows(filter, fire)).toBe(isShown)
  })

  it('given an incident of which nothing is known yet, then no filter keeps it away', () => {
    const filter = { categories: ['accident'], places: ['north'], level: 1 }
    expect(shows(filter, { category: null, level: null })).toBe(true)
  })
})

describe('a place', () => {
  const places = [
    { id: 'house' },
    { id: 'floor', within: 'house' },
    { id: 'room', within: 'floor' },
    { id: 'yard' },
  ]
  it('stands for all that lies in it', () => {
    expect(withInner(['house'], places)).toEqual(['house', 'floor', 'room'])
    expect(withInner(['floor', 'yard'], places)).toEqual(['floor', 'yard', 'room'])
    expect(withInner(['room'], places)).toEqual(['room'])
  })

  it('of a wall is told to its screens with these; a wall without places stays as it is', () => {
    const wall = { id: 'a', name: 'a', view: 'incidents', language: 'zh', theme: 'dark' } as const
    const walls: NamedWall[] = [{ ...wall, places: ['floor'] }, wall]
    expect(onBoardWith(walls, places)).toEqual([{ ...wall, places: ['floor', 'room'] }, wall])
  })
})
