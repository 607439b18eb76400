/**
 * Writes a document as JSON for programs: its words, and each table with a key a column. Instants
 * are UTC ms, dates and numbers as they are.
 */
import type { Value } from '#shared/domain/document/document.ts'
import type { FormatJob } from './worker-messages.ts'
import type { Target } from './file-target.ts'

export async function writeJson(
  { document, rows, language, source }: FormatJob,
  target: Target,
): Promise<void> {
  const { kind, title, lines, zone, sections } = document
  const plain = (value: Value): string | number | null =>
    typeof value === 'object' && value !== null ? value[language] : value
  const say = (value: unknown): void => target.write(JSON.stringify(value))
  const head = { kind, title: title[language], lines: lines.map((line) => line[language]), zone }
  target.write(`${JSON.stringify({ ...head, source }).slice(0, -1)},"sections":[`)
  for (const [index, section] of sections.entries()) {
    const words = section.words.map((word) => (typeof word === 'string' ? word : word[language]))
    const named = { id: section.id, title: section.title[language], words }
    target.write(`${index > 0 ? ',' : ''}\n${JSON.stringify(named).slice(0, -1)},"tables":[`)
    for (const [at, table] of section.tables.entries()) {
      const columns = table.columns.map(({ id, title: name, kind: of }) => ({
        ...{ id, title: name[language], kind: of },
      }))
      const about = { id: table.id, title: table.title[language], columns }
      target.write(`${at > 0 ? ',' : ''}\n${JSON.stringify(about).slice(0, -1)},"rows":[`)
      let isFirst = true
      for await (const piece of rows())
        for (const values of piece) {
          target.write(isFirst ? '\n' : ',\n')
          isFirst = false
          say(Object.fromEntries(columns.map(({ id }, n) => [id, plain(values[n] ?? null)])))
        }
      target.write(']}')
    }
    target.write(']}')
  }
  target.write(']}\n')
}
