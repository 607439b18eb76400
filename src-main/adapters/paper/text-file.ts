/**
 * Reads plain text, whatever editor wrote it: UTF-8 with or without its mark, UTF-16, and the
 * encoding of older Chinese editors (GB 18030, of which GBK is a part).
 */
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'
import { paperFormat, paperTooBig } from '#shared/domain/paper/refusals.ts'
import { PaperRefused } from './paper-refused.ts'

const MOST_PARAGRAPHS = 20_000
const LOOKED_AT = 64 * 1024 // bytes
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f]/

/** UTF-16 without its mark: every other byte of blanks, figures and marks is zero. */
function wide(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, LOOKED_AT)
  let [even, odd] = [0, 0]
  head.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else odd += 1
  })
  if (odd > 2 && odd > even * 8) return 'utf-16le'
  return even > 2 && even > odd * 8 ? 'utf-16be' : null
}

const decoded = (bytes: Buffer, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null // it is not of this encoding
  }
}

function textOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  const encoding = wide(bytes)
  return encoding === null
    ? (decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030'))
    : decoded(bytes, encoding)
}

/** Throws {@link PaperRefused} for what is no text. */
export function readTextFile(bytes: Buffer): readonly PaperParagraph[] {
  const text = textOf(bytes)
  if (text === null || CONTROL.test(text)) throw new PaperRefused(paperFormat())
  if (/^\s*<(!doctype html|html|\?xml)/i.test(text))
    throw new PaperRefused(paperFormat({ zh: '网页文件', en: 'a page of the web' }))
  if (/^\s*\{\\rtf/.test(text))
    throw new PaperRefused(paperFormat({ zh: 'RTF文件', en: 'an RTF file' }))
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\f\v]/).filter((line) => line.trim() !== '')
  if (lines.length > MOST_PARAGRAPHS) throw new PaperRefused(paperTooBig())
  return lines.map((line) => ({ text: line }))
}
