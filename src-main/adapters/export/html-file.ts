/**
 * Writes HTML: a single file without script or links that prints well on A4. Every text of people
 * is escaped.
 */
import { LANGUAGE_CODES, runsOf } from '#shared/domain/language-tags.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { isFigure, shown, type Language } from '#shared/domain/document/format.ts'
import type { Column } from '#shared/domain/document/document.ts'
import { cellText } from './cell-values.ts'
import { sanitise } from './sanitise.ts'
import { chartSvg } from './html-charts.ts'
import { escapeHtml } from './html-escape.ts'
import { fontFaces } from './font-faces.ts'
import { styleFor } from './html-style.ts'
import type { TableHead, FormatJob, Rows } from './worker-messages.ts'
import type { Target } from './file-target.ts'
import { WORDS } from './export-wording.ts'

/** Loads and runs nothing, even if a text slipped through unescaped. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
/** More columns than these do not fit on an upright page. */
const UPRIGHT = 7

/** Of a language other than the page's the reader of a screen is told. */
const wordsOf = (text: string, language: Language): string =>
  runsOf(sanitise(text), language)
    .map(({ words, language: other }) =>
      other === null
        ? escapeHtml(words)
        : `<span lang="${LANGUAGE_CODES[other]}">${escapeHtml(words)}</span>`,
    )
    .join('')

const classOf = ({ kind }: Column): string =>
  isFigure(kind) ? ' class="n"' : kind === 'instant' || kind === 'date' ? ' class="at"' : ''

function lineOf(
  row: Rows[number],
  columns: readonly Column[],
  { document, language }: FormatJob,
): string {
  const cells = row.map((value, index) => {
    const column = columns[index]
    return column
      ? `<td${classOf(column)}>${wordsOf(shown(value, column.kind, language, document.zone), language)}</td>`
      : ''
  })
  return `<tr>${cells.join('')}</tr>\n`
}

async function writeTable(table: TableHead, job: FormatJob, target: Target): Promise<void> {
  const html = (text: LocalizedText): string => wordsOf(text[job.language], job.language)
  const { columns, total } = table
  const lines = async (): Promise<void> => {
    for await (const piece of job.rows())
      target.write(piece.map((row) => lineOf(row, columns, job)).join(''))
  }
  target.write(`<div class="${columns.length > UPRIGHT ? 'wide' : 'upright'}">\n`)
  if (table.count === 0) {
    target.write(`<h3>${html(table.title)}</h3>\n<p>${html(table.empty)}</p>\n`)
    await lines() // none; the next table begins after its end
  } else {
    target.write(
      `<table><caption>${html(table.title)}</caption>\n<thead><tr>${columns.map((column) => `<th scope="col"${classOf(column)}>${html(column.title)}</th>`).join('')}</tr></thead>\n<tbody>\n`,
    )
    await lines()
    target.write(
      `</tbody>\n${total ? `<tfoot>${lineOf(total, columns, job)}</tfoot>\n` : ''}</table>\n`,
    )
  }
  target.write(`${table.note ? `<p class="note">${html(table.note)}</p>\n` : ''}</div>\n`)
}

/** What stands at the foot of every printed page; a sheet that is one A4 says it at its head. */
const runningOf = (
  { running, title, tight }: FormatJob['document'],
  language: Language,
): string | null => (tight ? null : sanitise(cellText(running ?? title, language)))

/** Writes the whole page. `last`: what stands at its end, known only once all else is written. */
export async function writePage(
  job: FormatJob,
  target: Target,
  last: () => string = () => '',
): Promise<void> {
  const { document, source, language } = job
  const html = (text: LocalizedText | string): string => wordsOf(cellText(text, language), language)
  target.write(`<!doctype html>
<html lang="${LANGUAGE_CODES[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(cellText(document.title, language))}</title>
<style>${styleFor(document.mark && cellText(document.mark, language), runningOf(document, language), document.tight)}</style>
</head>
<body${document.tight ? ' class="tight"' : ''}>
${document.mark ? `<div class="mark">${html(document.mark)}</div>\n` : ''}<h1>${html(document.title)}</h1>
<div class="lines">${document.lines.map((line) => `<p>${html(line)}</p>`).join('')}</div>
`)
  for (const { title, words, tables, charts } of document.sections) {
    target.write(
      `<section>\n<h2>${html(title)}</h2>\n${words.map((paragraph) => `<p>${html(paragraph)}</p>\n`).join('')}`,
    )
    for (const chart of charts)
      target.write(
        `<div class="keep"><h3>${html(chart.title)}</h3>\n${chartSvg(chart, language)}</div>\n`,
      )
    for (const table of tables) await writeTable(table, job, target)
    target.write('</section>\n')
  }
  target.write(`<footer class="source">${html(WORDS.zone)} ${escapeHtml(document.zone)} · ${html(WORDS.position)} ${source.position} · ${html(WORDS.hash)} ${escapeHtml(source.hash)}</footer>
${last()}</body>
</html>
`)
}

/** The same for a printer: with the font that it is to be printed in. */
export async function writePrintedPage(job: FormatJob, target: Target): Promise<void> {
  const characters = new Set<number>()
  const listening: Target = {
    write(piece) {
      if (typeof piece === 'string')
        for (const sign of piece) characters.add(sign.codePointAt(0) ?? 0)
      target.write(piece)
    },
  }
  await writePage(job, listening, () => `<style>${fontFaces(characters)}</style>\n`)
}
