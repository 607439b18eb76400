/**
 * The words of PDFs: paragraphs without headers and page numbers; scans and locked ones refused.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pdfParagraphs, type PdfPage, type PdfPiece } from '#main/adapters/paper/pdf-lines.ts'
import { readPaper } from '#main/adapters/paper/read-paper.ts'
import { isGarbled } from '#main/adapters/paper/garbled.ts'
import { pdfFile } from '../../kit/pdf-file.ts'
import { pages, withoutSigns } from './pdf-builder.ts'

const line = (text: string, y: number, x = 50): PdfPiece => ({
  text,
  x,
  y,
  width: text.length * 10,
  height: 10,
})
const page = (...pieces: PdfPiece[]): PdfPage => ({ height: 600, pieces })

describe('the lines of pages', () => {
  const full = '这一行写满了整行宽度一直写到右边的边缘为止接着往下'
  it('that go on are one paragraph, across pages, too', () => {
    expect(
      pdfParagraphs([
        page(line(full, 500), line(full, 485), line('就此结束。', 470)),
        page(line('另起一段，', 500)),
      ]),
    ).toEqual([`${full}${full}就此结束。`, '另起一段，'])
  })

  it('begin a paragraph where they are set in, or have a number', () => {
    expect(
      pdfParagraphs([
        page(line(full, 500), line(full.slice(2), 485, 70), line(`（二）${full.slice(3)}`, 470)),
      ]),
    ).toEqual([full, full.slice(2), `（二）${full.slice(3)}`])
  })

  it('at the edge of pages that repeat, and page numbers, are left out', () => {
    const body = [1, 2, 3].map((number) =>
      page(
        line('某公司应急预案', 580),
        line(`第${'一二三'.charAt(number - 1)}页的正文在这里。`, 300),
        line(`${number} / 3`, 20),
      ),
    )
    expect(pdfParagraphs(body)).toEqual([
      '第一页的正文在这里。',
      '第二页的正文在这里。',
      '第三页的正文在这里。',
    ])
  })

  it('are put together from pieces, in the order in which they stand', () => {
    expect(pdfParagraphs([page(line('拨打119', 500, 90), line('立即', 501, 70))])).toEqual([
      '立即拨打119',
    ])
  })
})

describe('a PDF', () => {
  it('with text is read as it is printed', async () => {
    const words = await readPaper(readFileSync('tests/fixtures/papers/office-power-cut.pdf'))
    if (!words.ok) throw new Error(words.code)
    const texts = words.paragraphs.map(({ text }) => text)
    expect(texts[0]).toBe('恒信大厦停电事故应急预案')
    expect(texts.some((text) => text.startsWith('（2）通知电梯维保单位'))).toBe(true)
    expect(texts.some((text) => /HX-YA|^[0-9]\/[0-9]$/.test(text))).toBe(false)
  })

  it.each([
    ['the first glyphs of a font', (at: number) => 3 + ((at * 37) % 400)],
    [
      'glyphs whose numbers are those of rare signs',
      (at: number) => 0x4e00 + ((at * 7919) % 20_000),
    ],
    ['glyphs of all numbers', (at: number) => 0x100 + ((at * 7919) % 0x5000)],
  ])('whose font tells no signs, with %s, is refused with what would be taken', async (_, code) => {
    const codes = Array.from({ length: 200 }, (_none, at) => code(at))
    const answer = await readPaper(pdfFile(withoutSigns(codes)))
    expect(answer).toMatchObject({ ok: false, code: 'paper-scanned' })
    const { message } = answer as { message: { zh: string; en: string } }
    expect(message.zh).toMatch(/没有带文字编码.*请用原来的\.docx或\.txt.*文字识别/)
    expect(message.en).toMatch(/use the original \.docx or \.txt/)
  })

  it('in English, or of few words, is not taken for unreadable', () => {
    expect(isGarbled('Evacuate the hall and call 119 – at once. Café, 30 °C.')).toBe(false)
    expect(isGarbled('消防栓')).toBe(false)
    expect(isGarbled('')).toBe(false)
  })

  it.each([
    ['without text', pdfFile(pages(2)), 'paper-scanned'],
    [
      'of more pages than a paper has',
      pdfFile(pages(301, 'BT /F1 12 Tf (x) Tj ET')),
      'paper-too-large',
    ],
    ['that is cut off', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catal'), 'paper-damaged'],
    [
      'with a password',
      pdfFile(
        pages(1, 'BT /F1 12 Tf (secret words) Tj ET'),
        `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      ),
      'paper-locked',
    ],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await readPaper(bytes)).toMatchObject({ ok: false, code })
  })
})
