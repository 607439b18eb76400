/**
 * Who called about an incident, at the desk: only what is new is lit, a person records it, the list
 * says who called in which words, and two incidents that are one are merged with a reason.
 */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { BoardCaller } from '#shared/domain/board/caller-types.ts'
import { localized } from '#shared/domain/text.ts'
import { until } from '../../kit/until.ts'
import { accepted, press, read } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'

const caller = (part: Partial<BoardCaller> = {}): BoardCaller => ({
  ...{ id: 'c2', nth: 2, at: 1, by: '周敏', channel: '客户来电', reporter: '雀大甲' },
  ...{ words: '三楼也着火，两个人受伤', news: null, parted: null },
  ...part,
})
const answers = {
  'incident/assess': () => accepted<'incident/assess'>({}),
  'incident/level': () => accepted<'incident/level'>({}),
  'incident/caller-undo': () => accepted<'incident/caller-undo'>({ incidentId: 'i9' }),
  'incident/merge': () => accepted<'incident/merge'>({}),
  'incident/news-dismiss': () => accepted<'incident/news-dismiss'>({}),
  'incident/caller-amend': () => accepted<'incident/caller-amend'>({}),
}
const pageText = (): string => document.body.textContent.replace(/\s+/g, ' ')
const pressed = async (label: string, within = 'button'): Promise<void> => {
  const all = [...document.querySelectorAll<HTMLElement>(within)]
  all.find(({ textContent }) => textContent.includes(label))!.click()
  await flushPromises()
}

it('lights only what is new, and records it when a person says so', async () => {
  const shown = fire({
    callers: [caller({ news: { place: '三楼', casualties: { minor: 2 } } })],
    callerCount: 2,
  })
  const { station } = await consoleShowing({ incidents: [shown] }, answers)
  expect(pageText()).toContain('2个来电')
  expect(pageText()).toContain('地点“三楼”')
  expect(pageText()).toContain('轻伤至少2人')
  await pressed('记入', '.callers button')
  expect(station.of('incident/assess')).toMatchObject([{ casualties: { minor: 2 } }])
})

it('people at another place stand there with the number that both make, which is recorded', async () => {
  const news = {
    ...{ peopleAt: '三楼', casualties: { minor: 2 }, atLeastOne: ['trapped' as const] },
    totals: { minor: 4 },
  }
  const shown = fire({ callers: [caller({ news })], callerCount: 2 })
  const { station } = await consoleShowing({ incidents: [shown] }, answers)
  expect(pageText()).toContain('三楼：轻伤至少2人，加上已记的共4人')
  expect(pageText()).toContain('三楼：被困至少1人')
  await pressed('记入', '.callers li:first-child button')
  await pressed('记入', '.callers li:last-child button')
  expect(station.of('incident/assess')).toMatchObject([
    { casualties: { minor: 4 }, from: 'c2' },
    { atLeastOne: ['trapped'], from: 'c2' },
  ])
})

it('records what is new by its key, line by line, and a double click records one line', async () => {
  const shown = fire({
    callers: [caller({ news: { casualties: { minor: 2, trapped: 1 } } })],
    callerCount: 2,
  })
  const { page, station, show } = await consoleShowing({ incidents: [shown] }, answers)
  const keys = () => page.findAll('.callers li button').map(read)
  expect(keys()).toEqual(['Ctrl Shift F2记入', '不采纳', '记入', '不采纳'])
  await pressed('记入', '.callers li button')
  document
    .querySelector('.callers li button')!
    .dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }))
  await flushPromises()
  expect(station.of('incident/assess')).toMatchObject([{ casualties: { minor: 2 } }])
  const next = caller({ news: { casualties: { trapped: 1 } } })
  await show({ incidents: [fire({ callers: [next], callerCount: 2 })] })
  const record = () => press('F2', { ctrlKey: true, shiftKey: true })
  record() // it has just come there
  await flushPromises()
  expect(station.of('incident/assess')).toHaveLength(1)
  expect(pageText()).toContain('画面刚变，请再按')
  await until(async () => {
    record()
    await flushPromises()
    expect(station.of('incident/assess')).toMatchObject([{}, { casualties: { trapped: 1 } }])
  })
})

it('lists who called, when and in which words, and files one apart', async () => {
  const shown = fire({ callers: [caller()], callerCount: 2 })
  const { station } = await consoleShowing({ incidents: [shown] }, answers)
  await pressed('2个来电')
  expect(pageText()).toContain('三楼也着火，两个人受伤')
  expect(pageText()).toContain('雀大甲')
  await pressed('另立事件')
  expect(station.of('incident/caller-undo')).toMatchObject([{ callerId: 'c2' }])
})

it('has what files one apart in front of the words, and says of each merged one that it is', async () => {
  const takenIn = [{ incidentId: 'i9', number: '2026-009', at: 2, by: '周敏' }]
  const shown = fire({ callers: [caller()], callerCount: 3, takenIn })
  await consoleShowing({ incidents: [shown] }, answers)
  await pressed('3个来电')
  const rows = [...document.querySelectorAll('[role=dialog] li')]
  const [, joined = '', merged = ''] = rows.map(({ textContent }) => textContent)
  expect(joined.indexOf('另立事件')).toBeLessThan(joined.indexOf('三楼也着火'))
  expect(merged).toContain('已并入')
  expect(merged).toContain('2026-009')
})

it('says who reported what nobody has verified; one caller alone is not counted', async () => {
  const shown = fire({ state: 'reported', source: { system: '消防主机', id: '3' } })
  await consoleShowing({ incidents: [shown] }, answers)
  expect(pageText()).toContain('消防主机上报，未核实')
  expect(pageText()).not.toContain('个来电')
})

it('preselects nothing to merge into where no incident alone is of the same place and type', async () => {
  const others = [
    fire({ id: 'other', number: '2026-002', type: 'fire', place: '北门停车场' }),
    fire({ id: 'third', number: '2026-003', type: 'flood' }),
  ]
  const shown = [fire({ type: 'fire' }), ...others]
  const { page, station } = await consoleShowing({ incidents: shown }, answers)
  await page.get('.moves [aria-haspopup]').trigger('click')
  await flushPromises()
  await pressed('并入其他事件', '.el-dropdown-menu__item')
  const dialog = document.querySelector('[role=dialog]')!
  expect(dialog.querySelector('input[type=radio]:checked')).toBeNull()
  const field = dialog.querySelector('textarea')!
  field.value = '同一处'
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  expect(dialog.textContent).toContain('先选并入哪一起')
  await pressed('并入', '[role=dialog] button[type=submit]')
  expect(station.of('incident/merge')).toEqual([])
})

it('merges with a reason into another running incident', async () => {
  const shown = [fire({ type: 'fire' }), fire({ id: 'other', number: '2026-002', type: 'fire' })]
  const { page, station } = await consoleShowing({ incidents: shown }, answers)
  await page.get('.moves [aria-haspopup]').trigger('click')
  await flushPromises()
  await pressed('并入其他事件', '.el-dropdown-menu__item')
  const field = document.querySelector<HTMLTextAreaElement>(
    '.el-dialog textarea, [role=dialog] textarea',
  )!
  field.value = '同一处'
  field.dispatchEvent(new Event('input'))
  await flushPromises()
  await pressed('并入', '[role=dialog] button[type=submit]')
  expect(station.of('incident/merge')).toMatchObject([{ into: 'other', reason: '同一处' }])
})

it.each([
  [undefined, true],
  [
    {
      id: 'accident',
      source: localized('某令', 'Order'),
      withinMs: 3_600_000,
      everyMs: 86_400_000,
    },
    false,
  ],
])(
  'says where the clock of the follow-up report ends by it: rule %j, %s',
  async (reportRule, ends) => {
    const clock = {
      ...{ kind: 'followUp' as const, ruleId: 'accident', source: localized('某令', 'Order') },
      ...{ startedAt: 1, dueAt: 2, doneAt: null, endedAt: null, lateAt: null },
    }
    const shown = [
      fire({ type: 'fire', reportClocks: [clock] }),
      fire({
        id: 'other',
        number: '2026-002',
        type: 'fire',
        ...(reportRule ? { reportRule } : {}),
      }),
    ]
    const { page } = await consoleShowing({ incidents: shown }, answers)
    await page.get('.moves [aria-haspopup]').trigger('click')
    await flushPromises()
    await pressed('并入其他事件', '.el-dropdown-menu__item')
    const says = document.querySelector('[role=dialog]')!.textContent
    expect(says.includes('续报不再计时')).toBe(ends)
  },
)

it('leaves out a line that is not so, of a caller or of what was merged, and can take that back', async () => {
  const shown = fire({
    callers: [caller({ news: { place: '四楼' } })],
    callerCount: 3,
    takenIn: [
      { incidentId: 'i9', number: '2026-009', at: 2, by: '周敏', news: { severity: 'serious' } },
    ],
  })
  const { page, station } = await consoleShowing({ incidents: [shown] }, answers)
  expect(page.findAll('.callers li').map(read)).toEqual([
    '2026-009并入带来称较大Ctrl Shift F2记入不采纳',
    '第2个来电新情况地点“四楼”去更正地点不采纳',
  ])
  await page.findAll('.callers li .link')[1]!.trigger('click')
  await flushPromises()
  expect(station.of('incident/news-dismiss')).toEqual([
    { incidentId: shown.id, from: 'c2', line: 'place' },
  ])
  expect(pageText()).toContain('不采纳一条新情况')
  press('F8', { ctrlKey: true })
  await flushPromises()
  expect(station.of('incident/undo')).toMatchObject([{ incidentId: shown.id }])
})

it('puts right who called, where a caller joined', async () => {
  const shown = fire({ callers: [caller()], callerCount: 2 })
  const { station } = await consoleShowing({ incidents: [shown] }, answers)
  await pressed('2个来电')
  await pressed('改来电人')
  const field = document.querySelector<HTMLInputElement>('[role=dialog] .name input')!
  expect(field.labels?.[0]?.textContent).toContain('第2个来电的来电人/回拨')
  field.value = '雀大甲 00000017'
  field.dispatchEvent(new Event('input'))
  await pressed('保存', '[role=dialog] .name button')
  expect(station.of('incident/caller-amend')).toEqual([
    { incidentId: shown.id, callerId: 'c2', reporter: '雀大甲 00000017' },
  ])
})

it('raises the level to that of a merged incident when a person says so', async () => {
  const shown = fire({
    ...{ level: 3, callerCount: 2 },
    levels: [{ level: 1, name: localized('一级响应', 'Level one') }],
    takenIn: [{ incidentId: 'i9', number: '2026-009', at: 2, by: '周敏', news: { level: 1 } }],
  })
  const { page, station } = await consoleShowing({ incidents: [shown] }, answers)
  expect(read(page.get('.callers li b'))).toBe('响应级别“一级响应”')
  await pressed('记入', '.callers li button')
  expect(station.of('incident/level')).toMatchObject([{ incidentId: 'fire', level: 1 }])
})
