/**
 * The page 设置 and the person at the desk: first start, the site, the roster, the wall's address,
 * who is on duty.
 */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import {
  linesOf,
  nameless,
  rosterOf,
  vacant,
  rosterKey,
} from '#renderer/console/pages/site/roster.ts'
import SitePage from '#renderer/console/pages/site/SitePage.vue'
import { wallLink } from '#renderer/console/pages/site/wall-link.ts'
import type { Post, SiteRead } from '#shared/contract/site.ts'
import { localized } from '#shared/domain/text.ts'
import { board as anyBoard, incident } from '../sample-board.ts'
import { desk, no, press, read, yes, type Desk } from './desk.ts'

const post = (id: string, part: Partial<Post> = {}): Post => ({
  id,
  name: localized(`岗位${id}`, `Post ${id}`),
  kind: 'person',
  documents: [localized('燃气预案', 'Gas plans')],
  ...part,
})
const site = (part: Partial<SiteRead> = {}): SiteRead => ({
  name: localized('云雀湾', 'Lark Bay'),
  zone: 'Asia/Shanghai',
  kinds: ['gas-customer-service'],
  setUp: true,
  canChangeZone: true,
  kindsOffered: [
    { kind: 'mall', name: localized('商场', 'Mall'), plans: 4 },
    { kind: 'gas-customer-service', name: localized('燃气客服', 'Gas'), plans: 18 },
    { kind: 'hotel', name: localized('酒店', 'Hotel'), plans: 0 },
    { kind: 'all', name: localized('全部类型', 'All'), plans: 39 },
  ],
  loaded: {
    plans: 18,
    types: 31,
    documents: [
      {
        id: 'gas',
        title: localized('燃气预案', 'Gas plans'),
        plans: 18,
        levels: [localized('一级', 'Level 1'), localized('二级', 'Level 2')],
      },
    ],
  },
  posts: [post('agent'), post('head'), post('police', { kind: 'external' })],
  ...part,
})
const URL_OF_WALL = 'http://127.0.0.1:7373/wall#key=abc'

async function settings(
  part: Partial<SiteRead> = {},
  answers: Parameters<typeof desk>[2] = {},
  locale: 'zh-CN' | 'en' = 'zh-CN',
): Promise<Desk<unknown>> {
  const made = await desk(
    SitePage,
    {},
    {
      'site/read': () => yes<'site/read'>(site(part)),
      'roster/read': () =>
        yes<'roster/read'>({ posts: { agent: [{ person: '周敏', phone: '8001' }] } }),
      'report/list': () =>
        yes<'report/list'>({
          months: [],
          arranged: { hour: 2, copy: null },
          next: { month: '2026-11', dueAt: 0 },
          canCopy: true,
        }),
      'site/wall-link': () => yes<'site/wall-link'>({ url: URL_OF_WALL }),
      ...answers,
    },
    locale,
  )
  await made.show({})
  return made
}
const field = (page: VueWrapper, label: string) =>
  page
    .findAll('label.field-box')
    .find((one) => one.text().startsWith(label))!
    .get('input')
const kind = (page: VueWrapper, name: string) =>
  page
    .findAll('.kind')
    .find((one) => one.text().includes(name))!
    .get('input')
const button = (page: VueWrapper, name: string) =>
  page.findAll('button').find((one) => one.text() === name)!

beforeEach(() => {
  sessionStorage.clear()
  location.hash = ''
})

describe('first start', () => {
  it('says in three lines what a kind is for, offers the kinds with their plans, and can be left', async () => {
    const { page } = await settings({ setUp: false, kinds: ['all'] })
    expect(page.findAll('.first .says li')).toHaveLength(3)
    expect(page.findAll('.kind').map(read)).toEqual([
      expect.stringMatching(/商场.*4份预案/),
      expect.stringMatching(/燃气客服.*18份预案/),
      expect.stringMatching(/酒店.*还没有预案/),
      expect.stringMatching(/全部类型.*39份预案/),
    ])
    expect(page.get('a.boxed').attributes('href')).toBe('#/now')
    expect(button(page, '保存并装入预案').attributes('disabled')).toBeDefined()
  })

  it('needs a kind and nothing else: a name that nobody types is that of the kind', async () => {
    const { page, station } = await settings({ setUp: false, kinds: ['all'] })
    await kind(page, '燃气客服').setValue(true)
    expect(field(page, '名称').attributes('placeholder')).toBe('燃气客服')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(station.of('site/set-up')).toEqual([
      {
        name: localized('燃气客服', 'Gas'),
        kinds: ['gas-customer-service'],
        zone: 'Asia/Shanghai',
      },
    ])
  })

  it('afterwards says what was loaded, with the ways to the plans and back to work', async () => {
    let isSetUp = false
    const { page, show } = await settings(
      {},
      {
        'site/read': () => yes<'site/read'>(site({ setUp: isSetUp })),
        'site/set-up': () => {
          isSetUp = true
          return yes<'site/set-up'>({})
        },
      },
    )
    await kind(page, '燃气客服').setValue(true)
    await page.get('form').trigger('submit')
    await flushPromises()
    await show({ site: { ...anyBoard({}).site, setUp: true } })
    expect(read(page.get('.done'))).toContain('装入预案18份、事件类型31种、岗位3个。')
    expect(page.findAll('.done a').map((link) => link.attributes('href'))).toEqual([
      '#/plans',
      '#/now',
    ])
    expect(page.get('h2').text()).toBe('设置')
  })

  it('opens by itself once a console, unless an incident runs or a page was asked for', async () => {
    const fresh = { ...anyBoard({}).site, setUp: false }
    const answers = { 'site/read': () => yes<'site/read'>(site({ setUp: false })) }
    const first = await desk(App, { pages: PAGES }, answers)
    await first.show({ site: fresh })
    expect(location.hash).toBe('#/site')
    location.hash = '#/now'
    first.page.unmount()

    for (const [why, hash, incidents] of [
      ['shown before', '', []],
      ['asked for a page', '#/plans', []],
      ['something burns', '', [incident()]],
    ] as const) {
      if (why !== 'shown before') sessionStorage.clear()
      location.hash = hash
      const again = await desk(App, { pages: PAGES }, answers)
      await again.show({ site: fresh, incidents })
      expect(location.hash, why).toBe(hash)
      again.page.unmount()
    }
    location.hash = ''
    sessionStorage.clear()
    const known = await desk(App, { pages: PAGES })
    await known.show({})
    expect(location.hash).toBe('')
    known.page.unmount()
  })
})

describe('the site', () => {
  it('saves name, kinds and zone together; a refusal stands beside it and what was typed stays', async () => {
    const { page, station } = await settings(
      {},
      { 'site/set-up': () => no('site-kind-needed', '有进行中的事件正在执行商场火灾') },
    )
    expect(button(page, '保存').attributes('disabled')).toBeDefined()
    await field(page, '名称').setValue('江畔')
    await field(page, '英文名称').setValue('')
    await kind(page, '商场').setValue(true)
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(station.of('site/set-up')).toEqual([
      {
        name: localized('江畔', '江畔'),
        kinds: ['mall', 'gas-customer-service'],
        zone: 'Asia/Shanghai',
      },
    ])
    expect(read(page.get('[role=alert]'))).toContain('商场火灾')
    expect(field(page, '名称').element.value).toBe('江畔')
    await button(page, '撤销改动').trigger('click')
    expect(field(page, '名称').element.value).toBe('云雀湾')
  })

  it('“all” stands alone, and another kind takes its place', async () => {
    const { page, station } = await settings()
    await kind(page, '全部类型').setValue(true)
    expect(page.findAll('.kind.on').map((one) => one.get('b').text())).toEqual(['全部类型'])
    await kind(page, '商场').setValue(true)
    expect(page.findAll('.kind.on').map((one) => one.get('b').text())).toEqual(['商场'])
    await page.get('form').trigger('submit')
    expect(station.of('site/set-up')).toMatchObject([{ kinds: ['mall'] }])
  })

  it('the zone can be typed until incidents exist, and must be one; then it is shown with the reason', async () => {
    const { page } = await settings()
    await field(page, '时区').setValue('Mars/Olympus')
    expect(read(page)).toContain('没有这个时区')
    expect(button(page, '保存').attributes('disabled')).toBeDefined()
    const later = await settings({ canChangeZone: false })
    expect(later.page.findAll('datalist')).toHaveLength(0)
    expect(read(later.page)).toContain('已有事件按这个时区计入月份和假日，不能再改')
  })

  it('shows what was loaded, underlined where it lists something; a kind without plans says what to do', async () => {
    const { page } = await settings()
    expect(page.findAll('dl a').map((link) => [link.text(), link.attributes('href')])).toEqual([
      ['18', '#/plans'],
      ['31', '#/plans?by=type'],
      ['3', '#/site?at=roster'],
    ])
    expect(read(page.get('table'))).toMatch(/燃气预案 ?18 ?一级、二级/)
    const bare = await settings(
      { loaded: { plans: 0, types: 0, documents: [] }, posts: [] },
      {},
      'en',
    )
    expect(read(bare.page)).toContain('There is no plan for this kind of site yet')
    expect(read(bare.page)).toContain('Without plans there are no posts')
  })

  it('says why it cannot be read, and reads again', async () => {
    let broken = true
    const { page } = await settings(
      {},
      { 'site/read': () => (!broken ? yes<'site/read'>(site()) : no('internal', '程序出错')) },
    )
    expect(read(page.get('[role=alert]'))).toContain('程序出错')
    broken = false
    await button(page, '再读一次').trigger('click')
    await flushPromises()
    expect(page.find('.head').exists()).toBe(true)
  })
})

describe('the roster', () => {
  it('is edited under the posts of the plans and saved whole; posts that nobody holds are counted, outside units are not', async () => {
    const { page, station } = await settings()
    expect(read(page.get('.warn'))).toContain('1个岗位没有人')
    const [person, phone] = page
      .findAll('.post')
      .find((one) => one.text().includes('岗位head'))!
      .findAll('input')
    await person!.setValue(' 陈军 ')
    await phone!.setValue('8002')
    expect(page.find('.warn').exists()).toBe(false)
    await page.get('.roster').trigger('submit')
    await flushPromises()
    expect(station.of('roster/set')).toEqual([
      {
        posts: {
          agent: [{ person: '周敏', phone: '8001' }],
          head: [{ person: '陈军', phone: '8002' }],
        },
      },
    ])
    expect(read(page.get('.bar'))).toContain('已保存')
  })

  it('adds and removes people by keyboard: the focus goes along', async () => {
    const { page, station } = await settings()
    const agent = page.findAll('.post')[0]!
    await agent
      .findAll('button')
      .find((one) => one.text() === '加一人')!
      .trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(agent.findAll('.line input')[2]!.element)
    await agent.findAll('.line input')[2]!.setValue('李娜')
    await agent.get('button[aria-label="从岗位agent去掉周敏"]').trigger('click')
    await flushPromises()
    await page.get('.roster').trigger('submit')
    expect(station.of('roster/set')).toEqual([
      { posts: { agent: [{ person: '李娜', phone: '' }] } },
    ])
  })

  it('takes no number without a name, and is never emptied whole: then every alert would be passed over', async () => {
    const { page, station } = await settings()
    const [person, phone] = page.findAll('.post input')
    await person!.setValue('')
    expect(read(page.get('.bar'))).toContain('有电话没有姓名：岗位agent')
    await phone!.setValue('')
    expect(read(page.get('.bar'))).toContain('值班表不能全空')
    await page.get('.roster').trigger('submit')
    expect(station.of('roster/set')).toEqual([])
  })

  it('a row does not leave the list of empty posts while somebody types in it', async () => {
    const { page } = await settings()
    await page.get('.bar input[type=checkbox]').setValue(true)
    const row = page.findAll('.post')
    expect(row.map((one) => one.get('.name b').text())).toEqual(['岗位head'])
    await row[0]!.get('input').setValue('陈军')
    expect(page.findAll('.post')).toHaveLength(1)
  })

  it('keeps what is typed when it is changed elsewhere, and says so; untouched it follows', async () => {
    let held = { agent: [{ person: '周敏', phone: '8001' }] }
    const { page, show } = await settings(
      {},
      { 'roster/read': () => yes<'roster/read'>({ posts: held }) },
    )
    held = { agent: [{ person: '李娜', phone: '8003' }] }
    await show({})
    expect(
      page
        .findAll('.post input')
        .map((one) => (one.element as HTMLInputElement).value)
        .slice(0, 2),
    ).toEqual(['李娜', '8003'])
    await page.findAll('.post input')[2]!.setValue('陈军')
    held = { agent: [{ person: '王强', phone: '' }] }
    await show({})
    expect((page.findAll('.post input')[2]!.element as HTMLInputElement).value).toBe('陈军')
    expect(read(page.get('.bar'))).toContain('别处刚改过值班表')
  })

  it('counts as it is saved: empty posts are left out, and their order says nothing', () => {
    const posts = [post('a'), post('b', { kind: 'external' }), post('left', { documents: [] })]
    const lines = linesOf(posts, { a: [{ person: '周敏', phone: '1' }] })
    expect(rosterOf(lines)).toEqual({ a: [{ person: '周敏', phone: '1' }] })
    expect(vacant(linesOf(posts, null)).map(({ id }) => id)).toEqual(['a'])
    lines[1]!.lines[0]!.phone = '110'
    expect(nameless(lines).map(({ id }) => id)).toEqual(['b'])
    expect(rosterKey({ b: [], a: [] })).toBe(rosterKey(null))
    expect(rosterKey({ b: [{ person: '乙', phone: '' }], a: [{ person: '甲', phone: '' }] })).toBe(
      rosterKey({ a: [{ person: '甲', phone: '' }], b: [{ person: '乙', phone: '' }] }),
    )
  })
})

describe('the address of the wall', () => {
  it('holds what was chosen before its key; distance and width go together', () => {
    const usual = { english: false, light: false, privacy: false, distance: '', width: '' }
    expect(wallLink(URL_OF_WALL, usual)).toBe(URL_OF_WALL)
    expect(
      wallLink(URL_OF_WALL, {
        english: true,
        light: true,
        privacy: true,
        distance: '6.5',
        width: '1210',
      }),
    ).toBe('http://127.0.0.1:7373/wall?lang=en&theme=light&privacy=1&d=6.5&w=1210#key=abc')
    for (const [distance, width] of [
      ['6', ''],
      ['', '1210'],
      ['六', '1210'],
      ['-6', '1210'],
    ] as const)
      expect(wallLink(URL_OF_WALL, { ...usual, distance, width })).toBe(URL_OF_WALL)
  })

  it('is built from the form and copied; where the clipboard is closed it is marked and the keys are said', async () => {
    const { page } = await settings()
    const copied: string[] = []
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: {
        writeText: async (words: string) => {
          copied.push(words)
        },
      },
    })
    await page.get('input[name=wall-language][value=true]').setValue(true)
    await field(page, '最远观看距离').setValue('8')
    expect(read(page)).toContain('距离和宽度都填')
    await page.get('form.wall').trigger('submit')
    await flushPromises()
    expect(copied).toEqual(['http://127.0.0.1:7373/wall?lang=en#key=abc'])
    expect(read(page.get('.wall'))).toContain('已复制')
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: () => Promise.reject(new Error('denied')) },
    })
    await page.get('form.wall').trigger('submit')
    await flushPromises()
    expect(read(page.get('.wall'))).toContain('请按Ctrl+C')
    vi.unstubAllGlobals()
  })

  it('says so where nothing is served', async () => {
    const { page } = await settings(
      {},
      { 'site/wall-link': () => yes<'site/wall-link'>({ url: null }) },
      'en',
    )
    expect(read(page)).toContain('No wall can be opened now')
  })
})

describe('who is on duty', () => {
  const onDuty = {
    duty: [
      { role: localized('坐席', 'Agent'), people: ['云小丁', '雀小戊'] },
      { role: localized('主管', 'Head'), people: ['云小丁'] },
    ],
  }
  const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!

  async function opened(): Promise<Desk<unknown> & { person: () => string | null }> {
    let person: string | null = null
    const made = await desk(
      App,
      { pages: PAGES },
      {
        'desk/read': () => yes<'desk/read'>({ person }),
        'desk/sign-on': (input) => {
          person = input.person
          return yes<'desk/sign-on'>({})
        },
      },
    )
    await made.show(onDuty)
    await made.page.get('button.who').trigger('click')
    await flushPromises()
    return { ...made, person: () => person }
  }

  it('opens from the name in the top bar, lists everybody of the roster once, and signs on whom one chooses', async () => {
    const { page, station } = await opened()
    expect([...dialog().querySelectorAll('[data-row]')].map((row) => row.textContent)).toEqual([
      '云小丁坐席、主管',
      '雀小戊坐席',
    ])
    press('ArrowDown', { on: dialog().querySelector('input')! })
    expect(document.activeElement?.textContent).toContain('云小丁')
    press('ArrowDown', { on: document.activeElement! })
    ;(document.activeElement as HTMLElement).click()
    await flushPromises()
    expect(station.of('desk/sign-on')).toEqual([{ person: '雀小戊' }])
    expect(page.get('button.who').text()).toBe('雀小戊')
    expect(document.querySelector('.el-dialog')).toBeNull()
  })

  it('takes a name that is on no list, and can be ended', async () => {
    const { page, station } = await opened()
    const input = dialog().querySelector('input')!
    input.value = '周敏'
    input.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(dialog().querySelectorAll('[data-row]')).toHaveLength(0)
    dialog()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
    expect(page.get('button.who').text()).toBe('周敏')
    await page.get('button.who').trigger('click')
    await flushPromises()
    ;[...dialog().querySelectorAll('button')]
      .find((one) => one.textContent?.startsWith('不写姓名'))!
      .click()
    await flushPromises()
    expect(station.of('desk/sign-on')).toEqual([{ person: '周敏' }, { person: null }])
  })

  it('is read again with every whole board: a second page of the desk follows', async () => {
    let person: string | null = null
    const made = await desk(
      App,
      { pages: PAGES },
      { 'desk/read': () => yes<'desk/read'>({ person }) },
    )
    await made.show(onDuty)
    person = '湾小己'
    await made.show({ duty: [...onDuty.duty] })
    expect(made.page.get('button.who').text()).toBe('湾小己')
  })
})
