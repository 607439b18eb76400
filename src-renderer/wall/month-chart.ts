/**
 * Makes the options from which ECharts draws the month on a wall, in sizes of the wall's units. How
 * a bar looks is settled in src-shared/charts.
 */
import { cutTo } from '#shared/charts/measure.ts'
import { BARE, FIGURE_WEIGHT, scaleOf, still, type ChartOption } from '#shared/charts/option.ts'
import { FONT } from '../ui/fonts.ts'
import { nameRoom, type Bar } from './month-bars.ts'
import type { MonthRow } from './month-rows.ts'

/** `strong`: this month, `bar`: any other bar, `outline`: of one that is hollow. */
export type Ink = { strong: string; bar: string; outline: string; name: string; count: string }

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

/** Thickness of the bars of a line of the table, and between them, in units. */
const [NOW, BEFORE, BETWEEN] = [18, 9, 4] as const
const OUTLINE = 2

/**
 * The bars of the month's table, three to a line on one scale: this month thick, the month before
 * thin, last year's hollow; the numbers stand beside them. What cannot be compared with has no bar.
 */
export function tableOption(rows: readonly MonthRow[], unit: number, ink: Ink): ChartOption {
  const counts = rows.flatMap(({ now, previous, lastYear }) => [now, previous ?? 0, lastYear ?? 0])
  const series = (
    of: (row: MonthRow) => number | null,
    thick: number,
    itemStyle: Readonly<Record<string, unknown>>,
  ): ChartOption['series'] =>
    rows.some((row) => of(row) !== null)
      ? [
          {
            type: 'bar',
            data: rows.map((row) => of(row) ?? 0),
            barWidth: thick * unit,
            barGap: `${Math.round((100 * BETWEEN) / thick)}%`,
            itemStyle,
          },
        ]
      : []
  return {
    ...still(FONT),
    grid: { left: 0, right: OUTLINE * unit, top: 0, bottom: 0 },
    xAxis: { type: 'value', max: scaleOf(counts), show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      ...BARE,
      axisLabel: { show: false },
    },
    series: [
      ...series(({ now }) => now, NOW, { color: ink.strong }),
      ...series(({ previous }) => previous, BEFORE, { color: ink.bar }),
      ...series(({ lastYear }) => lastYear, BEFORE, {
        color: 'transparent',
        borderColor: ink.outline,
        borderWidth: OUTLINE * unit,
      }),
    ],
  }
}
