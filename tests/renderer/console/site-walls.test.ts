/** The walls on the settings page: named, set up, found alive or not, their addresses copied. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { WallRead } from '#shared/contract/walls.ts'
import { widthOf } from '#renderer/console/pages/site/walls/panels.ts'
import {
  namedWallLink,
  nightFault,
  sizeFault,
  typedWall,
  wallInput,
} from '#renderer/console/pages/site/walls/wall-form.ts'
import { NOW } from '../board-parts.ts'
import { accepted, read, refused, type MountedConsole } from './desk.ts'
import { settings, URL_OF_WALL } from './site-kit.ts'

beforeEach(() => {
  sessionStorage.clear()
})

const wall = (part: Partial<WallRead> = {}): WallRead => ({
  ...{ id: 'hall', name: '大厅屏', view: 'incidents', language: 'zh', theme: 'dark', signs: [] },
  ...part,
})
const withWalls = (...walls: readonly WallRead[]) => ({
  'walls/read': () => accepted<'walls/read'>({ walls, unnamed: [] }),
  'walls/set': () => accepted<'walls/set'>({ id: 'hall' }),
  'walls/remove': () => accepted<'walls/remove'>({}),
})
const part = ({ page }: MountedConsole<unknown>) => page.get('[data-part=walls]')
const button = (mounted: MountedConsole<unknown>, words: string) =>
  mounted.page.findAll('button').find((each) => read(each).includes(words))!

describe('a wall as it is typed', () => {
  it('is sent whole, as it was read', () => {
    const whole = wall({
      ...{ view: 'line', categories: ['accident'], places: ['north'], level: 2, public: true },
      ...{ nameless: true, byType: true, language: 'en', theme: 'light' },
      ...{ distance: 6.5, width: 1209 },
      ...{ night: { from: '21:30', to: '06:00' }, still: true },
    })
    const { signs, ...sent } = whole
    expect(signs).toEqual([])
    expect(wallInput(typedWall(whole, 'zh'), 'hall')).toEqual({ ...sent, voice: false })
    const inRoom = { ...whole, public: undefined, voice: true as const }
    expect(wallInput(typedWall(inRoom, 'zh'), 'hall')).toMatchObject({ voice: true })
  })

  it('is dim at night if it is new, and as it was if it is not; it speaks nowhere in public', () => {
    expect(wallInput(typedWall(null, 'zh'), null).night).toEqual({ from: '22:00', to: '07:00' })
    expect(wallInput(typedWall(wall(), 'zh'), 'hall')).toMatchObject({ night: null, voice: false })
    const typed = { ...typedWall(null, 'zh'), voice: true, public: true, from: '2130', to: '6' }
    expect(wallInput(typed, null)).toMatchObject({
      ...{ voice: false, night: { from: '21:30', to: '06:00' } },
    })
  })

  test.each([
    [true, '22:00', '7', null],
    [true, '22', '22:00', 'same'],
    [true, '', '07:00', 'time'],
    [true, '25:00', '07:00', 'time'],
    [false, '', '', null],
  ])('dim %s from %s to %s: %s', (dims, from, to, fault) => {
    expect(nightFault({ dims, from, to })).toBe(fault)
  })

  it('has no filter where its job lists no incidents', () => {
    const typed = { ...typedWall(null, 'zh'), name: ' 月报屏 ', categories: ['x'], level: '2' }
    expect(wallInput({ ...typed, view: 'month' }, null)).toMatchObject({
      ...{ id: null, name: '月报屏', categories: null, level: null },
    })
    expect(wallInput(typed, null)).toMatchObject({ categories: ['x'], level: 2 })
  })

  test.each([
    ['', '', null],
    ['6', '1209', null],
    ['6', '', 'both'],
    ['', '1209', 'both'],
    ['x', '1209', 'number'],
    ['6', '0', 'number'],
  ])('with a distance of %s and a width of %s: %s', (distance, width, fault) => {
    expect(sizeFault({ distance, width })).toBe(fault)
  })

  it('has an address with its name before the key, which stays', () => {
    expect(namedWallLink(URL_OF_WALL, wall())).toBe('http://127.0.0.1:7373/wall?wall=hall#key=abc')
    expect(namedWallLink(URL_OF_WALL, wall({ language: 'en' }))).toContain('wall=hall&lang=en#key')
  })

  it('has a usual panel by its diagonal', () => {
    expect([24, 55, 98].map(widthOf)).toEqual([531, 1218, 2170])
  })
})

describe('the list', () => {
  it('says that there is none, and how many screens go by no name', async () => {
    const mounted = await settings({}, withWalls())
    await mounted.show({
      walls: [{ id: 'w1', lastSeen: NOW, sound: 'on', size: '1920x1080@1' }],
    })
    expect(read(part(mounted))).toContain('还没有起名的大屏')
    expect(read(part(mounted))).toContain('另有1块屏没有起名')
    mounted.page.unmount()
  })

  it('says what each shows, whether its screen is there, and why it is not heard', async () => {
    const walls = [wall(), wall({ id: 'desk', name: '值班台', view: 'month', public: true })]
    const mounted = await settings({}, withWalls(...walls))
    const sign = { id: 'w1', lastSeen: NOW, size: '1', named: 'hall' }
    await mounted.show({ walls: [{ ...sign, sound: 'blocked' }] })
    const [hall, desk] = part(mounted).findAll('li').map(read)
    expect(hall).toContain('在线')
    expect(hall).toContain('声音被浏览器拦住')
    expect(hall).toContain('全部事件')
    expect(desk).toContain('本月统计')
    expect(desk).toContain('公开')
    expect(desk).toContain('没有打开')
    await mounted.show({ walls: [{ ...sign, sound: 'on', lastSeen: NOW - 90_000 }] })
    expect(read(part(mounted).findAll('li')[0]!)).toContain('没有消息')
    await mounted.show({ walls: [{ ...sign, sound: 'on', voice: 'none', safe: true }] })
    const failed = read(part(mounted).findAll('li')[0]!)
    expect(failed).toContain('没有自带语音')
    expect(failed).toContain('简易页面')
    mounted.page.unmount()
  })

  it('copies the address that opens it', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined)
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    const mounted = await settings({}, withWalls(wall()))
    await part(mounted).get('[aria-label="复制地址：大厅屏"]').trigger('click')
    await flushPromises()
    expect(writeText.mock.calls).toEqual([['http://127.0.0.1:7373/wall?wall=hall#key=abc']])
    expect(read(part(mounted))).toContain('已复制')
    vi.unstubAllGlobals()
    mounted.page.unmount()
  })
})

describe('the dialog', () => {
  const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
  const setTo = (selector: string, at: number, value: string): void => {
    const fields = [...dialog().querySelectorAll<HTMLInputElement>(selector)]
    const field = fields.at(at)!
    field.value = value
    field.dispatchEvent(new Event('input'))
    field.dispatchEvent(new Event('change'))
  }
  const save = async (): Promise<void> => {
    await flushPromises()
    dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
  }

  it('adds a wall, with a usual panel and its readers', async () => {
    const mounted = await settings({}, withWalls())
    await button(mounted, '添加大屏').trigger('click')
    await flushPromises()
    setTo('input', 0, '指挥中心')
    setTo('select', 0, 'line')
    setTo('[data-choice=from]', 0, '23:00')
    setTo('select', -1, '55')
    await flushPromises()
    setTo('input', -1, '6')
    await save()
    expect(mounted.station.of('walls/set')).toMatchObject([
      { id: null, name: '指挥中心', view: 'line', width: 1218, distance: 6, categories: null },
    ])
    expect(mounted.station.of('walls/set')).toMatchObject([
      { night: { from: '23:00', to: '07:00' }, still: false, voice: false },
    ])
    expect(document.querySelector('.el-dialog form')).toBeNull()
    mounted.page.unmount()
  })

  it('says why it was refused, and stays', async () => {
    const mounted = await settings(
      {},
      { ...withWalls(wall()), 'walls/set': () => refused('name-taken', '已有一块大屏叫“二”') },
    )
    await part(mounted).get('[aria-label="修改大厅屏"]').trigger('click')
    await flushPromises()
    setTo('input', 0, '二')
    await save()
    expect(dialog().textContent).toContain('已有一块大屏叫“二”')
    mounted.page.unmount()
  })
})
