/**
 * One key prints the power-cut sheet from any page, and without the station as well; its page shows
 * what it would be, and prints a blank intake sheet in one click.
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import PowerCutPage from '#renderer/console/pages/power-cut/PowerCutPage.vue'
import { localized } from '#shared/domain/text.ts'
import { fact, incident, MINUTE, NOW, SECOND, step } from '../board-parts.ts'
import { accepted, mountConsole, press, read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const RUNNING = incident({
  ...{ place: '三楼厨房', number: '2026-001' },
  steps: [step({ lifeSafety: true, short: localized('疏散', 'Evacuate') })],
})
const printed: string[] = []

beforeEach(() => {
  printed.length = 0
  vi.stubGlobal('print', () => {
    printed.push(document.querySelector('.printed-now')?.textContent ?? '')
    dispatchEvent(new Event('afterprint'))
  })
})

it('prints by one key what runs, and is gone from the page afterwards', async () => {
  await consoleShowing({ incidents: [RUNNING] })
  press('F2', { ctrlKey: true })
  await flushPromises()
  expect(printed).toHaveLength(1)
  expect(printed[0]).toMatch(/断电纸.*三楼厨房.*【保命】疏散.*119/s)
  expect(document.querySelector('.printed-now')).toBeNull()
})

it('prints without the station from the last picture, too', async () => {
  const { station } = await consoleShowing({ incidents: [RUNNING] })
  station.status.value = 'lost'
  press('F2', { ctrlKey: true })
  await flushPromises()
  expect(printed[0]).toMatch(/三楼厨房/)
})

it('shows on its page what would be printed, and prints a blank intake sheet in one click', async () => {
  location.hash = '#/power-cut'
  const { page, show } = await mountConsole(
    PowerCutPage,
    {},
    {
      'export/start': () => accepted<'export/start'>({ exportId: 'e1' }),
    },
  )
  await show({ incidents: [RUNNING] })
  expect(read(page)).toMatch(/三楼厨房.*【保命】疏散/)
  const [intake] = page.findAll('button').filter((button) => button.text() === '打印空白接报单')
  await intake!.trigger('click')
  await flushPromises()
  expect(printed).toEqual(['']) // the frame that would show it is not mounted here
})

it('enters times beside the steps, is told what is wrong line by line, and empties once it is saved', async () => {
  let faulty = true
  const { page, station, show } = await mountConsole(
    PowerCutPage,
    {},
    {
      'sheet/enter': () =>
        accepted<'sheet/enter'>({
          rows: [
            {
              row: 1,
              outcome: faulty ? 'refused' : 'new',
              message: faulty ? localized('早于接报', 'before the report') : null,
            },
          ],
        }),
    },
  )
  await show({ incidents: [RUNNING] })
  expect(page.get('.enter caption').text()).toMatch(/^2026-001 三楼厨房/) // as on the paper
  const time = page.get('input[aria-label*="的时间"]')
  const save = () => page.get('.enter form').trigger('submit')
  await time.setValue('9点')
  expect(read(page)).toContain('1行还不能存')
  await save()
  expect(station.of('sheet/enter')).toEqual([])
  await time.setValue('14:20')
  await save()
  await flushPromises()
  expect(read(page)).toContain('早于接报')
  expect(station.of('sheet/enter')).toMatchObject([{ preview: true }])
  faulty = false
  await save()
  await flushPromises()
  expect(station.of('sheet/enter').at(-1)?.rows).toMatchObject([
    { row: 1, what: 'step', at: NOW - 12 * MINUTE - 8 * SECOND, reason: '停电，按断电纸补录' },
  ])
  expect((time.element as HTMLInputElement).value).toBe('')
  expect(read(page)).toContain('已存1行')
})

it('says how often the sheet comes by itself, in the language of the screen', async () => {
  const { page, station, show } = await mountConsole(PowerCutPage)
  await show({ incidents: [RUNNING] })
  const [every] = page.findAll('.times select')
  await every!.setValue('30')
  await page.get('.times').trigger('submit')
  await flushPromises()
  expect(station.of('sheet/arrange')).toEqual([{ everyMinutes: 30, language: 'zh' }])
})

it('takes answers, who has heard, since when it is contained, and a call that begins an incident', async () => {
  const { page, station, show } = await mountConsole(
    PowerCutPage,
    {},
    { 'sheet/enter': () => accepted<'sheet/enter'>({ rows: [] }) },
  )
  const task = step({
    ...{ id: 'task:1', title: localized('临时任务1', 'Task 1') },
    task: {
      ...{ number: 1, text: '清点人数' },
      named: [{ id: '1', person: '雀大甲', post: null, heardAt: null, heardBy: null }],
    },
  })
  const shown = incident({
    ...{ id: 'i1', place: '三楼厨房', steps: [task], moves: ['contained'] },
    facts: [fact({ key: 'trapped', question: localized('有人被困？', 'Anybody trapped?') })],
  })
  await show({ incidents: [shown] })
  const time = (label: string) => page.get(`input[aria-label="“${label}”的时间"]`)
  await time('有人被困？').setValue('14:20')
  expect(read(page)).toContain('1行还不能存') // no answer yet
  await page.get('select[aria-label="“有人被困？”的回答"]').setValue('yes')
  await time('听到了：雀大甲（临时任务1）').setValue('14:25')
  await time('已控制').setValue('14:30')
  const [add] = page.findAll('button').filter((button) => button.text() === '加一行新接报')
  await add!.trigger('click')
  const fields = page.findAll('.both input')
  await page.get('.enter input[aria-label="时间"]').setValue('14:10')
  await fields[0]!.setValue('南门')
  await fields[1]!.setValue('电梯困人')
  await page.get('.enter form').trigger('submit')
  await flushPromises()
  expect(station.of('sheet/enter').at(-1)?.rows).toMatchObject([
    { what: 'answer', incidentId: 'i1', fact: 'trapped', value: 'yes', planId: null },
    { what: 'heard', incidentId: 'i1', stepId: 'task:1', member: '1' },
    { what: 'contained', incidentId: 'i1' },
    { what: 'report', place: '南门', words: '电梯困人' },
  ])
})

it('asks why life safety was left undone, and sends it with since when it is contained', async () => {
  const { page, station, show } = await mountConsole(
    PowerCutPage,
    {},
    { 'sheet/enter': () => accepted<'sheet/enter'>({ rows: [] }) },
  )
  const steps = [
    step({ id: 'ring', lifeSafety: true, title: localized('拨打119', 'Call 119') }),
    step({ id: 'leave', lifeSafety: true }),
  ]
  await show({ incidents: [incident({ id: 'i1', steps, moves: ['contained'] })] })
  const why = () => page.find('input[aria-label="保命步骤还有没做的，写明原因"]')
  await page.get('input[aria-label="“拨打119”的时间"]').setValue('14:20')
  await page.get('input[aria-label="“已控制”的时间"]').setValue('14:30')
  await why().setValue('消防已接手')
  await page.get('.enter form').trigger('submit')
  await flushPromises()
  expect(station.of('sheet/enter').at(-1)?.rows).toMatchObject([
    { what: 'step', stepId: 'ring' },
    { what: 'contained', reasons: { leave: '消防已接手' } },
  ])
  await show({ incidents: [incident({ id: 'i1', steps: [], moves: ['contained'] })] })
  expect(why().exists()).toBe(false)
})
