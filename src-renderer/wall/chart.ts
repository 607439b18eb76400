/** What ECharts is told to draw for the month: grey bars on one scale, no movement, no legend. Pure; sizes in CSS px. */
import type { BarSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { FONT } from '../ui/fonts.ts'
import type { Bar } from './bars.ts'
import { cutTo } from './measure.ts'

export type MonthOption = ComposeOption<BarSeriesOption | GridComponentOption>
export type Ink = { bar: string; name: string; count: string }

const SILENT = { animation: false, silent: true } as const
const axis = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } } as const

const scale = (bars: readonly Bar[]): number => Math.max(1, ...bars.map(({ count }) => count))

/** Bars side by side, each with its name above. `perLine` bars stand on a line; `letter` is the size of the names in units. */
export function bandOption(bars: readonly Bar[], width: number, unit: number, perLine: number, letter: number, ink: Ink): MonthOption {
  const slot = width / perLine
  const length = slot - 90 * unit // the rest is for the figure at its end
  const place = (i: number) => ({ left: (i % perLine) * slot, top: (Math.floor(i / perLine) * 116 + 68) * unit })
  return {
    ...SILENT,
    textStyle: { fontFamily: FONT },
    grid: bars.map((_, i) => ({ ...place(i), width: length, height: 30 * unit })),
    xAxis: bars.map((_, gridIndex) => ({ gridIndex, type: 'value', max: scale(bars), show: false })),
    yAxis: bars.map(({ name }, gridIndex) => ({
      gridIndex, type: 'category', data: [cutTo(name, slot / unit / letter - 0.2)], ...axis,
      axisLabel: { inside: true, margin: 0, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 30 * unit, 0], fontSize: letter * unit, color: ink.name }
    })),
    series: bars.map(({ count }, i) => ({
      type: 'bar', xAxisIndex: i, yAxisIndex: i, data: [count], barWidth: 30 * unit, itemStyle: { color: ink.bar },
      label: { show: true, position: 'right', distance: 12 * unit, fontSize: 50 * unit, fontWeight: 500, color: ink.count }
    }))
  }
}

/** Bars one under another, names at the left: the month as a page. `names` is the width that the names get. */
export function pageOption(bars: readonly Bar[], unit: number, names: number, ink: Ink): MonthOption {
  return {
    ...SILENT,
    textStyle: { fontFamily: FONT },
    grid: { left: names, right: 130 * unit, top: 0, bottom: 0 },
    xAxis: { type: 'value', max: scale(bars), show: false },
    yAxis: {
      type: 'category', inverse: true, data: bars.map(({ name }) => cutTo(name, names / unit / 53 - 0.4)), ...axis,
      axisLabel: { margin: names, align: 'left', fontSize: 53 * unit, color: ink.name }
    },
    series: {
      type: 'bar', data: bars.map(({ count }) => count), barWidth: 40 * unit, itemStyle: { color: ink.bar },
      label: { show: true, position: 'right', distance: 18 * unit, fontSize: 66 * unit, fontWeight: 500, color: ink.count }
    }
  }
}
