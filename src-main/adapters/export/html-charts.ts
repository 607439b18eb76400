/**
 * Charts as SVG without a page: the same option as on the page, drawn by ECharts in plain Node, in
 * ink for white paper.
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

/**
 * Its words escaped by ECharts; what it says in one sentence stands beside it for those who cannot
 * see it.
 */
export function chartSvg(chart: Chart, language: Language): string {
  const size = { width: WIDTH, height: chartHeight(chart, PAPER.size) }
  const drawn = init(null, null, { renderer: 'svg', ssr: true, ...size })
  drawn.setOption(
    chartOption(chart, size, language, PAPER) as Parameters<typeof drawn.setOption>[0],
  )
  const svg = sanitise(drawn.renderToSVGString())
  drawn.dispose()
  return `<div class="chart" role="img" aria-label="${escapeHtml(sanitise(chartWords(chart, language)))}">${svg}</div>`
}
