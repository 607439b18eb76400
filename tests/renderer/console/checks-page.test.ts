/**
 * The part 检查: a code ticks a point, an item is answered by its keys, what failed asks for an
 * outcome, and an event says what it lacks.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReplyOf } from '#shared/contract/contract.ts'
import type { ChecklistRead } from '#shared/contract/checklists.ts'
import type { RiskRead } from '#shared/contract/risks.ts'
import type { OccasionRead } from '#shared/contract/occasions.ts'
import type { CheckRead } from '#shared/domain/check/draw.ts'
import { localized } from '#shared/domain/text.ts'
import ChecksPart from '#renderer/console/pages/readiness/checks/ChecksPart.vue'
import { formOf, sentOf } from '#renderer/console/pages/readiness/checks/checklist-form.ts'
import { placeOf } from '#renderer/console/pages/readiness/checks/address.ts'
import { NOW } from '../board-parts.ts'
import { accepted, mountConsole, press, read } from './desk.ts'

const item = (id: string, part: object = {}) => ({
  ...{ id, text: localized(`查${id}`, `Check ${id}`), kind: 'yes-no' as const, unit: null },
  ...{ min: null, max: null, critical: false, photo: false },
  ...part,
})
const list = (part: Partial<ChecklistRead> = {}): ChecklistRead => ({
  ...{ id: 'l1', name: localized('防火巡查', 'Fire patrol'), kind: 'patrol' },
  ...{ items: [item('a')], rhythm: { every: 'hand' }, owner: null, reportsItself: false },
  points: [{ id: 'p1', name: localized('东门', 'East'), code: 'P-1', placeId: null }],
  ...{ shippedId: null, source: null, version: 1, at: NOW, by: '周敏', reason: null },
  ...{ withdrawn: null },
  ...part,
})
const check = (part: Partial<CheckRead> = {}): CheckRead => ({
  ...{ id: 'c1', checklistId: 'l1', name: localized('开门检查', 'Opening'), kind: 'site' },
  ...{ checklistVersion: 1, due: null, occasionId: null, place: null, startedAt: NOW, at: NOW },
  ...{ by: '周敏', state: 'running', late: false, left: 2, failed: 0, waiting: 0, missed: 0 },
  items: [item('a'), item('b', { critical: true })],
  ...{ points: [], answers: [], signed: null, withdrawn: null, files: [] },
  ...part,
})
const answer = (itemId: string, ok: boolean): CheckRead['answers'][number] => ({
  ...{ itemId, pointId: null, value: ok, ok, words: null, remedied: false, doneAt: NOW },
  ...{ by: '周敏', hazard: null, incident: null },
})
const CHECKS: ReplyOf<'check/list'> = {
  ...{ today: '2026-11-24', running: [], signed: [], figures: null },
  standings: [
    {
      ...{ checklistId: 'l1', due: null, last: null },
      slots: [
        { from: NOW, due: NOW + 7_200_000, state: 'missed', checkId: null, missed: 0 },
        { from: NOW, due: NOW + 14_400_000, state: 'due', checkId: null, missed: 0 },
      ],
    },
  ],
}

async function opened(hash: string, replies: object = {}, locale: 'zh-CN' | 'en' = 'zh-CN') {
  location.hash = hash
  const mounted = await mountConsole(
    ChecksPart,
    {},
    {
      'checklist/list': () => accepted<'checklist/list'>({ lists: [list()], shipped: [] }),
      'check/list': () => accepted<'check/list'>(CHECKS),
      'check/read': () => accepted<'check/read'>({ check: check(), lines: [] }),
      'check/answer': () => accepted<'check/answer'>({ ok: true }),
      'check/undo': () => accepted<'check/undo'>({}),
      'people/read': () => ({ ok: false, code: 'internal', message: localized('无', 'none') }),
      ...replies,
    },
    locale,
  )
  await mounted.show({ incidents: [] })
  await flushPromises()
  return mounted
}
beforeEach(() => {
  location.hash = '#/readiness/checks'
})

it('has an address for each view; what is none is the list that is meant', () => {
  const at = (path: string): unknown => placeOf(['readiness', 'checks', ...path.split('/')])
  expect(at('events/e1')).toEqual({ view: 'events', id: 'e1' })
  expect(at('run/c1')).toEqual({ view: 'run', id: 'c1' })
  expect(at('l1')).toEqual({ view: 'today', id: 'l1' })
  expect(placeOf(['readiness', 'checks'])).toEqual({ view: 'today', id: null })
})

describe('today', () => {
  it('shows the slots of a list, what was missed before all', async () => {
    const { page } = await opened('#/readiness/checks')
    expect(page.findAll('[data-list] ol li').map((slot) => read(slot))).toEqual([
      expect.stringContaining('漏做'),
      expect.stringContaining('该做了'),
    ])
    expect(page.get('[data-list] ol li').classes()).toContain('bad')
  })
  it('ticks a point by its code and stays ready for the next', async () => {
    const ticked = { checkId: 'c1', pointId: 'p1', begun: true, left: 0 }
    const { page, station } = await opened('#/readiness/checks', {
      'check/tick': () => accepted<'check/tick'>(ticked),
    })
    await page.get('.scan input').setValue('P-1')
    await page.get('.scan').trigger('submit')
    await flushPromises()
    expect(station.of('check/tick')).toEqual([{ code: 'P-1' }])
    expect(read(page.get('.scan [role=status]'))).toContain('东门，全部到齐，请签字')
    expect((page.get('.scan input').element as HTMLInputElement).value).toBe('')
  })
  it('says what to do before there is a list, in English too', async () => {
    const none = { 'checklist/list': () => accepted<'checklist/list'>({ lists: [], shipped: [] }) }
    expect(read((await opened('#/readiness/checks', none)).page)).toContain('还没有在用的检查表')
    const { page } = await opened('#/readiness/checks', none, 'en')
    expect(read(page)).toContain('No checklist is in use yet')
    expect(read(page)).not.toMatch(/checks\./)
  })
})

describe('a check', () => {
  it('is answered by the keys of its items, and taken back by the key', async () => {
    const { page, station } = await opened('#/readiness/checks/run/c1')
    const [first] = page.findAll('[data-item]')
    await first!.get('[data-focus]').trigger('keydown', { key: 'y' })
    await flushPromises()
    await first!.get('[data-focus]').trigger('keydown', { key: 'n' })
    await first!.get('[data-focus]').trigger('keydown', { key: '0' })
    await flushPromises()
    const values = station.of('check/answer').map((sent) => (sent as { value: unknown }).value)
    expect(values[0]).toBe(true)
    expect(values).toContain(false)
    press('F8', { ctrlKey: true })
    await flushPromises()
    expect(station.of('check/undo')).toEqual([{ checkId: 'c1' }])
  })
  it('offers a picture where its item wants one', async () => {
    const pictured = check({ items: [item('a', { photo: true }), item('b')] })
    const { page } = await opened('#/readiness/checks/run/c1', {
      'check/read': () => accepted<'check/read'>({ check: pictured, lines: [] }),
    })
    const [first, second] = page.findAll('[data-item]')
    expect(read(first!)).toContain('加照片')
    expect(read(second!)).not.toContain('加照片')
  })
  it('asks for an outcome of what failed; a critical failure is one key from an incident', async () => {
    const failed = check({ answers: [answer('a', true), answer('b', false)], left: 0, waiting: 1 })
    const { page, station } = await opened('#/readiness/checks/run/c1', {
      'check/read': () => accepted<'check/read'>({ check: failed, lines: [] }),
      'check/report': () => accepted<'check/report'>({ incidentId: 'i1' }),
    })
    expect(read(page.get('.sign'))).toContain('1项不合格还没有处理')
    const buttons = page.findAll('.outcome button')
    expect(buttons.map((button) => read(button))).toEqual([
      ...['报事件', '已当场整改', '登记隐患', '记下'],
    ])
    await buttons[0]!.trigger('click')
    await flushPromises()
    expect(station.of('check/report')).toEqual([{ checkId: 'c1', itemId: 'b', pointId: null }])
  })
})

it('an event says what it lacks, worst first, and that it is ready when nothing is', async () => {
  const occasion = (part: Partial<OccasionRead>): OccasionRead => ({
    ...{ id: 'e1', name: '年会', startsAt: NOW, endsAt: NOW + 1, place: '一号厅', placeId: null },
    ...{ expected: 1200, isPublic: true, permit: null, planId: null, planTitle: null },
    ...{ commander: null, groups: [], checklistId: null, check: null, isOver: false },
    posts: [{ id: 'guard', name: localized('保安', 'Guard') }],
    ...{ lacks: [], emptyPosts: [], withdrawn: null },
    ...part,
  })
  const { page } = await opened('#/readiness/checks/events', {
    'occasion/list': () =>
      accepted<'occasion/list'>({
        occasions: [
          occasion({ lacks: ['commander', 'permit', 'people'], emptyPosts: ['guard'] }),
          occasion({ id: 'e2', name: '展销' }),
        ],
      }),
  })
  const [lacking, ready] = page.findAll('[data-event]')
  expect(lacking!.findAll('ul li').map((lack) => read(lack))).toEqual([
    ...['没有指定总指挥', '没有许可（公开活动1000人以上，提前20天申请）', '开始时无人在岗：保安'],
  ])
  expect(read(ready!)).toContain('已准备好')
})

describe('risks', () => {
  const risk: RiskRead = {
    ...{ id: 'r1', what: '雨水倒灌', place: '地下室', kind: 'natural', grade: 'major' },
    ...{ measures: '备沙袋', planId: null, planTitle: null, owner: null, by: '周敏' },
    ...{ assessedOn: '2025-11-20', due: '2026-11-20', earlier: [], withdrawn: null },
  }
  const list = (...risks: readonly RiskRead[]) => ({
    'risk/list': () => accepted<'risk/list'>({ risks, today: '2026-11-24' }),
    'risk/assess': () => accepted<'risk/assess'>({ riskId: 'r1' }),
  })
  it('say grade, kind, measures and by when each is assessed again; it is, on today', async () => {
    const { page, station } = await opened('#/readiness/checks/risks', list(risk))
    const row = page.get('[data-risk="r1"]')
    expect(read(row)).toMatch(/重大风险（红）.*雨水倒灌.*地下室.*自然灾害.*备沙袋.*2025-11-20/)
    expect(read(row.get('.late'))).toBe('2026-11-20')
    await row.get('button').trigger('click')
    await flushPromises()
    const dialog = document.querySelector<HTMLElement>('.el-dialog')!
    const grade = dialog.querySelectorAll('select')[1]!
    grade.value = 'considerable'
    grade.dispatchEvent(new Event('change'))
    dialog.querySelector<HTMLButtonElement>('[type=submit]')!.click()
    await flushPromises()
    expect(station.of('risk/assess')).toMatchObject([
      { riskId: 'r1', what: '雨水倒灌', grade: 'considerable', assessedOn: '2026-11-24' },
    ])
  })
  it('say what to do before there is one, in English too', async () => {
    const { page } = await opened('#/readiness/checks/risks', list(), 'en')
    expect(read(page)).toContain('No risk is entered yet')
    expect(read(page)).not.toMatch(/risks\.\w/)
  })
})

it('a list that is saved as it is says the same, in both languages', () => {
  const zh = (text: { zh: string }): string => text.zh
  const before = list({
    rhythm: { every: 'round', minutes: 90, from: '08:00', to: '20:00', days: 'workdays' },
    items: [item('n', { kind: 'number', unit: localized('度', '°C'), min: 1, max: 40.5 })],
  })
  const sent = sentOf(formOf(before, null, zh), before.name, zh)
  expect(sent).toMatchObject({
    ...{ name: before.name, kind: 'patrol', rhythm: before.rhythm, items: before.items },
    points: [{ id: 'p1', name: localized('东门', 'East') }],
  })
})
