/**
 * Reads an XLSX file as another program would, by its parts and nothing of ours: cells with their
 * type, number format and formula, and how the sheet is laid out.
 */
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'

export type ReadCell = {
  value: string | number
  type: 'text' | 'number'
  format: string
  formula: boolean
}
export type ReadSheet = {
  name: string
  rows: ReadonlyMap<number, Readonly<Record<string, ReadCell>>>
  frozen: string | null
  filter: string | null
  xml: string
}

const unescaped = (text: string): string =>
  text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string): string | null =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? null

function formatsIn(styles: string): (style: number) => string {
  const ownStyle = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'numFmtId'),
      unescaped(attribute(tag, 'formatCode') ?? ''),
    ]),
  )
  const formats = new Map([
    ['0', 'General'],
    ['49', '@'],
  ])
  const cells = [
    ...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g),
  ].map(([tag]) => attribute(tag, 'numFmtId') ?? '0')
  return (style) =>
    ownStyle.get(cells[style] ?? '0') ??
    formats.get(cells[style] ?? '0') ??
    `built in ${cells[style] ?? ''}`
}

function cellOf(xml: string, format: (style: number) => string): ReadCell | null {
  const style = format(Number(attribute(xml, 's') ?? 0))
  const formula = xml.includes('<f')
  const text = [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)]
    .map(([, words]) => unescaped(words ?? ''))
    .join('')
  const value = /<v>(.*?)<\/v>/.exec(xml)?.[1]
  if (attribute(xml, 't') === 'inlineStr')
    return { value: text, type: 'text', format: style, formula }
  return value === undefined
    ? null
    : { value: Number(value), type: 'number', format: style, formula }
}

export function readWorkbook(file: string): readonly ReadSheet[] {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(readFileSync(file))).map(([path, bytes]) => [path, strFromU8(bytes)]),
  )
  const format = formatsIn(parts['xl/styles.xml'] ?? '')
  const targets = new Map(
    [...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/<Relationship [^>]*>/g)].map(
      ([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')],
    ),
  )
  return [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
    const xml = parts[`xl/${targets.get(attribute(tag, 'r:id')) ?? ''}`] ?? ''
    const rows = new Map(
      [...xml.matchAll(/<row r="(\d+)".*?<\/row>/gs)].map(([row, n]) => [
        Number(n),
        Object.fromEntries(
          [...row.matchAll(/<c r="([A-Z]+)\d+"(?:[^>]*\/>|.*?<\/c>)/gs)].flatMap(
            ([cell, letter = '']) => {
              const read = cellOf(cell, format)
              return read ? [[letter, read]] : []
            },
          ),
        ),
      ]),
    )
    return {
      name: unescaped(attribute(tag, 'name') ?? ''),
      rows,
      xml,
      frozen: /<pane [^>]*ySplit="(\d+)"/.exec(xml)?.[1] ?? null,
      filter: /<autoFilter ref="([^"]*)"/.exec(xml)?.[1] ?? null,
    }
  })
}

/** The parts of the file by their path. */
export const partsOf = (file: string): readonly string[] =>
  Object.keys(unzipSync(readFileSync(file)))
