/**
 * Draws columns in the order of time, each number above its column and each name below. Where they
 * are too narrow for all, every second, third … is labelled.
 */
import { emsOf } from './measure.ts'
import {
  BARE,
  barItem,
  FIGURE_WEIGHT,
  scaleOf,
  still,
  type ChartOption,
  type Ink,
  type Named,
  type Size,
} from './option.ts'

const LINE = 1.7 // height of a line of text over or under the bars, in em
const GAP = 0.3 // between one word and the next, in em
const SHARE = 0.6 // of its place that a bar takes

/** Where the bars stand in the size, in px. */
export const columnFrame = (
  { width, height }: Size,
  size: number,
): { left: number; top: number; width: number; height: number } => ({
  left: 0,
  top: size * LINE,
  width,
  height: Math.max(1, height - 2 * size * LINE),
})

/**
 * Which bars are named and numbered: all, else every n-th counted back from the last, and the
 * strong ones.
 */
export function labelled(bars: readonly Named[], place: number, size: number): readonly boolean[] {
  const widest =
    Math.max(0, ...bars.map(({ name, value }) => Math.max(emsOf(name), emsOf(String(value))))) + GAP
  const every = Math.max(1, Math.ceil((widest * size) / Math.max(1, place)))
  return bars.map(({ strong }, index) => strong === true || (bars.length - 1 - index) % every === 0)
}

export function columnChart(bars: readonly Named[], size: Size, ink: Ink): ChartOption {
  const frame = columnFrame(size, ink.size)
  const place = frame.width / Math.max(1, bars.length)
  const shown = labelled(bars, place, ink.size)
  return {
    ...still(ink.font),
    grid: frame,
    xAxis: {
      type: 'category',
      data: bars.map(({ name }, index) => (shown[index] ? name : '')),
      ...BARE,
      axisLine: { show: true, lineStyle: { color: ink.rule, width: 1 } },
      axisLabel: { interval: 0, fontSize: ink.size, color: ink.name, margin: ink.size / 2 },
    },
    yAxis: { type: 'value', max: scaleOf(bars.map(({ value }) => value)), show: false },
    series: [
      {
        type: 'bar',
        data: bars.map((bar, index) => barItem(bar, ink, shown[index])),
        barWidth: Math.max(1, Math.round(place * SHARE)),
        label: {
          show: true,
          position: 'top',
          distance: 4,
          fontSize: ink.size,
          fontWeight: FIGURE_WEIGHT,
          color: ink.figure,
        },
      },
    ],
  }
}
