/**
 * Makes the sheet of charts: the numbers of each as cells, and beside them the chart that a
 * spreadsheet draws from those cells.
 */
import type { Cell, ConditionalRule, SheetChart, WriteSheet } from 'hucre'
import type { Chart } from '#shared/domain/document/document.ts'
import type { Language } from '#shared/domain/document/format.ts'
import { cellText } from './cell-values.ts'
import { HEAD, ON_A4, TITLE } from './xlsx-styles.ts'
import { WORDS } from './export-wording.ts'

type Row = (string | number | null)[]
type Block = { rows: Row[]; chart: SheetChart | null; rule: ConditionalRule | null }

const [BESIDE, WIDE, TALL] = [4, 9, 16] // columns and rows of a sheet
const [GREY, BLACK] = ['68727C', '0E1216']
const WEEKDAYS = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const LAST_HOUR = 'Y' // the column of 23:00

type Bars = Extract<Chart, { bars: unknown }>

function barsBlock(chart: Bars, language: Language, row: number, sheet: string): Block {
  const title = cellText(chart.title, language)
  const [first, last] = [row + 3, row + 2 + chart.bars.length] // rows as a sheet counts them
  const range = (column: string): string => `'${sheet}'!$${column}$${first}:$${column}$${last}`
  const isBarChart = chart.kind === 'bars'
  return {
    rows: [
      [title],
      [WORDS.name[language], WORDS.count[language]],
      ...chart.bars.map(({ name, value, none }) => [cellText(name, language), none ? null : value]),
    ],
    rule: null,
    chart:
      chart.bars.length === 0
        ? null
        : {
            type: isBarChart ? 'bar' : 'column',
            title,
            legend: false,
            altText: title,
            gapWidth: 60,
            anchor: {
              from: { row, col: BESIDE },
              to: { row: row + TALL - 1, col: BESIDE + WIDE },
            },
            series: [
              {
                name: WORDS.count[language],
                categories: range('A'),
                values: range('B'),
                color: GREY,
                dataLabels: { showValue: true },
                dataPoints: chart.bars.flatMap(({ strong }, idx) =>
                  strong ? [{ idx, fillColor: BLACK }] : [],
                ),
              },
            ],
            // the first bar on top, as on the page
            ...(isBarChart && { axes: { x: { reverse: true } } }),
          },
  }
}

function hoursBlock(
  chart: Extract<Chart, { kind: 'hours' }>,
  language: Language,
  row: number,
): Block {
  const hours = chart.counts[0]?.map((_count, hour) => `${hour}:00`) ?? []
  return {
    rows: [
      [cellText(chart.title, language)],
      [WORDS.weekday[language], ...hours],
      ...chart.counts.map((ofDay, day) => [WEEKDAYS[language][day] ?? String(day), ...ofDay]),
    ],
    chart: null,
    rule: {
      type: 'colorScale',
      priority: 1,
      range: `B${row + 3}:${LAST_HOUR}${row + 2 + chart.counts.length}`,
      colorScale: { cfvo: [{ type: 'min' }, { type: 'max' }], colors: ['FFFFFFFF', `FF${GREY}`] },
    },
  }
}

/** `sheet`: its name, which the charts point to. */
export function chartSheet(
  charts: readonly Chart[],
  language: Language,
  sheet: string,
): WriteSheet {
  const rows: Row[] = []
  const cells = new Map<string, Partial<Cell>>()
  const [sheetCharts, rules]: [SheetChart[], ConditionalRule[]] = [[], []]
  for (const chart of charts) {
    const row = rows.length
    const block =
      chart.kind === 'hours'
        ? hoursBlock(chart, language, row)
        : barsBlock(chart, language, row, sheet)
    cells.set(`${row},0`, { style: TITLE })
    block.rows[1]?.forEach((_head, column) => cells.set(`${row + 1},${column}`, { style: HEAD }))
    rows.push(...block.rows)
    if (block.chart) sheetCharts.push(block.chart)
    if (block.rule) rules.push(block.rule)
    const end = row + Math.max(block.rows.length, block.chart ? TALL : 0) + 1
    while (rows.length < end) rows.push([])
  }
  return {
    name: sheet,
    rows,
    cells,
    columns: [{ width: 24 }],
    charts: sheetCharts,
    conditionalRules: rules,
    pageSetup: ON_A4,
  }
}
