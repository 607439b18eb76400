/** The days of a notice, read out of the words in which the State Council publishes it. */
import { describe, expect, it } from 'vitest'
import { datesIn, readNotice } from '#shared/domain/site/notice-text.ts'

const read = (text: string, year = '2027') => {
  const { holidays, workdays } = readNotice(text, year)
  return [holidays.map((date) => date.slice(5)), workdays.map((date) => date.slice(5))]
}

describe('a sentence', () => {
  it.each([
    ['一天', '元旦：1月1日（周五）放假，共1天。', [['01-01'], []]],
    [
      '一段，月份只写一次',
      '清明节：4月3日（周六）至5日（周一）放假，共3天。',
      [['04-03', '04-04', '04-05'], []],
    ],
    [
      '跨月，之后上班',
      '劳动节：4月30日至5月2日放假调休，共3天。4月25日（周日）、5月8日（周六）上班。',
      [
        ['04-30', '05-01', '05-02'],
        ['04-25', '05-08'],
      ],
    ],
    ['连字符', '国庆节：10月1日-3日放假。', [['10-01', '10-02', '10-03'], []]],
    ['与周末连休', '端午节：6月9日放假，与周末连休。', [['06-09'], []]],
    ['横线写的日期', '2027-01-01放假', [['01-01'], []]],
  ] as const)('%s', (_what, text, days) => {
    expect(read(text)).toEqual(days)
  })

  it('that begins in the year before says so, and the year turns on the way', () => {
    const { holidays } = readNotice('元旦：2026年12月31日至1月2日放假调休，共3天。', '2027')
    expect(holidays).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'])
  })
})

describe('what is written of a span', () => {
  const holidays = (text: string, year = '2027') => readNotice(text, year).holidays
  it('is no span without a day before it, nor after a verb', () => {
    expect(holidays('至1月3日放假')).toEqual(['2027-01-03'])
    expect(holidays('1月1日放假至1月3日放假')).toEqual(['2027-01-01', '2027-01-03'])
    expect(holidays('1月1日、1月5日放假')).toEqual(['2027-01-01', '2027-01-05'])
    expect(holidays('1月1日至3日、6日放假')).toEqual([
      ...['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-06'],
    ])
  })
  it('is no longer than twenty days', () => {
    expect(holidays('1月1日至21日放假')).toHaveLength(21)
    expect(holidays('1月1日至22日放假')).toHaveLength(21)
    expect(holidays('1月5日至1月3日放假')).toEqual(['2027-01-03', '2027-01-05'])
  })
  it('turns the year only over its end: from a later month to an earlier one, without a year', () => {
    expect(holidays('2026年12月31日至1月1日放假')).toEqual(['2026-12-31', '2027-01-01'])
    expect(holidays('1月31日至2月1日放假')).toEqual(['2027-01-31', '2027-02-01'])
    expect(holidays('1月30日至1月31日放假')).toEqual(['2027-01-30', '2027-01-31'])
    expect(holidays('10月1日、2月1日放假')).toEqual(['2027-02-01', '2027-10-01'])
    expect(holidays('2026年12月31日至2027年1月1日放假')).toEqual(['2026-12-31', '2027-01-01'])
  })
  it('leaves out what is no day, and a day before any month', () => {
    expect(holidays('3日、2月30日、2月28日放假')).toEqual(['2027-02-28'])
  })
})

it('a whole notice: its title and number, and nothing of its own date', () => {
  const text = `国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕9号
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
2026年11月4日`
  expect(readNotice(text, '2027')).toEqual({
    holidays: [1, 2, 3]
      .map((day) => `2027-01-0${day}`)
      .concat([1, 2, 3, 4, 5, 6, 7].map((day) => `2027-10-0${day}`)),
    workdays: ['2027-09-26', '2027-10-09'],
    unclear: ['2026-11-04'],
    source: '国务院办公厅关于2027年部分节假日安排的通知 国办发明电〔2026〕9号',
  })
})

it('dates in a field stand once each, in order, whatever is between them', () => {
  expect(datesIn('2027-10-02\n2027-10-01、 2027-10-02，明天')).toEqual([
    ...['2027-10-01', '2027-10-02'],
    '明天',
  ])
})
