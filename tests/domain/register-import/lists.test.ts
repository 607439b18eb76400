/**
 * Lists of people, contacts and places of eight offices: titles, sections, two lists side by side,
 * several numbers in a cell; each fault and each question with its row and column.
 */
import { describe, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { contactRows } from '#shared/domain/register-import/contact-rows.ts'
import type { ListFault, ListQuestion } from '#shared/domain/register-import/list-rows.ts'
import type { ListRegister } from '#shared/domain/register-import/list-heads.ts'
import { readList, type ListSheet } from '#shared/domain/register-import/lists.ts'
import { numbersIn } from '#shared/domain/register-import/numbers.ts'
import {
  NO_PEOPLE_ANSWERS,
  peopleRows,
  type PeopleAnswers,
} from '#shared/domain/register-import/people-rows.ts'
import { placeRows } from '#shared/domain/register-import/place-rows.ts'
import { columnName, type CellPlace } from '#shared/domain/register-import/sheet.ts'
import { sheetOf } from './sheets.ts'

const list = (register: ListRegister, text: string): ListSheet =>
  readList(sheetOf(text), register, { headRow: null, mapping: null })
const where = ({ row, column }: CellPlace): string =>
  `${column === null ? '' : columnName(column)}${row}`
const faultsOf = (faults: readonly ListFault[]): string[] =>
  faults.map(({ at, code, value }) => `${where(at)} ${code} ${value}`)
const questions = (of: readonly ListQuestion[]): string[] =>
  of.map(({ kind, text, at, candidates }) => `${kind} ${text} ${where(at)} ${candidates.join(',')}`)

const REGISTER = {
  persons: [
    { id: 'zhao', name: '赵铁柱', phones: [{ number: '138-0000-0001' }] },
    { id: 'w1', name: '王伟', phones: [] },
    { id: 'w2', name: '王伟', phones: [] },
  ],
  posts: [
    { id: 'site-monitor', name: localized('监控岗', 'Monitor') },
    { id: 'duty-leader', name: localized('值班领导', 'Duty leader') },
  ],
}
const people = (text: string, answers: Partial<PeopleAnswers> = {}) =>
  peopleRows(list('people', text), REGISTER, { ...NO_PEOPLE_ANSWERS, ...answers })

describe('people', () => {
  const BOOK = `
滨江水厂应急通讯录|<|<|<|<|<
序号|姓名|职务|手机|办公电话|短号
一、领导小组|<|<|<|<|<
1|周到|值班领导|138 0000 0002|0571-88000002|6002
二、抢险组|<|<|<|<|<
2|赵 铁柱|监控岗、值班领导|13800000001、13800000009||6001
3|钱多多|抢险队员|138-0000-0003||
注：24小时保持开机|<|<|<|<|<`
  it('an address book with sections: known people by name, others new, an unknown post is asked', () => {
    const { rows, questions: open, faults } = people(BOOK)
    expect(faults).toEqual([])
    expect(questions(open)).toEqual(['post 抢险队员 C7 '])
    expect(rows).toEqual([
      {
        row: 4,
        name: '周到',
        phones: [
          { number: '13800000002', kind: 'mobile' },
          { number: '0571-88000002', kind: 'desk' },
          { number: '6002', kind: 'short' },
        ],
        posts: ['duty-leader'],
      },
      {
        row: 6,
        id: 'zhao',
        name: '赵铁柱',
        phones: [
          { number: '138-0000-0001', kind: 'mobile' },
          { number: '13800000009', kind: 'mobile' },
          { number: '6001', kind: 'short' },
        ],
        posts: ['site-monitor', 'duty-leader'],
      },
      { row: 7, name: '钱多多', phones: [{ number: '13800000003', kind: 'mobile' }], posts: [] },
    ])
    expect(list('people', BOOK).left.map(({ row }) => row)).toEqual([1, 3, 5, 8])
  })
  it('the post becomes one of the site, a known one, or none, as somebody answers', () => {
    const posts = (answer: 'new' | 'none' | { id: string }) =>
      people(BOOK, { posts: new Map([['抢险队员', answer]]) }).rows.at(-1)?.posts
    expect([posts('new'), posts('none'), posts({ id: 'site-monitor' })]).toEqual([
      ['抢险队员'],
      [],
      ['site-monitor'],
    ])
  })
  it('a post of every site is known by the name that other sites have for it, too', () => {
    const book = list('people', '姓名|岗位\n周到|值班员\n吴用|值班人员')
    const desk = { id: 'duty-officer', name: localized('值班人员', 'Duty officer') }
    const posts = (of: (typeof REGISTER)['posts']) =>
      peopleRows(book, { persons: [], posts: of }, NO_PEOPLE_ANSWERS).rows.map((row) => row.posts)
    expect(posts([desk])).toEqual([['duty-officer'], ['duty-officer']])
    const watchman = { id: 'site-night', name: localized('值班员', 'Watchman') }
    expect(posts([desk, watchman])).toEqual([['site-night'], ['duty-officer']])
  })

  it('two lists side by side are one', () => {
    const { rows } = people(`
姓名|电话|姓名|电话
赵铁柱|13800000001|孙小圣|13800000004
钱多多|13800000003||`)
    expect(rows.map(({ name }) => name)).toEqual(['赵铁柱', '孙小圣', '钱多多'])
  })
  it('what the file has no column for is left out, so that it stays as it is', () => {
    expect(people('姓名|手机\n赵铁柱|13800000001').rows).toEqual([
      { row: 2, id: 'zhao', name: '赵铁柱', phones: [{ number: '138-0000-0001', kind: 'mobile' }] },
    ])
  })
  it('two persons of one name in the register are asked, by cell, with both', () => {
    const text = '姓名|手机\n王 伟|13800000005'
    expect(questions(people(text).questions)).toEqual(['person 王伟 A2 w1,w2'])
    const persons: PeopleAnswers['persons'] = new Map([['王伟', { id: 'w2' }]])
    expect(people(text, { persons }).rows[0]?.id).toBe('w2')
  })
  it('one name twice in the file: one person if a number is the same, else it is asked', () => {
    expect(
      people('姓名|手机|短号\n李逵|13800000006|\n李逵|13800000006|6006').rows.map(
        ({ phones }) => phones?.length,
      ),
    ).toEqual([2])
    const text = '姓名|手机\n李逵|13800000006\n李逵|13800000007'
    expect(questions(people(text).questions)).toEqual(['person 李逵 A3 '])
    const answered = (answer: 'new' | { row: number }): number[] =>
      people(text, { persons: new Map([['李逵 3', answer]]) }).rows.map(
        ({ phones }) => phones?.length ?? 0,
      )
    expect([answered('new'), answered({ row: 2 })]).toEqual([[1, 1], [2]])
  })
  it('a number that a spreadsheet has spoilt and a row without a name are named by their cells', () => {
    const { faults } = people('姓名|手机|短号\n赵铁柱|1.38E+10|\n|13800000001|6001')
    expect(faultsOf(faults)).toEqual(['B2 number-bad 1.38E+10', '3 name-missing '])
  })
})

describe('numbers', () => {
  it.each([
    ['13800000001', [{ number: '13800000001' }]],
    ['+86 138 0000 0001', [{ number: '13800000001' }]],
    ['0571-88000002转801', [{ number: '0571-88000002转801' }]],
    ['13800000001 0571-88000002', [{ number: '13800000001' }, { number: '0571-88000002' }]],
    ['（0571）88000002；短号6002', [{ number: '057188000002' }, { number: '6002', kind: 'short' }]],
    ['对讲3频道', [{ number: '3频道', kind: 'radio' }]],
    ['3频道', [{ number: '3频道', kind: 'radio' }]],
    ['-', []],
  ])('%s', (cell, numbers) => {
    expect(numbersIn(cell, null)).toEqual(numbers)
  })
  it.each(['问前台', '1.38E+10', '12', '12 34', '110 119'])('%s is none', (cell) => {
    expect(numbersIn(cell, null)).toBe(null)
  })
})

describe('contacts', () => {
  const CATEGORIES = [
    { code: 'outside-fire', names: [localized('消防救援', 'Fire and rescue')] },
    { code: 'outside-property', names: [localized('物业', 'Property company')] },
  ]
  const OUTSIDE = `
单位名称|类别|联系人|联系电话|24小时|备注
滨江消防救援站|消防救援|值班室|0571-88000119|24小时|
金桥物业|物业服务|郑义|13800000010|否|白天打
小计|2||||`
  it('a list of units outside: a category that nobody knows is asked', () => {
    const { rows, questions: open } = contactRows(list('contacts', OUTSIDE), CATEGORIES, new Map())
    expect(questions(open)).toEqual(['category 物业服务 B3 '])
    expect(rows).toEqual([
      {
        row: 2,
        name: '滨江消防救援站',
        category: '消防救援',
        numbers: [{ number: '0571-88000119' }],
        allHours: true,
        note: '联系人：值班室',
      },
    ])
  })
  it('an answer holds for every row of it; who answers there stands in the note', () => {
    const answers = new Map([['物业服务', 'outside-property']])
    expect(contactRows(list('contacts', OUTSIDE), CATEGORIES, answers).rows[1]).toMatchObject({
      category: '物业',
      allHours: false,
      note: '联系人：郑义；白天打',
    })
  })
  it('a list without categories asks once for all', () => {
    const bare = list('contacts', '单位|电话\n金桥物业|13800000010\n银河物业|13800000011')
    expect(questions(contactRows(bare, CATEGORIES, new Map()).questions)).toEqual(['category  2 '])
    const rows = contactRows(bare, CATEGORIES, new Map([['', 'outside-property']])).rows
    expect(rows.map(({ category }) => category)).toEqual(['物业', '物业'])
  })
})

describe('places', () => {
  const KINDS = [
    { code: 'estate', names: [localized('小区', 'Estate')] },
    { code: 'hall', names: [localized('大厅', 'Hall')] },
  ]
  const estates = (text: string, answers = new Map([['', 'estate']])) =>
    placeRows(list('places', text), KINDS, answers)
  it('a list of estates with their customers, firms and other names', () => {
    expect(
      estates(`
滨江供水小区台账（2026年）|<|<|<|<
小区名称|户数|物业公司|片区|别名
金桥花园|约1,200户|金桥物业|东片|金桥一期、老金桥
银河湾|860|银河物业|西片|
合计|2060|||`).rows,
    ).toEqual([
      {
        row: 3,
        name: '金桥花园',
        kind: '小区',
        size: 1200,
        aliases: ['金桥一期', '老金桥'],
        area: '东片',
        property: '金桥物业',
      },
      {
        row: 4,
        name: '银河湾',
        kind: '小区',
        size: 860,
        aliases: [],
        area: '西片',
        property: '银河物业',
      },
    ])
  })
  it('halls and rooms with what they lie in', () => {
    const { rows } = estates(
      '名称|种类|所在|容纳人数\n一号营业厅|大厅||80人\n接待室|大厅|一号营业厅|',
    )
    expect(rows[1]).toEqual({ row: 3, name: '接待室', kind: '大厅', within: '一号营业厅' })
  })
  it('a size that is no number is named, with its cell', () => {
    expect(faultsOf(estates('小区|户数\n金桥花园|很多').faults)).toEqual(['B2 size-bad 很多'])
  })
})
