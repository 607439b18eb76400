/**
 * The pages of HQ: signing in, the live board and what it says when it is not live, the month with
 * those who are missing, a site, handing down, people.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOTHING } from '#shared/domain/statistics/tally.ts'
import { localized } from '#shared/domain/text.ts'
import { patched } from '#renderer/hq/group-board.ts'
import { countsOf, LEVEL_KEYS, monthMoved } from '#renderer/hq/month-counts.ts'
import { placeOf } from '#renderer/hq/place.ts'
import { ageOf } from '#renderer/hq/site-standing.ts'
import { frame, incident, NOW, openHqPages, site, ZHAO } from './hq-desk.ts'

beforeEach(() => {
  location.hash = ''
})
const OUT = { outOfTouch: true }
const FORK = { seq: 12, held: 'a', came: 'b', firstAt: NOW, lastAt: NOW, decided: null }

describe('signing in', () => {
  const nobody = { 'me/read': () => ({ refused: 'not-signed-in' }) }

  it('says what to do where nobody has an account yet', async () => {
    const { page } = await openHqPages(nobody)
    expect(page.find('code').text()).toBe('npm run hq -- person --person 姓名')
    expect(page.find('nav').exists()).toBe(false)
  })

  it('says what is wrong, empties the password, and lets in who is right', async () => {
    const { page, asked } = await openHqPages({
      ...nobody,
      'sign-in': ({ password }: { password: string }) =>
        password === 'right' ? ZHAO : { refused: 'wrong-password' },
    })
    const [name, password] = page.findAll('input')
    await name!.setValue(' 赵敏 ')
    await password!.setValue('wrong')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(page.find('[role=alert]').text()).toBe('姓名或密码不对。')
    expect(password!.element.value).toBe('')
    await password!.setValue('right')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(asked.at(-1)).toEqual({ name: 'sign-in', input: { name: '赵敏', password: 'right' } })
    expect(page.find('.who').text()).toContain('赵敏')
  })

  it('leads back there as soon as HQ knows the session no longer', async () => {
    const { page, go } = await openHqPages({
      'orders/read': () => ({ refused: 'not-signed-in' }),
    })
    await go('#/orders')
    expect(page.find('code').exists()).toBe(true)
  })

  it('offers the people to administrators alone', async () => {
    const viewer = await openHqPages({ 'me/read': () => ({ ...ZHAO, role: 'viewer' }) })
    expect(viewer.page.find('nav').text()).not.toContain('人员')
  })
})

describe('the board', () => {
  it('shows incidents in the order of HQ, with level, place, site, who must act, and counts', async () => {
    const { page, send } = await openHqPages()
    const late = incident('1', 'i1').matter
    await send(
      frame(
        [site('1'), site('2')],
        [
          incident('1', 'i1', { matter: late && { ...late, standing: 'late', at: NOW - 61_000 } }),
          incident('2', 'i2', { level: null, hurt: true }),
        ],
      ),
    )
    const rows = page.findAll('[data-incident]')
    expect(rows.map((row) => row.attributes('data-incident'))).toEqual(['i1', 'i2'])
    expect(rows[0]!.find('[data-level="2"]').exists()).toBe(true)
    for (const words of ['二级', '地下车库', '1号楼', '华东', '疏散', '带班领导'])
      expect(rows[0]!.text()).toContain(words)
    expect(rows[0]!.find('.figure').attributes('data-standing')).toBe('late')
    expect(rows[0]!.find('.figure').text()).toMatch(/^\+01:0\d$/)
    expect(rows[1]!.find('.figure').text()).toMatch(/^0[45]:\d\d$/)
    expect(rows[1]!.text()).toContain('有人伤亡或受困')
    expect(page.find('section .late').text()).toBe('超时1起')
  })

  it('says how each site stands, its position and age; hatched when out of touch', async () => {
    const { page, send } = await openHqPages()
    const heard = { ...site('1').heard!, at: NOW - 3 * 60_000 }
    await send(
      frame([
        site('1', { fork: FORK }),
        site('2', { ...OUT, heard }),
        site('3', { stuck: true }),
        site('4', { heard: { ...heard, waiting: 7 } }),
        site('5'),
        site('6', { ...OUT, heard: null, head: { epoch: 1, seq: 0, hash: '0' } }),
      ]),
    )
    const words = page.findAll('[data-site]').map((row) => row.text().replace(/\s+/g, ' '))
    expect(words[0]).toContain('分叉')
    expect(words[1]).toMatch(/失联.*第40号.*3分钟前/)
    expect(words[2]).toContain('不能折算')
    expect(words[3]).toMatch(/待上交 ?7条/)
    expect(words[4]).toMatch(/正常.*[45]秒前/)
    expect(words[5]).toMatch(/失联.*未上交过.*还没有消息/)
    expect(page.findAll('[data-site].hatched').map((row) => row.attributes('data-site'))).toEqual([
      '2',
      '6',
    ])
    expect(page.find('.sites header').text()).toContain('5个要处理')
  })

  it('counts nothing of a site that is out of touch', async () => {
    const { page, send } = await openHqPages()
    await send(frame([site('1', OUT)], [incident('1', 'i1')]))
    expect(page.find('[data-incident]').classes()).toContain('hatched')
    expect(page.find('.figure').text()).toBe('12:05')
  })

  it('takes what has changed into what is there', async () => {
    const { page, send } = await openHqPages()
    await send(frame([site('1'), site('2')]))
    await send({ ...frame([site('2', { stuck: true })]), order: null })
    const rows = page.findAll('[data-site]')
    expect(rows.map((row) => row.attributes('data-standing'))).toEqual(['well', 'stuck'])
    await send({ ...frame([]), order: { sites: ['2'], incidents: [] } })
    expect(page.findAll('[data-site]')).toHaveLength(1)
  })

  it('says itself that it is not live, and stands still', async () => {
    const { page, send, cut } = await openHqPages()
    await send(frame([site('1')], [incident('1', 'i1')]))
    expect(page.find('.banner').exists()).toBe(false)
    await cut()
    expect(page.find('.banner').text()).toMatch(/^重连中：画面停在\d\d:\d\d:\d\d，不再计时$/)
    expect(page.find('.figure').text()).toBe('12:05')
    await send(frame([site('1')], [incident('1', 'i1')]))
    expect(page.find('.banner').exists()).toBe(false)
  })

  it('says on every page that there is one copy only', async () => {
    const { page, send, go } = await openHqPages({ 'orders/read': () => [] })
    await send(frame([site('1')], [], { copies: 1 }))
    await go('#/orders')
    expect(page.find('.copies').text()).toContain('只有一份')
    await send(frame([site('1')], [], { copies: 2 }))
    expect(page.find('.copies').exists()).toBe(false)
  })

  it('says what to do where no site is paired, and never that all is calm while some are silent', async () => {
    const { page, send } = await openHqPages()
    await send(frame([]))
    expect(page.text()).toContain('还没有单位与总部配对')
    await send(frame([site('1', OUT)]))
    expect(page.text()).toContain('有单位失联，那里的情况以现场为准')
  })
})

describe('the month', () => {
  const tally = { ...NOTHING, incidents: 3, byLegalCategory: { accidentDisaster: 2, '': 1 } }
  const month = {
    ...{ month: '2026-11', sum: { ...tally, open: [NOW - 1] } },
    parts: [
      {
        ...{ site: '1', name: localized('1号楼', 'Building 1'), region: '华东', tally },
        ...{ position: { epoch: 2, seq: 40, hash: 'a' }, asOf: NOW },
      },
    ],
    missing: [
      {
        ...{ site: '2', name: localized('2号楼', 'Building 2'), region: '华东' },
        ...{ why: 'not-to-end' as const, asOf: NOW },
      },
    ],
  }

  it('sums, names who is missing and why, and says up to which entry each was counted', async () => {
    const { page, asked, send, go } = await openHqPages({ 'month/read': () => month })
    await send(frame([site('1'), site('2', { region: '西南' })]))
    await go('#/month')
    expect(asked.at(-1)).toEqual({ name: 'month/read', input: { month: '2026-11' } })
    expect(page.find('[data-figure=incidents]').text()).toBe('事件3')
    expect(page.find('[data-figure=late]').text()).toBe('超时1')
    expect(page.find('h2').text()).toBe('1个单位合计，1个未报')
    expect(page.find('figure').text().replace(/\s+/g, '')).toContain('事故灾难2')
    expect(page.find('figure').text().replace(/\s+/g, '')).toContain('未归类1')
    expect(page.find('.missing').text()).toMatch(/2号楼.*没有交到期末.*收齐至/s)
    expect(page.find('tbody').text()).toMatch(/第40号.*第2代/s)
    await page.find('select').setValue('西南')
    await flushPromises()
    expect(asked.at(-1)?.input).toEqual({ month: '2026-11', sites: ['2'] })
    await page.find('button[aria-label=上个月]').trigger('click')
    await flushPromises()
    expect(asked.at(-1)?.input).toMatchObject({ month: '2026-10' })
  })
})

describe('a site', () => {
  it('says what is the matter, and shows its incidents', async () => {
    const forked = site('1', { fork: FORK })
    const { page, send, go } = await openHqPages({
      'site/read': () => ({ site: forked, differences: [], incidents: [] }),
    })
    await send(frame([forked, site('2')], [incident('1', 'i1'), incident('2', 'i2')]))
    await go('#/site/1')
    expect(page.find('h1').text()).toBe('1号楼')
    expect(page.find('.standing').text()).toMatch(/^分叉/)
    const around = page.find('main').text().replace(/\s/g, '')
    expect(around.split('1号楼')).toHaveLength(3) // in its title and in the row of its incident
    expect(page.text()).toContain('第12号起，单位交来的记录与总部已有的不同')
    expect(page.findAll('[data-incident]')).toHaveLength(1)
  })
})

describe('orders', () => {
  const order = {
    ...{ id: '1', kind: 'order' as const, title: '防汛', at: NOW, by: '赵敏' },
    withdrawals: [],
    sites: [{ site: '1', state: 'declined' as const, withdrawn: false }],
  }

  it('hands words down to the chosen sites, and says how each stands', async () => {
    const { page, asked, send, go } = await openHqPages({
      'orders/read': () => [order],
      'order/hand-down': () => ({ id: '2' }),
    })
    await send(frame([site('1'), site('2')]))
    await go('#/orders')
    expect(page.find('article').text()).toMatch(/防汛.*1号楼.*已谢绝/s)
    const button = page.find('form .strong')
    expect(button.attributes('disabled')).toBeDefined()
    await page.find('input[maxlength="200"]').setValue('加强巡查')
    await page.find('textarea').setValue('今晚有大风')
    await page.findAll('input[type=checkbox]')[1]!.setValue(true)
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(asked).toContainEqual({
      name: 'order/hand-down',
      input: { kind: 'order', title: '加强巡查', body: '今晚有大风', sites: ['2'] },
    })
    expect(page.find('form [role=status]').text()).toContain('已下发')
  })

  it('chooses sites by region and by words, and keeps what is chosen already', async () => {
    const { page, asked, send, go } = await openHqPages({
      'orders/read': () => [],
      'order/hand-down': () => ({ id: '2' }),
    })
    const there = Array.from({ length: 70 }, (_, index) =>
      site(`${index}`, { region: index < 65 ? '华东' : '西南' }),
    )
    await send(frame(there))
    await go('#/orders')
    const boxes = () => page.findAll('input[type=checkbox]').length
    const press = (words: string) =>
      page
        .findAll('button')
        .find((button) => button.text().startsWith(words))!
        .trigger('click')
    expect(boxes()).toBe(60)
    expect(page.text()).toContain('还有10个没有列出')
    await page.find('select').setValue('西南')
    expect(boxes()).toBe(5)
    await press('选中下面5个')
    await page.find('select').setValue('')
    await page.find('input[type=search]').setValue('7号')
    await press('选中下面')
    expect(page.text()).toContain('已选11个单位')
    await page.find('input[type=search]').setValue('没有的')
    expect(page.text()).toContain('没有这样的单位')
    await page.find('input[maxlength="200"]').setValue('防汛')
    await page.find('textarea').setValue('今晚有大风')
    expect(page.find('form .strong').text()).toBe('下发给11个单位')
    await page.find('form').trigger('submit')
    await flushPromises()
    const sent = asked.find(({ name }) => name === 'order/hand-down')
    const { sites } = sent?.input as { sites: string[] }
    expect(sites.toSorted()).toEqual(
      ['7', '17', '27', '37', '47', '57', '65', '66', '67', '68', '69'].toSorted(),
    )
  })

  it('hands a calendar down once its days are days of its year', async () => {
    const { page, asked, send, go } = await openHqPages({
      'orders/read': () => [],
      'order/hand-down': () => ({ id: '2' }),
    })
    await send(frame([site('1')]))
    await go('#/orders')
    await page.find('input[value=calendar]').setValue(true)
    const [title, year, source] = page.findAll('input.in:not([type=search])')
    await title!.setValue('2027年放假')
    await year!.setValue('2027')
    await source!.setValue('国办发明电')
    await page.findAll('textarea')[0]!.setValue('2027-01-01 2026-12-31')
    await page.find('input[type=checkbox]').setValue(true)
    expect(page.find('form [role=alert]').text()).toContain('2026-12-31')
    expect(page.find('form .strong').attributes('disabled')).toBeDefined()
    await page.findAll('textarea')[0]!.setValue('2027-01-01')
    await page.find('form').trigger('submit')
    await flushPromises()
    const body = JSON.stringify({
      ...{ year: '2027', holidays: ['2027-01-01'], workdays: [], source: '国办发明电' },
    })
    expect(asked).toContainEqual({
      name: 'order/hand-down',
      input: { kind: 'calendar', title: '2027年放假', body, sites: ['1'] },
    })
  })

  it('offers no form to who may only look', async () => {
    const { page, go } = await openHqPages({
      'me/read': () => ({ ...ZHAO, role: 'viewer' }),
      'orders/read': () => [],
    })
    await go('#/orders')
    expect(page.find('form').exists()).toBe(false)
    expect(page.text()).toContain('只能查看')
  })
})

describe('people', () => {
  const rows = [{ ...ZHAO, madeAt: NOW, madeBy: 'vigil-hq person', endedAt: null }]

  it('appoints by regions, and dismisses at the second click', async () => {
    const { page, asked, go } = await openHqPages({
      'people/read': () => rows,
      'people/appoint': () => ({}),
      'people/dismiss': () => ({ refused: 'last-administrator' }),
    })
    await go('#/people')
    expect(page.find('tbody').text()).toMatch(/，总部机器/)
    const [name, regions, password] = page.findAll('form input')
    await name!.setValue('孙立')
    await regions!.setValue('华东、 西南')
    await password!.setValue('a long password')
    await page.find('form').trigger('submit')
    await flushPromises()
    expect(asked).toContainEqual({
      name: 'people/appoint',
      input: {
        ...{ name: '孙立', role: 'viewer', regions: ['华东', '西南'] },
        password: 'a long password',
      },
    })
    await page.find('td button').trigger('click')
    expect(asked.some((request) => request.name === 'people/dismiss')).toBe(false)
    await page.find('td button').trigger('click')
    await flushPromises()
    expect(page.find('[role=alert]').text()).toContain('最后一位全区域管理员')
  })
})

describe('in English', () => {
  it('says the same', async () => {
    const { page, send } = await openHqPages({}, 'en')
    await send(frame([site('1', OUT)], [incident('1', 'i1')], { copies: 1 }))
    for (const words of ['One copy only', 'Out of touch', 'Level II', 'Duty leader'])
      expect(page.text()).toContain(words)
  })
})

describe('small rules', () => {
  it('a frame without order keeps the order, one with it drops what is not named', () => {
    const rows = new Map([
      ['a', { id: 'a', n: 1 }],
      ['b', { id: 'b', n: 1 }],
    ])
    const key = ({ id }: { id: string }): string => id
    expect([...patched(rows, null, [{ id: 'a', n: 2 }], key).values()]).toEqual([
      { id: 'a', n: 2 },
      { id: 'b', n: 1 },
    ])
    expect([...patched(rows, ['b', 'c'], [{ id: 'c', n: 1 }], key).keys()]).toEqual(['b', 'c'])
  })
  it('counts under unknown keys are shown as none', () => {
    expect(countsOf(LEVEL_KEYS, { 1: 2, 9: 1, none: 3 }).map(({ count }) => count)).toEqual([
      2, 0, 0, 0, 4,
    ])
  })
  it('months over the end of a year', () => {
    expect([monthMoved('2026-12', 1), monthMoved('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  })
  it('ages in the largest unit that fits, never negative', () => {
    expect([-5, 59_999, 60_000, 3_600_000, 90_000_000].map(ageOf)).toEqual([
      { word: 'age.seconds', count: 0 },
      { word: 'age.seconds', count: 59 },
      { word: 'age.minutes', count: 1 },
      { word: 'age.hours', count: 1 },
      { word: 'age.days', count: 1 },
    ])
  })
  it('an address that nobody knows is the board', () => {
    expect(placeOf('#/nonsense').page).toBe('board')
    expect(placeOf('#/site/%E0%A4%A/x')).toMatchObject({ page: 'site', site: '', incident: 'x' })
  })
})
