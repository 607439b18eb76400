/**
 * The styles of a spreadsheet's cells: grey, a single font, a rule under the heads, and a number
 * format for each kind of column.
 */
import type { CellStyle, PageSetup } from 'hucre'
import type { ColumnKind } from '#shared/domain/document/document.ts'
import { isFigure } from '#shared/domain/document/format.ts'

const INK = { rgb: '20262D' }
const RULE = { rgb: '747E88' }
export const FONT = { name: 'Microsoft YaHei', size: 10, color: INK } as const

const FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = {
  text: '@',
  difference: '+0;"−"0;0',
  share: '0.0%;"−"0.0%',
  duration: '[h]:mm:ss',
  instant: 'yyyy-mm-dd hh:mm:ss',
  date: 'yyyy-mm-dd',
  yuan: '#,##0.00',
}

/** Across, as wide as the page, as many pages as it takes. */
export const ON_A4: PageSetup = {
  paperSize: 'a4',
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
}

export const PLAIN: CellStyle = { font: FONT, numFmt: '@' }
export const TITLE: CellStyle = { font: { ...FONT, size: 12, bold: true } }
export const LABEL: CellStyle = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'top', wrapText: true },
}
export const WRAPPED: CellStyle = {
  font: FONT,
  alignment: { vertical: 'top', wrapText: true },
  numFmt: '@',
}
export const HEAD: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6E8EA' } },
  border: { bottom: { style: 'thin', color: RULE } },
  alignment: { vertical: 'center', wrapText: true },
}

/** Of the values in a column; `last`: of its total. */
export function valueStyle(kind: ColumnKind, last: boolean): CellStyle {
  const format = FORMATS[kind]
  return {
    font: { ...FONT, bold: last },
    ...(format !== undefined && { numFmt: format }),
    ...(last && { border: { top: { style: 'thin', color: RULE } } }),
    alignment: {
      vertical: 'top',
      horizontal: isFigure(kind) ? 'right' : 'left',
      ...(kind === 'text' && { wrapText: true }),
    },
  }
}
