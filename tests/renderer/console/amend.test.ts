/** Tests the form that puts a report right, and times of day as they are told. */
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { paperTime, pastTime } from '#renderer/console/base/past-time.ts'
import { amendmentOf, draftOf } from '#renderer/console/pages/now/incident/amendment.ts'
import { incident, NOW, ZONE } from '../board-parts.ts'
import { accepted, press } from './desk.ts'
import { consoleShowing, fire } from './fire-at-desk.ts'

const MINUTE = 60_000
const jump = incident({ id: 'jump', place: '要跳楼', occurredAt: NOW })
const before = draftOf(jump, '要跳楼', '14:32')
const at = (typed: string) => pastTime(typed, NOW, ZONE)

describe('a time of day that is told', () => {
  it('is the last such instant, however it is written', () => {
    const twenty = NOW - 12 * MINUTE - 8_000
    expect([at('14:20'), at('14：20'), at('1420')]).toEqual([twenty, twenty, twenty])
    expect(at('23:50')).toBeLessThan(NOW)
    expect([at('25:00'), at('14:61'), at('now')]).toEqual([null, null, null])
  })
})

describe('a time as a paper has it', () => {
  const onPaper = (typed: string) => paperTime(typed, NOW, ZONE)

  it('may bear its day, however it is written; without one it is of the last 24 hours', () => {
    const day = onPaper('11-20 14:20')
    expect(day).toBe(NOW - 4 * 24 * 60 * MINUTE - 12 * MINUTE - 8_000)
    expect([
      onPaper('11月20日 14:20'),
      onPaper('2026-11-20 14:20'),
      onPaper('11/20 14：20'),
    ]).toEqual([day, day, day])
    expect(onPaper('14:20')).toBe(at('14:20'))
  })

  it('of a day still to come is of the year before, and never ahead', () => {
    expect(onPaper('12-31 08:00')).toBe(Date.parse('2025-12-31T08:00:00+08:00'))
    expect([onPaper('2026-12-31 08:00'), onPaper('02-30 08:00'), onPaper('13-01 08:00')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('what is put right', () => {
  it('is sent alone, with the reason', () => {
    const draft = { ...before, place: '云雀湾商场天台', reason: '把话听成了地点' }
    expect(amendmentOf('jump', before, draft, at)).toEqual({
      incidentId: 'jump',
      place: '云雀湾商场天台',
      reason: '把话听成了地点',
    })
  })

  it('is nothing without a change, a reason or a time that is one', () => {
    const reason = '听错'
    expect(amendmentOf('jump', before, { ...before, reason }, at)).toBeNull()
    expect(amendmentOf('jump', before, { ...before, place: '天台' }, at)).toBeNull()
    expect(amendmentOf('jump', before, { ...before, reason, time: 'x' }, at)).toBeNull()
    expect(amendmentOf('jump', before, { ...before, reason, place: '' }, at)).toBeNull()
  })

  it('is opened by Shift+F2, the place first', async () => {
    const { station } = await consoleShowing({ incidents: [fire()] })
    press('F2', { shiftKey: true })
    await flushPromises()
    const [place] = document.querySelectorAll<HTMLInputElement>('.el-dialog input')
    expect(place?.value).toBe('大厅二楼')
    place!.value = '大厅三楼'
    place!.dispatchEvent(new Event('input'))
    const words = [...document.querySelectorAll<HTMLTextAreaElement>('.el-dialog textarea')].at(-1)!
    words.value = '听错楼层'
    words.dispatchEvent(new Event('input'))
    press('Enter', { on: words, ctrlKey: true }) // as in the intake
    await flushPromises()
    expect(station.of('incident/amend')).toEqual([
      { incidentId: 'fire', place: '大厅三楼', reason: '听错楼层' },
    ])
  })
})

it('takes the type that a part of its name leaves, with Enter', async () => {
  const types = ['火灾', '人员伤害'].map((name) => ({
    ...{ words: [], danger: false, discreet: false, accident: false, plans: [] },
    ...{ code: name, name: localized(name, name), categoryName: localized('类', 'Kind') },
    ...{ category: 'accident', legal: 'accidentDisaster' as const },
  }))
  const { station } = await consoleShowing(
    { incidents: [fire()] },
    { 'types/list': () => accepted<'types/list'>(types) },
  )
  press('F2', { shiftKey: true })
  await flushPromises()
  const field = document.querySelector<HTMLInputElement>('.el-dialog .el-select input')!
  field.focus()
  field.click()
  field.value = '伤害'
  field.dispatchEvent(new Event('input'))
  const shown = () => document.querySelectorAll('.el-select-dropdown__item.is-hovering').length
  await expect.poll(shown).toBe(1)
  press('Enter', { on: field })
  await flushPromises()
  const words = [...document.querySelectorAll<HTMLTextAreaElement>('.el-dialog textarea')].at(-1)!
  words.value = '听错'
  words.dispatchEvent(new Event('input'))
  press('Enter', { on: words })
  await flushPromises()
  expect(station.of('incident/amend')).toEqual([
    { incidentId: 'fire', type: '人员伤害', reason: '听错' },
  ])
})

it('shows a type that was put right beside the plan that goes on', async () => {
  const typeName = localized('商场火灾', 'Mall fire')
  const { page, show } = await consoleShowing({ incidents: [fire({ typeName })] })
  expect(page.get('.facts').text()).not.toContain('商场火灾')
  await show({ incidents: [fire({ typeName, amended: { at: NOW, by: '周敏' } })] })
  expect(page.get('.facts').text()).toContain('类型 商场火灾')
})

it('asks for the plans of a type that was put right, where no plan has been chosen', async () => {
  const report = { plans: [], steps: [], narrative: '三楼冒烟' }
  const { station, show } = await consoleShowing({ incidents: [fire({ ...report, type: null })] })
  await show({ incidents: [fire({ ...report, type: 'mall-fire.fire' })] })
  expect(station.of('incident/propose')).toEqual([
    { narrative: '三楼冒烟', type: null },
    { narrative: '三楼冒烟', type: 'mall-fire.fire' },
  ])
})

describe('recording for somebody else', () => {
  it('names nobody before somebody types it, and what is typed stays', async () => {
    const { page, station } = await consoleShowing({ incidents: [fire()] })
    await page
      .findAll('.acts button')
      .find((button) => button.text() === '代他人记录…')!
      .trigger('click')
    await flushPromises()
    const fields = [...document.querySelectorAll<HTMLInputElement>('.el-dialog input[list]')]
    expect(fields.map(({ value }) => value)).toEqual([''])
    fields[0]!.value = '雀大甲'
    fields[0]!.dispatchEvent(new Event('input'))
    press('Tab', { on: fields[0]! })
    fields[0]!.dispatchEvent(new Event('blur'))
    const words = document.querySelector<HTMLTextAreaElement>('.el-dialog textarea')!
    words.value = '已拨'
    words.dispatchEvent(new Event('input'))
    press('Enter', { on: words })
    await flushPromises()
    expect(station.of('incident/step').map(({ onBehalfOf }) => onBehalfOf?.person)).toEqual([
      '雀大甲',
    ])
  })
})
