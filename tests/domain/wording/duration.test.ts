/** Each wording of a duration, in both languages, at the instants where its units change. */
import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#shared/domain/units.ts'
import {
  clockDuration,
  elapsedText,
  exactDuration,
  exactParts,
  shortDuration,
  spanFigure,
  spanText,
  wholeMinutes,
} from '#shared/domain/wording/duration.ts'

describe('a duration as a plan has it', () => {
  it.each([
    [30_000, '30秒', '30 seconds'],
    [60_000, '1分钟', '1 minute'],
    [90_000, '90秒', '90 seconds'],
    [900_000, '15分钟', '15 minutes'],
    [14_400_000, '4小时', '4 hours'],
    [86_400_000, '1天', '1 day'],
    [2_592_000_000, '30天', '30 days'],
  ])('%d ms in the largest unit that leaves nothing over', (ms, zh, en) => {
    expect(exactDuration(ms)).toEqual({ zh, en })
  })

  it('is short where there is little room, and comes apart for a large figure', () => {
    expect([15 * MINUTE_MS, 4 * HOUR_MS, 90 * SECOND_MS].map(shortDuration)).toEqual([
      { zh: '15分', en: '15 min' },
      { zh: '4时', en: '4 h' },
      { zh: '90秒', en: '90 s' },
    ])
    expect(exactParts(MINUTE_MS)).toEqual({ count: 1, unit: { zh: '分钟', en: 'minute' } })
  })
})

describe('a span that was measured', () => {
  it.each([
    [52_400, '52秒', '52 s'],
    [64_000, '1分4秒', '1 min 4 s'],
    [300_000, '5分钟', '5 min'],
    [3_600_000, '1小时', '1 h'],
    [12_000_000, '3时20分', '3 h 20 min'],
    [2 * DAY_MS, '2天', '2 d'],
    [200_000_000, '2天7时', '2 d 7 h'],
    [HOUR_MS - 400, '1小时', '1 h'],
    [MINUTE_MS - 1, '60秒', '60 s'],
    [MINUTE_MS, '1分钟', '1 min'],
    [HOUR_MS - SECOND_MS, '59分59秒', '59 min 59 s'],
    [DAY_MS - MINUTE_MS, '23时59分', '23 h 59 min'],
    [DAY_MS, '1天', '1 d'],
  ])('%d ms in a sentence', (ms, zh, en) => expect(spanText(ms)).toEqual({ zh, en }))

  it.each([
    [52_400, '52秒', '52 s'],
    [300_000, '5分', '5 min'],
    [3_600_000, '1时', '1 h'],
    [12_000_000, '3时20分', '3 h 20 min'],
    [HOUR_MS - 400, '59分59秒', '59 min 59 s'],
    [MINUTE_MS, '1分', '1 min'],
    [DAY_MS, '1天', '1 d'],
  ])('%d ms in a table', (ms, zh, en) => expect(spanFigure(ms)).toEqual({ zh, en }))

  it('stands in a line of the record in whole minutes', () => {
    expect([59_400, 60_000, 3_700_000].map((ms) => wholeMinutes(ms).zh)).toEqual([
      '59秒',
      '1分',
      '61分',
    ])
  })
})

describe('time that goes on', () => {
  it('always has a unit, so that it is never taken for a countdown', () => {
    expect(elapsedText(48 * SECOND_MS, 'zh')).toBe('48秒')
    expect(elapsedText(12 * MINUTE_MS + 14 * SECOND_MS, 'zh')).toBe('12分')
    expect(elapsedText(65 * MINUTE_MS, 'zh')).toBe('1时5分')
    expect(elapsedText(2 * HOUR_MS, 'zh')).toBe('2时0分')
    expect(elapsedText(12 * MINUTE_MS, 'en')).toBe('12 min')
    expect(elapsedText(26 * HOUR_MS, 'en')).toBe('1 d 2 h')
    expect(elapsedText(-5, 'zh')).toBe('0秒')
    expect(elapsedText(-MINUTE_MS, 'zh')).toBe('0秒')
    expect(elapsedText(MINUTE_MS - 1, 'zh')).toBe('59秒')
    expect(elapsedText(MINUTE_MS, 'zh')).toBe('1分')
    expect(elapsedText(HOUR_MS - 1, 'zh')).toBe('59分')
    expect(elapsedText(HOUR_MS, 'zh')).toBe('1时0分')
    expect(elapsedText(DAY_MS, 'zh')).toBe('1天0时')
  })
})

it('a clock shows hours as many as there are, and a true minus', () => {
  expect([425_999, 31 * HOUR_MS, -90 * MINUTE_MS, -999, -SECOND_MS].map(clockDuration)).toEqual([
    '0:07:05',
    '31:00:00',
    '−1:30:00',
    '0:00:00',
    '−0:00:01',
  ])
})
