/** Shifts that a roster names and the register lacks: which, how they are called, and when. */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { newShifts } from '#shared/domain/register-import/new-shifts.ts'
import type { RosterRegister } from '#shared/domain/register-import/roster-rows.ts'
import { readRoster } from '#shared/domain/register-import/roster-sheet.ts'
import type { Sheet } from '#shared/domain/register-import/sheet.ts'
import { CONTROL_ROOM, sheetOf } from './sheets.ts'

const NONE: RosterRegister = { persons: [], posts: [], shifts: [] }
const shift = (zh: string, begins: string, ends: string): RosterRegister['shifts'][number] => ({
  ...{ id: zh, name: localized(zh, zh), begins, ends, posts: ['guard'], weekdays: null },
})
const lacking = (sheet: Sheet, register: RosterRegister = NONE) =>
  newShifts(
    readRoster(sheet, {
      ...{ fileName: '2026年11月.xlsx', roles: new Map(), cells: null },
      chosen: { year: null, month: null, first: null },
      isPerson: () => false,
      isShift: () => false,
    }),
    register,
  )
const times = (shifts: ReturnType<typeof newShifts>): string[] =>
  shifts.map(({ name, begins, ends }) => `${name.zh} ${begins ?? '?'}–${ends ?? '?'}`)

/** Names down, the five days of a week across, then notes; what is left of a row is off. */
function marked(marks: readonly string[], ...notes: string[]): Sheet {
  const row = (name: string, cells: readonly string[]): string =>
    [name, ...[...cells, '休', '休', '休', '休', '休'].slice(0, 5)].join('|')
  const rows = [row('赵铁柱', marks), row('钱多多', marks.toReversed()), ...notes]
  return sheetOf(`\n姓名|1|2|3|4|5\n${rows.join('\n')}\n`, '11月')
}

describe('marks that no shift of the site has', () => {
  it.each([
    [
      ['白', '夜', '休'],
      ['白班 08:00–20:00', '夜班 20:00–08:00'],
    ],
    [
      ['早', '中', '夜'],
      ['早班 08:00–16:00', '中班 16:00–00:00', '夜班 00:00–08:00'],
    ],
    [
      ['早', '中', '晚'],
      ['早班 08:00–16:00', '中班 16:00–00:00', '晚班 00:00–08:00'],
    ],
    [
      ['白', '中', '夜'],
      ['白班 08:00–16:00', '中班 16:00–00:00', '夜班 00:00–08:00'],
    ],
    [
      ['早', '晚', '休'],
      ['早班 08:00–16:00', '晚班 16:00–00:00'],
    ],
    [
      ['早', '晚', '夜'],
      ['早班 08:00–16:00', '晚班 16:00–00:00', '夜班 00:00–08:00'],
    ],
    [
      ['日', '晚', '休'],
      ['日班 08:00–20:00', '晚班 20:00–08:00'],
    ],
    [
      ['早班', '夜班', '休'],
      ['早班 08:00–20:00', '夜班 20:00–08:00'],
    ],
    [
      ['白', '小夜', '大夜'],
      ['白班 08:00–16:00', '小夜班 16:00–00:00', '大夜班 00:00–08:00'],
    ],
    [
      ['正常', '备', '休'],
      ['正常班 08:30–17:30', '备班 ?–?'],
    ],
    [
      ['day', 'night', 'off'],
      ['白班 08:00–20:00', '夜班 20:00–08:00'],
    ],
  ])('%s: with their usual times', (marks, expected) => {
    expect(times(lacking(marked(marks)))).toEqual(expected)
  })

  it('are counted, with where they stand first and both languages', () => {
    expect(lacking(marked(['白', '夜', '白']))[0]).toMatchObject({
      ...{ words: ['白'], count: 4, at: { row: 2, column: 1 }, isUsual: true },
      name: localized('白班', 'Day shift'),
    })
  })

  it('that are letters may be shifts, and nobody is taken at their word', () => {
    const [letter] = lacking(marked(['D', '休', '休']))
    expect(letter).toMatchObject({ words: ['D'], isUsual: false, begins: null, ends: null })
    expect(letter?.name.zh).toBe('D班')
  })

  it('hang on what the site has already: a night beside a day of twelve hours', () => {
    const register = { ...NONE, shifts: [shift('白班', '08:00', '20:00')] }
    expect(times(lacking(marked(['白', '夜', '休']), register))).toEqual(['夜班 20:00–08:00'])
    const three = { ...NONE, shifts: [shift('中班', '16:00', '00:00')] }
    expect(times(lacking(marked(['中', '夜', '休']), three))).toEqual(['夜班 00:00–08:00'])
  })

  it('and that the site has are none', () => {
    const shifts = [shift('白班', '08:00', '20:00'), shift('夜班', '20:00', '08:00')]
    expect(lacking(marked(['白', '夜', '休']), { ...NONE, shifts })).toEqual([])
  })
})

describe('what the sheet itself says of a shift', () => {
  it('in a note goes before what is usual', () => {
    expect(times(lacking(CONTROL_ROOM))).toEqual(['白班 08:00–20:00', '夜班 20:00–08:00'])
    const early = marked(['白', '夜'], '注：白班7:30-19:30，夜班19:30-次日7:30')
    expect(times(lacking(early))).toEqual(['白班 07:30–19:30', '夜班 19:30–07:30'])
  })

  it('in a legend names what a letter means', () => {
    const sheet = marked(['D', 'N'], 'D=白班，N=夜班')
    expect(lacking(sheet)).toMatchObject([
      { words: ['D'], name: { zh: '白班' }, isUsual: true },
      { words: ['N'], name: { zh: '夜班' }, begins: '20:00' },
    ])
  })

  it('in a label beside names has its times; a label that is a post is no shift', () => {
    const sheet = sheetOf(
      `
班次|岗位|1|2|3|4|5
白班 8:30-20:30|监控岗|赵铁柱|钱多多|赵铁柱|钱多多|赵铁柱
夜班|监控岗|孙小圣|李逵|孙小圣|李逵|孙小圣
`,
      '11月',
    )
    expect(times(lacking(sheet))).toEqual(['白班 08:30–20:30', '夜班 20:00–08:00'])
  })
})
