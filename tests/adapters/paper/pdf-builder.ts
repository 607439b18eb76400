/** What small PDFs hold, for tests of their reader. */

const stream = (content: string): string =>
  `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

const A_LINE = 20 // glyphs

/** A page whose font has no table of signs; `codes`: numbers of its glyphs, two bytes each. */
export const withoutSigns = (codes: readonly number[]): readonly string[] => {
  const rows = Array.from({ length: Math.ceil(codes.length / A_LINE) }, (_, at) => {
    const words = codes.slice(at * A_LINE, (at + 1) * A_LINE)
    return `<${words.map((code) => code.toString(16).padStart(4, '0')).join('')}> Tj 0 -20 Td`
  })
  const about = '/Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200'
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [5 0 R] >>',
    `<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+SimSun /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /AAAAAA+SimSun ${about} /CapHeight 700 /StemV 80 >> >>] >>`,
    stream(`BT /F1 12 Tf 50 560 Td ${rows.join(' ')} ET`),
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
  ]
}

/** A document of so many pages, each with the same content. */
export const pages = (count: number, content = ''): readonly string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, at) => `${at + 5} 0 R`).join(' ')}] >>`,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  stream(content),
  ...Array.from(
    { length: count },
    () =>
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>',
  ),
]
