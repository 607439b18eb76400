/** The site's walls through the station: named, told to every screen, with their signs. */
import { afterEach, describe, expect, it, test } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Input, Name } from '#shared/contract/contract.ts'
import { openStation, type Kit } from '../kit/station.ts'

const wall = { name: '大屏', role: 'wall' } as const
let kit: Kit
afterEach(() => kit.stop())

const HALL: Input<'walls/set'> = {
  ...{ name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' },
}
const sign = (wallId: string, more: Partial<Input<'wall/alive'>> = {}) =>
  kit.send(
    'wall/alive',
    { wallId, beat: 1, sound: 'on', size: '1920x1080@1', ...more },
    { by: wall },
  )
const refused = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}

describe('a wall of the site', () => {
  it('given it is named, then every screen is told what it is, also after a restart', async () => {
    kit = await openStation({ on: 'sqlite' })
    const { id: house } = await kit.ask('places/set', { name: '主楼', kind: 'hall' })
    const { id: floor } = await kit.ask('places/set', {
      ...{ name: '二楼', kind: 'floor', within: house },
    })
    const { id } = await kit.ask('walls/set', {
      ...{ ...HALL, view: 'line', places: [house], level: 2, public: true, nameless: true },
      ...{ distance: 6.5, width: 1209, night: { from: '22:00', to: '07:00' }, still: true },
    })
    const expected = {
      ...{ id, name: '大厅屏', view: 'line', places: [house, floor], level: 2 },
      ...{ public: true, nameless: true, language: 'zh', theme: 'dark' },
      ...{ distance: 6.5, width: 1209, night: { from: '22:00', to: '07:00' }, still: true },
    }
    for (const audience of ['desk', 'wall', 'public'] as const)
      expect((await kit.station.board(audience)).namedWalls).toEqual([expected])
    kit = await kit.restart()
    expect((await kit.ask('walls/read', {})).walls).toEqual([
      { ...expected, places: [house], signs: [] },
    ])
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('given screens give a sign under its name, then they stand with it, the latest first; others stand apart', async () => {
    kit = await openStation()
    const { id } = await kit.ask('walls/set', HALL)
    await sign('w1', { named: id, view: 'incidents' })
    await kit.clock.advance('2 s')
    await sign('w2', {
      ...{ named: id, view: 'incidents', sound: 'blocked', voice: 'none', safe: true },
    })
    await sign('w3')
    await sign('w4', { named: 'gone' })
    const { walls, unnamed } = await kit.ask('walls/read', {})
    expect(walls[0]?.signs.map((each) => [each.id, each.view, each.sound])).toEqual([
      ['w2', 'incidents', 'blocked'],
      ['w1', 'incidents', 'on'],
    ])
    expect(walls[0]?.signs.map(({ voice, safe }) => [voice, safe])).toEqual([
      ['none', true],
      [undefined, undefined],
    ])
    expect(unnamed.map((each) => each.id)).toEqual(['w3', 'w4'])
  })

  it('given it is changed or removed, then the board is pushed whole, to public walls, too', async () => {
    kit = await openStation()
    const { id } = await kit.ask('walls/set', HALL)
    await kit.ask('walls/set', { ...HALL, id, view: 'month' })
    expect(kit.pushes.at(-1)).toMatchObject({
      ...{ kind: 'board', board: { namedWalls: [{ id, view: 'month' }] } },
    })
    await kit.ask('walls/remove', { id })
    expect((await kit.station.board('public')).namedWalls).toEqual([])
  })

  test.each<[string, Name, unknown, string]>([
    ['a name twice', 'walls/set', HALL, 'name-taken'],
    ['an id of none', 'walls/set', { ...HALL, id: 'gone' }, 'unknown-wall'],
    ['a view of none', 'walls/set', { ...HALL, name: '二', view: 'map' }, 'bad-input'],
    ['a category of none', 'walls/set', { ...HALL, name: '二', categories: ['x'] }, 'bad-input'],
    ['a place of none', 'walls/set', { ...HALL, name: '二', places: ['x'] }, 'unknown-place'],
    ['a width alone', 'walls/set', { ...HALL, name: '二', width: 900 }, 'bad-input'],
    [
      'a night of no length',
      'walls/set',
      { ...HALL, name: '二', night: { from: '22:00', to: '22:00' } },
      'bad-input',
    ],
    [
      'a night of no time',
      'walls/set',
      { ...HALL, name: '二', night: { from: '24:00', to: '07:00' } },
      'bad-input',
    ],
    [
      'a voice in public',
      'walls/set',
      { ...HALL, name: '二', public: true, voice: true },
      'bad-input',
    ],
    ['to remove none', 'walls/remove', { id: 'gone' }, 'unknown-wall'],
  ])('given %s, then it is refused', async (_case, name, input, code) => {
    kit = await openStation()
    await kit.ask('walls/set', HALL)
    expect(await refused(name, input)).toBe(code)
  })
})
