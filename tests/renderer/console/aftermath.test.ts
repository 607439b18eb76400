/**
 * The aftermath at the desk: what is open first, entered in one form, done with what its kind asks
 * for; from a step that asks for it; and what holds the archive.
 */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { BoardAftercare, BoardAftermath } from '#shared/domain/board/aftermath.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { localized } from '#shared/domain/text.ts'
import { menuActs } from '#renderer/console/pages/now/incident/more-menu.ts'
import { canClose } from '#renderer/console/components/aftermath/aftermath-standing.ts'
import { needsWhy } from '#renderer/console/pages/now/incident/moves.ts'
import { incident, NOW, step } from '../board-parts.ts'
import { accepted, read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const DAY = 86_400_000
const people = {
  persons: [],
  posts: [
    {
      ...{ id: 'office', name: localized('办公室', 'Office'), kind: 'post' as never },
      ...{ documents: [], ofSite: false, outside: false, standsFor: [], substitutes: [] },
      ...{ minimum: null, necessary: false },
    },
  ],
  ...{ groups: [], leave: [] },
}
const entry = (part: Partial<BoardAftercare> = {}): BoardAftercare => ({
  ...{ id: '1', kind: 'compensation', whom: '张三', owner: localized('办公室', 'Office') },
  ...{ dueOn: '2026-11-20', words: null, agreedFen: 150_000, stepId: null, at: NOW, by: '周敏' },
  ...{ done: null, withdrawn: null },
  ...part,
})
const done = {
  ...{ at: NOW, by: '周敏', words: null, paidFen: 149_950, finding: null, measure: null },
}
const aftermath = (part: Partial<BoardAftermath> = {}): BoardAftermath => ({
  ...{ entries: [], agreedFen: 0, paidFen: 0, inquiry: null, reviews: [], review: 'not-asked' },
  ...{ evaluations: [], result: null, changesUntil: null },
  ...part,
})
const shown = (part: Partial<BoardAftermath>, more: object = {}) =>
  consoleShowing(
    {
      incidents: [incident({ id: 'i', state: 'recovering', aftermath: aftermath(part), ...more })],
    },
    {
      'people/read': () => accepted<'people/read'>(people),
      'incident/timeline': () => accepted<'incident/timeline'>({ entries: [] }),
    },
  )
const dialogs = () => [...document.querySelectorAll<HTMLElement>('[role=dialog]')]
const top = (): HTMLElement => dialogs().at(-1)!
const words = (element: HTMLElement): string => element.textContent.replace(/\s+/g, ' ')
async function push(label: string, within: HTMLElement = top()): Promise<void> {
  const button = [...within.querySelectorAll<HTMLButtonElement>('button')].find(
    ({ textContent }) => textContent.trim() === label,
  )
  if (!button) throw new Error(`no button ${label}`)
  button.click()
  await flushPromises()
}
async function type(index: number, value: string): Promise<void> {
  const field = [...top().querySelectorAll<HTMLInputElement>('input, textarea')][index]
  if (!field) throw new Error(`no field ${index}`)
  field.value = value
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
async function submit(): Promise<void> {
  top().querySelector('form')!.dispatchEvent(new Event('submit'))
  await flushPromises()
}

describe('the line of the head', () => {
  it('says what is open and overdue, and the amounts', async () => {
    const { page } = await shown({ entries: [entry()], agreedFen: 150_000, paidFen: 50_050 })
    expect(read(page.get('.case'))).toMatch(/善后未办1项逾期1项赔偿议定1500元，已付500\.50元/)
  })
  it('is left out while it is only contained, and nothing of it is there', async () => {
    const { page } = await shown({}, { state: 'contained' })
    expect(page.get('.case').findAll('button').map(read)).not.toContain('善后')
  })
  it('proposes closing once all of it is done, and nothing else keeps it', async () => {
    const all = aftermath({ entries: [entry({ done })] })
    const open = { moves: ['closed'], blocks: [], gates: [] } as const
    expect(canClose(incident({ aftermath: all, ...open }))).toBe(true)
    expect(canClose(incident({ aftermath: all, ...open, blocks: ['a'] }))).toBe(false)
    expect(canClose(incident({ aftermath: aftermath(), ...open }))).toBe(false)
    const { page } = await shown({ entries: [entry({ done })] }, open)
    expect(read(page.get('.case'))).toContain('善后已办完，可以结案')
  })
  it('says until when changed casualties are reported, and that a review is needed', async () => {
    const { page } = await shown(
      { review: 'missing', changesUntil: NOW + 5 * DAY },
      { casualties: { dead: 0, serious: 1, minor: 0, missing: 0, at: NOW, by: '周敏' } },
    )
    expect(read(page.get('.case'))).toMatch(
      /还没复盘，复盘后才归档.*伤亡有变化的，11月29日（周日）前要补报/,
    )
  })
})

describe('the dialog', () => {
  const opened = async (part: Partial<BoardAftermath> = {}) => {
    const mounted = await shown(part)
    await push('善后', mounted.page.get('.case').element as HTMLElement)
    return mounted
  }
  it('is empty in words at first, and takes an entry', async () => {
    const { station } = await opened()
    expect(words(top())).toMatch(/还没有善后事项。.*还没有写调查情况。.*还没有复盘。/)
    await push('登记善后事项')
    expect(top().querySelector<HTMLButtonElement>('[type=submit]')?.title).toBe('先填“对谁”')
    await type(0, '张三')
    await type(1, '办公室')
    await type(2, '12-5')
    await submit()
    expect(station.of('incident/aftercare')).toEqual([
      {
        ...{ incidentId: 'i', kind: 'comfort', whom: '张三', dueOn: '2026-12-05' },
        owner: { postId: 'office' },
      },
    ])
  })
  it('takes what was paid, as it was agreed unless somebody says otherwise', async () => {
    const { station } = await opened({ entries: [entry()] })
    await push('办结')
    await type(0, '一千')
    expect(top().querySelector<HTMLButtonElement>('[type=submit]')?.title).toBe(
      '“实付金额”不是金额，最多两位小数',
    )
    await type(0, '1,499.5')
    await submit()
    expect(station.of('incident/aftercare-done')).toEqual([
      { incidentId: 'i', aftercareId: '1', paidFen: 149_950 },
    ])
  })
  it('puts right what was paid, with a reason', async () => {
    const { station } = await opened({ entries: [entry({ done })] })
    await push('更正')
    expect(top().querySelector<HTMLButtonElement>('[type=submit]')?.title).toBe('先填“更正的原因”')
    await type(1, '1,499')
    await type(2, '看错一位')
    await submit()
    expect(station.of('incident/aftercare-correct')).toEqual([
      { incidentId: 'i', aftercareId: '1', paidFen: 149_900, reason: '看错一位' },
    ])
  })
  it('says that the result is of the closing, and that it was put right since', async () => {
    await opened({
      result: {
        ...{ casualties: {}, loss: 80, operating: null, cause: null, handedTo: null },
        ...{ at: NOW, by: '周敏', outdated: true },
      },
    })
    expect(words(top())).toMatch(/事件结果（结案时）.*结案后伤亡或损失已更正/)
  })
  it('takes finding and measure of an accountability', async () => {
    const { station } = await opened({
      entries: [entry({ kind: 'accountability', agreedFen: null })],
    })
    await push('办结')
    await type(0, '未断电作业')
    expect(top().querySelector<HTMLButtonElement>('[type=submit]')?.title).toBe('先填“处理措施”')
    await type(1, '停岗培训')
    await submit()
    expect(station.of('incident/aftercare-done')).toEqual([
      { incidentId: 'i', aftercareId: '1', finding: '未断电作业', measure: '停岗培训' },
    ])
  })
  it('takes a review with its lessons and the plans that it evaluates', async () => {
    const { station } = await opened({
      review: 'missing',
      evaluations: [
        { planId: 'fire', title: localized('火灾', 'Fire'), dueAt: NOW + DAY, doneAt: null },
      ],
    })
    expect(words(top())).toContain('火灾启动过，11月25日（周三）前要评估')
    await push('写复盘')
    await type(1, '扑救快')
    await type(3, '每月查线\n\n交接点名')
    await submit()
    expect(station.of('incident/review')).toMatchObject([
      {
        ...{ kind: 'review', cause: null, well: '扑救快', poor: null, plans: ['fire'] },
        lessons: ['每月查线', '交接点名'],
      },
    ])
  })
  it('withdraws with a reason', async () => {
    const { station } = await opened({ entries: [entry()] })
    await push('撤销')
    await type(0, '记重了')
    await submit()
    expect(station.of('incident/aftercare-withdraw')).toEqual([
      { incidentId: 'i', aftercareId: '1', reason: '记重了' },
    ])
  })
})

it('a step that asks for it opens the form of its kind', async () => {
  const { page, station } = await shown(
    {},
    { next: 'pay', steps: [step({ id: 'pay', aftercare: 'compensation' })] },
  )
  await push('登记善后：赔偿', page.get('.next').element as HTMLElement)
  await type(0, '李四')
  await type(1, '办公室')
  await type(3, '800')
  await submit()
  expect(station.of('incident/aftercare')).toMatchObject([
    { kind: 'compensation', stepId: 'pay', agreedFen: 80_000 },
  ])
})

it('the archive without its review asks why', () => {
  const missing = incident({ state: 'closed', aftermath: aftermath({ review: 'missing' }) })
  const settled = incident({ state: 'closed', aftermath: aftermath({ review: 'done' }) })
  expect([needsWhy('archived', missing), needsWhy('archived', settled)]).toEqual([true, false])
})

describe('the calm page', () => {
  it('lists what archived incidents owe, and evaluations with a button', async () => {
    const evaluations = [
      { planId: 'fire', title: localized('火灾', 'Fire'), dueAt: NOW + DAY, doneAt: null },
    ]
    const { page, station } = await consoleShowing(
      {
        incidents: [incident({ id: 'i', state: 'closed', aftermath: aftermath({ evaluations }) })],
      },
      {
        'incident/timeline': () => accepted<'incident/timeline'>({ entries: [] }),
        'incident/aftermath-due': () =>
          accepted<'incident/aftermath-due'>({
            items: [
              {
                ...{ incidentId: 'gone', number: '2026-003', place: '东门', evaluations: [] },
                entries: [
                  { kind: 'compensation', whom: '张三', dueOn: '2026-11-20' },
                  { kind: 'comfort', whom: '李四', dueOn: '2027-01-20' },
                ],
              },
            ],
          }),
      },
    )
    const lines = page.get('.due')
    expect(read(lines)).toContain('赔偿 张三')
    expect(read(lines)).not.toContain('李四')
    expect(lines.get('a').attributes('href')).toBe('#/history/gone')
    await push('写预案评估', lines.element as HTMLElement)
    await type(1, '够用')
    await submit()
    expect(station.of('incident/review')).toMatchObject([{ kind: 'evaluation', plans: ['fire'] }])
  })
})

it('leaves the watch its digit in the menu, since it comes and goes in the midst of a response', () => {
  const digit = (of: BoardIncident): number =>
    menuActs(of).findIndex(({ opens }) => opens === 'watch')
  const contained = incident({ id: 'i', state: 'contained' })
  expect(digit(contained)).toBeGreaterThan(0)
  expect(digit({ ...contained, aftermath: aftermath() })).toBe(digit(contained))
})
