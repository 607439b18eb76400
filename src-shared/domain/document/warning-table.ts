/** The figures of warnings of a period in one line, for reports and files. */
import { localized } from '../text.ts'
import type { WarningFigures } from '../statistics/warnings.ts'
import type { Table } from './document.ts'
import { column, plain, table } from './table.ts'

const FIGURES = [
  ['entered', '登记', 'Entered'],
  ['inForce', '生效', 'In force'],
  ['red', '红色', 'Red'],
  ['orange', '橙色', 'Orange'],
  ['yellow', '黄色', 'Yellow'],
  ['blue', '蓝色', 'Blue'],
  ['days', '生效天数', 'Days in force'],
  ['told', '已通知', 'Told'],
  ['prealert', '立为事件', 'Pre-alerts'],
  ['acted', '已响应', 'Acted on'],
] as const satisfies readonly (readonly [keyof WarningFigures, string, string])[]

export const warningFiguresTable = (figures: WarningFigures): Table =>
  table(
    'warning-figures',
    localized('预警情况', 'Warnings in figures'),
    FIGURES.map(([id, zh, en]) => column(id, zh, en)),
    [FIGURES.map(([id]) => plain(figures[id]))],
    { empty: localized('没有预警', 'No warnings') },
  )
