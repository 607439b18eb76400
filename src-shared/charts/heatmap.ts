/**
 * Draws the week by the hour: a line a weekday, on it a block an hour, as high as it has incidents.
 * Monday first; the hours stand under Sunday.
 */
import {
  BARE,
  scaleOf,
  still,
  type ChartOption,
  type Ink,
  type Language,
  type Size,
} from './option.ts'

export const WEEKDAYS = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const [DAYS, HOURS, NAMED_HOURS] = [7, 24, 6]
const FOOT = 1.6 // em, for the hours
const NAMES = { zh: 1.8, en: 2.8 } as const // em
const FULL = 0.86 // of the height of a line, for the highest block

/** Where the line of a weekday lies, in px; an hour is a twenty-fourth of it. */
export function weekdayFrame(
  day: number,
  { width, height }: Size,
  lang: Language,
  size: number,
): { left: number; top: number; width: number; height: number } {
  const [left, line] = [NAMES[lang] * size, Math.max(1, height - FOOT * size) / DAYS]
  return { left, top: day * line, width: Math.max(1, width - left), height: line }
}

/** `counts`: [weekday][hour]. */
export function heatmap(
  counts: readonly (readonly number[])[],
  size: Size,
  lang: Language,
  ink: Ink,
): ChartOption {
  const most = scaleOf(counts.flat()) / FULL
  const label = {
    show: true,
    interval: 0,
    color: ink.name,
    fontSize: ink.size,
    margin: ink.size / 2,
  }
  const named = Array.from({ length: HOURS }, (_hour, hour) =>
    hour % NAMED_HOURS === 0 ? `${hour}:00` : '',
  )
  return {
    ...still(ink.font),
    grid: counts.map((_, day) => weekdayFrame(day, size, lang, ink.size)),
    xAxis: counts.map((_, day) => ({
      gridIndex: day,
      type: 'category',
      data: named,
      ...BARE,
      axisLine: { show: true, lineStyle: { color: ink.rule, width: 1 } },
      axisLabel: day === counts.length - 1 ? label : { show: false },
      name: WEEKDAYS[lang][day],
      nameLocation: 'start',
      nameGap: NAMES[lang] * ink.size,
      nameTextStyle: {
        align: 'left',
        verticalAlign: 'bottom',
        color: ink.name,
        fontSize: ink.size,
        padding: 0,
      },
    })),
    yAxis: counts.map((_, gridIndex) => ({ gridIndex, type: 'value', max: most, show: false })),
    series: counts.map((ofDay, day) => ({
      type: 'bar',
      xAxisIndex: day,
      yAxisIndex: day,
      data: [...ofDay],
      barWidth: '80%',
      itemStyle: { color: ink.bar },
    })),
  }
}
