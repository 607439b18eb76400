/** Tests the month of a wall: what it says, its lines, what fits where, and its strips. */
import { describe, expect, it, test, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { wallEn } from '#renderer/i18n/wall.en.ts'
import { wallZh } from '#renderer/i18n/wall.zh.ts'
import { tableOption } from '#renderer/wall/month-chart.ts'
import { HEAD, LINE, monthPlan, ROW, STRIP_TEXT } from '#renderer/wall/month-plan.ts'
import { monthRows } from '#renderer/wall/month-rows.ts'
import { calendarStrip, hoursStrip, monthMarks, weeksOf } from '#renderer/wall/month-strips.ts'
import { comparisons, monthFigures, monthSentences, type Say } from '#renderer/wall/month-words.ts'
import { localized } from '#shared/domain/text.ts'
import { board, incident } from '../board-parts.ts'
import { sampleBoard } from '../sample-board.ts'
import { figures, monthRead } from './read-samples.ts'
import { answers, live, show, useWall, wall } from './wall-kit.ts'

const say = (lang: 'zh' | 'en'): Say => {
  const { t } = createI18n({
    legacy: false,
    locale: lang,
    messages: { zh: wallZh, en: wallEn },
  } as never).global as unknown as { t: (key: string, named?: object) => string }
  return (key, named) => (named ? t(key, named) : t(key))
}
const [zh, en] = [say('zh'), say('en')]
const HALF = { due: 2, met: 1, late: 1 }

describe('in words', () => {
  it('says how many, and how that compares with the same days', () => {
    expect(monthSentences(monthRead(), 'zh', zh)).toEqual([
      '11月1日至24日，23起：比上月同期少3起，比去年同期多2起',
      '11月1日至24日，23起：比上月同期少3起',
      '11月1日至24日，23起',
    ])
    expect(monthSentences(monthRead(), 'en', en)[0]).toBe(
      '1 to 24 November: 23 incidents; 3 fewer than a month ago, 2 more than a year ago',
    )
  })

  it('says so where it is the same, and where there is nothing to compare with', () => {
    const same = monthRead({ previous: figures(), lastYear: null })
    expect(comparisons(same, zh)).toEqual(['与上月同期持平', '去年同期无可比数据'])
    const none = monthRead({ previous: null, lastYear: null })
    expect(comparisons(none, zh)).toEqual(['上月和去年同期无可比数据'])
  })

  it('limits, reminders and first steps each with what they were before', () => {
    expect(monthFigures(monthRead(), 'zh', zh)).toEqual([
      {
        ...{ key: 'met', label: '时限50个，按时', figure: '94%' },
        before: '上月同期94%，去年同期94%',
      },
      {
        ...{ key: 'nudges', label: '催办12次，及时', figure: '75%' },
        before: '上月同期75%，去年同期75%',
      },
      {
        ...{ key: 'firstStep', label: '首步用时中位', figure: '1分12秒' },
        before: '上月同期1分12秒，去年同期1分12秒',
      },
    ])
  })

  it('a figure that there is not is none, and no nought', () => {
    const now = figures({
      limits: { due: 0, met: 0, late: 0 },
      firstStep: { median: null, n: 0 },
    })
    const [met, , first] = monthFigures(
      monthRead({ now, previous: null, lastYear: null }),
      'zh',
      zh,
    )
    expect(met).toMatchObject({ label: '尚无时限到期', figure: null, before: '无可比数据' })
    expect(first).toMatchObject({ figure: null })
  })
})

describe('the lines of the table', () => {
  const summed = {
    rest: (count: number) => `其余${count}类`,
    all: (count: number) => `共${count}类`,
  }
  const rows = (most: number, ...counts: [number, number | null, number | null][]) =>
    monthRows(
      counts.map(([now, previous, lastYear], i) => ({
        ...{ code: `c${i}`, name: localized(`类${i}`, `Kind ${i}`), now, previous, lastYear },
      })),
      most,
      'zh',
      summed,
    ).map(({ name, now, previous, lastYear }) => [name, now, previous, lastYear].join(' '))

  it('are all categories where they fit, in the order of the station', () => {
    expect(rows(3, [1, 0, 0], [9, 8, 7], [2, 2, 2])).toEqual([
      '类0 1 0 0',
      '类1 9 8 7',
      '类2 2 2 2',
    ])
  })

  it('add up the smallest, in each of the three columns', () => {
    expect(rows(3, [1, 4, 0], [9, 8, 7], [2, 2, 2], [5, 1, 1])).toEqual([
      '类1 9 8 7',
      '类3 5 1 1',
      '其余2类 3 6 2',
    ])
  })

  it('of equals let what was larger before decide, and no place in a list', () => {
    expect(rows(2, [1, 2, 0], [1, 5, 0], [1, 1, 0])).toEqual(['类1 1 5 0', '其余2类 2 3 0'])
    expect(rows(2, [1, 2, 0], [1, 2, 0], [1, 2, 0])).toEqual(['共3类 3 6 0'])
  })

  it('have no number where there is nothing to compare with', () => {
    expect(rows(1, [2, null, null], [1, null, null])).toEqual(['共2类 3  '])
  })
})

describe('the bars of the table', () => {
  const INK = { strong: 'a', bar: 'b', outline: 'c', name: 'd', count: 'e' }
  const option = (rows: Parameters<typeof tableOption>[0]) => tableOption(rows, 1, INK)

  it('are three to a line on one scale, told apart by thickness and by being hollow', () => {
    const { series, xAxis } = option([{ name: '停电', now: 2, previous: 5, lastYear: 7 }])
    expect(xAxis).toMatchObject({ max: 7 })
    expect(series).toMatchObject([
      { data: [2], barWidth: 18, itemStyle: { color: 'a' } },
      { data: [5], barWidth: 9, itemStyle: { color: 'b' } },
      { data: [7], barWidth: 9, itemStyle: { color: 'transparent', borderColor: 'c' } },
    ])
  })

  it('are left out where there is nothing to compare with', () => {
    const { series } = option([{ name: '停电', now: 2, previous: null, lastYear: null }])
    expect(series).toHaveLength(1)
  })
})

describe('what fits', () => {
  test.each([
    ['beside a leading incident', { width: 1824, height: 544 }, 1],
    ['on a calm wall', { width: 1824, height: 684 }, 1],
    ['on half of a wide panel', { width: 1824, height: 896 }, 1],
    ['on a wide panel', { width: 3744, height: 544 }, 1],
    ['upright', { width: 1000, height: 1100 }, 2],
    ['for a far reader', { width: 1200, height: 330 }, 2],
    ['for one who is farther', { width: 877, height: 170 }, 2],
  ])('never takes more than there is: %s', (_, room, lines) => {
    for (const lang of ['zh', 'en'] as const) {
      const {
        rows,
        figures: place,
        compared,
        strips,
      } = monthPlan(room, { lines, categories: 8 }, lang)
      const table = HEAD + rows * ROW
      const beside = place === 'beside' ? 3 * (compared ? 122 : 68) : 0
      const below = place === 'below' ? 24 + 3 * 68 : 0
      const strip = (pitch: number): number => 2 * STRIP_TEXT + 7 * pitch
      const drawn =
        strips?.place === 'below'
          ? 24 + (strips.stacked ? strip(strips.pitch) + strip(strips.hour) : strip(strips.pitch))
          : 0
      const height = lines * LINE + Math.max(table, beside) + below + drawn
      if (room.height > 300) expect(height, lang).toBeLessThanOrEqual(room.height)
      expect(rows).toBeGreaterThan(0)
    }
  })

  it('on a calm wall is everything, with five lines or more', () => {
    const plan = monthPlan({ width: 1824, height: 684 }, { lines: 1, categories: 8 }, 'zh')
    expect(plan.rows).toBeGreaterThanOrEqual(5)
    expect(plan.strips).not.toBeNull()
  })

  it('has no line more than there are categories, and leaves strips out before the table', () => {
    const plan = monthPlan({ width: 1824, height: 300 }, { lines: 1, categories: 3 }, 'zh')
    expect(plan).toMatchObject({ rows: 3, strips: null })
  })
})

describe('the calendar', () => {
  // Thursday 1 January 2026
  const days = (incidents: number[], drills: number[] = incidents.map(() => 0)) => ({
    ...{ from: '2026-01-01', incidents, drills },
  })
  const squares = (path: string): string[] => path.match(/M[^M]+/g) ?? []

  it('draws a square a day: solid, larger where more, hollow for a drill, a dot for none', () => {
    const { incidents, drills, nothing } = calendarStrip(
      days([0, 1, 2, 3, 9, 1, 0], [0, 0, 0, 0, 0, 1, 2]),
      '2026-01',
      10,
    )
    expect(squares(nothing)).toEqual(['M4.2 34.2h1.6v1.6h-1.6z']) // Thursday is the fourth line
    expect(squares(incidents).map((square) => /h([\d.]+)/.exec(square)?.[1])).toEqual([
      ...['5', '7', '8.8', '8.8'],
      '5', // it lies in the frame of the drill
    ])
    expect(squares(drills)).toHaveLength(2)
    expect(squares(incidents)[3]).toMatch(/^M10/) // Monday begins the next column
  })

  it('draws nothing of days before the record began', () => {
    const { incidents, nothing } = calendarStrip(
      days([1, ...Array<number>(31).fill(0)]),
      '2026-02',
      10,
    )
    expect([squares(incidents).length, squares(nothing).length]).toEqual([0, 1])
  })

  it('names each month where it begins', () => {
    const all = days(Array<number>(60).fill(0))
    expect(monthMarks(all)).toEqual([
      { month: '2026-01', column: 0 },
      { month: '2026-02', column: 4 },
      { month: '2026-03', column: 8 },
    ])
    expect(weeksOf(all)).toBe(9)
  })

  it('the hours grow by area, and the smallest can still be seen', () => {
    const hours = Array.from({ length: 7 }, () => Array<number>(24).fill(0))
    hours[0]![0] = 1
    hours[6]![23] = 100
    const { incidents, nothing } = hoursStrip(hours, 10)
    expect(squares(incidents)).toEqual(['M3.3 3.3h3.4v3.4h-3.4z', 'M230.6 60.6h8.8v8.8h-8.8z'])
    expect(squares(nothing)).toHaveLength(7 * 24 - 2)
  })
})

describe('on the page', () => {
  useWall()

  it('stands in its turn below the leading row, with numbers, figures and strips', async () => {
    answers['wall/month'] = monthRead()
    const ids = ['a', 'b', 'c', 'd']
    await show(board({ incidents: ids.map((id) => incident({ id, level: 4 })) }))
    for (let second = 0; second < 120 && !wall.find('.month.page .line').exists(); second++)
      await live(1)
    const month = wall.get('.month.page')
    expect(month.get('.sentence').text()).toContain('比上月同期少3起')
    expect(month.findAll('.lines .line').length).toBeGreaterThan(1)
    expect(month.get('.lines .line').text()).toMatch(/^系统故障9810$/)
    expect(month.findAll('.figure').map((figure) => figure.text())).toEqual([
      '94%',
      '75%',
      '1分12秒',
    ])
    expect(month.findAll('.strips svg')).toHaveLength(2)
  })

  it('the band below few rows says how the month compares', async () => {
    answers['wall/month'] = monthRead()
    await show(sampleBoard(1))
    await live(1)
    expect(wall.get('.month .comparison').text()).toBe('比上月同期少3起')
  })

  it.each([
    ['', '比上月同期少3起', ['按时完成50%']],
    ['?lang=en', '3 fewer than a month ago', []], // room for one
  ])('upright it stands on a line below the bars: %s', async (search, compared, met) => {
    vi.stubGlobal('innerWidth', 1080)
    vi.stubGlobal('innerHeight', 1920)
    answers['wall/month'] = monthRead()
    const { month } = board()
    await show(board({ incidents: [incident()], month: { ...month, limits: HALF } }), search)
    await live(1)
    expect(wall.get('.month .comparison').text()).toBe(compared)
    expect(wall.findAll('.month .met').map((share) => share.text())).toEqual(met)
  })

  it('without an answer it shows what was pushed, and nothing that is not known', async () => {
    await show(board({}), '?privacy=1')
    await live(2)
    expect(wall.find('.month.page').exists()).toBe(false)
    expect(wall.get('.month').text()).toContain('23起')
    expect(wall.text()).not.toContain('同期')
  })
})
