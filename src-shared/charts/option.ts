/**
 * Builds what ECharts draws, as plain data: grey, one scale, no movement, no legend, the numbers at
 * the bars. A page and a file hand the same option to ECharts, which needs BarChart, GridComponent
 * and SVGRenderer for it.
 */
export type Language = 'zh' | 'en'
/** CSS px. */
export type Size = { width: number; height: number }
/**
 * Colours as CSS has them, font family, size of the letters in px. `strong` is the bar that the
 * chart is about, `bar` any other; `name` writes names, `figure` numbers; `rule` is the line that
 * standing bars stand on.
 */
export type Ink = {
  strong: string
  bar: string
  name: string
  figure: string
  rule: string
  font: string
  size: number
}
/** A bar whose name is in one language. `none`: nothing is known of it. */
export type Named = { name: string; value: number; strong?: boolean; none?: boolean }

export type Part = Readonly<Record<string, unknown>>
/** As much of an ECharts option as our charts use. */
export type ChartOption = {
  animation: false
  silent: true
  textStyle: { fontFamily: string }
  grid: Part | readonly Part[]
  xAxis: Part | readonly Part[]
  yAxis: Part | readonly Part[]
  series: readonly Part[]
}

/** Ink for white paper, where nothing is dark or light: the light theme on a white ground. */
export const PAPER: Ink = {
  strong: '#0e1216',
  bar: '#68727c',
  name: '#20262d',
  figure: '#0e1216',
  rule: '#747e88',
  size: 14,
  font: "'Noto Sans SC Variable', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
}

export const still = (font: string): Pick<ChartOption, 'animation' | 'silent' | 'textStyle'> => ({
  animation: false,
  silent: true,
  textStyle: { fontFamily: font },
})
/** An axis of which only the labels are seen. */
export const BARE = {
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
} as const
/** The end of the one scale that all bars of a chart are drawn on. */
export const scaleOf = (values: readonly number[]): number => Math.max(1, ...values)

export const FIGURE_WEIGHT = 500
const STRONG_WEIGHT = 700

/** The bar of one value and the number at it, in px and in the colours of `ink`. */
export const barItem = (
  { value, strong = false, none = false }: Named,
  ink: Pick<Ink, 'strong' | 'bar'>,
  show = true,
): Part => ({
  value,
  itemStyle: { color: strong ? ink.strong : ink.bar },
  label: { show: show && !none, fontWeight: strong ? STRONG_WEIGHT : FIGURE_WEIGHT },
})
