/**
 * The style of an exported page on a screen and on A4: the light theme on white, with the values of
 * the faces' tokens.
 */
const FACES =
  "'Noto Sans SC Variable', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"

const BASE = `
* { box-sizing: border-box }
body { margin: 0 auto; padding: 32px 24px 64px; max-width: 1080px; background: #fff; color: #20262d; font: 14px/1.6 ${FACES}; font-variant-numeric: tabular-nums; print-color-adjust: exact; -webkit-print-color-adjust: exact }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.3; color: #0e1216 }
h2 { margin: 40px 0 12px; padding-top: 8px; border-top: 2px solid #0e1216; font-size: 18px; color: #0e1216; break-after: avoid }
h3, caption { padding: 0 0 6px; font-size: 15px; font-weight: 700; text-align: left; color: #0e1216 }
h3 { margin: 20px 0 4px; break-after: avoid }
p { margin: 0 0 8px; max-width: 76ch; white-space: pre-wrap; overflow-wrap: anywhere }
.lines p { margin: 0; color: #424b54 }
.mark { padding: 4px 0; border-bottom: 2px solid #0e1216; font-size: 15px; font-weight: 700; color: #0e1216 }
table { width: 100%; margin: 16px 0 4px; border-collapse: collapse }
th { padding: 6px 12px 6px 0; border-bottom: 2px solid #0e1216; font-weight: 500; text-align: left; vertical-align: bottom; color: #424b54 }
td { padding: 5px 12px 5px 0; border-bottom: 1px solid #c9ced3; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere }
th, td { min-width: calc(3.2em + 12px) }
th:last-child, td:last-child { min-width: 3.2em; padding-right: 0 }
.n { text-align: right; white-space: nowrap }
.at { white-space: nowrap }
thead, caption { break-after: avoid }
tfoot td { border-top: 2px solid #0e1216; border-bottom: 0; font-weight: 700; color: #0e1216 }
.note { font-size: 14px; color: #424b54 }
.chart { break-inside: avoid }
.chart svg { display: block; max-width: 100%; height: auto }
.source { margin-top: 48px; padding-top: 8px; border-top: 1px solid #747e88; color: #424b54; overflow-wrap: anywhere }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt }
  tr, .keep { break-inside: avoid }
  tbody tr:first-child:not(:last-child) { break-after: avoid }
  tbody tr:last-child:not(:first-child) { break-before: avoid }
  tfoot { display: table-row-group }
  .source { margin-top: 16px; break-before: avoid; break-inside: avoid }
  .wide { font-size: 8.5pt }
  .wide td, .wide th { padding-right: 7px; min-width: calc(3.2em + 7px) }
}
`

/** One A4 to write on: what stands beside another needs no line of its own. */
const TIGHT = `
.tight h1 { margin: 0 0 2px; font-size: 15pt }
.tight h2 { margin: 5px 0 1px; padding-top: 3px; border-top-width: 1.5px; font-size: 10.5pt }
.tight p, .tight .lines p { margin: 0; max-width: none; font-size: 8.5pt; line-height: 1.35 }
.tight table { margin: 0 }
.tight caption { padding: 0 0 1px; font-size: 9pt }
.tight :is(th, td) { height: 17px; min-width: 0; padding: 1px 6px 1px 0; font-size: 8.5pt; line-height: 1.3 }
.tight th { border-bottom-width: 1px }
.tight section:has(> div ~ div) { display: grid; grid-template-columns: 1fr 1fr; column-gap: 6mm }
.tight section:has(> div ~ div) td:nth-child(2) { white-space: nowrap }
.tight section:not(:has(> div ~ div)) caption { display: none }
.tight section > h2 { grid-column: 1 / -1 }
.tight .source { margin-top: 6px; padding-top: 2px; font-size: 7pt }
`

/** Any text as a string of CSS. */
const quoted = (text: string): string =>
  `'${[...text].map((sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `).join('')}'`

/**
 * `mark` stands at the head of every printed page, the number of the page at its foot; `running`:
 * what the paper is, at the foot of every page, so that a sheet that has got loose is known.
 * `tight`: it is to stay on one A4.
 */
export const styleFor = (
  mark: string | null,
  running: string | null = null,
  tight = false,
): string => `
@page { size: A4; margin: ${tight ? '10mm 12mm' : '18mm 15mm'}; font: 9pt ${FACES}; color: #424b54; ${running === null ? '' : `@bottom-left { content: ${quoted(running)} } `}@bottom-right { content: counter(page) ' / ' counter(pages) } ${mark === null ? '' : `@top-right { content: ${quoted(mark)}; font-weight: 700 }`} }${BASE}${tight ? TIGHT : ''}`
