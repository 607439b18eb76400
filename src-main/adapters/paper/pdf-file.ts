/**
 * Reads the text of a PDF with pdf.js. Nothing in it runs: no script, no form, no font is drawn,
 * and nothing outside of it is fetched.
 */
import { getDocument, VerbosityLevel } from 'unpdf/pdfjs'
import type { PaperParagraph } from '#shared/domain/paper/paper.ts'
import {
  paperDamaged,
  paperGarbled,
  paperLocked,
  paperScanned,
  paperTooBig,
} from '#shared/domain/paper/refusals.ts'
import { isGarbled } from './garbled.ts'
import { PaperRefused } from './paper-refused.ts'
import { pdfParagraphs, type PdfPage, type PdfPiece } from './pdf-lines.ts'

const MOST_PAGES = 300
const MOST_SIGNS = 1_000_000
/** Fewer than so many signs a page is a scan with a stamp on it. */
const FEWEST_SIGNS = 8

type TextItem = { str: string; transform: unknown[]; width: number; height: number }

function pieceOf({ str, transform, width, height }: TextItem): PdfPiece {
  const [, , slant = 0, size = 0, x = 0, y = 0] = transform.map(Number)
  return { text: str, x, y, width, height: height || Math.hypot(slant, size) || 10 }
}

const isPassword = (error: unknown): boolean =>
  error instanceof Error && error.name === 'PasswordException'

async function pagesOf(bytes: Uint8Array): Promise<readonly PdfPage[]> {
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableAutoFetch: true,
    stopAtErrors: false,
  })
  const document = await loading.promise
  if (document.numPages > MOST_PAGES) throw new PaperRefused(paperTooBig())
  const pages: PdfPage[] = []
  let signs = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [pieceOf(item)] : [],
    )
    signs += pieces.reduce((sum, { text }) => sum + text.length, 0)
    if (signs > MOST_SIGNS) throw new PaperRefused(paperTooBig())
    pages.push({ height: page.getViewport({ scale: 1 }).height, pieces })
    page.cleanup()
  }
  return pages
}

/** Throws {@link PaperRefused}. */
export async function readPdfFile(bytes: Buffer): Promise<readonly PaperParagraph[]> {
  let pages: readonly PdfPage[]
  try {
    pages = await pagesOf(new Uint8Array(bytes))
  } catch (error) {
    if (error instanceof PaperRefused) throw error
    throw new PaperRefused(isPassword(error) ? paperLocked() : paperDamaged())
  }
  const text = pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('')
  if (text.length < FEWEST_SIGNS * pages.length) throw new PaperRefused(paperScanned())
  if (isGarbled(text)) throw new PaperRefused(paperGarbled())
  return pdfParagraphs(pages).map((line) => ({ text: line }))
}
