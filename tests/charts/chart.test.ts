/**
 * The options are handed to the real ECharts, as a page and a file do it: what counts is what
 * stands in the drawing.
 */
import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { describe, expect, it } from 'vitest'
import {
  chartHeight,
  chartOption,
  chartWords,
  PAPER,
  spotsOf,
  type Language,
} from '#shared/charts/chart.ts'
import type { Bar, Chart } from '#shared/domain/document/document.ts'
import { localized } from '#shared/domain/text.ts'

use([BarChart, GridComponent, SVGRenderer])

const bar = (zh: string, value: number, strong = false): Bar => ({
  name: localized(zh, `${zh} en`),
  value,
  strong,
})
const title = localized('图', 'Chart')
const lying: Chart = {
  kind: 'bars',
  id: 'types',
  title,
  bars: [bar('火灾', 8, true), bar('电梯困人', 3), bar('漏水', 0)],
}
const months = ['11', '12', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']
const columnChart: Chart = {
  kind: 'columns',
  id: 'trend',
  title,
  bars: months.map((name, at) => bar(name, 25 - at, at === 12)),
}
const week: Chart = {
  kind: 'hours',
  id: 'hours',
  title,
  counts: Array.from({ length: 7 }, (_day, day) =>
    Array.from({ length: 24 }, (_hour, hour) =>
      day === 2 && hour === 9 ? 4 : day === 6 && hour === 23 ? 1 : 0,
    ),
  ),
}

function drawn(chart: Chart, width: number, lang: Language = 'zh'): string {
  const size = { width, height: chartHeight(chart, PAPER.size) }
  const echarts = init(null, null, { renderer: 'svg', ssr: true, ...size })
  echarts.setOption(chartOption(chart, size, lang, PAPER))
  const svg = echarts.renderToSVGString()
  echarts.dispose()
  return svg
}
const words = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word]) => word!)
const inks = (svg: string): number => svg.split(`fill="${PAPER.bar}"`).length - 1

describe('what is drawn', () => {
  it('names every lying bar and writes its number at it, also where it is nought', () => {
    expect(words(drawn(lying, 500)).sort()).toEqual(
      ['0', '3', '8', '漏水', '火灾', '电梯困人'].sort(),
    )
    expect(words(drawn(lying, 500, 'en'))).toContain('漏水 en')
  })

  it('writes all thirteen months where there is room, and from the last one back where there is not', () => {
    expect(
      words(drawn(columnChart, 540)).filter((word) => months.includes(word)).length,
    ).toBeGreaterThanOrEqual(13)
    const narrow = words(drawn(columnChart, 160))
    expect(narrow).toContain('13') // the month itself: its number is never left out
    expect(narrow.length).toBeLessThan(26)
  })

  it('gives the strong ink to the one bar that the chart is about', () => {
    expect(
      drawn(columnChart, 540).split(`fill="${PAPER.strong}"`).length - 1,
    ).toBeGreaterThanOrEqual(1)
    expect(inks(drawn(columnChart, 540))).toBe(12)
    expect(inks(drawn(lying, 500))).toBe(2)
  })

  it('draws the week: seven lines by name, the hours below, a block where something happened', () => {
    expect(words(drawn(week, 560))).toEqual(
      expect.arrayContaining(['一', '日', '0:00', '6:00', '12:00', '18:00']),
    )
    expect(words(drawn(week, 560, 'en'))).toEqual(expect.arrayContaining(['Mon', 'Sun']))
  })

  it('has no hue and does not move', () => {
    for (const chart of [lying, columnChart, week]) {
      const svg = drawn(chart, 540)
      expect(svg).not.toMatch(/animate|keyframes/)
      for (const [, r, g, b] of svg.matchAll(/#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/g)) {
        const parts = [r!, g!, b!].map((part) => parseInt(part, 16))
        expect(Math.max(...parts) - Math.min(...parts), `#${r}${g}${b}`).toBeLessThan(24)
      }
    }
  })

  it('draws the same twice, to the letter', () => {
    expect(chartOption(week, { width: 560, height: 180 }, 'zh', PAPER)).toEqual(
      chartOption(week, { width: 560, height: 180 }, 'zh', PAPER),
    )
  })

  it('draws a period in which nothing happened', () => {
    const calm: Chart = { kind: 'bars', id: 'none', title, bars: [] }
    expect(words(drawn(calm, 300))).toEqual([])
    expect(chartWords(calm, 'zh')).toBe('图：0')
  })
})

describe('where the bars lie', () => {
  const size = { width: 528, height: 168 }

  it('covers the drawing without gap or overlap, in the order of the bars', () => {
    const columns = spotsOf(columnChart, size, 'zh', PAPER)
    expect(columns.map(({ at, value }) => [at, value])).toEqual(
      months.map((_, at) => [at, 25 - at]),
    )
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(size.width)
    const rows = spotsOf(lying, size, 'zh', PAPER)
    expect(rows.map(({ top, height }) => top + height).slice(0, -1)).toEqual(
      rows.map(({ top }) => top).slice(1),
    )
  })

  it('finds the hour of a weekday by one number', () => {
    const spot = spotsOf(week, size, 'zh', PAPER).find(({ value }) => value === 4)
    expect(spot).toMatchObject({ at: 2 * 24 + 9, name: '周三 9:00' })
  })

  it('says the whole chart in one sentence, without what is nought', () => {
    expect(chartWords(lying, 'zh')).toBe('图：火灾 8，电梯困人 3')
    expect(chartWords(week, 'en')).toBe('Chart: Wed 9:00 4, Sun 23:00 1')
  })
})
