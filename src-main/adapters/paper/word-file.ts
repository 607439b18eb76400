/**
 * Reads a .docx: its parts by name, never anything outside it. Macros lie in parts of their own.
 */
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'
import { paperDamaged, paperFormat } from '#shared/domain/paper/refusals.ts'
import { PaperRefused } from './paper-refused.ts'
import { listCounter, readNumbering } from './word-numbering.ts'
import { readStyles } from './word-styles.ts'
import { wordParagraphs } from './word-text.ts'
import { zipParts, type ZipParts } from './zip-parts.ts'

const TYPES = '[Content_Types].xml'
const MAIN = /<Override\b[^>]*\bPartName="\/([^"]+)"[^>]*\bContentType="[^"]*word[^"]*\.main\+xml"/
const MAIN_BACKWARDS =
  /<Override\b[^>]*\bContentType="[^"]*word[^"]*\.main\+xml"[^>]*\bPartName="\/([^"]+)"/

const xmlOf = (parts: ZipParts, name: string): string =>
  parts
    .take(name)
    ?.toString('utf8')
    .replace(/^\ufeff/, '') ?? ''

/** What a packed file that is no Word document is, if its parts tell. */
function otherOf(names: readonly string[]): { zh: string; en: string } | undefined {
  const has = (form: RegExp): boolean => names.some((name) => form.test(name))
  if (has(/^xl\/workbook\.xml$/)) return { zh: '表格文件', en: 'a workbook' }
  if (has(/^ppt\//)) return { zh: '演示文稿', en: 'a presentation' }
  if (has(/^OFD\.xml$/i)) return { zh: 'OFD版式文件', en: 'an OFD document' }
  if (has(/^mimetype$/)) return { zh: 'ODF文档', en: 'an ODF document' }
  return { zh: '压缩包', en: 'an archive' }
}

/** Throws {@link PaperRefused}. */
export function readWordFile(bytes: Buffer): readonly PaperParagraph[] {
  const parts = zipParts(bytes)
  const types = xmlOf(parts, TYPES)
  const main = MAIN.exec(types)?.[1] ?? MAIN_BACKWARDS.exec(types)?.[1] ?? 'word/document.xml'
  if (!parts.names.includes(main)) throw new PaperRefused(paperFormat(otherOf(parts.names)))
  const folder = main.replace(/[^/]*$/, '')
  const document = xmlOf(parts, main)
  if (!document.includes('<w:body')) throw new PaperRefused(paperDamaged())
  const numberOf = listCounter(readNumbering(xmlOf(parts, `${folder}numbering.xml`)))
  const styleOf = readStyles(xmlOf(parts, `${folder}styles.xml`))
  return wordParagraphs({ document, styleOf, numberOf })
}
