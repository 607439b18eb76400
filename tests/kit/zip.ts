/**
 * Packed files as somebody hostile would make them: any name, any size that they only claim to
 * have.
 */
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  name: string
  body: string | Uint8Array
  claims?: number
  flags?: number
  method?: number
}

function header(
  size: number,
  fields: readonly (readonly [at: number, value: number, bytes: 2 | 4])[],
): Uint8Array {
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  for (const [at, value, width] of fields)
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
  return bytes
}

export function zip(parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const table: Uint8Array[] = []
  let at = 0
  for (const { name, body, claims, flags = 0, method = 8 } of parts) {
    const plain = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const packed = method === 8 ? new Uint8Array(deflateRawSync(plain)) : plain
    const label = new TextEncoder().encode(name)
    const common = [
      [flags, 2],
      [method, 2],
      [0, 4],
      [crc32(plain), 4],
      [packed.length, 4],
      [claims ?? plain.length, 4],
      [label.length, 2],
    ] as const
    const fields = (from: number): (readonly [number, number, 2 | 4])[] => {
      let next = from
      return common.map(([value, width]) => {
        const field = [next, value, width] as const
        next += width
        return field
      })
    }
    const local = header(30, [[0, 0x04034b50, 4], [4, 20, 2], ...fields(6)])
    table.push(header(46, [[0, 0x02014b50, 4], [6, 20, 2], ...fields(8), [42, at, 4]]), label)
    pieces.push(local, label, packed)
    at += local.length + label.length + packed.length
  }
  const length = table.reduce((sum, part) => sum + part.length, 0)
  const end = header(22, [
    [0, 0x06054b50, 4],
    [8, parts.length, 2],
    [10, parts.length, 2],
    [12, length, 4],
    [16, at, 4],
  ])
  return new Uint8Array(Buffer.concat([...pieces, ...table, end]))
}

/** A workbook with one sheet: its rows as XML. */
export function workbook(
  sheet: string,
  more: { date1904?: boolean; before?: string; parts?: readonly ZipPart[]; claims?: number } = {},
): Uint8Array<ArrayBuffer> {
  const { date1904 = false, before = '', parts = [], claims } = more
  const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>${before}${body}`
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packages = 'http://schemas.openxmlformats.org/package/2006'
  return zip([
    {
      name: '[Content_Types].xml',
      body: `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      body: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      body: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      body: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      body: `<?xml version="1.0"?><styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d h:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      body: xml(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
      ...(claims === undefined ? {} : { claims }),
    },
    ...parts,
  ])
}
