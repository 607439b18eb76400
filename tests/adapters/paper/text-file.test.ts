/** The words of plain text, by whatever editor it was written. */
import { describe, expect, it } from 'vitest'
import { readPaper } from '#main/adapters/paper/read-paper.ts'

const LINES = '一、总则\r\n立即拨打119。\n'
const GBK = Buffer.from(
  'd2bba1a2d7dcd4f20d0ac1a2bcb4b2a6b4f2313139a1a30a'.replace('313139', '313139'),
  'hex',
)
const EXPECTED = { ok: true, paragraphs: [{ text: '一、总则' }, { text: '立即拨打119。' }] }
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

describe('plain text', () => {
  it.each([
    ['UTF-8', Buffer.from(LINES)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${LINES}`)],
    ['GBK', GBK],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${LINES}`, 'utf16le')],
    ['UTF-16, the other way round', swapped(Buffer.from(`\ufeff${LINES}`, 'utf16le'))],
    ['UTF-16 without a mark', Buffer.from(LINES + 'abc 119 120', 'utf16le').subarray(0)],
  ])('of %s is read', async (name, bytes) => {
    const words = await readPaper(bytes)
    expect(words).toMatchObject(
      name === 'UTF-16 without a mark'
        ? { ok: true, paragraphs: [{ text: '一、总则' }, {}, { text: 'abc 119 120' }] }
        : EXPECTED,
    )
  })

  it('without a word in it is a scan or empty', async () => {
    expect(await readPaper(Buffer.from(' \r\n\t\n'))).toMatchObject({ code: 'paper-scanned' })
  })

  it.each([
    ['bytes of a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 1])],
    ['rich text', Buffer.from('{\\rtf1 \\ansi plan}')],
    ['a page of the web', Buffer.from('<!DOCTYPE html><html><body>预案</body></html>')],
  ])('is not what it says: %s', async (_, bytes) => {
    expect(await readPaper(bytes)).toMatchObject({ ok: false, code: 'paper-format' })
  })
})
