/** The registers as documents, filled and as empty tables to fill in. */
import { describe, expect, it } from 'vitest'
import {
  contactsDocument,
  dutyDocument,
  numbersText,
  peopleDocument,
  placesDocument,
  type RegisterHead,
} from '#shared/domain/document/register-document.ts'
import { localized } from '#shared/domain/text.ts'
import { linesOf, tableOf, ZONE } from './drawn.ts'

const both = (words: string) => localized(words, words)
const head = (part: Partial<RegisterHead> = {}): RegisterHead => ({
  site: both('客服中心'),
  zone: ZONE,
  day: '2026-11-24',
  template: false,
  ...part,
})
const guessed = (number: string): string => (number.length === 11 ? 'mobile' : 'short')

describe('numbers', () => {
  it('are told apart by a word only where their form does not', () => {
    expect(numbersText([], guessed)).toBeNull()
    expect(numbersText([{ number: '13800000001', kind: 'mobile' }], guessed)).toEqual(
      both('13800000001'),
    )
    expect(
      numbersText(
        [
          { number: '6001', kind: 'short' },
          { number: '6002', kind: 'desk' },
        ],
        guessed,
      ),
    ).toEqual({ zh: '6001、办公6002', en: '6001, desk 6002' })
  })
})

describe('people', () => {
  const posts = [
    { id: 'desk', name: both('值班员') },
    { id: 'head', name: both('班长') },
  ]
  const person = (id: string, part: { posts?: readonly string[]; left?: boolean } = {}) => ({
    id,
    name: id,
    phones: [],
    posts: part.posts ?? [],
    left: part.left ?? false,
  })
  const document = (part: Partial<RegisterHead> = {}) =>
    peopleDocument(
      {
        persons: [
          person('周敏', { posts: ['desk', 'head', 'gone'] }),
          person('李强', { left: true }),
          person('王芳'),
        ],
        posts,
        groups: [
          { name: both('抢险组'), members: ['周敏', '王芳'] },
          { name: both('疏散组'), members: ['周敏'] },
        ],
      },
      head(part),
      guessed,
    )

  it('stand with their posts and groups; who has left does not', () => {
    const drawn = document()
    expect(drawn).toMatchObject({ name: 'people-2026-11-24', title: { zh: '人员名单' } })
    expect(linesOf(tableOf(drawn, 'people'))).toEqual([
      ['周敏', '—', '值班员、班长', '抢险组、疏散组'],
      ['王芳', '—', '—', '抢险组'],
    ])
  })

  it('as an empty table: an example, and a line for each post', () => {
    const drawn = document({ template: true })
    expect(drawn.name).toBe('people-template')
    expect(linesOf(tableOf(drawn, 'people'))).toEqual([
      ['示例：王小明', '13800000001、短号6001', '值班员', '抢险组'],
      ['—', '—', '值班员', '—'],
      ['—', '—', '班长', '—'],
    ])
  })
})

describe('a duty roster', () => {
  const dates = ['2026-11-01', '2026-11-02', '2026-11-03']
  const document = (template: boolean) =>
    dutyDocument(
      {
        shifts: [{ id: 'day', name: both('白班'), posts: ['desk', 'gone'] }],
        posts: [{ id: 'desk', name: both('值班员') }],
        days: [
          {
            date: '2026-11-02',
            shiftId: 'day',
            postId: 'desk',
            persons: [{ name: '周敏' }, { name: '李强' }],
          },
        ],
      },
      head({ month: '2026-11', template }),
      dates,
    )

  it('has shifts and posts down, days across, names in the cells', () => {
    const drawn = document(false)
    expect(drawn).toMatchObject({ name: 'duty-2026-11', title: { zh: '值班表2026-11' } })
    expect(tableOf(drawn, 'duty').columns.map(({ title }) => title.zh)).toEqual([
      '班次',
      '岗位',
      ...dates,
    ])
    expect(linesOf(tableOf(drawn, 'duty'))).toEqual([
      ['白班', '值班员', '—', '周敏、李强', '—'],
      ['白班', 'gone', '—', '—', '—'],
    ])
  })

  it('as an empty table shows two days of an example, and no names of its own', () => {
    expect(linesOf(tableOf(document(true), 'duty'))).toEqual([
      ['示例：白班', '监控岗', '王小明、李小红', '王小明', '—'],
      ['白班', '值班员', '—', '—', '—'],
      ['白班', 'gone', '—', '—', '—'],
    ])
  })
})

describe('contacts', () => {
  const document = (template: boolean) =>
    contactsDocument(
      {
        contacts: [
          {
            name: '滨江站',
            category: both('消防救援'),
            numbers: [{ number: '6119', kind: 'short' }],
            allHours: true,
            place: null,
            note: '',
          },
          {
            name: '金桥物业',
            category: both('物业'),
            numbers: [],
            allHours: false,
            place: '金桥花园',
            note: '夜里打手机',
          },
        ],
        missing: [both('医疗急救')],
      },
      head({ template }),
      guessed,
    )

  it('say by day and night only of those who are', () => {
    expect(linesOf(tableOf(document(false), 'contacts'))).toEqual([
      ['滨江站', '消防救援', '6119', '是', '—', '—'],
      ['金桥物业', '物业', '—', '—', '金桥花园', '夜里打手机'],
    ])
  })

  it('as an empty table name what a plan still needs', () => {
    const lines = linesOf(tableOf(document(true), 'contacts'))
    expect(lines).toHaveLength(3)
    expect(lines[0]?.slice(0, 4)).toEqual([
      '示例：滨江消防救援站',
      '消防救援',
      '0571-88000119',
      '是',
    ])
    expect(lines[2]).toEqual(['—', '医疗急救', '—', '—', '—', '—'])
  })
})

describe('places', () => {
  const place = (part: object = {}) => ({
    name: '金桥花园',
    kind: both('小区'),
    size: 0,
    within: null,
    aliases: [],
    area: null,
    private: false,
    property: null,
    contactPost: null,
    ...part,
  })
  const document = (template: boolean) =>
    placesDocument(
      { places: [place(), place({ aliases: ['金桥', '老金桥'], private: true, size: 1200 })] },
      head({ template }),
    )

  it('say that one is a home only where it is, and keep a size of nought', () => {
    expect(linesOf(tableOf(document(false), 'places'))).toEqual([
      ['金桥花园', '小区', '0', '—', '—', '—', '—', '—', '—'],
      ['金桥花园', '小区', '1200', '—', '金桥、老金桥', '—', '是', '—', '—'],
    ])
  })

  it('as an empty table: two examples, as wide as the table', () => {
    const drawn = tableOf(document(true), 'places')
    expect(drawn.rows.map((row) => row.length)).toEqual([9, 9])
    expect(linesOf(drawn).map((line) => line[2])).toEqual(['1200', '20'])
  })
})
