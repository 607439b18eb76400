/** Archiving on the console: together, by itself, what keeps from it, and evidence near its end. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ToArchive } from '#shared/contract/site.ts'
import type { BoardGate } from '#shared/domain/board/gate-types.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import IncidentPane from '#renderer/console/pages/now/list/IncidentPane.vue'
import { incidentList } from '#renderer/console/pages/now/list/incident-list.ts'
import CalmDesk from '#renderer/console/pages/now/CalmDesk.vue'
import MoveDialog from '#renderer/console/pages/now/incident/MoveDialog.vue'
import { incident, MINUTE, NOW, step } from '../board-parts.ts'
import { accepted, mountConsole, read, refused } from './desk.ts'
import { settings } from './site-kit.ts'

const DAY = 86_400_000
const over = (id: string, place: string): BoardIncident =>
  incident({ id, place, state: 'closed', closedAt: NOW, moves: ['archived'] })
const NOTHING: ToArchive['open'] = {
  keptUntil: null,
  casualties: false,
  unregistered: [],
  reviews: [],
  aftercare: 0,
  reviewMissing: false,
}
const CLOSED: readonly ToArchive[] = [
  { incidentId: 'hall', at: NOW + 30 * DAY, open: NOTHING },
  {
    incidentId: 'gate',
    at: NOW + 90 * DAY,
    open: {
      keptUntil: NOW + 90 * DAY,
      casualties: true,
      unregistered: [localized('调取录像', 'Fetch the video')],
      reviews: [localized('开复盘会', 'Hold the review')],
      aftercare: 0,
      reviewMissing: false,
    },
  },
]
const READ = () =>
  accepted<'site/archive-read'>({
    days: 30,
    reviewFrom: 3,
    usual: 30,
    range: [7, 365],
    closed: CLOSED,
  })
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const words = (): string => dialog().textContent.replace(/\s+/g, ' ')
const boxes = (): HTMLInputElement[] => [
  ...dialog().querySelectorAll<HTMLInputElement>('li input[type=checkbox]'),
]

describe('archiving together', () => {
  async function opened(answers: Parameters<typeof mountConsole>[2] = {}, locale?: 'en') {
    const list = incidentList([over('hall', '大厅'), over('gate', '一号门')], NOW)
    const mounted = await mountConsole(
      IncidentPane,
      { list, chosenId: null },
      { 'site/archive-read': READ, ...answers },
      locale,
    )
    await mounted.show({ incidents: list.closed })
    await mounted.page.get('.second button').trigger('click')
    await flushPromises()
    return mounted
  }
  const confirm = async (): Promise<void> => {
    dialog().querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
  }

  it('chooses those in which nothing is open, and says what is open in the others', async () => {
    const { station } = await opened()
    expect(boxes().map(({ checked }) => checked)).toEqual([true, false])
    expect(words()).toContain('不能再更正，也不能退回')
    expect(words()).toMatch(
      /一号门.*证据保存到2027年2月22日 14:32.*有伤亡.*证据未登记：调取录像.*未复盘：开复盘会.*将于2027年2月22日 14:32自动归档/,
    )
    await confirm()
    expect(station.of('incident/move')).toEqual([
      { incidentId: 'hall', to: 'archived', seen: { state: 'closed' } },
    ])
    expect(document.querySelector('.el-dialog')).toBeNull()
  })

  it('takes all with one box, and tells each refusal with its incident', async () => {
    const { station } = await opened({
      'incident/move': ({ incidentId }) =>
        incidentId === 'gate'
          ? refused('not-as-seen', '已被移回')
          : { ok: true, position: 2, reply: {} },
    })
    dialog().querySelector<HTMLInputElement>('.all input')!.click()
    await flushPromises()
    expect(words()).toContain('归档2起')
    await confirm()
    expect(station.of('incident/move')).toHaveLength(2)
    const [hall, gate] = [...dialog().querySelectorAll('li')].map((row) => row.textContent)
    expect(gate).toContain('已被移回')
    expect(hall).not.toContain('已被移回')
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true])
  })

  it('reads in English', async () => {
    await opened({}, 'en')
    expect(words()).toMatch(/people were hurt.*review not done: Hold the review/)
    expect(words()).not.toMatch(/archive\.\w+/)
  })
})

describe('the days', () => {
  it('are saved with a reason; what is next stands below with its day', async () => {
    const { page, station, show } = await settings({}, { 'site/archive-read': READ })
    await show({ incidents: [over('hall', '大厅')] })
    const part = page.get('section[aria-label="归档"]')
    expect(read(part)).toMatch(
      /结案多少天后归档（通常30天，可填7到365天）.*大厅.*2026年12月24日 14:32自动归档/,
    )
    await part.get('#archive-days').setValue('14')
    await part.get('input[maxlength="200"]').setValue('人手少')
    await part.get('form').trigger('submit')
    await flushPromises()
    expect(station.of('site/archive-set')).toEqual([{ days: 14, reason: '人手少' }])
    expect(read(part.get('[role=status]'))).toBe('已保存')
  })
})

describe('evidence whose keeping ends soon', () => {
  const item = {
    ...{ incidentId: 'hall', incidentPlace: '大厅', evidenceId: '1', what: '录像' },
    ...{ place: '监控室', keeper: '雀大甲', until: NOW + 2 * DAY, mayGo: false },
  }
  const calm = async (items: readonly (typeof item & { onBoard: boolean })[]) => {
    const mounted = await mountConsole(
      CalmDesk,
      {},
      { 'incident/keeping': () => accepted<'incident/keeping'>({ items }) },
    )
    await mounted.show({})
    return mounted.page
  }

  it('stands on the calm page with what, where, who and until when, and leads to the incident', async () => {
    const page = await calm([
      { ...item, onBoard: false },
      { ...item, evidenceId: '2', onBoard: true, keeper: '' },
    ])
    const [away, here] = page.findAll('.keeping li')
    expect(read(away!)).toBe('录像保存到2026年11月26日 14:32，存放监控室保管人 雀大甲大厅移出')
    expect(away!.get('a').attributes('href')).toBe('#/history/hall')
    expect(read(here!)).not.toContain('保管人')
    expect(here!.findAll('button')).toHaveLength(2)
  })

  it('says at its end that it may be handled, and hands it out from there', async () => {
    const page = await calm([{ ...item, onBoard: false, until: NOW - DAY, mayGo: true }])
    const [line] = page.findAll('.keeping li')
    expect(read(line!)).toContain('2026年11月23日 14:32保存期满，可以处理，存放监控室')
    await line!.get('button').trigger('click')
    await flushPromises()
    expect(document.querySelector('[role=dialog] form')?.textContent).not.toContain(
      '保存期还没有满',
    )
  })

  it('has its list open also when the last piece is handed out: what was done is seen', async () => {
    const pieces = [{ ...item, onBoard: false, mayGo: true }]
    const { page, show } = await mountConsole(
      CalmDesk,
      {},
      {
        'incident/keeping': () => accepted<'incident/keeping'>({ items: [...pieces] }),
        'incident/evidence-list': () => accepted<'incident/evidence-list'>({ items: [] }),
      },
    )
    await show({})
    await page.get('.keeping h3 button').trigger('click')
    await flushPromises()
    pieces.length = 0
    await show({ incidents: [over('hall', '大厅')] })
    await flushPromises()
    expect(page.find('.keeping h3').exists()).toBe(false)
    expect(document.querySelector('[role=dialog]')?.textContent).toContain('现在没有要保存的证据')
  })

  it('is not mentioned where there is none', async () => {
    expect((await calm([])).find('.keeping').exists()).toBe(false)
  })
})

it('lifting lists what stops; closing what was done without its evidence, and what is not recorded of an accident', async () => {
  const gate = (to: BoardGate['to'], part: Partial<BoardGate>): BoardGate => ({
    ...{ to, items: [], blocks: [], told: null, needsReason: false, unregistered: [] },
    ...{ stops: [], limits: [], announcements: [], open: [] },
    ...part,
  })
  const fire = incident({
    loss: null,
    accident: {
      ...{ kind: null, injury: null },
      loss: { injury: null, property: null, rescue: null, clearance: null, affairs: null },
    },
    steps: [
      step({ id: 'report', title: localized('每半小时续报', 'Report') }),
      step({ id: 'tell', title: localized('告知顾客', 'Tell') }),
    ],
    gates: [
      gate('lifted', {
        stops: ['report', 'tell'],
        limits: ['report'],
        announcements: [localized('正在疏散', 'Evacuating')],
      }),
      gate('closed', { unregistered: ['tell'] }),
    ],
  })
  const wordsOf = async (move: 'lifted' | 'closed'): Promise<string> => {
    await mountConsole(MoveDialog, { move, incident: fire, sending: false, refusal: null })
    return words()
  }
  expect(await wordsOf('lifted')).toMatch(
    /撤下的公告正在疏散停止的时限每半小时续报不再适用的步骤告知顾客/,
  )
  expect(await wordsOf('closed')).toMatch(
    /证据未登记告知顾客“人员和级别”里还没有填事故类型（GB 6441）直接经济损失（元）/,
  )
  expect(await wordsOf('lifted')).not.toContain('事故类型')
})

it('closing says that the first report, which the law wants, has not gone out', async () => {
  const gate: BoardGate = {
    ...{ to: 'closed', items: [], blocks: [], told: null, needsReason: false, unregistered: [] },
    ...{ stops: [], limits: [], announcements: [], open: [] },
  }
  const legal = {
    gates: [gate],
    reportRule: {
      ...{ id: 'accident', withinMs: 60 * MINUTE, everyMs: null },
      source: localized('493号令', 'Order 493'),
    },
  }
  const report = { number: 1, kind: 'first', at: NOW, by: '周敏' } as const
  const sent = { ...report, text: '正文', signer: '周敏', to: '区应急局' }
  const wordsOf = async (part: Parameters<typeof incident>[0]): Promise<string> => {
    const closing = { move: 'closed', sending: false, refusal: null }
    await mountConsole(MoveDialog, { ...closing, incident: incident(part) })
    return words()
  }
  expect(await wordsOf(legal)).toContain('还没有报出首报')
  expect(await wordsOf({ ...legal, bulletins: [sent] })).not.toContain('还没有报出')
  expect(await wordsOf({ gates: [gate] })).not.toContain('还没有报出')
})
