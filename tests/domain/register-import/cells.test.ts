/** Single cells of lists and rosters: names, numbers, marks, and where a cell stands. */
import { describe, expect, it } from 'vitest'
import { isMark, isOff, isOn, legendIn, markParts } from '#shared/domain/register-import/marks.ts'
import { nameKey, peopleIn, tidyName } from '#shared/domain/register-import/names.ts'
import { numbersIn, tidyNumber } from '#shared/domain/register-import/numbers.ts'
import { columnName, plainText, planesOf } from '#shared/domain/register-import/sheet.ts'

describe('names', () => {
  it.each<[cell: string, people: readonly (readonly [string | null, readonly string[]])[]]>([
    ['', []],
    ['张三', [[null, ['张三']]]],
    ['张三、李四', [[null, ['张三', '李四']]]],
    ['张三/李四|王五&赵六+孙七', [[null, ['张三', '李四', '王五', '赵六', '孙七']]]],
    ['张三 李四', [[null, ['张三', '李四']]]],
    ['王 伟', [[null, ['王伟']]]], // spread out
    ['王 伟 李 强', [[null, ['王伟', '李强']]]],
    ['王 小 明', [[null, ['王小', '明']]]],
    ['欧阳 峰', [[null, ['欧阳峰']]]],
    ['张三 峰', [[null, ['张三', '峰']]]], // 张三 lacks nothing
    ['John Smith', [[null, ['John Smith']]]],
    ['张三13800000001', [[null, ['张三']]]],
    ['张三(带班)', [[null, ['张三']]]],
    ['张三[替]', [[null, ['张三']]]],
    ['★张三※', [[null, ['张三']]]],
    ['-', []],
    ['无', []],
    ['待定', []],
    ['N/A', []],
    ['班长：N/A', []],
    ['张三\n王', [[null, ['张三', '王']]]],
    ['李', [[null, ['李']]]],
    ['带班：张三', [['带班', ['张三']]]],
    ['带班：张三\n李四', [['带班', ['张三', '李四']]]],
    [
      '张三\n带班：李四',
      [
        [null, ['张三']],
        ['带班', ['李四']],
      ],
    ],
    [
      '带班：张三；值班：李四',
      [
        ['带班', ['张三']],
        ['值班', ['李四']],
      ],
    ],
    ['带班：无', []],
    ['十二个字的标签也还算是标：张三', [['十二个字的标签也还算是标', ['张三']]]],
    ['十三个字的标签已经不算标签了：张三', [[null, ['十三个字的标签已经不算标签了:张三']]]],
    ['8:00', [[null, ['8:00']]]],
  ])('%s', (cell, people) => {
    expect(peopleIn(cell).map(({ label, names }) => [label, names])).toEqual(people)
  })

  it('are the same however they are spread and written', () => {
    expect(tidyName(' 王　伟 ')).toBe('王伟')
    expect(tidyName('John   Smith')).toBe('John Smith')
    expect(nameKey('JOHN  Smith')).toBe('john smith')
  })
})

describe('numbers', () => {
  it.each([
    ['138 0000 0001', '13800000001'],
    ['138-0000-0001', '13800000001'],
    ['+86 13800000001', '13800000001'],
    ['8613800000001', '13800000001'],
    ['861380000000', '861380000000'], // no mobile number behind it
    ['(0571) 8800 0119', '057188000119'],
  ])('%s is %s', (text, number) => {
    expect(tidyNumber(text)).toBe(number)
  })

  it.each<[cell: string, numbers: readonly unknown[] | null]>([
    ['', []],
    ['—', []],
    ['无', []],
    ['13800000001', [{ number: '13800000001' }]],
    ['13800000001、6001', [{ number: '13800000001' }, { number: '6001' }]],
    ['13800000001或6001', [{ number: '13800000001' }, { number: '6001' }]],
    ['13800000001 13800000002', [{ number: '13800000001' }, { number: '13800000002' }]],
    ['手机13800000001', [{ number: '13800000001', kind: 'mobile' }]],
    ['办公室：0571-88000119', [{ number: '0571-88000119', kind: 'desk' }]],
    ['短号 6001', [{ number: '6001', kind: 'short' }]],
    ['对讲机 保安1', [{ number: '保安1', kind: 'radio' }]],
    ['其他: 12345', [{ number: '12345', kind: 'other' }]],
    ['0571-88000119转801', [{ number: '0571-88000119转801' }]],
    ['0571-88000119 ext 801', [{ number: '0571-88000119ext801' }]],
    ['12', null], // two digits are no number
    ['123', [{ number: '123' }]],
    ['123456789012345', [{ number: '123456789012345' }]], // fifteen digits
    ['1234567890123456', null], // sixteen
    ['1.38E+10', null],
    ['手机', null], // a word without a number
    ['手机13800000001、问前台', null],
  ])('of %s', (cell, numbers) => {
    expect(numbersIn(cell, null)).toEqual(numbers)
  })

  it('have the kind of their column where they say no other', () => {
    expect(numbersIn('6001、手机13800000001', 'short')).toEqual([
      { number: '6001', kind: 'short' },
      { number: '13800000001', kind: 'mobile' },
    ])
    expect(numbersIn('保'.repeat(40), 'radio')).toHaveLength(1)
    expect(numbersIn('保'.repeat(41), 'radio')).toBeNull()
  })
})

describe('marks', () => {
  it.each<[cell: string, parts: readonly string[]]>([
    ['', []],
    ['白/夜', ['白', '夜']],
    ['白 夜', ['白', '夜']],
    ['白、夜；中', ['白', '夜', '中']],
    ['/', ['/']], // nobody, and no two of nothing
    ['白(替)', ['白']],
    ['(替)', []],
  ])('of %s', (cell, parts) => {
    expect(markParts(cell)).toEqual(parts)
  })

  it.each<[cell: string, mark: boolean]>([
    ['', false],
    ['白', true],
    ['大夜班', true],
    ['√', true],
    ['休', true],
    ['D', true],
    ['N1', true],
    ['DN1', true],
    ['DNX', false],
    ['12', true],
    ['123', false],
    ['张三', false],
    ['白/张三', false],
    ['张', true], // a single sign may be one
  ])('%s looks like one: %s', (cell, mark) => {
    expect(isMark(cell)).toBe(mark)
  })

  it('say that somebody is off, or on in whichever shift there is', () => {
    expect(['休', '年假', 'OFF', '—', '√', '白'].map(isOff)).toEqual([
      ...[true, true, true, true, false, false],
    ])
    expect(['√', '值班', 'On', '休', '白'].map(isOn)).toEqual([true, true, true, false, false])
  })

  it('are explained by notes, by equals and by colons', () => {
    expect(
      Object.fromEntries(legendIn(['D=白班，N = 夜班', '（x1：备班） √：值班', '备注：请假'])),
    ).toEqual({ D: '白班', N: '夜班', X1: '备班', '√': '值班' })
  })
})

describe('a sheet', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('names its column %d %s', (column, name) => {
    expect(columnName(column)).toBe(name)
  })

  it('has the signs of one keyboard and no blanks around', () => {
    expect(plainText(' １１／２７　（五） ')).toBe('11/27 (五)')
  })

  const rows = [
    { row: 1, cells: ['a', 'b', ' c '] },
    { row: 3, cells: ['d', 'e'] },
  ]
  const merge = (fromRow: number, toRow: number, fromColumn: number, toColumn: number) => ({
    ...{ fromRow, toRow, fromColumn, toColumn },
  })

  it('is read along its rows and down its columns', () => {
    const { across, down } = planesOf({ name: '', rows, merges: [] })
    expect([across.lines, across.places, down.lines, down.places]).toEqual([
      [1, 3],
      [0, 1, 2],
      [0, 1, 2],
      [1, 3],
    ])
    expect([across.text(1, 2), across.text(3, 2), down.text(2, 1), down.text(0, 3)]).toEqual([
      'c',
      '',
      'c',
      'd',
    ])
    expect([across.at(3, 1), down.at(1, 3)]).toEqual([
      { row: 3, column: 1 },
      { row: 3, column: 1 },
    ])
    expect(planesOf({ name: '', rows: [], merges: [] }).down.lines).toEqual([])
  })

  it('says in every one of joined cells what the first of them says', () => {
    const { across, down } = planesOf({ name: '', rows, merges: [merge(1, 3, 0, 1)] })
    expect([across.text(1, 1), across.text(3, 0), across.text(3, 1), across.text(1, 2)]).toEqual([
      'a',
      'a',
      'a',
      'c',
    ])
    expect([across.firstPlace(1, 1), across.firstPlace(1, 2)]).toEqual([0, 2])
    expect([down.firstPlace(1, 3), down.firstPlace(2, 3)]).toEqual([1, 3])
  })

  it('joins two thousand cells at most', () => {
    const joined = (toRow: number) =>
      planesOf({ name: '', rows, merges: [merge(1, toRow, 0, 1)] }).across.text(3, 1)
    expect([joined(1000), joined(1001)]).toEqual(['a', 'e'])
  })
})
