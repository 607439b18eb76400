/**
 * A wall by its name: it takes its language, its colours and its job from the site, at once and
 * while it hangs; what is none of its own it counts and does not list.
 */
import { expect, it, test, vi } from 'vitest'
import { nextTick } from 'vue'
import type { NamedWall } from '#shared/domain/walls/wall.ts'
import { withNamed } from '#renderer/wall/through-name.ts'
import { readParams } from '#renderer/wall/params.ts'
import { alert, board, incident, NOW, SECOND, step } from '../board-parts.ts'
import { played, Speaker } from '../speaker.ts'
import { live, push, rows, sent, show, useWall, wall } from './wall-kit.ts'

useWall()

const named = (part: Partial<NamedWall> = {}): NamedWall => ({
  ...{ id: 'hall', name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark' },
  ...part,
})
const two = [
  incident({ id: 'lift', place: '电梯', category: 'facility', placeId: 'north', level: 3 }),
  incident({ id: 'fire', place: '后厨', category: 'accident', placeId: 'south', level: 2 }),
]
const shown = async (part: Partial<NamedWall>, incidents = two): Promise<void> => {
  await show(board({ namedWalls: [named(part)], incidents }), '?wall=hall')
  await live(1)
}
const counts = (): string => wall.get('.head .counts').text().replaceAll(/\s+/g, '')

test.each<[string, Partial<NamedWall>, string[]]>([
  ['no filter', {}, ['fire', 'lift']],
  ['a category', { categories: ['accident'] }, ['fire']],
  ['a place', { places: ['north'] }, ['lift']],
  ['a level', { level: 2 }, ['fire']],
])('given %s, then it lists what is its own, and counts the rest', async (_case, part, ids) => {
  await shown(part)
  expect(rows().toSorted()).toEqual(ids)
  expect(counts()).toContain(`进行中${ids.length}`)
  expect(counts().includes('别处')).toBe(ids.length < 2)
})

it('given all that runs is elsewhere, then its header says so and is no header of a calm house', async () => {
  await shown({ categories: ['none'] })
  expect(wall.find('[data-incident]').exists()).toBe(false)
  expect(counts()).toContain('别处2')
})

it('given the site changes it while it hangs, then it is changed at once', async () => {
  await shown({ categories: ['accident'] })
  push({
    kind: 'board',
    board: board({
      namedWalls: [named({ places: ['north'], language: 'en', theme: 'light' })],
      incidents: two,
    }),
  })
  await nextTick()
  expect(rows()).toEqual(['lift'])
  expect(document.documentElement.dataset).toMatchObject({ theme: 'light', lang: 'en' })
  expect(wall.get('.head').text()).toContain('Elsewhere')
})

it('given its name is gone, then it goes on as its address says', async () => {
  await shown({ categories: ['accident'], language: 'en' })
  push({ kind: 'board', board: board({ namedWalls: [], incidents: two }) })
  await nextTick()
  expect(rows().toSorted()).toEqual(['fire', 'lift'])
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', lang: 'zh' })
})

it('given it gives a sign of life, then it says its name and what it shows', async () => {
  await shown({ view: 'calm' })
  const signs = sent.filter(({ name }) => name === 'wall/alive').map(({ input }) => input)
  expect(signs.at(-1)).toMatchObject({ named: 'hall', view: 'calm' })
})

it('given an alarm of what is not its own, then it is silent; of its own it sounds', async () => {
  vi.stubGlobal('AudioContext', Speaker)
  const late = incident({
    ...{ id: 'late', category: 'accident', placeId: 'south' },
    steps: [step({ id: 'call', dueAt: NOW - SECOND })],
    alerts: [alert({ id: 'a', kind: 'late', priority: 1, stepId: 'call' })],
  })
  played.length = 0
  await shown({ places: ['north'] }, [late])
  await live(10)
  expect(played).toEqual([])
  wall.unmount()
  await shown({ places: ['south'] }, [late])
  await live(10)
  expect(played).not.toEqual([])
})

test.each([
  ['month', '.month'],
  ['calm', '.calm-page'],
] as const)('given its job is %s, then it shows that page, and no rows', async (view, page) => {
  await shown({ view })
  expect(wall.find('[data-incident]').exists()).toBe(false)
  expect(wall.find(`.rows ${page}`).exists()).toBe(true)
  expect(counts()).toContain('进行中2')
})

it('given its job is one line, then that is all there is: numbers, the most urgent, the time', async () => {
  await shown({ view: 'line' })
  const line = wall.get('.one-line').text().replaceAll(/\s+/g, ' ')
  expect(line).toContain('进行中 2')
  expect(line).toContain('电梯 电话打不进')
  expect(line).toMatch(/\d\d:\d\d$/)
  expect(wall.find('.foot').exists()).toBe(false)
  expect(wall.find('.row').exists()).toBe(false)
})

it('given its job is one line and the room was left, then whom to call comes first, and what runs stands behind', async () => {
  const room = { leftAt: NOW, by: '周敏', contact: '周敏 13800000001', taken: null }
  const shownLeft = async (part: Partial<NamedWall>, left: object, incidents = two) => {
    const namedWalls = [named({ view: 'line', ...part })]
    await show(board({ namedWalls, incidents, room: { ...room, ...left } }), '?wall=hall')
    await live(1)
    return wall.get('.one-line').text().replaceAll(/\s+/g, ' ')
  }
  const line = await shownLeft({}, {})
  expect(line).toMatch(/^值班室已撤离 ?联系周敏 13800000001/)
  expect(line).toContain('进行中 2')
  expect(line).toContain('电梯 电话打不进')
  wall.unmount()
  const taken = { at: NOW, by: '周敏', place: '二号楼大厅' }
  expect(await shownLeft({}, { contact: null, taken })).toMatch(/^值班室已撤离 ?二号楼大厅接手/)
  wall.unmount()
  const calm = await shownLeft({ nameless: true }, {}, [])
  expect(calm).toContain('值班室已撤离')
  expect(calm).not.toMatch(/周敏|无事件/)
})

it('given its panel is set up, then its text is for those readers, whatever its address says', () => {
  const address = readParams('?wall=hall&unit=3&d=x')
  expect(withNamed(address, null)).toMatchObject({ unit: 3, unread: ['d'] })
  expect(withNamed(address, named({ distance: 6, width: 1209 }))).toMatchObject({
    ...{ unit: null, unread: [], distance: 6, panel: 1209 },
  })
  expect(withNamed(address, named())).toMatchObject({ unit: 3 })
})

it('given it shows less by type, then of each what the public may see, and no row of what nobody may', async () => {
  const less = [
    incident({ id: 'ill', place: '七号诊室', disclosure: 'presence', typeName: null }),
    incident({ id: 'hall', place: '二楼东侧', disclosure: 'area', coarsePlace: '主楼' }),
    incident({ id: 'none', place: '三楼', disclosure: 'never' }),
    incident({ id: 'all', place: '后厨' }),
  ]
  await shown({ byType: true }, less)
  expect(rows().toSorted()).toEqual(['all', 'hall', 'ill'])
  const text = wall.text()
  for (const place of ['后厨', '主楼', '地点不公开']) expect(text).toContain(place)
  for (const place of ['七号诊室', '二楼东侧', '三楼']) expect(text).not.toContain(place)
  expect(counts()).not.toContain('别处')
})

it('given it shows less by type, then it counts no more in month and header, and asks for no more', async () => {
  const { month } = board()
  const fewer = { ...month, incidents: 22 }
  const incidents = [
    incident({ id: 'none', disclosure: 'never', category: 'facility' }),
    incident({ id: 'robbery', discreet: true, category: 'facility' }),
    incident({ id: 'all', category: 'facility' }),
  ]
  for (const byType of [true, false]) {
    wall?.unmount()
    const namedWalls = [named(byType ? { byType } : {})]
    await show(board({ namedWalls, incidents, month, monthByType: fewer }), '?wall=hall')
    await live(2)
    expect(counts()).toBe(byType ? '进行中1超时0' : '进行中3超时0')
    expect(wall.get('.month').text()).toContain(byType ? '22起' : '23起')
    const request = sent.filter(({ name }) => name === 'wall/month').at(-1)
    expect(request?.input).toEqual(byType ? { byType: true } : {})
    sent.length = 0
  }
})

it('given it does not, then all of it stands there as on any wall of the room', async () => {
  await shown({}, [incident({ id: 'ill', place: '七号诊室', disclosure: 'presence' })])
  expect(wall.text()).toContain('七号诊室')
})

it('given one of which it shows only that it is there, then nothing says that it had no plan', async () => {
  await shown({ byType: true }, [
    incident({ id: 'ill', disclosure: 'presence' }),
    incident({ id: 'new', plans: [], steps: [] }),
  ])
  expect(wall.get('[data-incident=ill]').text()).not.toContain('尚无预案')
  expect(wall.get('[data-incident=new]').text()).toContain('尚无预案')
})
