/** Makes Word documents for tests of their reader, as plain or as hostile as a test wants them. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const run = (words: string): string =>
  `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`

type Form = { style?: string; list?: readonly [id: number, level: number]; outline?: number }

/** A paragraph; `inner` is XML of runs where plain words do not do. */
export function paragraph(words: string, form: Form = {}, inner = run(words)): string {
  const style = form.style === undefined ? '' : `<w:pStyle w:val="${form.style}"/>`
  const list = form.list
    ? `<w:numPr><w:ilvl w:val="${form.list[1]}"/><w:numId w:val="${form.list[0]}"/></w:numPr>`
    : ''
  const outline = form.outline === undefined ? '' : `<w:outlineLvl w:val="${form.outline}"/>`
  return `<w:p><w:pPr>${style}${list}${outline}</w:pPr>${inner}</w:p>`
}

export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

/** `[format, text]` of each level, as Word has them: `['chineseCounting', '%1、']`. */
type Level = readonly [format: string, text: string]

/** Lists by their ids, 1 and on; each counts by itself. `more` is XML after them. */
export const numbering = (levelsOf: readonly (readonly Level[])[], more = ''): string =>
  `${HEAD}<w:numbering ${NAMESPACES}>${levelsOf
    .map(
      (levels, index) =>
        `<w:abstractNum w:abstractNumId="${index + 1}">${levels
          .map(
            ([format, text], level) =>
              `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
          )
          .join('')}</w:abstractNum>`,
    )
    .join('')}${levelsOf
    .map(
      (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index + 1}"/></w:num>`,
    )
    .join('')}${more}</w:numbering>`

export const styles = (inner: string): string =>
  `${HEAD}<w:styles ${NAMESPACES}>${inner}</w:styles>`

/** A style of a heading, with the list that it counts in. */
export const headingStyle = (level: number, list?: readonly [id: number, level: number]): string =>
  `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/><w:pPr>${
    list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : ''
  }<w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`

type Parts = { body: string; numbering?: string; styles?: string; more?: Zippable; head?: string }

const TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
const RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const PART_RELATIONS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`

/** `head`: what stands before the root of the document, a document type for instance. */
export const documentXml = (body: string, head = ''): string =>
  `${HEAD}${head}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`

export function wordFile(parts: Parts): Buffer {
  const files: Zippable = {
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(documentXml(parts.body, parts.head)),
    'word/_rels/document.xml.rels': strToU8(PART_RELATIONS),
    'word/numbering.xml': strToU8(parts.numbering ?? numbering([])),
    'word/styles.xml': strToU8(parts.styles ?? styles('')),
    ...parts.more,
  }
  return Buffer.from(zipSync(files, { level: 6, mtime: '2026-01-01T00:00:00Z' }))
}
