/**
 * The history pages: searched and walked by keyboard, a record with its reasons, a replay from
 * which nothing can be sent.
 */
import { flushPromises } from '@vue/test-utils'
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { MatchedLine } from '#shared/contract/statistics.ts'
import { localized } from '#shared/domain/text.ts'
import HistoryPage from '#renderer/console/pages/history/HistoryPage.vue'
import IncidentHead from '#renderer/console/pages/now/incident/IncidentHead.vue'
import { incident, MINUTE, NOW, plan, step } from '../board-parts.ts'
import { mountConsole, refused, press, read, accepted } from './desk.ts'

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {
        /* nothing scrolls here */
      }
      disconnect(): void {
        /* nor is it watched */
      }
    },
  )
  location.hash = '#/history'
})

const matchedLine = (n: number, part: Partial<MatchedLine> = {}): MatchedLine => ({
  incidentId: `i${n}`,
  number: null,
  at: NOW - n * 40 * 24 * 60 * MINUTE,
  place: `热线中心${n}`,
  type: null,
  typeName: null,
  level: 3,
  state: 'archived',
  drill: false,
  plans: [],
  late: 0,
  imported: null,
  matched: [],
  said: false,
  ...part,
})
const past = incident({
  id: 'i1',
  state: 'archived',
  closedAt: NOW + 20 * MINUTE,
  plans: [plan()],
  narrative: null,
  steps: [
    step({
      id: 'late',
      title: localized('恢复接入', 'Restore'),
      state: 'done',
      late: true,
      dueAt: NOW,
      doneAt: NOW + 2 * MINUTE,
      needsReason: true,
    }),
  ],
})
const entries = [
  {
    seq: 1,
    at: NOW,
    by: '周敏',
    type: 'IncidentReported',
    says: localized('接报：热线中心', 'Reported'),
    words: null,
    stepId: null,
  },
  {
    seq: 5,
    at: NOW + MINUTE,
    by: '周敏',
    type: 'NoteAdded',
    says: localized('记事', 'Note'),
    words: '听见响声',
    stepId: null,
  },
]
const answers = {
  'types/list': () => accepted<'types/list'>([]),
  'history/search': () =>
    accepted<'history/search'>({
      rows: [
        matchedLine(0, { matched: ['热线'] }),
        matchedLine(1),
        matchedLine(2, { drill: true, said: true, imported: 'counted' }),
      ],
      next: null,
      total: 3,
    }),
  'history/read': () => accepted<'history/read'>({ incident: past, entries, alerts: [] }),
  'history/moments': () =>
    accepted<'history/moments'>({
      moments: [
        { seq: 1, at: NOW },
        { seq: 5, at: NOW + MINUTE },
      ],
    }),
  'history/at': () => accepted<'history/at'>({ incident: past }),
  'site/wall-link': () =>
    accepted<'site/wall-link'>({ url: 'http://127.0.0.1:1/wall#key=k', renewed: null }),
}
async function opened(hash = '#/history', more = {}) {
  location.hash = hash
  const mounted = await mountConsole(HistoryPage, {}, { ...answers, ...more })
  await mounted.show({ incidents: [] })
  return mounted
}
const go = async (hash: string): Promise<void> => {
  location.hash = hash
  dispatchEvent(new HashChangeEvent('hashchange'))
  await flushPromises()
}
/** Types into the open dialog and confirms it. */
async function fillDialog(text: string): Promise<void> {
  const field = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  document.querySelector<HTMLButtonElement>('.el-dialog button[type=submit]')!.click()
  await flushPromises()
}
const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset.id

it('what is typed is searched and stands in the address; what was heard is underlined, a drill is boxed', async () => {
  const { page, station } = await opened('#/history?level=3')
  await page.get('input[type=search]').setValue('rexian')
  await flushPromises()
  expect(station.of('history/search').at(-1)).toMatchObject({
    words: 'rexian',
    levels: [3],
    after: null,
  })
  expect(location.hash).toBe('#/history?q=rexian&level=3')
  expect(page.findAll('u').map((element) => element.text())).toEqual(['热线'])
  expect(read(page.get('[data-id=i2]'))).toMatch(/演练.*补录.*原话中/)
  expect(read(page)).toContain('共3起')
})

it('↓ goes from the search into the list and ↑ back; the row that was opened has the focus when one comes back', async () => {
  const { page } = await opened()
  const field = page.get<HTMLInputElement>('input[type=search]').element
  press('ArrowDown', { on: field })
  press('ArrowDown', { on: document.activeElement! })
  expect(focused()).toBe('i1')
  await page.get('[data-id=i1]').trigger('click')
  await go('#/history/i1')
  expect(read(page.get('main'))).toContain('处置过程')
  press('Escape')
  await flushPromises()
  expect(location.hash).toBe('#/history')
  expect(focused()).toBe('i1')
  press('ArrowUp', { on: document.activeElement! })
  press('ArrowUp', { on: document.activeElement! })
  expect(document.activeElement).toBe(field)
})

it('says what to do where nothing is found, and where there is nothing yet', async () => {
  const none = {
    'history/search': () => accepted<'history/search'>({ rows: [], next: null, total: 0 }),
  }
  const { page } = await opened('#/history?q=zzz', none)
  expect(read(page)).toContain('没有找到')
  await page.get('p.none button').trigger('click')
  await flushPromises()
  expect(location.hash).toBe('#/history')
  expect(read(page)).toContain('还没有事件')
})

it('a record shows what was purged as purged, prints nothing personal unless it is asked for, and takes a reason', async () => {
  const { page, station } = await opened('#/history/i1')
  expect(read(page.get('.screen'))).toMatch(/内容已按规定清除.*听见响声/)
  expect(read(page.get('.printed'))).toMatch(/不含个人信息.*恢复接入.*0:02:00/)
  expect(read(page.get('.printed'))).not.toContain('听见响声')
  await page.get('input[type=checkbox]').setValue(true)
  expect(read(page.get('.printed'))).toMatch(/含个人信息.*听见响声/)
  await page.get('.screen table button:not(.star)').trigger('click')
  await flushPromises()
  await fillDialog('占线')
  expect(station.of('incident/explain')).toEqual([
    { incidentId: 'i1', stepId: 'late', reason: '占线' },
  ])
})

it('a record that is still on the board leads to its place there, and the desk back to it', async () => {
  const { page, show } = await opened('#/history/i1')
  expect(read(page.get('.screen'))).not.toContain('到“当前”处置')
  const running = incident({ id: 'i1', steps: [step()] })
  await show({ incidents: [incident({ id: 'other', steps: [step({ dueAt: NOW })] }), running] })
  await page
    .findAll('.screen button')
    .find((button) => button.text() === '到“当前”处置')!
    .trigger('click')
  expect(location.hash).toBe('#/now')
  const head = await mountConsole(IncidentHead, { incident: running })
  expect(head.page.findAll('a').map((link) => link.attributes('href'))).toContain('#/history/i1')
})

it('a reason that is refused says why', async () => {
  const { page } = await opened('#/history/i1', {
    'incident/explain': () => refused('no-reason-needed', '这一步不需要原因'),
  })
  await page.get('.screen table button:not(.star)').trigger('click')
  await flushPromises()
  await fillDialog('占线')
  expect(document.querySelector('.el-dialog')?.textContent).toContain('这一步不需要原因')
})

it('a replay is marked, moves by keys, and no key or click of it sends a command', async () => {
  const { page, station } = await opened('#/history/i1/replay')
  expect(read(page.get('main'))).toMatch(/回放 REPLAY.*第1步，共2步/)
  const main = page.get('main').element
  press('ArrowRight', { on: main })
  await flushPromises()
  expect(read(page.get('main'))).toContain('第2步，共2步')
  expect(read(page.get('main'))).not.toContain('听见响声')
  for (const key of [' ', 'F4', 'F7', 'F9', 'Enter', 'Home', 'ArrowUp']) press(key, { on: main })
  for (const button of page.findAll('main button')) await button.trigger('click')
  await flushPromises()
  const kinds = new Set(station.asked.map(({ name }) => contract[name].kind))
  expect([...kinds]).toEqual(['query'])
})

it('nothing that a replay is made of can send a command', () => {
  const root = resolve(import.meta.dirname, '../../../src-renderer')
  const reached = new Set<string>()
  const follow = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import\() ?'((?:\.|#renderer\/)[^']+)'/g,
    ))
      if (/\.(ts|vue)$/.test(path))
        follow(
          path.startsWith('.')
            ? join(dirname(file), path)
            : join(root, path.slice('#renderer/'.length)),
        )
  }
  follow(join(root, 'console/pages/history/replay/ReplayPage.vue'))
  follow(join(root, 'wall/ReplayWall.vue'))
  expect([...reached].map((file) => file.slice(root.length + 1))).toContain(
    'console/components/incident/StepRow.vue',
  )
  expect([...reached].filter((file) => /use-(alert-)?commands?\.ts$/.test(file))).toEqual([])
})

it('offers the reports of an incident that was passed on, as long as the law may want one', async () => {
  const reportRule = {
    ...{ id: 'accident', withinMs: 60 * MINUTE, everyMs: null },
    source: localized('493号令第九条', 'Order 493, art. 9'),
  }
  const read = (state: 'transferred' | 'falseReport') => ({
    'history/read': () =>
      accepted<'history/read'>({
        incident: { ...past, state, reportRule },
        entries,
        alerts: [],
      }),
  })
  const { page } = await opened('#/history/i1', read('transferred'))
  const button = page.findAll('button').find((entry) => entry.text() === '信息报告')!
  await button.trigger('click')
  await flushPromises()
  expect(document.querySelector('.el-dialog')?.textContent).toContain('首报（第1报）')
  const other = await opened('#/history/i1', read('falseReport'))
  expect(other.page.text()).not.toContain('信息报告')
})
