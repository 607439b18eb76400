/**
 * The page of the shift handover: two signatures by Enter, never one for the other; troubles, the
 * alarm tone, and the handovers of before.
 */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { HandoverRead } from '#shared/contract/handover.ts'
import type { HandoverPage as Page } from '#shared/domain/handover-sheet/page.ts'
import { localized } from '#shared/domain/text.ts'
import { provideTestTone } from '#renderer/console/base/test-tone.ts'
import HandoverPage from '#renderer/console/pages/handover/HandoverPage.vue'
import HandoverLine from '#renderer/console/pages/now/HandoverLine.vue'
import { MINUTE, NOW } from '../board-parts.ts'
import { accepted, mountConsole, painted, read, refused } from './desk.ts'

const PAGE: Page = {
  at: NOW,
  position: 1,
  incidents: [
    {
      id: 'i1',
      place: '三楼厨房',
      kind: localized('火情', 'Fire'),
      state: 'responding',
      level: 3,
      levelName: null,
      warning: null,
      drill: false,
      receivedAt: NOW - 10 * MINUTE,
      commander: '赵磊',
      open: 5,
      lifeSafety: 2,
      next: {
        title: localized('疏散', 'Evacuate'),
        note: localized('没人办', 'Nobody on it'),
        role: localized('疏散组', 'Evacuation'),
        people: ['王芳'],
        at: NOW + MINUTE,
      },
      provisional: [localized('火灾', 'Fire')],
      assumed: [localized('有没有人被困', 'Anybody trapped')],
    },
  ],
  left: 0,
  closed: 1,
  acknowledged: [],
  shelved: [],
  faults: [],
  keeping: [],
  missing: [{ part: 'units', names: [localized('供电单位', 'Power company')] }],
  duty: { now: [], until: null, next: [], nextAt: null },
  notes: [{ id: 'n1', words: '二号门卡死', at: NOW, by: '周敏' }],
  heard: null,
}
const READ: HandoverRead = {
  page: PAGE,
  pending: null,
  last: null,
  suggested: { gives: '周敏', takes: '李强' },
  selfTest: null,
}
const PENDING = { id: 'h1', gives: '周敏', at: NOW, by: '周敏' }
const LAST = { ...PENDING, takes: '李强', takenAt: NOW + MINUTE, takenBy: '李强' }

beforeEach(() => {
  location.hash = '#/handover'
})

/** A station that goes on from what is signed there. */
async function opened(first: Partial<HandoverRead> = {}) {
  let now: HandoverRead = { ...READ, ...first }
  const played: string[] = []
  const frame = defineComponent({
    setup() {
      provideTestTone(() => void played.push('tone'))
      return () => h(HandoverPage)
    },
  })
  const mounted = await mountConsole(
    frame,
    {},
    {
      'handover/read': () => accepted<'handover/read'>(now),
      'handover/give': () => {
        now = { ...now, pending: PENDING }
        return accepted<'handover/give'>({ handoverId: 'h1' })
      },
      'handover/take': () => {
        now = { ...now, pending: null, last: LAST }
        return accepted<'handover/take'>({})
      },
      'handover/note': () => accepted<'handover/note'>({ noteId: 'n2' }),
    },
  )
  await mounted.show({ incidents: [] })
  return { ...mounted, played }
}
const form = (page: VueWrapper, role: 'gives' | 'takes') => page.get(`[data-sign=${role}]`)
const focused = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-sign]')?.dataset['sign']
/** Enter on the form, so long after the last change (ms) as a person may have taken. */
async function sign(page: VueWrapper, role: 'gives' | 'takes', later = 2_000): Promise<void> {
  const event = new Event('submit', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: performance.now() + later })
  form(page, role).element.dispatchEvent(event)
  await flushPromises()
  await painted()
}

it('shows what runs, what is next, and what nobody has confirmed', async () => {
  const { page } = await opened()
  const words = read(page)
  expect(words).toMatch(
    /三楼厨房 火情.*响应中 三级.*赵磊.*5项，其中保命2项.*疏散（没人办）.*疏散组 王芳.*火灾先行启动，未确认；有没有人被困（没人答，先按推定）/,
  )
  expect(words).toContain('已结案、待归档1起')
  expect(words).toMatch(/外部号码未登记.*供电单位/)
})

describe('the signatures', () => {
  it('are one Enter each: the focus goes from one to the other', async () => {
    const { page, station } = await opened()
    expect([focused(), document.activeElement?.tagName]).toEqual(['gives', 'BUTTON'])
    await sign(page, 'gives')
    expect(station.of('handover/give')).toEqual([{ gives: '周敏', replaces: null }])
    expect(focused()).toBe('takes')
    await sign(page, 'takes')
    expect(station.of('handover/take')).toEqual([{ handoverId: 'h1', takes: '李强' }])
    expect(read(page)).toContain('交接完成：周敏交，李强接')
    expect(document.activeElement?.textContent).toContain('交接完成') // Enter signs no more
  })

  it('are not given for the other by an Enter too many', async () => {
    const { page, station } = await opened()
    await sign(page, 'gives')
    await sign(page, 'takes', 0)
    expect(station.of('handover/take')).toEqual([])
    expect(read(page)).toContain('画面刚变，请再按')
    await sign(page, 'takes')
    expect(station.of('handover/take')).toHaveLength(1)
  })

  it('begin at the name where nobody knows it', async () => {
    const { page, station } = await opened({ suggested: { gives: null, takes: null } })
    expect([focused(), document.activeElement?.tagName]).toEqual(['gives', 'INPUT'])
    expect(form(page, 'gives').get('button').attributes('title')).toContain('先填“交班人”')
    await sign(page, 'gives')
    expect(station.of('handover/give')).toEqual([])
    await form(page, 'gives').get('input').setValue('王芳')
    await sign(page, 'gives')
    expect(station.of('handover/give')).toEqual([{ gives: '王芳', replaces: null }])
  })

  it('of a handover that nobody takes are given anew in its place', async () => {
    const { page, station } = await opened({ pending: PENDING })
    expect(form(page, 'gives').text()).toContain('重新交班签字')
    await sign(page, 'gives')
    expect(station.of('handover/give')).toEqual([{ gives: '周敏', replaces: 'h1' }])
  })

  it('that are refused say why, and nothing is shown as signed', async () => {
    const { page, station } = await opened({ pending: PENDING })
    station.answers['handover/take'] = () => refused('same-person', '交班人已是周敏')
    await sign(page, 'takes')
    expect(read(page)).toContain('交班人已是周敏')
    expect(read(page)).not.toContain('交接完成')
  })
})

describe('a trouble', () => {
  it('is written down and settled with how', async () => {
    const { page, station } = await opened()
    await page.get('textarea').setValue('灯坏了')
    await page.get('textarea').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(station.of('handover/note')).toEqual([{ words: '灯坏了' }])
    const settle = page.findAll('button').find((button) => button.text() === '销掉')!
    await settle.trigger('click')
    await flushPromises()
    const field = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    field.value = '换了锁'
    field.dispatchEvent(new Event('input'))
    await flushPromises()
    document.querySelector<HTMLElement>('.el-dialog [type=submit]')!.click()
    await flushPromises()
    expect(station.of('handover/note-settle')).toEqual([{ noteId: 'n1', words: '换了锁' }])
  })
})

it('that the alarm was heard is said after it was played', async () => {
  const { page, station, played } = await opened()
  const button = (words: string) =>
    page.findAll('button').find((candidate) => candidate.text() === words)!
  expect(button('听到了').attributes('title')).toBe('先点“试听”')
  await button('试听').trigger('click')
  expect(played).toEqual(['tone'])
  await button('听到了').trigger('click')
  await flushPromises()
  expect(station.of('handover/heard')).toHaveLength(1)
})

it('that it was heard may be said at once where the walls have sounded by themselves in this shift', async () => {
  const selfTest = { at: NOW, passed: true, aloudAt: NOW }
  const first = (page: VueWrapper) =>
    page
      .findAll('button')
      .find((candidate) => candidate.text() === '听到了')!
      .attributes('title')
  const { page } = await opened({ selfTest })
  expect(first(page)).toBeUndefined()
  expect(page.text()).toContain('自检时放过声音')
  expect(page.text()).toContain('自检通过')
  const since = { ...LAST, at: NOW + MINUTE }
  const { page: later } = await opened({ selfTest: { ...selfTest, passed: false }, last: since })
  expect(first(later)).toBe('先点“试听”')
  expect(later.text()).not.toContain('自检时放过声音')
  expect(later.text()).toContain('自检未通过')
})

it('the handovers of before are found by the dates of the address, and shown as they were signed', async () => {
  location.hash = '#/handover/past?from=2026-11-01&until=2026-11-24'
  const line = { id: 'h1', at: NOW, gives: '周敏', takes: null, takenAt: null }
  const { page, station } = await mountConsole(
    HandoverPage,
    {},
    {
      'handover/list': () => accepted<'handover/list'>({ rows: [line], next: null }),
      'handover/show': () =>
        accepted<'handover/show'>({
          ...{ id: 'h1', takes: null },
          gives: { person: '周敏', at: NOW, by: '周敏', page: PAGE },
        }),
    },
  )
  await flushPromises()
  expect(station.of('handover/list')).toEqual([
    { from: '2026-11-01', until: '2026-11-24', after: null },
  ])
  expect(read(page)).toMatch(/周敏 ?没有签字/)
  expect(page.get('tbody a').attributes('href')).toBe('#/handover/h1')
  location.hash = '#/handover/h1'
  dispatchEvent(new Event('hashchange'))
  await flushPromises()
  await flushPromises()
  expect(station.of('handover/show')).toEqual([{ id: 'h1', plain: false }])
  expect(read(page)).toMatch(/交班人 ?周敏.*接班人 ?未签.*三楼厨房 火情.*二号门卡死/)
})

describe('the calm page', () => {
  const shown = async (part: Partial<HandoverRead>): Promise<string> => {
    const { page, show } = await mountConsole(
      HandoverLine,
      {},
      { 'handover/read': () => accepted<'handover/read'>({ ...READ, ...part }) },
    )
    await show({ incidents: [] })
    return read(page)
  }

  it('says who handed over last, or that nobody has taken over yet, or nothing', async () => {
    expect(await shown({})).toBe('')
    expect(await shown({ last: LAST })).toMatch(/上次交接班：.*周敏交，李强接/)
    expect(await shown({ pending: PENDING, last: LAST })).toMatch(/周敏已在.*接班人还没签/)
  })
})
