// @vitest-environment node
/**
 * Workbooks and files of text as sheets: joined cells, several sheets, hidden ones, dates of a
 * spreadsheet, GBK; and a roster read from the bytes of a file to its entries.
 */
import { writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readRoster } from '#shared/domain/register-import/roster-sheet.ts'
import { Refused } from '#renderer/console/pages/site/reading/limits.ts'
import {
  readSheets,
  SHEET_ROWS,
  type SheetFile,
} from '#renderer/console/pages/site/reading/sheets.ts'
import { bestSheet } from '#renderer/console/pages/site/register-import/best-sheet.ts'
import { gbk } from '../../kit/gbk.ts'

const read = (bytes: Uint8Array<ArrayBuffer>, name = '值班表.xlsx'): Promise<SheetFile> =>
  readSheets(
    new File([bytes], name),
    {},
    { signal: new AbortController().signal, progress: () => undefined },
  )
const day = (date: string): Date => new Date(`${date}T00:00:00Z`)
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'))

/** As a spreadsheet keeps it: a title over everything, typed dates, one name over two days. */
async function book(): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await writeXlsx({
    sheets: [
      { name: '说明', rows: [['本表由保卫科填写'], ['每月25日前交']] },
      {
        name: '11月',
        rows: [
          ['消防控制室值班表', null, null, null],
          ['班次', day('2026-11-27'), day('2026-11-28'), day('2026-11-29')],
          ['白班', '赵铁柱', null, '钱多多'],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
          { startRow: 2, startCol: 1, endRow: 2, endCol: 2 },
        ],
      },
      {
        name: '草稿',
        hidden: true,
        rows: [
          ['班次', '11/1', '11/2'],
          ['白班', '某人', '某人'],
        ],
      },
    ],
  })
  return new Uint8Array(bytes)
}
const HOW = {
  roles: new Map(),
  cells: null,
  chosen: { year: null, month: null, first: null },
  isPerson: () => false,
  isShift: () => false,
}

describe('a workbook', () => {
  it('has its visible sheets with their joined cells', async () => {
    const { sheets, encoding } = await read(await book())
    expect(encoding).toBe(null)
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['说明', 2],
      ['11月', 3],
    ])
    expect(sheets[1]?.merges).toEqual([
      { fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 3 },
      { fromRow: 3, toRow: 3, fromColumn: 1, toColumn: 2 },
    ])
  })
  it('the sheet with the days is the roster, and typed dates are its dates', async () => {
    const { sheets, fileName } = await read(await book())
    const sheet = sheets[bestSheet(sheets, 'duty')]
    expect(sheet?.name).toBe('11月')
    const roster = sheet && readRoster(sheet, { ...HOW, fileName })
    expect(roster?.dates).toEqual(['2026-11-27', '2026-11-28', '2026-11-29'])
    expect(roster?.body.map(({ date, text }) => `${date.slice(8)} ${text}`)).toEqual([
      '27 赵铁柱',
      '28 赵铁柱',
      '29 钱多多',
    ])
  })
})

describe('a file of text', () => {
  const TEXT = "姓名,电话\r\n赵铁柱,'+8613800000001\r\n"
  it.each([
    ['UTF-8 with its mark', utf8(`\ufeff${TEXT}`), 'utf-8'],
    ['GBK', gbk(TEXT), 'gb18030'],
  ])(
    'in %s is one sheet; the sign that guards a plus is taken off',
    async (_how, bytes, encoding) => {
      expect(await read(bytes, '人员.csv')).toEqual({
        fileName: '人员.csv',
        sheets: [
          {
            name: '',
            rows: [
              { row: 1, cells: ['姓名', '电话'] },
              { row: 2, cells: ['赵铁柱', '+8613800000001'] },
            ],
            merges: [],
          },
        ],
        encoding,
        delimiter: ',',
      })
    },
  )
  it('that is longer than any list is refused', async () => {
    const why = await read(utf8('赵,1\n'.repeat(SHEET_ROWS + 1)), 'x.csv').then(
      () => 'read',
      (error: unknown) => (error instanceof Refused ? error.why : String(error)),
    )
    expect(why).toBe('too-many-rows')
  })
})
