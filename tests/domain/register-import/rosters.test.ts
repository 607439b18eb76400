/**
 * Duty rosters of ten offices: what each sheet says is read, what it does not say is asked, and
 * every question names its cell.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { datesOf } from '#shared/domain/register-import/days.ts'
import { nameKey } from '#shared/domain/register-import/names.ts'
import {
  NO_ANSWERS,
  rosterRows,
  shiftNamed,
  type RosterAnswers,
  type RosterRegister,
  type WhoIsMeant,
} from '#shared/domain/register-import/roster-rows.ts'
import {
  readRoster,
  type HowRead,
  type RosterSheet,
} from '#shared/domain/register-import/roster-sheet.ts'
import { columnName, type CellPlace, type Sheet } from '#shared/domain/register-import/sheet.ts'
import {
  asText,
  CONTROL_ROOM,
  GAS_LIST,
  HOSPITAL,
  HOTEL,
  MALL,
  METRO,
  PARK,
  SCHOOL_WEEK,
  sheetOf,
  TOWNSHIP,
  TWO_HALVES,
  WATER_WORKS,
} from './sheets.ts'

const MONITOR = 'site-monitor'
const PATROL = 'site-patrol'
const person = (id: string, name: string, ...posts: string[]) => ({ id, name, posts })
const shift = (
  id: string,
  zh: string,
  en: string,
  begins: string,
  ends: string,
  posts: string[],
) => ({
  id,
  name: localized(zh, en),
  begins,
  ends,
  posts,
  weekdays: null,
})
const REGISTER: RosterRegister = {
  persons: [
    person('zhao', '赵铁柱', MONITOR),
    person('qian', '钱多多', MONITOR),
    person('sun', '孙小圣', PATROL, MONITOR),
    person('li', '李逵', PATROL),
    person('zhou', '周到'),
    person('wu', '吴用'),
    person('ann', 'Ann Lee', MONITOR),
    person('bob', 'Bob Ray', MONITOR),
  ],
  posts: [
    { id: MONITOR, name: localized('监控岗', 'Monitor') },
    { id: PATROL, name: localized('巡查岗', 'Patrol') },
    { id: 'duty-leader', name: localized('值班领导', 'Duty leader') },
  ],
  shifts: [
    shift('day', '白班', 'Day', '08:00', '20:00', [MONITOR, PATROL, 'duty-leader']),
    shift('night', '夜班', 'Night', '20:00', '08:00', [MONITOR, PATROL, 'duty-leader']),
  ],
}
const NO_CHOICE = { year: null, month: null, first: null }
const read = (sheet: Sheet, how: Partial<HowRead> = {}): RosterSheet =>
  readRoster(sheet, {
    fileName: '值班表.xlsx',
    roles: new Map(),
    cells: null,
    chosen: NO_CHOICE,
    isPerson: (name) => REGISTER.persons.some((known) => nameKey(known.name) === nameKey(name)),
    isShift: (name) => shiftNamed(name, REGISTER.shifts) !== null,
    ...how,
  })
const where = ({ row, column }: CellPlace): string => `${columnName(column ?? 0)}${row}`

/** What becomes of a sheet, as lines: `11-01 day site-monitor zhao li`; what is asked, where. */
function result(
  sheet: RosterSheet,
  answers: Partial<RosterAnswers> = {},
  { register = REGISTER, clearing = false } = {},
) {
  const { rows, questions } = rosterRows(sheet, register, { ...NO_ANSWERS, ...answers }, clearing)
  return {
    rows: rows
      .map(
        ({ date, shiftId, postId, persons }) =>
          `${date.slice(5)} ${shiftId} ${postId} ${persons.map((who) => ('id' in who ? who.id : who.name)).join(' ')}`,
      )
      .sort(),
    asked: questions.map(({ kind, text, at, count }) => `${kind} ${text} ${where(at)} ${count}`),
  }
}

describe('a fire control room: names down, days across, marks', () => {
  const sheet = read(CONTROL_ROOM)
  it('is read with its posts; leave and rest are nothing', () => {
    expect(sheet).toMatchObject({ across: true, cells: 'marks', lacks: null, wrongDay: null })
    expect(sheet.dates).toEqual(['01', '02', '03', '04', '05', '06'].map((day) => `2026-11-${day}`))
    const { rows, asked } = result(sheet)
    expect(asked).toEqual([])
    expect(rows.filter((row) => row.startsWith('11-04') || row.startsWith('11-06'))).toEqual([
      '11-04 day site-patrol sun li',
      '11-04 night site-monitor qian',
      '11-04 night site-patrol li',
      '11-06 day site-monitor zhao',
      '11-06 night site-monitor qian',
      '11-06 night site-patrol li',
    ])
  })
  it('title, total, note and signatures are listed as no part of it', () => {
    expect(sheet.left.map(({ row }) => row)).toEqual([1, 8, 9, 10])
  })
  it('says what each of its columns was read as', () => {
    expect(sheet.columns.map(({ head, role }) => `${head} ${role}`)).toEqual([
      '序号 skip',
      '姓名 person',
      '岗位 post',
      '备注 skip',
    ])
  })
  it('in another year the weekdays do not fit, and the cell is named', () => {
    const other = read(CONTROL_ROOM, { chosen: { ...NO_CHOICE, year: 2025 } })
    expect(other.wrongDay).toEqual({ at: { row: 2, column: 3 }, date: '2025-11-01' })
  })
  it('a column that a person says to skip is not read, and the post is asked', () => {
    const { asked } = result(read(CONTROL_ROOM, { roles: new Map([[2, 'skip']]) }))
    expect(asked).toEqual(['post  D6 4'])
  })
  it('what it leaves empty is cleared on its days, where that is said', () => {
    const { rows } = result(sheet, {}, { clearing: true })
    expect(rows.filter((row) => row.endsWith(' '))).toEqual([
      '11-01 night site-patrol ',
      '11-02 night site-monitor ',
      '11-03 night site-patrol ',
      '11-04 day site-monitor ',
      '11-05 night site-monitor ',
      '11-06 day site-patrol ',
    ])
  })
})

describe('names in the cells', () => {
  it('a mall: shifts and posts down, several names, one name over three days', () => {
    const { rows, asked } = result(read(MALL))
    expect(asked).toEqual([])
    expect(rows).toEqual([
      '11-01 day site-monitor zhao',
      '11-01 day site-patrol sun li',
      '11-01 night site-monitor qian',
      '11-01 night site-patrol li sun',
      '11-02 day site-monitor qian',
      '11-02 day site-patrol sun li',
      '11-02 night site-monitor qian',
      '11-02 night site-patrol li',
      '11-03 day site-monitor zhao',
      '11-03 day site-patrol li',
      '11-03 night site-monitor qian',
      '11-03 night site-patrol sun',
      '11-04 day site-monitor qian',
      '11-04 day site-patrol sun li',
      '11-04 night site-monitor zhao',
    ])
  })
  it('a water works: days down; the leader of the day is no shift, so that both are asked', () => {
    const { rows, asked } = result(read(WATER_WORKS), { post: MONITOR })
    expect(asked).toEqual(['label 带班领导 C2 3'])
    expect(rows.slice(0, 2)).toEqual([
      '11-01 day site-monitor zhao',
      '11-01 night site-monitor qian',
    ])
    const leader = { labels: new Map([['带班领导', { post: 'duty-leader', shift: 'day' }]]) }
    expect(result(read(WATER_WORKS), { post: MONITOR, ...leader }).rows).toContain(
      '11-02 day duty-leader wu',
    )
  })
  it('a column may be read as another than was recognised', () => {
    const sheet = read(WATER_WORKS, { roles: new Map([[2, 'skip']]) })
    expect(sheet.columns.map(({ head, role }) => `${head} ${role}`)).toEqual([
      '星期 weekday',
      '带班领导 skip',
      '白班 cells',
      '夜班 cells',
    ])
    expect(result(sheet, { post: MONITOR }).asked).toEqual([])
  })
  it('a gas company: a list that writes dates and shifts once', () => {
    expect(result(read(GAS_LIST))).toEqual({
      rows: [
        '11-01 day site-monitor zhao',
        '11-01 day site-patrol sun li',
        '11-01 night site-monitor qian',
        '11-02 day site-monitor qian',
      ],
      asked: [],
    })
  })
  it('a school: weekdays under the dates in the title', () => {
    const sheet = read(SCHOOL_WEEK)
    expect([sheet.dates[0], sheet.dates.at(-1)]).toEqual(['2026-11-23', '2026-11-29'])
    expect(result(sheet, { post: PATROL }).rows).toContain('11-29 night site-patrol li')
  })
  it('a park: shifts over posts; without a year the year is asked', () => {
    expect(read(PARK)).toMatchObject({ lacks: 'year', body: [] })
    const sheet = read(PARK, { chosen: { ...NO_CHOICE, year: 2026 } })
    const { rows, asked } = result(sheet, {
      labels: new Map([['带班领导', { post: 'duty-leader' }]]),
    })
    expect(asked).toEqual([])
    expect(rows.filter((row) => row.startsWith('11-27'))).toEqual([
      '11-27 day duty-leader wu',
      '11-27 day site-monitor sun',
      '11-27 night duty-leader zhou',
      '11-27 night site-monitor li',
    ])
  })
  it.each([
    ['joined cells', METRO],
    ['a file of text', asText(METRO)],
  ])('a metro station: two columns a day for its shifts, in %s', (_how, sheet) => {
    const { rows, asked } = result(read(sheet))
    expect(asked).toEqual([])
    expect(rows.filter((row) => row.startsWith('11-03'))).toEqual([
      '11-03 day site-monitor zhao',
      '11-03 day site-patrol sun',
      '11-03 night site-monitor qian',
      '11-03 night site-patrol li',
    ])
  })
  it('a street office: the month in two halves side by side', () => {
    const sheet = read(TWO_HALVES)
    expect(sheet.dates).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-11-03',
      '2026-11-16',
      '2026-11-17',
      '2026-11-18',
    ])
    expect(result(sheet, { shift: 'night', post: MONITOR }).rows).toContain(
      '11-18 night site-monitor zhao',
    )
    expect(result(sheet).asked).toEqual(['shift  B3 6'])
  })
  it('a township: one week below the other', () => {
    const sheet = read(TOWNSHIP)
    expect(sheet.dates.length).toBe(10)
    expect(result(sheet, { shift: 'day' }).rows.slice(4, 6)).toEqual([
      '11-06 day site-monitor zhao',
      '11-09 day site-monitor qian',
    ])
    expect(sheet.left.map(({ row }) => row)).toEqual([1, 6])
  })
})

describe('marks', () => {
  it('a hospital: from the 26th on nobody can say which month, so it is asked', () => {
    expect(read(HOSPITAL)).toMatchObject({ lacks: 'month', body: [] })
  })
  it('its note says what D, N and O are; X1 is asked', () => {
    const sheet = read(HOSPITAL, { chosen: { year: 2026, month: 10, first: null } })
    expect([sheet.dates[0], sheet.dates.at(-1)]).toEqual(['2026-10-26', '2026-11-02'])
    const { rows, asked } = result(sheet)
    expect(asked).toEqual(['mark X1 H3 1'])
    expect(rows.slice(0, 2)).toEqual([
      '10-26 day site-monitor zhao',
      '10-26 night site-monitor qian',
    ])
    const answered = result(sheet, { marks: new Map([['X1', ['day', 'night']]]) })
    expect(answered.asked).toEqual([])
    expect(answered.rows).toContain('11-02 night site-monitor zhao')
  })
  it('a letter without a note is asked, whatever else it might mean', () => {
    const sheet = read(
      { ...HOSPITAL, rows: HOSPITAL.rows.slice(0, 4) },
      {
        chosen: { year: 2026, month: 10, first: null },
      },
    )
    expect(result(sheet).asked).toEqual([
      'mark D B3 7',
      'mark N D3 3',
      'mark O E3 3',
      'mark X1 H3 1',
    ])
  })
  it('a hotel, in English', () => {
    const { rows, asked } = result(read(HOTEL))
    expect(asked).toEqual([])
    expect(rows.slice(-2)).toEqual(['11-06 day site-monitor ann', '11-06 night site-monitor bob'])
  })
  it('√ is the only shift there is, and asked where there are two', () => {
    const sheet = read(sheetOf('2026年11月\n姓名|1|2|3|4|5\n赵铁柱|√||√||√\n钱多多||√||√|'))
    expect(result(sheet).asked).toEqual(['mark √ B3 5'])
    const [day] = REGISTER.shifts
    const single = { ...REGISTER, shifts: day ? [day] : [] }
    expect(result(sheet, {}, { register: single }).rows.length).toBe(5)
  })
})

describe('who is meant', () => {
  const sheet = read(sheetOf('日期|班次|岗位|人员\n2026-11-01|白班|监控岗|王伟、牛魔王、全体'))
  const twins = {
    ...REGISTER,
    persons: [...REGISTER.persons, person('w1', '王伟', MONITOR), person('w2', '王 伟', MONITOR)],
  }
  it('two of one name and an unknown name are asked, each with its cell', () => {
    expect(result(sheet, {}, { register: twins }).asked).toEqual([
      'person 王伟 D2 1',
      'person 牛魔王 D2 1',
      'person 全体 D2 1',
    ])
  })
  it('an answer holds for every cell of that name: one of the two, somebody new, nobody', () => {
    const persons: RosterAnswers['persons'] = new Map<string, WhoIsMeant>([
      ['王伟', { id: 'w2' }],
      ['牛魔王', 'new'],
      ['全体', 'nobody'],
    ])
    expect(result(sheet, { persons }, { register: twins })).toEqual({
      rows: ['11-01 day site-monitor w2 牛魔王'],
      asked: [],
    })
  })
  it('a post before a colon in the cell is the post of those after it', () => {
    const cell = read(
      sheetOf('日期|白班\n2026-11-01|监控岗：赵铁柱\\n巡查岗：李逵、孙小圣\n2026-11-02|'),
    )
    expect(result(cell).rows).toEqual([
      '11-01 day site-monitor zhao',
      '11-01 day site-patrol li sun',
    ])
  })
})

describe('days', () => {
  const day = (day: number | null, more = {}) => ({
    year: null,
    month: null,
    day,
    weekday: null,
    ...more,
  })
  it('go on into the next month and year where the numbers begin again', () => {
    expect(
      datesOf([day(30), day(31), day(1)], null, { year: 2026, month: 12, first: null }),
    ).toEqual(['2026-12-30', '2026-12-31', '2027-01-01'])
  })
  it('11.10 that has become the number 11.1 is the tenth', () => {
    const heads = ['11.8', '11.9', '11.1', '11.11'].join('|')
    const sheet = sheetOf(`2026年\n姓名|${heads}\n赵铁柱|白|夜|白|夜`)
    expect(read(sheet).dates).toEqual(['2026-11-08', '2026-11-09', '2026-11-10', '2026-11-11'])
  })
  it('a day that the month has not is none, and something that stands there is named', () => {
    const heads = Array.from({ length: 31 }, (_, n) => n + 1).join('|')
    const blank = read(sheetOf(`2026年11月\n姓名|${heads}\n赵铁柱|${'白|'.repeat(30)}`))
    expect([blank.dates.length, blank.noSuchDay]).toEqual([30, []])
    const filled = read(sheetOf(`2026年11月\n姓名|${heads}\n赵铁柱|${'白|'.repeat(31)}`))
    expect(filled.noSuchDay.map(where)).toEqual(['AF2'])
  })
  it.each([
    ['the name of the sheet', '2026年11月', '值班表.xlsx'],
    ['the name of the file', 'Sheet1', '值班表202611.xlsx'],
  ])('take month and year from %s', (_from, name, fileName) => {
    const sheet = sheetOf('姓名|1|2|3|4|5\n赵铁柱|白|夜|休|白|夜', name)
    expect(read(sheet, { fileName }).dates[0]).toBe('2026-11-01')
  })
  it('without any month the month is asked', () => {
    expect(read(sheetOf('姓名|1|2|3|4|5\n赵铁柱|白|夜|休|白|夜', 'Sheet1')).lacks).toBe('month')
  })
  it('of weekdays alone the first day is asked', () => {
    const sheet = sheetOf('|周一|周二|周三|周四|周五\n白班|赵铁柱|李逵|赵铁柱|李逵|赵铁柱')
    expect(read(sheet).lacks).toBe('first')
    expect(read(sheet, { chosen: { ...NO_CHOICE, first: '2026-11-30' } }).dates.at(-1)).toBe(
      '2026-12-04',
    )
  })
  it('a sheet without any day is no roster', () => {
    expect(read(sheetOf('姓名|电话\n赵铁柱|13800000001')).cells).toBe(null)
  })
})
