/**
 * Writes plain text, in UTF-8 with a byte order mark and the line ends that every editor shows:
 * what is words alone word for word, anything else under its titles, its tables with tabs.
 */
import { shown } from '#shared/domain/document/format.ts'
import { sanitise } from './sanitise.ts'
import type { DocumentHead, FormatJob, Rows } from './worker-messages.ts'
import type { Target } from './file-target.ts'

const MARK = '\ufeff'
const END = '\r\n'

/** These are read out as they stand: their text has a head of its own. */
const WORDS_ALONE: ReadonlySet<DocumentHead['kind']> = new Set(['bulletin', 'announcement'])

export async function writeText(
  { document, rows, language }: FormatJob,
  target: Target,
): Promise<void> {
  const { kind, title, lines, mark, sections, zone } = document
  const isAlone = WORDS_ALONE.has(kind)
  const say = (text: string): void => target.write(sanitise(text).replaceAll('\n', END) + END)
  target.write(MARK)
  if (!isAlone) for (const line of [...(mark ? [mark] : []), title, ...lines]) say(line[language])
  for (const section of sections) {
    if (!isAlone) say(`${END}${section.title[language]}`)
    for (const words of section.words) say(typeof words === 'string' ? words : words[language])
    for (const table of section.tables) {
      const row = (values: Rows[number]): string =>
        values
          .map((value, index) =>
            shown(value, table.columns[index]?.kind ?? 'text', language, zone).replaceAll(
              /[\t\n]+/g,
              ' ',
            ),
          )
          .join('\t')
      say(table.title[language])
      say(table.columns.map((column) => column.title[language]).join('\t'))
      for await (const piece of rows()) for (const values of piece) say(row(values))
      if (table.total) say(row(table.total))
    }
  }
}
