/** Lists with two of everything beside and below one another, and rows that are no entry. */
import { describe, expect, it } from 'vitest'
import { contactRows } from '#shared/domain/register-import/contact-rows.ts'
import type { ListFault } from '#shared/domain/register-import/list-rows.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'
import { readList } from '#shared/domain/register-import/lists.ts'
import {
  NO_PEOPLE_ANSWERS,
  peopleRows,
  type PeopleAnswers,
} from '#shared/domain/register-import/people-rows.ts'
import { placeRows } from '#shared/domain/register-import/place-rows.ts'
import { columnName } from '#shared/domain/register-import/sheet.ts'
import { localized } from '#shared/domain/text.ts'
import { sheetOf } from './sheets.ts'

const list = (text: string, register: ListRegister = 'people') =>
  readList(sheetOf(text), register, { headRow: null, mapping: null })
/** `2 张三A 138B`: the row, and what it says with the letter of its column. */
const entries = (text: string): string[] =>
  list(text).rows.map(({ row, cells }) =>
    [
      row,
      ...Object.values(cells)
        .toSorted((a, b) => (a.at.column ?? 0) - (b.at.column ?? 0))
        .map((cell) => `${cell.text}${columnName(cell.at.column ?? 0)}`),
    ].join(' '),
  )
const left = (text: string): string[] =>
  list(text).left.map(({ row, text: words }) => `${row} ${words}`)
const faultsOf = (faults: readonly ListFault[]): string[] =>
  faults.map(
    ({ at, code }) => `${at.column === null ? '' : columnName(at.column)}${at.row} ${code}`,
  )

describe('lists side by side', () => {
  it('are read one after the other, each in its own columns, as many as there are', () => {
    expect(entries('姓名|手机|姓名|手机\n甲|1381|乙|1382\n丙|1383||')).toEqual([
      ...['2 甲A 1381B', '2 乙C 1382D', '3 丙A 1383B'],
    ])
    expect(entries('姓名|手机|姓名|手机|姓名|手机\n甲|1381|乙|1382|丙|1383')).toEqual([
      ...['2 甲A 1381B', '2 乙C 1382D', '2 丙E 1383F'],
    ])
    const four = '姓名|手机'.concat('|姓名|手机'.repeat(3))
    expect(entries(`${four}\n甲|1|乙|2|丙|3|丁|4`)).toEqual([
      ...['2 甲A 1B', '2 乙C 2D', '2 丙E 3F', '2 丁G 4H'],
    ])
    expect(entries('|姓名|手机|姓名|手机\n|甲|1381|乙|1382')).toEqual([
      '2 甲B 1381C',
      '2 乙D 1382E',
    ])
  })

  it('are two only where more than one head comes again', () => {
    expect(entries('姓名|手机|姓名|短号\n甲|1381|乙|6001')).toEqual(['2 甲A 1381B 6001D'])
    expect(entries('姓名|手机|备注|姓名|手机|备注\n甲|1|x|乙|2|y')).toEqual([
      '2 甲A 1B',
      '2 乙D 2E',
    ])
    expect(entries('姓名|手机\n甲|1381')).toEqual(['2 甲A 1381B'])
  })

  it('have their faults in the cells where they stand', () => {
    const { faults } = peopleRows(
      list('姓名|手机|姓名|手机\n甲|1381|乙|1.3E+10'),
      { persons: [], posts: [] },
      NO_PEOPLE_ANSWERS,
    )
    expect(faultsOf(faults)).toEqual(['D2 number-bad'])
  })
})

describe('a row', () => {
  it('of heads that comes again is neither an entry nor left over', () => {
    const text = '姓名|手机\n甲|1381\n姓名|手机\n乙|1382'
    expect([entries(text), left(text)]).toEqual([['2 甲A 1381B', '4 乙A 1382B'], []])
    const gaps = '姓名||手机\n甲||1381\n姓名||手机\n乙||1382'
    expect([entries(gaps), left(gaps)]).toEqual([['2 甲A 1381C', '4 乙A 1382C'], []])
  })

  it('that says one thing in another column than that of names is the name of a section', () => {
    const text = '序号|姓名|手机\n抢险组||\n1|甲|1381\n|乙|'
    expect([entries(text), left(text)]).toEqual([['3 甲B 1381C', '4 乙B'], ['2 抢险组']])
    const beside = '姓名|手机|姓名|手机\n甲|1||\n||乙|\n||||'
    expect(entries(beside)).toEqual(['2 甲A 1B', '3 乙C'])
  })

  it('that is joined over more than the name is one, too, or is numbered as one', () => {
    const joined = '姓名|手机\n抢险组|<\n甲|1381'
    expect([entries(joined), left(joined)]).toEqual([['3 甲A 1381B'], ['2 抢险组']])
    const numbered = '姓名|手机\n一、领导小组|\n甲|1381'
    expect([entries(numbered), left(numbered)]).toEqual([['3 甲A 1381B'], ['2 一、领导小组']])
  })

  it('of a list with one column is an entry', () => {
    expect(entries('姓名\n甲\n乙')).toEqual(['2 甲A', '3 乙A'])
    // numbered or not: a list of names only has no sections
    expect(entries('姓名\n一、领导小组\n甲')).toEqual(['2 一、领导小组A', '3 甲A'])
  })

  it('above the heads, and of notes and sums, is left over', () => {
    const text = '通讯录|2026年\n姓名|手机\n甲|1381\n合计|1'
    expect([entries(text), left(text)]).toEqual([['3 甲A 1381B'], ['1 通讯录 2026年', '4 合计 1']])
  })

  it('below a name that is joined over rows says nothing of its own but what it says', () => {
    expect(entries('姓名|手机\n甲|1381\n^|\n乙|1382')).toEqual(['2 甲A 1381B', '4 乙A 1382B'])
    expect(entries('姓名|手机|短号\n甲|1381|\n^|1382|6002')).toEqual([
      ...['2 甲A 1381B', '3 1382B 6002C'],
    ])
  })
})

describe('people', () => {
  const POSTS = [
    { id: 'site-1', name: localized('监控、巡查岗', 'Monitor, patrol') },
    { id: 'site-2', name: localized('值班员', 'Duty officer') },
    { id: 'site-3', name: localized('值班员', 'Clerk') },
  ]
  const people = (
    text: string,
    answers: Partial<PeopleAnswers> = {},
    persons: readonly string[] = [],
  ) =>
    peopleRows(
      list(text),
      {
        persons: persons.map((name, index) => ({ id: `p${index + 1}`, name, phones: [] })),
        posts: POSTS,
      },
      { ...NO_PEOPLE_ANSWERS, ...answers },
    )
  const questionsOf = (text: string) =>
    people(text).questions.map(({ kind, key, count }) => [kind, key, count])

  it('hold a post whose name has a comma, in either language, alone or among others', () => {
    const posts = (cell: string) => people(`姓名|岗位\n甲|${cell}`).rows[0]?.posts
    expect(posts('监控、巡查岗')).toEqual(['site-1'])
    expect(posts('Monitor, Patrol')).toEqual(['site-1'])
    expect(posts('Clerk、监控、巡查岗')).toEqual(['site-3', 'site-1'])
    expect(posts('Duty officer、Clerk、Clerk')).toEqual(['site-2', 'site-3'])
  })

  it('are asked once for a post that nobody knows or two have, with how often it comes', () => {
    expect(questionsOf('姓名|岗位\n甲|值班员\n乙|食堂\n丙|食堂\n丁|食堂')).toEqual([
      ['post', '值班员', 1],
      ['post', '食堂', 3],
    ])
  })

  it('in several rows are one where any number is the same, with all that either says', () => {
    expect(
      people(
        '姓名|手机|岗位|小组\n甲|1381、1382|Clerk|抢险组\n甲|1383、1382|Duty officer|疏散组\n乙|1384||',
      ).rows,
    ).toEqual([
      {
        ...{ row: 2, name: '甲', posts: ['site-3', 'site-2'], groups: ['抢险组', '疏散组'] },
        phones: ['1381', '1382', '1383'].map((number) => ({ number, kind: 'mobile' })),
      },
      { row: 4, name: '乙', phones: [{ number: '1384', kind: 'mobile' }], posts: [], groups: [] },
    ])
    const plain = people('姓名|手机\n甲|1381\n甲|1381').rows[0]
    expect([plain && 'posts' in plain, plain && 'groups' in plain]).toEqual([false, false])
  })

  it('answered to be another row are that row, and no other row of that name', () => {
    const text = '姓名|手机\n甲|1381\n乙|1382\n甲|1383\n甲|1384'
    const persons: PeopleAnswers['persons'] = new Map<string, 'new' | { row: number }>([
      ['甲 4', 'new'],
      ['甲 5', { row: 4 }],
    ])
    expect(people(text, { persons }).rows.map(({ row, phones }) => [row, phones?.length])).toEqual([
      [2, 1],
      [3, 1],
      [4, 2],
    ])
  })

  it('without a name are a fault where anything else stands, and nothing where nothing does', () => {
    const faults = (row: string) =>
      faultsOf(people(`姓名|手机|岗位|小组\n${row}\n乙|1384||`).faults)
    expect(faults('|1381|Clerk|')).toEqual(['2 name-missing'])
    expect(faults('|x|Clerk|')).toEqual(['B2 number-bad', '2 name-missing'])
    expect(faults('||Clerk|抢险组')).toEqual([])
  })
})

describe('contacts', () => {
  const CATEGORIES = [
    { code: 'outside-fire', names: [localized('消防救援', 'Fire and rescue')] },
    { code: 'outside-property', names: [localized('物业', 'Property')] },
  ]
  const contacts = (text: string) => contactRows(list(text, 'contacts'), CATEGORIES, new Map())

  it('have a place and hours only where the list says them', () => {
    expect(contacts('单位名称|类别|电话\n甲|物业|1381').rows).toEqual([
      { row: 2, name: '甲', category: '物业', numbers: [{ number: '1381' }] },
    ])
    const two = contacts('单位名称|类别|电话|对应地点|24小时\n甲|物业|1381|东|是\n乙|物业|1382||')
    expect(two.rows.map((row) => [row.place ?? null, row.allHours])).toEqual([
      ['东', true],
      [null, false],
    ])
    expect(two.rows[1]).not.toHaveProperty('place')
  })

  it('without a name are a fault where a number stands, and nothing where only a category does', () => {
    const faults = (row: string) =>
      faultsOf(contacts(`单位名称|类别|电话\n${row}\n乙|物业|1382`).faults)
    expect(faults('|物业|1381')).toEqual(['2 name-missing'])
    expect(faults('|物业|x')).toEqual(['C2 number-bad', '2 name-missing'])
    expect(faults('|物业|')).toEqual([])
    const { rows } = contacts('单位名称|类别|电话\n|物业|\n甲|物业|\n|消防救援|x')
    expect(rows.map(({ name }) => name)).toEqual(['甲'])
  })

  it('with a fault or a question are no row, each by itself', () => {
    const text = '单位名称|类别|电话|24小时\n甲|物业|1381|有时\n乙|不知道|1382|是\n丙|物业|1383|否'
    const { rows, faults, questions } = contacts(text)
    expect([
      rows.map(({ name }) => name),
      faultsOf(faults),
      questions.map(({ key }) => key),
    ]).toEqual([['丙'], ['D2 yes-bad'], ['不知道']])
  })
})

describe('places', () => {
  const KINDS = [
    { code: 'estate', names: [localized('小区', 'Estate')] },
    { code: 'hall', names: [localized('大厅', 'Hall')] },
  ]
  const places = (text: string) => placeRows(list(text, 'places'), KINDS, new Map())

  it('have what their row says, and nothing of what it leaves blank', () => {
    expect(
      places('名称|种类|所在|片区|物业|住家|别名\n甲|小区|乙|东|丙|是|老甲、老甲\n乙|大厅|||||')
        .rows,
    ).toEqual([
      {
        ...{ row: 2, name: '甲', kind: '小区', within: '乙', area: '东', property: '丙' },
        ...{ private: true, aliases: ['老甲'] },
      },
      { row: 3, name: '乙', kind: '大厅', private: false, aliases: [] },
    ])
  })

  it('with a fault or a question are no row, each by itself', () => {
    const { rows, faults, questions } = places('名称|种类|人数\n甲|小区|很多\n乙|楼|3\n丙|小区|3')
    expect([
      rows.map(({ name }) => name),
      faultsOf(faults),
      questions.map(({ key }) => key),
    ]).toEqual([['丙'], ['C2 size-bad'], ['楼']])
  })
})
