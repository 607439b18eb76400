/** Draws lying bars on one scale: the name at the left, the number at the end of its bar. */
import { emsOf, cutTo } from './measure.ts'
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

/**
 * In px. `names`: the width that they get, `letter`: the size of their letters; `room` for the
 * numbers, of the size `figure` and so far from the bar; `thick`: a bar.
 */
export type BarMeasures = {
  names: number
  letter: number
  room: number
  figure: number
  distance: number
  thick: number
}

/** Width of a digit of the font, in em. */
export const DIGIT = 0.56
const MOST_NAMES = 0.4 // of the width

/** What fits the bars into a size. */
export function measuresFor(
  bars: readonly Named[],
  { width, height }: Size,
  size: number,
): BarMeasures {
  const widest = Math.max(0, ...bars.map(({ name }) => emsOf(name)))
  const digits = String(scaleOf(bars.map(({ value }) => value))).length
  const thick = Math.min(size, Math.round(height / Math.max(1, bars.length) / 2.2))
  return {
    names: Math.round(Math.min((widest + 1.4) * size, width * MOST_NAMES)),
    letter: size,
    room: Math.ceil((digits * DIGIT + 1) * size),
    figure: size,
    distance: Math.round(size / 2),
    thick,
  }
}

/** Names are cut between words; the whole name stands elsewhere on the page. */
export function barChart(
  bars: readonly Named[],
  { names, letter, room, figure, distance, thick }: BarMeasures,
  ink: Omit<Ink, 'size' | 'rule'>,
): ChartOption {
  return {
    ...still(ink.font),
    grid: { left: names, right: room, top: 0, bottom: 0 },
    xAxis: { type: 'value', max: scaleOf(bars.map(({ value }) => value)), show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => cutTo(name, names / letter - 0.4)),
      ...BARE,
      axisLabel: { margin: names, align: 'left', fontSize: letter, color: ink.name, interval: 0 },
    },
    series: [
      {
        type: 'bar',
        data: bars.map((bar) => barItem(bar, ink)),
        barWidth: thick,
        label: {
          show: true,
          position: 'right',
          distance,
          fontSize: figure,
          fontWeight: FIGURE_WEIGHT,
          color: ink.figure,
        },
      },
    ],
  }
}
