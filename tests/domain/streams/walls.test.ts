/** What becomes of the site's walls: names, jobs, filters, panels. */
import { describe, expect, it, test } from 'vitest'
import { decideWalls, MOST_NAMED_WALLS, type WallsCommand } from '#shared/domain/walls/decide.ts'
import { wallsAgain, wallsStream, type WallsEvent } from '#shared/domain/walls/stream.ts'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { recorded, stateAfter } from '../../kit/decider.ts'

const wall = (part: Partial<NamedWall> = {}): NamedWall => ({
  id: 'hall',
  name: '大厅屏',
  view: 'incidents',
  language: 'zh',
  theme: 'dark',
  ...part,
})
const named = (...walls: readonly NamedWall[]): WallsEvent[] =>
  walls.map((each) => ({ type: 'WallSet', wall: each }))
const decide = (command: WallsCommand, events: readonly WallsEvent[] = []) =>
  decideWalls(stateAfter(wallsStream, ...events), command, {
    places: new Set(['north', 'south']),
    categories: new Set(['accident', 'public-safety']),
  })
const set = (part: Partial<NamedWall> = {}, isNew = false): WallsCommand => ({
  type: 'SetWall',
  wall: wall(part),
  isNew,
})
const whole = wall({
  view: 'line',
  categories: ['accident'],
  places: ['north'],
  level: 2,
  planOf: 'north',
  public: true,
  nameless: true,
  byType: true,
  language: 'en',
  theme: 'light',
  distance: 6.5,
  width: 1209,
  height: 680,
})

describe('a wall', () => {
  it('given none, when it is named, then it stands among the walls, and is read again as it was', () => {
    expect(decide({ type: 'SetWall', wall: whole, isNew: true })).toEqual(
      recorded({ type: 'WallSet', wall: whole }),
    )
    const state = stateAfter(wallsStream, ...named(whole))
    expect(state).toEqual([whole])
    expect(wallsStream.documents.walls.hasForm(state, 'walls')).toBe(true)
  })

  it('given it, when it is set to what it is, then nothing follows', () => {
    expect(decide(set(), named(wall()))).toEqual(recorded())
  })

  it('given two, when one changes, then it keeps its row and the other stays', () => {
    const other = wall({ id: 'desk', name: '值班台' })
    const changed = wall({ view: 'month' })
    expect(decide(set({ view: 'month' }), named(wall(), other))).toEqual(
      recorded({ type: 'WallSet', wall: changed }),
    )
    expect(stateAfter(wallsStream, ...named(wall(), other, changed))).toEqual([changed, other])
  })

  it('given two, when one is removed, then the other is left', () => {
    const events = named(wall(), wall({ id: 'desk', name: '值班台' }))
    const removed: WallsEvent = { type: 'WallRemoved', wallId: 'hall' }
    expect(decide({ type: 'RemoveWall', wallId: 'hall' }, events)).toEqual(recorded(removed))
    expect(stateAfter(wallsStream, ...events, removed)).toMatchObject([{ id: 'desk' }])
  })

  test.each([
    ['one that is not there', set({ id: 'gone' }), 'unknown-wall'],
    ['the name of another', set({ id: 'new' }, true), 'name-taken'],
    ['a place that is none', set({ places: ['north', 'gone'] }), 'unknown-place'],
    ['a category that is none', set({ categories: ['accident', 'gone'] }), 'bad-input'],
    ['a floor of no place', set({ view: 'plan', planOf: 'gone' }), 'unknown-place'],
    ['a floor without a place', set({ view: 'plan' }), 'bad-input'],
    ['a distance without a width', set({ distance: 5 }), 'bad-input'],
    ['a width without a distance', set({ width: 900 }), 'bad-input'],
    [
      'removing one that is not there',
      { type: 'RemoveWall', wallId: 'gone' } as const,
      'unknown-wall',
    ],
  ])('given %s, then it is refused', (_case, command, code) => {
    expect(decide(command, named(wall()))).toMatchObject({ ok: false, code })
  })

  it('given a picture of known size, when its reader is too far away, then it is refused with how far he may be', () => {
    const size = { width: 531, height: 299 }
    expect(decide(set({ ...size, distance: 12 }), named(wall()))).toMatchObject({
      ...{ ok: false, code: 'bad-input', details: ['3.6'] },
    })
    expect(decide(set({ ...size, distance: 3.6 }), named(wall()))).toMatchObject({ ok: true })
    expect(decide(set({ ...size, distance: 12, view: 'line' }), named(wall()))).toMatchObject({
      ok: true,
    })
    // a record of before may hold it, and is read
    expect(stateAfter(wallsStream, ...named(wall({ ...size, distance: 12 })))).toHaveLength(1)
  })

  it('given a size, when it gets another one, then the one before is known, until there is another', () => {
    const first = { distance: 6, width: 1218, height: 685 }
    const second = { distance: 4, width: 1210 }
    const sized = named(wall(first))
    const changed = wall({ ...second, before: first })
    expect(decide(set(second), sized)).toEqual(recorded({ type: 'WallSet', wall: changed }))
    const after = [...sized, ...named(changed)]
    expect(wallsStream.documents.walls.hasForm(stateAfter(wallsStream, ...after), 'walls')).toBe(
      true,
    )
    expect(decide(set({ ...second, theme: 'light' }), after)).toEqual(
      recorded({ type: 'WallSet', wall: { ...changed, theme: 'light' } }),
    )
    expect(decide(set(first), after)).toEqual(
      recorded({ type: 'WallSet', wall: wall({ ...first, before: second }) }),
    )
    expect(decide(set(), after)).toEqual(
      recorded({ type: 'WallSet', wall: wall({ before: second }) }),
    )
    expect(decide(set(second), after)).toEqual(recorded())
  })

  it('given a place and a category that are gone meanwhile, when something else changes, then they may stay', () => {
    const before = wall({ places: ['gone'], categories: ['former'] })
    expect(decide(set({ ...before, theme: 'light' }), named(before))).toMatchObject({ ok: true })
  })

  it(`given ${MOST_NAMED_WALLS} of them, then there is no room for one more, and each can be changed`, () => {
    const full = Array.from({ length: MOST_NAMED_WALLS }, (_, index) =>
      wall({ id: `w${index}`, name: `屏${index}` }),
    )
    expect(decide(set({ name: '新屏' }, true), named(...full))).toMatchObject({ code: 'bad-input' })
    expect(decide(set({ name: '新屏' }, true), named(...full.slice(1)))).toMatchObject({ ok: true })
    expect(decide(set({ id: 'w0', name: '新屏' }), named(...full))).toMatchObject({ ok: true })
  })

  it('given walls, then they are the same again, a wall an event', () => {
    const walls = [whole, wall({ id: 'desk', name: '值班台' })]
    expect(stateAfter(wallsStream, ...wallsAgain(walls))).toEqual(walls)
  })
})
