/**
 * Draws charts as SVG by ECharts in plain Node, with the page's options and ink for white paper.
 */
import { init, use } from 'echarts/core'
import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'
import { chartHeight, chartOption, chartWords, PAPER } from '#shared/charts/chart.ts'
import type { Chart } from '#shared/domain/document/document.ts'
import type { Language } from '#shared/domain/document/format.ts'
import { sanitise } from './sanitise.ts'
import { escapeHtml } from './html-escape.ts'

const WIDTH = 640 // px, the text of an A4 page

use([BarChart, GridComponent, SVGRenderer])

/** ECharts escapes its words; `aria-label` describes the chart in a sentence. */
export function chartSvg(chart: Chart, language: Language): string {
  const size = { width: WIDTH, height: chartHeight(chart, PAPER.size) }
  const svgChart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  svgChart.setOption(
    chartOption(chart, size, language, PAPER) as Parameters<typeof svgChart.setOption>[0],
  )
  const svg = sanitise(svgChart.renderToSVGString())
  svgChart.dispose()
  return `<div class="chart" role="img" aria-label="${escapeHtml(sanitise(chartWords(chart, language)))}">${svg}</div>`
}
