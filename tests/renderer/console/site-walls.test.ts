/** The walls on the settings page: named, set up, found alive or not, their addresses copied. */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import type { WallRead } from '#shared/contract/walls.ts'
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
      ...{ distance: 6.5, width: 1209, height: 680 },
      ...{ night: { from: '21:30', to: '06:00' }, still: true },
    })
    const { signs, ...sent } = whole
    expect(signs).toEqual([])
    expect(wallInput(typedWall(whole, 'zh'), 'hall')).toEqual({
      ...sent,
      planOf: null,
      voice: false,
    })
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
    ['', '', '', null],
    ['6', '1209', '', null],
    ['6', '1209', '680', null],
    ['6', '', '', 'both'],
    ['', '1209', '', 'both'],
    ['', '', '680', 'both'],
    ['x', '1209', '', 'number'],
    ['6', '0', '', 'number'],
    ['6', '1209', 'hoch', 'number'],
  ])(
    'with a distance of %s, a width of %s and a height of %s: %s',
    (distance, width, height, is) => {
      const typed = { ...typedWall(null, 'zh'), distance, width, height }
      expect(sizeFault(typed, null)).toBe(is)
    },
  )

  it('with a reader too far away, is not taken, and how far he may be is known', () => {
    const typed = { ...typedWall(null, 'zh'), distance: '12', width: '531' }
    const far = { kind: 'far', distance: 12, metres: 3.6 }
    expect(sizeFault({ ...typed, height: '299' }, null)).toMatchObject(far)
    expect(sizeFault(typed, null)).toMatchObject(far) // it lies, while nobody knows better
    expect(sizeFault(typed, 16 / 9)).toMatchObject({ kind: 'far', metres: 4.8 })
    expect(sizeFault({ ...typed, view: 'line' }, null)).toBeNull()
  })

  it('has an address with its name before the key, which stays', () => {
    expect(namedWallLink(URL_OF_WALL, wall())).toBe('http://127.0.0.1:7373/wall?wall=hall#key=abc')
    expect(namedWallLink(URL_OF_WALL, wall({ language: 'en' }))).toContain('wall=hall&lang=en#key')
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
    setTo('select', -1, 'lying-55')
    await flushPromises()
    setTo('input', -1, '6')
    await save()
    expect(mounted.station.of('walls/set')).toMatchObject([
      {
        id: null,
        name: '指挥中心',
        view: 'line',
        width: 1218,
        height: 685,
        distance: 6,
        categories: null,
      },
    ])
    expect(mounted.station.of('walls/set')).toMatchObject([
      { night: { from: '23:00', to: '07:00' }, still: false, voice: false },
    ])
    expect(document.querySelector('.el-dialog form')).toBeNull()
    mounted.page.unmount()
  })

  const edited = async (part: Partial<WallRead>) => {
    const mounted = await settings({}, withWalls(wall(part)))
    await mounted.page.get('[aria-label="修改大厅屏"]').trigger('click')
    await flushPromises()
    return mounted
  }
  const sized = { distance: 6, width: 1218, height: 685 }
  const press = async (words: string): Promise<void> => {
    const buttons = [...dialog().querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent?.includes(words))!.click()
    await flushPromises()
  }
  const typed = (): string[] =>
    [...dialog().querySelectorAll<HTMLInputElement>('.panel input')].map(({ value }) => value)

  it('draws panel and reader to scale, with the numbers of what is read', async () => {
    const mounted = await edited(sized)
    expect(dialog().querySelector('figure.reading')?.getAttribute('aria-label')).toContain('6米')
    expect(dialog().textContent).toContain('最小的字高38.5毫米，6米外看是22′')
    expect(dialog().textContent).toContain('最远可以放到8.4米')
    setTo('.panel input', 2, '')
    await flushPromises()
    expect(dialog().textContent).toContain('字放满屏，4米以内看得清')
    mounted.page.unmount()
  })

  it('refuses a reader who is too far away before it is saved, with the numbers', async () => {
    const mounted = await edited(sized)
    setTo('select', -1, 'lying-24')
    setTo('.panel input', 2, '12')
    await flushPromises()
    expect(dialog().querySelector('.fault')?.textContent?.trim()).toBe(
      '这块屏最小的字最大只能23.6毫米高，12米外要77毫米才看得清：最远3.6米',
    )
    await save()
    expect(mounted.station.of('walls/set')).toEqual([])
    await press('改回')
    expect(typed()).toEqual(['1218', '685', '6'])
    mounted.page.unmount()
  })

  it('brings back the size before the one that is saved', async () => {
    const mounted = await edited({ ...sized, before: { distance: 4, width: 1210 } })
    await press('改回1210毫米宽、最远4米')
    expect(typed()).toEqual(['1210', '', '4'])
    await save()
    expect(mounted.station.of('walls/set')).toMatchObject([
      { id: 'hall', width: 1210, height: null, distance: 4 },
    ])
    mounted.page.unmount()
  })

  it('takes over what a card on the panel has measured', async () => {
    const mounted = await edited(sized)
    const sign = {
      id: 'w1',
      lastSeen: NOW,
      size: '1920x1080@1',
      named: 'hall',
      sound: 'on',
    } as const
    await mounted.show({ walls: [{ ...sign, measured: { width: 1210, height: 681 } }] })
    expect(dialog().textContent).toContain('屏上量得1210 × 681毫米')
    await press('采用')
    expect(typed()).toEqual(['1210', '681', '6'])
    expect(dialog().textContent).toContain('已采用')
    mounted.page.unmount()
  })

  it('copies the address under which the panel is measured', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined)
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    const mounted = await edited(sized)
    await press('复制量屏地址')
    expect(writeText.mock.calls).toEqual([
      ['http://127.0.0.1:7373/wall?wall=hall&calibrate=1#key=abc'],
    ])
    vi.unstubAllGlobals()
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
