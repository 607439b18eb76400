/**
 * Turns the chart of a report into an option of ECharts, and says how high it is drawn and where
 * its bars lie, so that a page can make each of them open what it counts.
 */
import type { Chart } from '../domain/document/document.ts'
import { weekdayFrame, heatmap, WEEKDAYS } from './heatmap.ts'
import { DIGIT, barChart, measuresFor } from './bar-chart.ts'
import {
  scaleOf,
  type ChartOption,
  type Ink,
  type Language,
  type Named,
  type Size,
} from './option.ts'
import { columnChart, columnFrame, labelled } from './column-chart.ts'

export { PAPER, type ChartOption, type Ink, type Language, type Size } from './option.ts'

type Bars = Extract<Chart, { bars: unknown }>
const inOne = ({ bars }: Bars, lang: Language): readonly Named[] =>
  bars.map(({ name, value, strong = false, none = false }) => ({
    name: name[lang],
    value,
    strong,
    none,
  }))

/** The option for ECharts; the same for a page and for a file. */
export function chartOption(chart: Chart, size: Size, lang: Language, ink: Ink): ChartOption {
  if (chart.kind === 'hours') return heatmap(chart.counts, size, lang, ink)
  const bars = inOne(chart, lang)
  return chart.kind === 'columns'
    ? columnChart(bars, size, ink)
    : barChart(bars, measuresFor(bars, size, ink.size), ink)
}

/** A height in px in which a chart is read well, for letters of this size. */
export const chartHeight = (chart: Chart, size: number): number =>
  Math.round(
    chart.kind === 'bars'
      ? Math.max(1, chart.bars.length) * size * 1.9
      : chart.kind === 'columns'
        ? size * 12
        : size * 12.5,
  )

/**
 * A place in the drawing (px) and what it stands for: `at` is the index of the bar, or `weekday ×
 * 24 + hour`. `under`: where a line lies that underlines its number, from the left and top of the
 * place; null where no number is written.
 */
export type Spot = {
  at: number
  name: string
  value: number
  left: number
  top: number
  width: number
  height: number
  under: { left: number; top: number; width: number } | null
}

function hourSpots(
  { counts }: Extract<Chart, { kind: 'hours' }>,
  size: Size,
  lang: Language,
  ink: Ink,
): Spot[] {
  return counts.flatMap((ofDay, day) => {
    const { left, top, width, height } = weekdayFrame(day, size, lang, ink.size)
    return ofDay.map((value, hour) => ({
      at: day * ofDay.length + hour,
      name: `${lang === 'zh' ? '周' : ''}${WEEKDAYS[lang][day] ?? ''} ${hour}:00`,
      value,
      left: left + (hour * width) / ofDay.length,
      top,
      width: width / ofDay.length,
      height,
      under: null,
    }))
  })
}

/**
 * Where everything that the chart counts lies: the whole line of a bar, the whole column of a
 * standing bar, the hour of a weekday.
 */
export function spotsOf(chart: Chart, size: Size, lang: Language, ink: Ink): readonly Spot[] {
  if (chart.kind === 'hours') return hourSpots(chart, size, lang, ink)
  const bars = inOne(chart, lang)
  const most = scaleOf(bars.map(({ value }) => value))
  const digits = (value: number): number => String(value).length * DIGIT * ink.size
  if (chart.kind === 'columns') {
    const frame = columnFrame(size, ink.size)
    const place = frame.width / Math.max(1, bars.length)
    const shown = labelled(bars, place, ink.size)
    return bars.map(({ name, value, none }, index) => ({
      at: index,
      name,
      value,
      left: frame.left + index * place,
      top: 0,
      width: place,
      height: size.height,
      under:
        shown[index] && !none
          ? {
              left: (place - digits(value)) / 2,
              top: frame.top + frame.height * (1 - value / most) - 3,
              width: digits(value),
            }
          : null,
    }))
  }
  const line = size.height / Math.max(1, bars.length)
  const { names, room, distance } = measuresFor(bars, size, ink.size)
  return bars.map(({ name, value }, index) => ({
    at: index,
    name,
    value,
    left: 0,
    top: index * line,
    width: size.width,
    height: line,
    under: {
      left: names + ((size.width - names - room) * value) / most + distance,
      top: line / 2 + ink.size * 0.64,
      width: digits(value),
    },
  }))
}

/** The whole chart in a sentence, for those who cannot see it; zeros are left out. */
export function chartWords(chart: Chart, lang: Language): string {
  const spots = spotsOf(chart, { width: 1, height: 1 }, lang, WORDS)
    .filter(({ value }) => value > 0)
    .map(({ name, value }) => `${name} ${value}`)
  return `${chart.title[lang]}${lang === 'zh' ? '：' : ': '}${spots.length > 0 ? spots.join(lang === 'zh' ? '，' : ', ') : '0'}`
}
const WORDS: Ink = { strong: '', bar: '', name: '', figure: '', rule: '', font: '', size: 1 }
