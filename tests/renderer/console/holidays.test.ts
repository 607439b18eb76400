/**
 * The holidays of a year: pasted, read, checked and entered in the settings; missed on the calm
 * page.
 */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { CalendarRead, CalendarYearRead } from '#shared/contract/site.ts'
import CalmDesk from '#renderer/console/pages/now/CalmDesk.vue'
import { board } from '../board-parts.ts'
import { accepted, mountConsole, read } from './desk.ts'
import { settings } from './site-kit.ts'

const LAW: Omit<CalendarYearRead, 'year'> = {
  ...{ origin: 'law', holidays: ['2027-01-01', '2027-10-01'], workdays: [], source: null },
  ...{ by: null, at: null, lawful: ['2027-01-01', '2027-10-01'] },
}
const READ: CalendarRead = {
  missing: '2027',
  years: [
    { ...LAW, year: '2026', origin: 'program', lawful: [] },
    { ...LAW, year: '2027' },
  ],
}
const answers = { 'site/calendar-read': () => accepted<'site/calendar-read'>(READ) }
type Answers = NonNullable<Parameters<typeof settings>[1]>
const TEXT = `国办发明电〔2026〕9号
国庆节：10月1日（周五）至3日（周日）放假，共3天。10月9日（周六）上班。
2026年11月4日`

async function part(locale: 'zh-CN' | 'en' = 'zh-CN', more: Answers = {}) {
  const mounted = await settings({}, { ...answers, ...more }, locale)
  return { ...mounted, part: mounted.page.get('[data-part=calendar]') }
}

it('reads the pasted notice, says what to look at, and enters what a person has left of it', async () => {
  const { part: page, station } = await part()
  expect(read(page)).toMatch(/2027年的安排还没有录入.*2026程序自带.*2027未录入/)
  const [text, holidays, workdays] = page.findAll('textarea')
  await text!.setValue(TEXT)
  await page.get('button[type=button]').trigger('click')
  expect(holidays!.element.value).toBe('2027-10-01\n2027-10-02\n2027-10-03')
  expect(workdays!.element.value).toBe('2027-10-09')
  expect(read(page)).toMatch(/法定节日没有列入放假，请核对：2027-01-01.*没有读入：2026-11-04/)
  await holidays!.setValue(`${holidays!.element.value}\n2027-01-01`)
  await page.get('form').trigger('submit')
  await flushPromises()
  expect(station.of('site/calendar-set')).toEqual([
    {
      year: '2027',
      holidays: ['2027-01-01', '2027-10-01', '2027-10-02', '2027-10-03'],
      workdays: ['2027-10-09'],
      source: '国办发明电〔2026〕9号',
    },
  ])
  expect(read(page.get('[role=status]'))).toBe('已保存')
})

it('says why it cannot be saved', async () => {
  const { part: page } = await part()
  const save = page.get<HTMLButtonElement>('[type=submit]')
  expect(read(page)).toContain('还没有填日期')
  const [, holidays, workdays] = page.findAll('textarea')
  await holidays!.setValue('2027-10-01 2028-01-01')
  await workdays!.setValue('2027-10-01')
  expect(save.attributes('title')).toBe('日期有误，见上')
  expect(read(page)).toMatch(/不在2027年：2028-01-01.*既放假又上班：2027-10-01/)
  expect(save.element.disabled).toBe(true)
  await holidays!.setValue('2027-10-01')
  await workdays!.setValue('2027-10-09')
  expect(save.attributes('title')).toBe('还没有填通知的标题或文号')
})

it('keeps what is typed while the days are being saved', async () => {
  let letGo = (): void => undefined
  const { part: page } = await part('zh-CN', {
    'site/calendar-set': () =>
      new Promise((answer) => {
        letGo = () => answer(accepted<'site/calendar-set'>({}))
      }),
  })
  const [text, holidays] = page.findAll('textarea')
  await text!.setValue(TEXT)
  await page.get('button[type=button]').trigger('click')
  await page.get('form').trigger('submit')
  await holidays!.setValue('2027-12-31')
  letGo()
  await flushPromises()
  expect(holidays!.element.value).toBe('2027-12-31')
})

it('reads in English', async () => {
  const { part: page } = await part('en')
  expect(read(page)).not.toMatch(/calendar\.\w+/)
})

it('the calm page says among what is missing that they are, and leads there', async () => {
  const { page, show } = await mountConsole(CalmDesk, {}, answers)
  await show({})
  const lines = page.findAll('.missing a').map((link) => [read(link), link.attributes('href')])
  expect(lines).toContainEqual(['2027年节假日安排未录入', '#/site?at=calendar'])
  expect(read(page).split('2027年节假日安排').length).toBe(2)
})

it('the calm page asks again once the site has changed', async () => {
  let missing: string | null = '2027'
  const { page, show } = await mountConsole(
    CalmDesk,
    {},
    { 'site/calendar-read': () => accepted<'site/calendar-read'>({ ...READ, missing }) },
  )
  await show({})
  expect(read(page)).toContain('2027年节假日安排')
  missing = null
  await show({ site: { ...board({}).site } })
  await flushPromises()
  expect(read(page)).not.toContain('2027年节假日安排')
})
