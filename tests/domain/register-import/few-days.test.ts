/** A roster of a few plain days: what makes them plain, and which numbers are none. */
import { expect, it } from 'vitest'
import { readRoster, type HowRead } from '#shared/domain/register-import/roster-sheet.ts'
import type { Sheet } from '#shared/domain/register-import/sheet.ts'
import { sheetOf } from './sheets.ts'

const NO_CHOICE = { year: null, month: null, first: null }
const read = (sheet: Sheet, how: Partial<HowRead> = {}) =>
  readRoster(sheet, {
    fileName: '值班表.xlsx',
    roles: new Map(),
    cells: null,
    chosen: NO_CHOICE,
    isPerson: (name) => ['赵铁柱', '李逵', '钱多多'].includes(name),
    isShift: () => false,
    ...how,
  })

const FOUR = '|27|28|29|30\n赵铁柱|白|夜|休|白'
it.each([
  ['a month over them', `2026年11月\n人${FOUR}`, '值班表.xlsx'],
  ['the month of the file', `人${FOUR}`, '值班表202611.xlsx'],
  ['weekdays beside them', '2026年11月\n人|29|30\n|日|一\n赵铁柱|白|夜', '值班表.xlsx'],
])('that are few are read by %s', (_by, text, fileName) => {
  const sheet = read(sheetOf(text), { fileName })
  expect([sheet.dates.at(-1), sheet.body.length]).toEqual([
    '2026-11-30',
    text.includes('|日|') ? 2 : 4,
  ])
})
it.each([
  ['under a head', `姓名${FOUR}`],
  ['with weekdays alone', '\n人|27|28\n|五|六\n赵铁柱|白|夜'],
])('that are few %s lack only their month', (_how, text) => {
  expect(read(sheetOf(text)).lacks).toBe('month')
})
it('that are few go on into the next month, and the totals below them are none', () => {
  const sheet = read(
    sheetOf('2026年11月\n姓名|29|30|1|2\n赵铁柱|白|夜|休|白\n李逵|夜|白|白|夜\n合计|3|4|5|6'),
    { chosen: { ...NO_CHOICE, month: 11 } },
  )
  expect(sheet.dates).toEqual(['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'])
  expect(sheet.left.map(({ row }) => row)).toEqual([1, 5])
})
it.each([
  ['how many stand there', '2026年11月\n班次|甲组|乙组|丙组\n白班|2|3|4\n夜班|3|4|5'],
  ['totals', '2026年11月\n班次|甲组|乙组|丙组\n白班人数|2|3|4\n组长|赵铁柱|李逵|钱多多'],
  ['numbers with a gap', '2026年11月\n姓名|3|5|6\n赵铁柱|白|夜|休'],
  ['running numbers', '2026年11月\n|姓名\n1|赵铁柱\n2|李逵\n3|钱多多'],
  ['few numbers and nothing else', '人|27|28|29|30\n赵铁柱|白|夜|休|白'],
])('%s are no days', (_what, text) => {
  expect(read(sheetOf(text)).cells).toBe(null)
})
