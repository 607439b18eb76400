/**
 * Makes the option from which ECharts draws the month on a wall, in sizes of the wall's units. How
 * a bar looks is settled in src-shared/charts.
 */
import { barChart } from '#shared/charts/bar-chart.ts'
import { cutTo } from '#shared/charts/measure.ts'
import { BARE, FIGURE_WEIGHT, scaleOf, still, type ChartOption } from '#shared/charts/option.ts'
import { FONT } from '../ui/fonts.ts'
import { namesWidth, nameRoom, type Bar } from './month-bars.ts'

export type Ink = { bar: string; name: string; count: string }

/**
 * Bars side by side, each with its name above. `slots` are the widths of those on a line and
 * `letter` the size of the names, in units. All bars stand on one scale.
 */
export function bandOption(
  bars: readonly Bar[],
  slots: readonly number[],
  unit: number,
  letter: number,
  ink: Ink,
): ChartOption {
  const perLine = slots.length
  const length = (Math.min(...slots) - 90) * unit // the rest is for the figure at its end
  const place = (i: number) => ({
    left: slots.slice(0, i % perLine).reduce((sum, slot) => sum + slot, 0) * unit,
    top: (Math.floor(i / perLine) * 116 + 68) * unit,
  })
  return {
    ...still(FONT),
    grid: bars.map((_, i) => ({ ...place(i), width: length, height: 30 * unit })),
    xAxis: bars.map((_, gridIndex) => ({
      gridIndex,
      type: 'value',
      max: scaleOf(bars.map(({ count }) => count)),
      show: false,
    })),
    yAxis: bars.map(({ name }, gridIndex) => ({
      gridIndex,
      type: 'category',
      data: [cutTo(name, nameRoom(slots[gridIndex % perLine] ?? 0, letter))],
      ...BARE,
      axisLabel: {
        inside: true,
        margin: 0,
        align: 'left',
        verticalAlign: 'bottom',
        padding: [0, 0, 30 * unit, 0],
        fontSize: letter * unit,
        color: ink.name,
      },
    })),
    series: bars.map(({ count }, i) => ({
      type: 'bar',
      xAxisIndex: i,
      yAxisIndex: i,
      data: [count],
      barWidth: 30 * unit,
      itemStyle: { color: ink.bar },
      label: {
        show: true,
        position: 'right',
        distance: 12 * unit,
        fontSize: 50 * unit,
        fontWeight: FIGURE_WEIGHT,
        color: ink.count,
      },
    })),
  }
}

/**
 * Bars one under another, names at the left: the month as a page, `width` px wide. `letter` is the
 * size of the names in units.
 */
export const pageOption = (
  bars: readonly Bar[],
  width: number,
  unit: number,
  letter: number,
  ink: Ink,
): ChartOption =>
  barChart(
    bars.map(({ name, count }) => ({ name, value: count })),
    {
      names: namesWidth(bars, width, letter * unit),
      letter: letter * unit,
      room: 130 * unit,
      figure: 66 * unit,
      distance: 18 * unit,
      thick: 40 * unit,
    },
    { font: FONT, bar: ink.bar, strong: ink.bar, name: ink.name, figure: ink.count },
  )
