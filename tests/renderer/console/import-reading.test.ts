// @vitest-environment node
/**
 * A table as it comes: whatever its encoding, its signs, its dates; and files that mean harm, each
 * refused for its own reason.
 */
import { describe, expect, it } from 'vitest'
import { COLUMNS, FILE_BYTES, Refused, ROWS } from '#renderer/console/pages/site/reading/limits.ts'
import { readTable, type Chosen, type Table } from '#renderer/console/pages/site/reading/table.ts'
import { gbk } from '../../kit/gbk.ts'
import { workbook, zip } from '../../kit/zip.ts'

const HEADS = '发生时间,地点,经过'
const CSV = `${HEADS}\r\n2024/3/5 14:30,东区食堂,"油锅起火，""已扑灭""\n无人受伤"\r\n\r\n2024/3/6,西区,停电\r\n`
const ROWS_OF_CSV = [
  { row: 1, cells: ['发生时间', '地点', '经过'] },
  { row: 2, cells: ['2024/3/5 14:30', '东区食堂', '油锅起火，"已扑灭"\n无人受伤'] },
  { row: 4, cells: ['2024/3/6', '西区', '停电'] },
]
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'))
const utf16 = (text: string, big = false): Uint8Array<ArrayBuffer> => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}
const reading = (): { signal: AbortSignal; progress: () => void } => ({
  signal: new AbortController().signal,
  progress: () => undefined,
})
const read = (
  bytes: Uint8Array<ArrayBuffer>,
  chosen: Chosen = {},
  name = '台账.csv',
): Promise<Table> => readTable(new File([bytes], name), chosen, reading())
const refused = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Refused ? error.why : String(error)),
  )

describe('text', () => {
  it.each([
    ['UTF-8', utf8(CSV), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${CSV}`), 'utf-8'],
    ['GBK', gbk(CSV), 'gb18030'],
    ['UTF-16', utf16(CSV), 'utf-16le'],
    ['UTF-16 the other way round', utf16(CSV, true), 'utf-16be'],
  ])('in %s has the same rows', async (_name, bytes, encoding) => {
    expect(await read(bytes)).toEqual({
      fileName: '台账.csv',
      rows: ROWS_OF_CSV,
      encoding,
      delimiter: ',',
    })
  })
  it.each([
    [';', ';'],
    ['\t', '\t'],
  ] as const)('parted by %j is known', async (sign, delimiter) => {
    const { rows, delimiter: detected } = await read(
      utf8(`发生时间${sign}地点${sign}经过\n2024/3/5${sign}东区${sign}油锅，起火,无人伤\n`),
    )
    expect([detected, rows[1]?.cells]).toEqual([
      delimiter,
      ['2024/3/5', '东区', '油锅，起火,无人伤'],
    ])
  })
  it('is read as somebody says, if he knows better', async () => {
    const { rows, encoding, delimiter } = await read(gbk(CSV), {
      encoding: 'utf-8',
      delimiter: ';',
    })
    expect([encoding, delimiter, rows[0]?.cells.length]).toEqual(['utf-8', ';', 1])
  })
  it('is called off in the middle', async () => {
    const control = new AbortController()
    const text = utf8(
      `${HEADS}\n${'2024/3/5,东区,停电很久很久很久很久很久很久很久很久\n'.repeat(45_000)}`,
    )
    const going = readTable(
      new File([text], 'x.csv'),
      {},
      { signal: control.signal, progress: () => control.abort() },
    )
    await expect(going).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('a workbook', () => {
  const sheet = (
    serial: number,
  ): string => `<row r="1"><c r="A1" t="inlineStr"><is><t>发生时间</t></is></c><c r="C1" t="inlineStr"><is><t>地点 &amp; 部位</t></is></c></row>
    <row r="3"><c r="A3" s="1"><v>${serial}</v></c><c r="B3" s="2"><v>${Math.floor(serial)}</v></c><c r="C3"><v>12.5</v></c></row>`
  it.each([
    ['1900', false, 45_356.604166666664],
    ['1904', true, 45_356.604166666664 - 1462],
  ])('shows its dates in the system of %s', async (_system, date1904, serial) => {
    expect(await read(workbook(sheet(serial), { date1904 }))).toEqual({
      fileName: '台账.csv',
      encoding: null,
      delimiter: null,
      rows: [
        { row: 1, cells: ['发生时间', '', '地点 & 部位'] },
        { row: 3, cells: ['2024-03-05 14:30:00', '2024-03-05', '12.5'] },
      ],
    })
  })
})

describe('a hostile file', () => {
  const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
  it('larger than a table may be is not even read', async () => {
    expect(await refused(new Uint8Array(FILE_BYTES + 1))).toBe('too-large')
  })
  it('that is nothing, or no table, says so', async () => {
    expect([
      await refused(new Uint8Array(0)),
      await refused(utf8('\n\n')),
      await refused(Uint8Array.of(1, 0, 0, 2, 0)),
      await refused(zip([{ name: 'photo.jpg', body: 'x' }])),
      await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1)),
    ]).toEqual(['empty', 'empty', 'not-a-table', 'not-a-table', 'old-excel'])
  })
  it('that unpacks to a thousand times its size is a bomb', async () => {
    expect(
      await refused(
        workbook(cell, {
          parts: [{ name: 'xl/media/x.bin', body: new Uint8Array(8 * 1024 * 1024) }],
        }),
      ),
    ).toBe('bomb')
  })
  it('that lies about its size ends where it says', async () => {
    const long = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(400_000)}</t></is></c></row>`
    expect(await refused(workbook(long, { claims: 5_000 }))).toBe('damaged')
    expect(await refused(workbook(long, { claims: 0 }))).toBe('bomb')
  })
  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\x', 'xl\\..\\x'])(
    'with the path %s leads nowhere',
    async (name) => {
      expect(await refused(workbook(cell, { parts: [{ name, body: 'x' }] }))).toBe('paths')
    },
  )
  it('with entities is not read', async () => {
    expect(
      await refused(
        workbook(cell, {
          before: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>',
        }),
      ),
    ).toBe('entities')
  })
  it('under a password, cut short, or packed in an unknown way is told apart', async () => {
    const whole = workbook(cell)
    expect([
      await refused(workbook(cell, { parts: [{ name: 'x', body: 'x', flags: 1 }] })),
      await refused(whole.slice(0, whole.length - 40)),
      await refused(workbook(cell, { parts: [{ name: 'x', body: 'x', method: 12 }] })),
    ]).toEqual(['encrypted', 'damaged', 'damaged'])
  })
  it('with too many rows or columns is not cut in silence', async () => {
    expect(await refused(utf8('1,2\n'.repeat(ROWS + 1)))).toBe('too-many-rows')
    expect(await refused(utf8(`${'1,'.repeat(COLUMNS)}1\n`))).toBe('too-many-columns')
  })
  it('any bytes at all are read or refused, never more', async () => {
    const { default: fc } = await import('fast-check')
    const whole = workbook(cell)
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 400 }),
          fc
            .tuple(fc.nat(whole.length - 1), fc.nat(255))
            .map(([at, value]) => whole.map((byte, index) => (index === at ? value : byte))),
        ),
        async (bytes) => {
          const ended = await readTable(new File([new Uint8Array(bytes)], 'x'), {}, reading()).then(
            () => true,
            (error: unknown) => error,
          )
          expect(ended === true || ended instanceof Refused).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
