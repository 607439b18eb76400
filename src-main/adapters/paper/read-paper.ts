/** Reads the words of a file, by what is in it and never by its name. */
import {
  oldWord,
  paperFormat,
  paperLocked,
  paperScanned,
  paperTooBig,
  PAPER_BYTES,
} from '#shared/domain/paper/refusals.ts'
import type { PaperWords } from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'
import { PaperRefused } from './paper-refused.ts'
import { readTextFile } from './text-file.ts'
import { readWordFile } from './word-file.ts'

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** As a directory of OLE writes names: two bytes a sign. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const OLD_WORD = Buffer.from('WordDocument', 'utf16le')

const PICTURES: readonly (readonly [string, { zh: string; en: string }])[] = [
  ['89504e47', { zh: '图片', en: 'a picture' }],
  ['ffd8ff', { zh: '图片', en: 'a picture' }],
  ['49492a00', { zh: '图片', en: 'a picture' }],
  ['4d4d002a', { zh: '图片', en: 'a picture' }],
  ['52617221', { zh: 'RAR压缩包', en: 'a RAR archive' }],
  ['377abcaf', { zh: '7z压缩包', en: 'a 7z archive' }],
]

function container(bytes: Buffer): Refusal {
  if (bytes.includes(ENCRYPTED)) return paperLocked()
  return bytes.includes(OLD_WORD) ? oldWord() : paperFormat()
}

async function paragraphsOf(bytes: Buffer): Promise<readonly PaperParagraph[]> {
  const picture = PICTURES.find(
    ([head]) => bytes.subarray(0, head.length / 2).toString('hex') === head,
  )
  if (picture) throw new PaperRefused(paperFormat(picture[1]))
  if (bytes.subarray(0, OLE.length).equals(OLE)) throw new PaperRefused(container(bytes))
  if (bytes.toString('latin1', 0, 4) === 'PK\u0003\u0004') return readWordFile(bytes)
  if (bytes.toString('latin1', 0, 1024).includes('%PDF-')) {
    const { readPdfFile } = await import('./pdf-file.ts') // larger than all else of the program
    return readPdfFile(bytes)
  }
  return readTextFile(bytes)
}

/**
 * The paragraphs of a file's bytes, or why there are none. Throws only for what is a fault here.
 */
export async function readPaper(bytes: Buffer): Promise<PaperWords | Refusal> {
  if (bytes.length > PAPER_BYTES) return paperTooBig()
  try {
    const paragraphs = await paragraphsOf(bytes)
    return paragraphs.some(({ text }) => text.trim() !== '')
      ? { ok: true, paragraphs }
      : paperScanned()
  } catch (error) {
    if (error instanceof PaperRefused) return error.refusal
    throw error
  }
}
