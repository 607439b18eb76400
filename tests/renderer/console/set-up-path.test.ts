/**
 * The way through the first set-up on the page 设置, and what the calm page says is still missing:
 * each leads to where it is put right, and nothing is said when nothing is missing.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import App from '#renderer/console/app/App.vue'
import { PAGES } from '#renderer/console/page-table.ts'
import type { SiteRead } from '#shared/contract/site.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, NOW } from '../board-parts.ts'
import { accepted, mountConsole, read } from './desk.ts'
import { registerStation } from './register-kit.ts'
import { ARRANGED, settings, site } from './site-kit.ts'

const named = (...names: string[]) =>
  names.map((name) => ({ id: name, name: localized(name, name) }))
const LACKING: SiteRead['missing'] = {
  posts: named('值班员', '值班领导', '保安', '主管'),
  phones: named('坐席'),
  units: named('物业'),
}
const WALL = { id: 'w', lastSeen: NOW, sound: 'on', size: '1920×1080' } as const

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
  location.hash = ''
})

describe('the path through the set-up', () => {
  const rows = (page: Awaited<ReturnType<typeof settings>>['page']) =>
    page
      .findAll('.path li')
      .map((row) => [
        row.attributes('data-step'),
        row.attributes('data-done') === 'true',
        row.attributes('aria-current') === 'step',
      ])

  it('says step by step what is done and what is missing, and leads there; the first open step is the next', async () => {
    const { page } = await settings({ missing: LACKING })
    expect(rows(page)).toEqual([
      ['kind', true, false],
      ['plans', true, false],
      ['posts', false, true],
      ['duty', false, false],
      ['units', false, false],
      ['places', true, false],
      ['wall', false, false],
      ['trial', false, false],
    ])
    expect(read(page.get('.path h3'))).toBe('开始使用还差5步')
    expect(read(page.get('[data-step=kind]'))).toContain('燃气客服')
    expect(read(page.get('[data-step=posts]'))).toContain(
      '要紧岗位没有人：值班员、值班领导、保安等4个；没有电话：坐席',
    )
    expect(read(page.get('[data-step=units]'))).toContain('没有号码：物业')
    expect(page.findAll('.path li a').map((link) => link.attributes('href'))).toEqual([
      '#/site?at=form',
      '#/plans',
      '#/site?at=people',
      '#/site?at=duty',
      '#/site?at=contacts',
      '#/site?at=places',
      '#/site?at=wall',
    ])
  })

  it('lets any step be put off and taken up again, also after the page was left', async () => {
    const first = await settings({ missing: LACKING })
    await first.page.get('[data-step=posts] button').trigger('click')
    expect(rows(first.page)[3]).toEqual(['duty', false, true])
    expect(read(first.page.get('[data-step=posts]'))).toContain('已跳过')
    first.page.unmount()
    const { page } = await settings({ missing: LACKING })
    expect(read(page.get('.path h3'))).toContain('还差4步')
    await page.get('[data-step=posts] button').trigger('click')
    expect(read(page.get('.path h3'))).toContain('还差5步')
  })

  it('says which shifts of the coming days are short, and under each part what comes next', async () => {
    const gaps = [
      // of yesterday evening until this morning: over
      { date: '2026-11-23', shiftId: 'night', postId: 'guard', lacking: 1 },
      { date: '2026-11-26', shiftId: 'night', postId: 'guard', lacking: 1 },
      { date: '2026-11-26', shiftId: 'night', postId: null, lacking: 1 },
      { date: '2026-11-28', shiftId: 'day', postId: 'guard', lacking: 1 },
    ]
    const { page } = await settings({ missing: LACKING }, registerStation({ gaps }).answers)
    expect(read(page.get('[data-step=duty]'))).toContain('七天内缺人：11月26日夜班、11月28日白班')
    expect(page.findAll('.next-step a').map((link) => link.text())).toEqual([
      '下一步：班次与排班',
      '下一步：外部号码',
      '下一步：大屏',
      '下一步：大屏',
    ])
  })

  it('is gone once everything is done or put off', async () => {
    const { answers } = registerStation()
    const ready = await settings({ canChangeZone: false }, answers)
    expect(read(ready.page.get('.path h3'))).toContain('还差1步')
    await ready.show({ walls: [WALL] })
    expect(ready.page.find('.path').exists()).toBe(false)
    ready.page.unmount()
    const { page } = await settings({ canChangeZone: false }, answers)
    await page.get('[data-step=wall] button').trigger('click')
    expect(page.find('.path').exists()).toBe(false)
  })

  it('takes no harm from what somebody else has left in the storage', async () => {
    localStorage.setItem('vigil.set-up-skipped', '{"posts":1')
    const { page } = await settings({ missing: LACKING })
    expect(rows(page)).toHaveLength(8)
  })

  it('begins a trial in the intake: a drill with words in it, unless somebody has typed some', async () => {
    location.hash = '#/site'
    const { page, show } = await mountConsole(
      App,
      { pages: PAGES },
      { ...ARRANGED, 'site/read': () => accepted<'site/read'>(site({ missing: LACKING })) },
    )
    await show({})
    await flushPromises()
    const words = page.get<HTMLInputElement>('.narrative input')
    await page.get('[data-step=trial] button').trigger('click')
    await flushPromises()
    expect(words.element.value).toBe('演练：一楼大厅冒烟')
    expect(page.get('.intake').attributes('data-drill')).toBe('true')
    expect(document.activeElement).toBe(words.element)
    words.element.value = '三楼漏水'
    words.element.dispatchEvent(new Event('input'))
    await page.get('[data-step=trial] button').trigger('click')
    await flushPromises()
    expect(words.element.value).toBe('三楼漏水')
    page.unmount()
  })
})

describe('the calm page', () => {
  const calm = async (
    part: Partial<SiteRead>,
    walls: readonly (typeof WALL)[] = [WALL],
    locale: 'zh-CN' | 'en' = 'zh-CN',
  ) => {
    location.hash = '#/now'
    const { page, show } = await mountConsole(
      App,
      { pages: PAGES },
      {
        'site/read': () => accepted<'site/read'>(site(part)),
        'desk/code': () => accepted<'desk/code'>({ set: true, until: null }),
        'backup/read': () => accepted<'backup/read'>({ offered: false } as never),
      },
      locale,
    )
    await show({ walls })
    return page
  }

  it('says what is missing, each with the way to where it is put right', async () => {
    const page = await calm({ missing: LACKING }, [])
    expect(
      page.findAll('.missing a').map((link) => [link.text(), link.attributes('href')]),
    ).toEqual([
      ['要紧岗位没有人：值班员、值班领导、保安等4个', '#/site?at=posts'],
      ['岗位没有电话：坐席', '#/site?at=people'],
      ['外部号码未登记：物业', '#/site?at=contacts'],
      ['没有大屏连上', '#/site?at=wall'],
    ])
    page.unmount()
  })

  it('names the shifts of the coming days that are short', async () => {
    location.hash = '#/now'
    const gaps = [{ date: '2026-11-26', shiftId: 'night', postId: 'guard', lacking: 1 }]
    const { page, show } = await mountConsole(
      App,
      { pages: PAGES },
      { 'site/read': () => accepted<'site/read'>(site({})), ...registerStation({ gaps }).answers },
    )
    await show({ walls: [WALL] })
    expect(read(page.get('.missing'))).toContain('七天内排班缺人：11月26日夜班')
    page.unmount()
  })

  it.each([true, false])(
    'names the empty register of places once it is set up: %s',
    async (setUp) => {
      location.hash = '#/now'
      const { page, show } = await mountConsole(
        App,
        { pages: PAGES },
        {
          'site/read': () => accepted<'site/read'>(site({ setUp })),
          'site/places-read': () => accepted<'site/places-read'>({ places: [] }),
        },
      )
      await show({ walls: [WALL] })
      const hrefs = page.findAll('.missing a').map((link) => link.attributes('href'))
      expect(hrefs.includes('#/site?at=places')).toBe(setUp)
      page.unmount()
    },
  )

  it('says nothing when nothing is missing', async () => {
    const page = await calm({})
    expect(page.find('.missing').exists()).toBe(false)
    page.unmount()
  })

  it('asks only for the kind of site as long as that is not known: the posts of all kinds are nobody’s', async () => {
    const page = await calm({ setUp: false, missing: LACKING })
    expect(page.findAll('.missing a').map((link) => link.text())).toEqual(['未选单位类型'])
    page.unmount()
  })

  it('reads in English, and is read again when the roster changes', async () => {
    let lacks = LACKING
    location.hash = '#/now'
    const { page, show } = await mountConsole(
      App,
      { pages: PAGES },
      { 'site/read': () => accepted<'site/read'>(site({ missing: lacks })) },
      'en',
    )
    await show({ walls: [WALL] })
    expect(read(page.get('.missing'))).toContain('No phone is on file for: 坐席')
    lacks = { ...LACKING, phones: [] }
    await show({ walls: [WALL] })
    await flushPromises()
    expect(read(page.get('.missing'))).not.toContain('No phone')
    page.unmount()
  })

  it('shows none of it beside an incident', async () => {
    const { page, show } = await mountConsole(
      App,
      { pages: PAGES },
      { 'site/read': () => accepted<'site/read'>(site({ missing: LACKING })) },
    )
    await show({ incidents: [incident()] })
    expect(page.find('.missing').exists()).toBe(false)
    page.unmount()
  })
})
