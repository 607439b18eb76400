/** The page 设置: first start, the site, and the address of the wall. */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import { wallLink } from '#renderer/console/pages/site/wall-link.ts'
import { localized } from '#shared/domain/text.ts'
import { board as anyBoard, incident } from '../board-parts.ts'
import { mountConsole, refused, read, accepted } from './desk.ts'
import { site, URL_OF_WALL, settings } from './site-kit.ts'

const field = (page: VueWrapper, label: string) =>
  page
    .findAll('label.field-box')
    .find((candidate) => candidate.text().startsWith(label))!
    .get('input')

const kind = (page: VueWrapper, name: string) =>
  page
    .findAll('.kind')
    .find((element) => element.text().includes(name))!
    .get('input')

const button = (page: VueWrapper, name: string) =>
  page.findAll('button').find((candidate) => candidate.text() === name)!

beforeEach(() => {
  sessionStorage.clear()
  location.hash = ''
})

it('has the focus at its head where nothing else has it, so that Tab goes on from there', async () => {
  const { page } = await settings()
  expect(document.activeElement).toBe(page.get('main h2').element)
  page.unmount()
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
    expect(button(page, '保存并载入预案').attributes('disabled')).toBeDefined()
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

  it('afterwards says what was loaded, with the way to the plans, and what is left to do', async () => {
    let isSetUp = false
    const { page, show } = await settings(
      {},
      {
        'site/read': () => accepted<'site/read'>(site({ setUp: isSetUp })),
        'site/set-up': () => {
          isSetUp = true
          return accepted<'site/set-up'>({})
        },
      },
    )
    await kind(page, '燃气客服').setValue(true)
    await page.get('form').trigger('submit')
    await flushPromises()
    await show({ site: { ...anyBoard({}).site, setUp: true } })
    expect(read(page.get('.path'))).toContain('载入预案18份、事件类型31种、岗位3个。')
    expect(page.get('.path [data-step=plans] a').attributes('href')).toBe('#/plans')
    expect(page.get('h2').text()).toBe('设置')
  })

  it('opens by itself once a console, unless an incident runs or a page was asked for', async () => {
    const fresh = { ...anyBoard({}).site, setUp: false }
    const answers = { 'site/read': () => accepted<'site/read'>(site({ setUp: false })) }
    const first = await mountConsole(App, { pages: PAGES }, answers)
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
      const again = await mountConsole(App, { pages: PAGES }, answers)
      await again.show({ site: fresh, incidents })
      expect(location.hash, why).toBe(hash)
      again.page.unmount()
    }
    location.hash = ''
    sessionStorage.clear()
    const known = await mountConsole(App, { pages: PAGES })
    await known.show({})
    expect(location.hash).toBe('')
    known.page.unmount()
  })
})

describe('the site', () => {
  it('saves name, kinds and zone together; a refusal stands beside it and what was typed stays', async () => {
    const { page, station } = await settings(
      {},
      { 'site/set-up': () => refused('site-kind-needed', '有进行中的事件正在执行商场火灾') },
    )
    expect(button(page, '保存单位').attributes('disabled')).toBeDefined()
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

  it('each part saves by a button that says what it saves', async () => {
    const { page } = await settings()
    const saves = page
      .findAll('.settings form [type=submit]')
      .map((submit) => submit.text())
      .filter((text) => text.startsWith('保存'))
    expect(saves).toContain('保存单位')
    expect(saves).toContain('保存核对周期')
    expect(new Set(saves).size).toBe(saves.length)
    expect(saves).not.toContain('保存')
  })

  it('“all” warns that the plans of every trade would be proposed', async () => {
    const { page } = await settings()
    expect(page.find('.kinds .all').exists()).toBe(false)
    await kind(page, '全部类型').setValue(true)
    expect(read(page.get('.kinds .all'))).toContain('容易选错')
    await kind(page, '商场').setValue(true)
    expect(page.find('.kinds .all').exists()).toBe(false)
  })

  it('“all” stands alone, and another kind takes its place', async () => {
    const { page, station } = await settings()
    await kind(page, '全部类型').setValue(true)
    expect(page.findAll('.kind.on').map((element) => element.get('b').text())).toEqual(['全部类型'])
    await kind(page, '商场').setValue(true)
    expect(page.findAll('.kind.on').map((element) => element.get('b').text())).toEqual(['商场'])
    await page.get('form').trigger('submit')
    expect(station.of('site/set-up')).toMatchObject([{ kinds: ['mall'] }])
  })

  it('the zone can be typed until incidents exist, and must be one; then it is shown with the reason', async () => {
    const { page } = await settings()
    await field(page, '时区').setValue('Mars/Olympus')
    expect(read(page)).toContain('没有这个时区')
    expect(button(page, '保存单位').attributes('disabled')).toBeDefined()
    const later = await settings({ canChangeZone: false })
    expect(later.page.findAll('datalist')).toHaveLength(0)
    expect(read(later.page)).toContain('已有事件按这个时区计入月份和假日，不能再改')
  })

  it('shows what was loaded, underlined where it lists something; a kind without plans says what to do', async () => {
    const { page } = await settings()
    expect(page.findAll('dl a').map((link) => [link.text(), link.attributes('href')])).toEqual([
      ['18', '#/plans'],
      ['31', '#/plans?by=type'],
      ['3', '#/site?at=posts'],
    ])
    expect(read(page.get('table'))).toMatch(/燃气预案 ?18 ?一级、二级/)
    const bare = await settings(
      { loaded: { plans: 0, types: 0, documents: [] }, posts: [] },
      {},
      'en',
    )
    expect(read(bare.page)).toContain('There are no plans for this kind of site yet')
    expect(read(bare.page)).toContain('There are no posts yet')
  })

  it('says why it cannot be read, and reads again', async () => {
    let broken = true
    const { page } = await settings(
      {},
      {
        'site/read': () =>
          !broken ? accepted<'site/read'>(site()) : refused('internal', '程序出错'),
      },
    )
    expect(read(page.get('[role=alert]'))).toContain('程序出错')
    broken = false
    await button(page, '重新读取').trigger('click')
    await flushPromises()
    expect(page.find('.head').exists()).toBe(true)
  })
})

describe('the address of the wall', () => {
  it('holds what was chosen before its key; distance and width go together', () => {
    const usual = {
      ...{ english: false, light: false, privacy: false, public: false },
      ...{ distance: '', width: '' },
    }
    expect(wallLink(URL_OF_WALL, usual)).toBe(URL_OF_WALL)
    expect(
      wallLink(URL_OF_WALL, {
        english: true,
        light: true,
        privacy: true,
        public: false,
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

  it('says with its numbers that a reader is too far away for the panel', async () => {
    const { page } = await settings()
    await field(page, '最远观看距离').setValue('12')
    await field(page, '屏幕宽度').setValue('531')
    expect(read(page)).toContain('12米外要77毫米才看得清：最远3.6米（按横屏16:9算）')
    await field(page, '最远观看距离').setValue('3')
    expect(read(page)).not.toContain('才看得清')
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

  it('of a public wall is another one, and says what such a wall hides', async () => {
    const { page } = await settings(
      {},
      {
        'site/wall-link': (input) =>
          accepted<'site/wall-link'>({
            url: input.public ? 'http://127.0.0.1:7373/wall#key=hall' : URL_OF_WALL,
            renewed: null,
          }),
      },
    )
    const address = (): string => page.get<HTMLInputElement>('.address').element.value
    expect(address()).toBe(URL_OF_WALL)
    await page.get('[data-choice=public]').setValue(true)
    await flushPromises()
    expect(address()).toBe('http://127.0.0.1:7373/wall#key=hall')
    expect(read(page.get('.wall'))).toContain('结案前完全不显示')
    expect(page.find('[data-choice=privacy]').exists()).toBe(false)
  })

  it('says so where nothing is served', async () => {
    const { page } = await settings(
      {},
      { 'site/wall-link': () => accepted<'site/wall-link'>({ url: null, renewed: null }) },
      'en',
    )
    expect(read(page)).toContain('No wall can be opened at the moment')
  })
})
