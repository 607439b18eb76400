/**
 * Opens and closes an ECharts chart: as SVG, in the bundled font, under our policy for markup.
 */
import { init } from 'echarts/core'
import type { EChartsType } from 'echarts/core'

export type ChartSize = { width: number; height: number } // CSS px

/**
 * The page has registered the SVG renderer and its kinds of chart (`use`) and has awaited the font.
 */
export const openChart = (box: HTMLElement, size: ChartSize): EChartsType =>
  init(box, null, { renderer: 'svg', ...size })

/**
 * ECharts empties its elements by assigning markup, which the page's trusted-types policy refuses
 * even where it is empty. So the two elements that it empties are given a setter of their own that
 * takes their children away.
 */
export function closeChart(chart: EChartsType): void {
  const box = chart.getDom()
  for (const element of [box, ...box.querySelectorAll('svg')]) {
    Object.defineProperty(element, 'innerHTML', {
      configurable: true,
      set: () => element.replaceChildren(),
    })
  }
  chart.dispose()
}
