/**
 * A workbook read back by another reader: typed cells, local dates, layout, and no active content.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sheetNames } from '#main/adapters/export/sheet-names.ts'
import { cellValue } from '#main/adapters/export/cell-values.ts'
import { localized } from '#shared/domain/text.ts'
import { MIDNIGHT, documentWith, SOURCE, table, VALUES, WHOLE } from './papers.ts'
import { partsOf, readWorkbook, type ReadSheet } from './workbook.ts'
import { folder, order, writer } from './writing.ts'

/** What a person reads in a cell that holds days since 1900. */
const days = (iso: string): number => Date.parse(`${iso}Z`) / 86_400_000 + 25_569

describe('the paper of every kind of value', () => {
  let sheets: readonly ReadSheet[] = []
  let parts: readonly string[] = []
  beforeAll(async () => {
    const dir = mkdtempSync(join(tmpdir(), 'vigil-xlsx-'))
    const file = join(dir, 'a.xlsx')
    expect(await writer().write(order(file)).done).toMatchObject({
      ok: true,
      rows: VALUES.length + 2,
    })
    ;[sheets, parts] = [readWorkbook(file), partsOf(file)]
    rmSync(dir, { recursive: true })
  })
  const sheet = (name: string): ReadSheet => {
    const sheet = sheets.find((candidate) => candidate.name === name)
    if (!sheet)
      throw new Error(`no sheet ${name} in ${sheets.map((candidate) => candidate.name).join()}`)
    return sheet
  }
  const shownIn = (name: string, row: number): unknown[] =>
    Object.values(sheet(name).rows.get(row) ?? {}).map(({ value }) => value)

  test('one sheet says what it is, then a sheet a table, then the charts', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '概览', '事件登记', '空表', '图表'])
    const texts = [...sheet('说明').rows.values()].map((row) =>
      Object.values(row)
        .map(({ value }) => value)
        .join('|'),
    )
    for (const line of [
      '2026年11月月报',
      '云雀湾',
      '时区|Asia/Shanghai',
      `记录条数|${SOURCE.position}`,
      `记录校验值|${SOURCE.hash}`,
      '概览|演练不计|2',
      `事件登记||${VALUES.length}`,
    ])
      expect(texts).toContain(line)
  })

  test('numbers are numbers in the format of their column', () => {
    const row = sheet('事件登记').rows.get(3)
    expect(row).toMatchObject({
      E: { value: 12, type: 'number', format: 'General' },
      F: { value: -3, type: 'number', format: '+0;"−"0;0' },
      G: { value: 0.8235, type: 'number', format: '0.0%;"−"0.0%' },
      H: { value: 425_000 / 86_400_000, type: 'number', format: '[h]:mm:ss' },
      I: { value: -1234.5, type: 'number', format: '#,##0.00' },
    })
    expect(sheet('事件登记').rows.get(6)).toMatchObject({
      I: { value: 99_999_999.99, type: 'number' },
    })
    expect(sheet('事件登记').rows.get(5)).toEqual({})
  })

  test("instants and dates are those of the site's zone, midnight among them; a date of 1900 is a text", () => {
    expect(MIDNIGHT).toBe(Date.parse('2026-10-31T16:00:00Z'))
    const at = (row: number): unknown[] =>
      [sheet('事件登记').rows.get(row)?.B, sheet('事件登记').rows.get(row)?.C].map(
        (cell) => cell?.value,
      )
    expect(at(2)).toEqual([days('2026-11-01T00:00:00'), days('2026-11-01T00:00:00')])
    expect((at(3)[0] as number) * 86_400_000).toBeCloseTo(
      days('2026-10-31T23:59:59.999') * 86_400_000,
      0,
    )
    expect(at(4)).toEqual([days('2026-02-28T23:59:59'), '1900-02-28'])
    expect(at(6)).toEqual([days('2024-02-29T12:00:00'), days('2024-02-29T00:00:00')])
    expect(sheet('事件登记').rows.get(2)).toMatchObject({
      B: { format: 'yyyy-mm-dd hh:mm:ss' },
      C: { format: 'yyyy-mm-dd' },
    })
  })

  test('texts come back as they were written, long ones and emoji too', () => {
    expect(shownIn('事件登记', 4)[3]).toBe(VALUES[2]?.[3])
    expect(shownIn('事件登记', 6)[3]).toBe(VALUES[4]?.[3])
    expect(shownIn('空表', 2)).toEqual(['没有'])
  })

  test('heads are frozen and filtered, the total stands outside the filter', () => {
    expect(sheets.slice(1, 4).map(({ frozen, filter }) => [frozen, filter])).toEqual([
      ['1', 'A1:I3'],
      ['1', 'A1:I6'],
      ['1', null],
    ])
    expect(sheet('概览').rows.get(4)).toMatchObject({
      A: { value: '合计' },
      E: { value: 12, type: 'number' },
    })
    expect(sheet('概览').xml).toContain('<dimension ref="A1:I4"/>')
    expect(sheet('事件登记').xml).toMatch(/<col min="4" max="4" width="44"/)
  })

  test("charts are the spreadsheet's own and point to cells", () => {
    expect(parts.filter((path) => path.startsWith('xl/charts/chart'))).toHaveLength(2)
    expect(
      [...sheet('图表').rows.values()]
        .slice(0, 4)
        .map((row) => Object.values(row).map(({ value }) => value)),
    ).toEqual([['按类型'], ['名称', '数量'], ['火情<1>', 5], ['停电', 2]])
    expect(sheet('图表').xml).toContain('<colorScale>')
  })
})

test('a cell shows the clock on the wall, in summer time and out of it', () => {
  const at = (iso: string): unknown => cellValue(Date.parse(iso), 'instant', 'zh', 'Europe/Berlin')
  expect(at('2026-03-29T00:59:59Z')).toBe(days('2026-03-29T01:59:59'))
  expect(at('2026-03-29T01:00:00Z')).toBe(days('2026-03-29T03:00:00'))
  expect([at('2026-10-25T00:30:00Z'), at('2026-10-25T01:30:00Z')]).toEqual([
    days('2026-10-25T02:30:00'),
    days('2026-10-25T02:30:00'),
  ])
})

test('what would be a formula is a text, and a negative number stays a number', async () => {
  const attacks = [
    "=cmd|'/C calc'!A0",
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\0=1',
    ';=1',
    '＝1',
    '_x003D_1',
    '<f>1</f>',
  ]
  const { at } = folder()
  const rows = attacks.map((attack) => [
    attack,
    null,
    attack,
    localized(attack, attack),
    -1,
    -1,
    -1,
    -1,
    -1,
  ])
  await writer().write(
    order(at('a.xlsx'), {
      document: documentWith([table('register', '=1+1', rows)], {
        title: localized('=A1', '=A1'),
        lines: [localized('@x', '@x')],
      }),
    }),
  ).done
  const sheets = readWorkbook(at('a.xlsx'))
  const cells = sheets.flatMap(({ rows: all }) =>
    [...all.values()].flatMap((row) => Object.values(row)),
  )
  expect(cells.filter(({ formula }) => formula)).toEqual([])
  const read = [...(sheets[1]?.rows.values() ?? [])].slice(1)
  expect(read.map((row) => row['A'])).toEqual(
    attacks.map((attack) => ({
      value: attack.replace('\0', '[U+0000]').replace('\r', '\n'),
      type: 'text',
      format: '@',
      formula: false,
    })),
  )
  expect(read.every((row) => row['E']?.type === 'number' && row['E'].value === -1)).toBe(true)
})

test('a drill says so on every sheet', async () => {
  const { at } = folder()
  await writer().write(
    order(at('a.xlsx'), {
      document: { ...WHOLE, mark: localized('演练&草稿', 'EXERCISE & DRAFT') },
    }),
  ).done
  const sheets = readWorkbook(at('a.xlsx')).slice(0, 4)
  expect(
    sheets.every(({ rows }) =>
      [...rows.values()].slice(0, 2).some((row) => row['A']?.value === '演练&草稿'),
    ),
  ).toBe(true)
  expect(sheets[1]).toMatchObject({ frozen: '2', filter: 'A2:I4' })
})

test('names of sheets are short, allowed and different', () => {
  expect(
    sheetNames(['说明', '说明', 'a/b:c*?[d]', '', 'History', '很'.repeat(40), '很'.repeat(40)]),
  ).toEqual([
    '说明',
    '说明 (2)',
    'a b c d',
    'Sheet',
    'History (2)',
    '很'.repeat(31),
    `${'很'.repeat(27)} (2)`,
  ])
})
