/**
 * The page that a printer gets brings the program's font with it, in those parts that its text
 * needs; a page for reading does not.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fontsOf, streamsOf } from '../../kit/pdf.ts'
import { folder, order, writer } from './writing.ts'

const facesIn = (page: string): readonly string[] => page.match(/@font-face\s*\{[^}]*\}/g) ?? []

/** The characters of a face, as pairs of code points. */
const rangesOf = (face: string): readonly (readonly [number, number])[] =>
  (/unicode-range:\s*([^;}]+)/.exec(face)?.[1] ?? '').split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice('U+'.length).split('-')
    return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'f'), 16)]
  })

test('every Chinese character of a page to be printed is in a face that the page has as data', async () => {
  const { at } = folder()
  let page = ''
  const { done } = writer(async (file, pdf) => {
    page = readFileSync(file, 'utf8')
    writeFileSync(pdf, '%PDF-')
    return null
  }).write(order(at('a.pdf'), { format: 'pdf' }))
  expect(await done).toMatchObject({ ok: true })
  const faces = facesIn(page)
  for (const face of faces)
    expect(face).toMatch(/Noto Sans SC Variable[^]*url\(data:font\/woff2;base64,[\w+/]+=*\)/)
  // of about a hundred
  expect(faces.length).toBeLessThan(70)
  expect(page).toMatch(/Content-Security-Policy" content="default-src 'none';[^"]*font-src data:"/)
  const text = page.slice(page.indexOf('<body>'), page.indexOf('@font-face'))
  const missing = [...new Set(text.match(/\p{Script=Han}/gu))].filter((sign) => {
    const point = sign.codePointAt(0) ?? 0
    return !faces.flatMap(rangesOf).some(([from, to]) => from <= point && point <= to)
  })
  expect(missing).toEqual([])
})

test('a page for reading has no font in it', async () => {
  const { at } = folder()
  await writer().write(order(at('a.html'), { format: 'html' })).done
  expect(facesIn(readFileSync(at('a.html'), 'utf8'))).toEqual([])
})

test('the specs read a stream of a PDF by its length: it may end like a line, or hold the word that ends it', () => {
  const { at } = folder()
  const [ends, holds] = ['q 1 0 0 1 0 0 cm\r', 'q\nendstream\nendobj\nQ']
  writeFileSync(
    at('a.pdf'),
    `%PDF-1.4\n1 0 obj\n<</Length ${ends.length}>> stream\n${ends}\nendstream\nendobj\n` +
      `2 0 obj\n<</Filter [] /Length 3 0 R\n/Resources <<>>>> stream\r\n${holds}\nendstream\nendobj\n` +
      `3 0 obj\n${holds.length}\nendobj\n4 0 obj\n<</FontName /AAAAAA+Some-Font>>\nendobj\n`,
    'latin1',
  )
  expect(streamsOf(at('a.pdf'))).toEqual([ends, holds])
  expect(fontsOf(at('a.pdf'))).toEqual(['Some-Font'])
})
