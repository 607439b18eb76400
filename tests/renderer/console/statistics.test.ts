/** Tests what the page of statistics works out by itself: addresses, periods, rows, filters. */
import { describe, expect, it } from 'vitest'
import {
  addressFault,
  addressOf,
  periodQueryOf,
  drillDownOf,
  isFiltered,
  stepped,
  turnedTo,
} from '#renderer/console/pages/statistics/address.ts'
import { instantWords } from '#renderer/console/base/instant-words.ts'
import { grouped } from '#renderer/ui/figure.ts'
import { placeOf } from '#renderer/console/base/route.ts'
import {
  changeOf,
  percentOf,
  pointsOf,
  spanWords,
} from '#renderer/console/pages/statistics/figure-words.ts'
import { matchingChoices } from '#renderer/console/components/choices.ts'
import {
  kindChoices,
  kindValue,
  withChosen,
  withKind,
} from '#renderer/console/pages/statistics/head/filter-choices.ts'
import { neighbourWords, periodWords } from '#renderer/console/pages/statistics/period-words.ts'
import {
  byCount,
  categoryRows,
  inOrderOf,
  latestFirst,
  overBy,
} from '#renderer/console/pages/statistics/figure-rows.ts'
import { nextPeriod, previousPeriod } from '#shared/domain/statistics/period.ts'
import { metShare } from '#shared/domain/statistics/share.ts'
import { localized } from '#shared/domain/text.ts'
import { at, incidentStats, late, ZONE } from '../../kit/incident-stats.ts'
import { typeSummary } from './plans.ts'
import { figures } from './statistics-kit.ts'

const TODAY = '2026-11-24'
const queryOf = (hash: string) => periodQueryOf(placeOf(hash).query, TODAY)

describe('the address of the figures', () => {
  it.each([
    '#/statistics?month=2026-11',
    '#/statistics?quarter=2026-Q4',
    '#/statistics?year=2025',
    '#/statistics?from=2026-11-03&to=2026-11-20',
    '#/statistics?month=2026-02&type=fire.mall&level=2&place=%E5%A4%A7%E5%8E%85&drill=1',
    '#/statistics?month=2026-11&category=none&level=none',
    '#/statistics?month=2026-11&open=byPlace&key=%E4%BA%8C%E6%A5%BC%7C%E4%B8%9C&of=yearToDate',
    '#/statistics?month=2026-11&open=incidents&of=2026-03',
  ])('comes back as it was: %s', (hash) => {
    expect(addressOf(queryOf(hash))).toBe(hash)
  })

  it('means this month where it names none, or one that is none', () => {
    for (const hash of [
      '#/statistics',
      '#/statistics?month=2026-13',
      '#/statistics?from=2026-11-20&to=2026-11-03',
      '#/statistics?from=2010-01-01&to=2026-01-01',
      '#/statistics?year=1850',
    ]) {
      expect(queryOf(hash), hash).toMatchObject({
        kind: 'month',
        name: '2026-11',
        period: { from: '2026-11-01', to: '2026-11-30' },
      })
    }
  })

  it.each([
    ['#/statistics?month=2026-13', 'month', '2026-13'],
    ['#/statistics?quarter=2026-Q5', 'quarter', '2026-Q5'],
    ['#/statistics?year=1850', 'year', '1850'],
    ['#/statistics?from=abc&to=2026-11-03', 'date', 'abc'],
    ['#/statistics?from=2026-02-30&to=2026-11-03', 'date', '2026-02-30'],
    ['#/statistics?from=2026-11-03', 'missing', 'to'],
    ['#/statistics?from=2026-11-20&to=2026-11-03', 'reversed', '2026-11-20–2026-11-03'],
    ['#/statistics?from=2010-01-01&to=2026-01-01', 'long', '2010-01-01–2026-01-01'],
  ] as const)('says what is wrong with %s', (hash, why, word) => {
    expect(addressFault(placeOf(hash).query)).toEqual({ why, word })
  })

  it('has no fault where it names no period, or one that there is', () => {
    for (const hash of ['#/statistics', '#/statistics?level=2', '#/statistics?quarter=2026-Q4'])
      expect(addressFault(placeOf(hash).query), hash).toBeNull()
  })

  it('asks for nothing that the station would refuse', () => {
    expect(
      queryOf('#/statistics?type=%20%3C&level=0&place=%20&drill=yes&open=nonsense').filter,
    ).toEqual({})
    expect(queryOf('#/statistics?open=nonsense').open).toBeNull()
    expect(queryOf('#/statistics?type=a.b&category=a').filter).toEqual({ type: 'a.b' })
    expect(isFiltered(queryOf('#/statistics?drill=1').filter)).toBe(true)
    expect(isFiltered(queryOf('#/statistics?month=2026-11').filter)).toBe(false)
  })

  it('steps to the neighbours over the ends of months, quarters and years, and keeps the filter', () => {
    const names = (hash: string) => ([-1, 1] as const).map((by) => stepped(queryOf(hash), by).name)
    expect(names('#/statistics?month=2026-01')).toEqual(['2025-12', '2026-02'])
    expect(names('#/statistics?quarter=2026-Q1')).toEqual(['2025-Q4', '2026-Q2'])
    expect(names('#/statistics?year=2026')).toEqual(['2025', '2027'])
    expect(
      stepped(queryOf('#/statistics?from=2026-02-20&to=2026-03-01&level=2&open=incidents'), 1),
    ).toMatchObject({
      period: { from: '2026-03-02', to: '2026-03-11' },
      filter: { level: 2 },
      open: null,
    })
  })

  it('goes back to where it was by a step on and a step back', () => {
    for (const period of [
      { from: '2024-02-01', to: '2024-02-29' },
      { from: '2026-10-01', to: '2026-12-31' },
      { from: '2026-02-10', to: '2026-03-17' },
      { from: '2026-11-24', to: '2026-11-24' },
    ]) {
      expect(previousPeriod(nextPeriod(period))).toEqual(period)
    }
  })

  it('turns to the quarter, the year or the days of what is shown, never to one that has not begun', () => {
    expect(turnedTo('quarter', queryOf('#/statistics?month=2026-05'), TODAY).name).toBe('2026-Q2')
    expect(turnedTo('month', queryOf('#/statistics?year=2026'), TODAY).name).toBe('2026-11')
    expect(turnedTo('month', queryOf('#/statistics?year=2025'), TODAY).name).toBe('2025-12')
    expect(turnedTo('range', queryOf('#/statistics?month=2026-02'), TODAY).period).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
  })

  it('asks behind a figure for its own period: this one, those it is compared with, the year, one month', () => {
    const OVER = '2026-12-01'
    const shown = queryOf('#/statistics?month=2026-11&level=2')
    const dates = (of?: 'previous' | 'lastYear' | 'yearToDate' | '2026-03', today = OVER) => {
      const { from, to } = drillDownOf({ metric: 'incidents', ...(of && { of }) }, shown, today)
      return [from, to]
    }
    expect([
      dates(),
      dates('previous'),
      dates('lastYear'),
      dates('yearToDate'),
      dates('2026-03'),
    ]).toEqual([
      ['2026-11-01', '2026-11-30'],
      ['2026-10-01', '2026-10-31'],
      ['2025-11-01', '2025-11-30'],
      ['2026-01-01', '2026-11-30'],
      ['2026-03-01', '2026-03-31'],
    ])
    expect(dates('previous', TODAY)).toEqual(['2026-10-01', '2026-10-24'])
    expect(drillDownOf({ metric: 'byType', key: 'a' }, shown, TODAY)).toMatchObject({
      metric: 'byType',
      key: 'a',
      filter: { level: 2 },
    })
  })
})

describe('numbers in words', () => {
  it('puts the difference first and the percentage behind it, in brackets on a base under ten, none on a base of nought', () => {
    expect(changeOf(23, 19)).toEqual({ difference: '+4', percent: '+21%' })
    expect(changeOf(23, 25)).toEqual({ difference: '−2', percent: '−8%' })
    expect(changeOf(9, 7)).toEqual({ difference: '+2', percent: '(+29%)' })
    expect(changeOf(3, 0)).toEqual({ difference: '+3', percent: '—' })
    expect(changeOf(0, 0)).toEqual({ difference: '0', percent: null })
    expect(changeOf(12, 12)).toEqual({ difference: '0', percent: null })
  })

  it('compares shares in points, and nothing with nothing', () => {
    expect(pointsOf({ due: 50, met: 47 }, { due: 10, met: 9 })).toEqual({
      difference: '+4',
      percent: null,
    })
    expect(pointsOf({ due: 50, met: 47 }, { due: 0, met: 0 }).difference).toBe('—')
    expect(percentOf({ due: 0, met: 0 })).toBe('—')
    expect([
      metShare({ due: 1000, met: 999 }),
      metShare({ due: 1000, met: 1 }),
      metShare({ due: 7, met: 0 }),
    ]).toEqual([99, 1, 0])
  })

  it('writes spans with their units in both languages, and large numbers in groups', () => {
    expect(
      [52_000, 64_000, 3_600_000, 12_000_000, 200_000_000, null].map((ms) => spanWords(ms, 'zh')),
    ).toEqual(['52秒', '1分4秒', '1时', '3时20分', '2天7时', '—'])
    expect(spanWords(12_000_000, 'en')).toBe('3 h 20 min')
    expect([grouped(7), grouped(24_000), grouped(1_234_567.5)]).toEqual([
      '7',
      '24\u2009000',
      '1\u2009234\u2009567.50',
    ])
  })

  it('names periods and their neighbours', () => {
    const words = (hash: string) => [
      periodWords(queryOf(hash), 'zh'),
      periodWords(queryOf(hash), 'en'),
      neighbourWords(stepped(queryOf(hash), -1), -1, 'zh'),
      neighbourWords(stepped(queryOf(hash), 1), 1, 'en'),
    ]
    expect(words('#/statistics?month=2026-11')).toEqual([
      '2026年11月',
      'November 2026',
      '10月',
      'Dec',
    ])
    expect(words('#/statistics?quarter=2026-Q4')).toEqual([
      '2026年第4季度',
      'Q4 2026',
      '第3季度',
      'Q1',
    ])
    expect(words('#/statistics?year=2026')).toEqual(['2026年', '2026', '2025年', '2027'])
    // days that are just a month go by its name, and so do their neighbours
    expect(words('#/statistics?from=2026-10-01&to=2026-10-31')).toEqual([
      ...['2026年10月', 'October 2026', '9月', 'Nov'],
    ])
    expect(words('#/statistics?from=2026-07-01&to=2026-09-30')[0]).toBe('2026年第3季度')
    expect(words('#/statistics?from=2026-11-03&to=2026-11-20')).toEqual([
      '2026年11月3日至2026年11月20日',
      '3 Nov 2026 to 20 Nov 2026',
      '前18天',
      '18 days after',
    ])
    expect(instantWords(at('2026-11-24T14:32:00'), ZONE, 'zh', '2026')).toBe('11月24日 14:32')
    expect(instantWords(at('2025-11-24T14:32:00'), ZONE, 'en', '2026')).toBe('24 Nov 2025, 14:32')
  })
})

describe('the lines of the boxes', () => {
  it('puts most first, what has no code last, and the site’s own order before all', () => {
    expect(byCount({ a: 1, none: 9, c: 3, b: 3 })).toEqual([
      ['b', 3],
      ['c', 3],
      ['a', 1],
      ['none', 9],
    ])
    expect(inOrderOf(['z', 'a'], { a: 1, none: 2 }, { m: 1 })).toEqual(['z', 'a', 'm', 'none'])
  })

  it('has a row for a category that occurred in a period of comparison alone, and for each of a few that the site has', () => {
    const reply = figures(
      [
        incidentStats({ category: 'fire', level: 2 }),
        incidentStats({ category: 'flood', at: at('2025-11-03T10:00:00') }),
      ],
      { from: '2026-11-01', to: '2026-11-30' },
    )
    const rows = categoryRows(reply, ['quake', 'fire'])
    expect(rows.map(({ code, now, year }) => [code, now, year])).toEqual([
      ['quake', 0, 0],
      ['fire', 1, 1],
      ['flood', 0, 0],
    ])
    expect(rows[1]?.levels.find(({ level }) => level === '2')?.count).toBe(1)
    expect(categoryRows(reply, [...'abcdefghi', 'fire']).map(({ code }) => code)).toEqual([
      'fire',
      'flood',
    ])
  })

  it('lists what was late last first, and counts a limit that is still open up to now', () => {
    const reply = figures(
      [
        incidentStats({
          limits: [
            late({ stepId: 'first' }),
            late({ stepId: 'second', dueAt: at('2026-11-11T10:00:00') }),
          ],
        }),
      ],
      { from: '2026-11-01', to: '2026-11-30' },
    )
    expect(latestFirst(reply.now.lateList).map(({ stepId }) => stepId)).toEqual(['second', 'first'])
    expect([
      overBy({ dueAt: 100, doneAt: 160, endedAt: null }, 999),
      overBy({ dueAt: 100, doneAt: null, endedAt: null }, 999),
    ]).toEqual([60, 899])
  })
})

describe('the filters', () => {
  const types = [
    typeSummary('fire.mall', { category: 'fire' }),
    typeSummary('fire.mall.kitchen', { category: 'fire' }),
    typeSummary('lift', { category: 'machine', categoryName: localized('设备', 'Machines') }),
  ]
  const choices = kindChoices(
    types,
    {
      types: { gone: localized('旧类型', 'Former') },
      categories: { odd: localized('旧类别', 'Odd') },
    },
    'zh',
    { all: '全部', none: '未分类' },
  )

  it('offer categories and types as one tree, with what the figures still name', () => {
    expect(choices.map(({ value, depth }) => [value, depth])).toEqual([
      ['', 0],
      ['c:fire', 0],
      ['t:fire.mall', 1],
      ['t:fire.mall.kitchen', 2],
      ['c:machine', 0],
      ['t:lift', 1],
      ['c:odd', 0],
      ['t:gone', 0],
      ['c:none', 0],
    ])
    expect(matchingChoices(choices, '设备', () => []).map(({ value }) => value)).toEqual([
      'c:machine',
    ])
    expect(withChosen(choices, 't:unheard').at(-1)).toMatchObject({
      value: 't:unheard',
      label: 'unheard',
    })
  })

  it('set a category or a type, never both', () => {
    expect(withKind({ type: 'lift', level: 2 }, 'c:fire')).toEqual({ category: 'fire', level: 2 })
    expect(kindValue(withKind({}, 't:lift'))).toBe('t:lift')
    expect(isFiltered(withKind({ category: 'fire' }, ''))).toBe(false)
  })
})
