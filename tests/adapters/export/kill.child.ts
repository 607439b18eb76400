/**
 * Writes a long register into the file that it is told, and says how far it is. `straight`: the
 * planted bug, which writes under the final name at once.
 */
import { fillFile } from '#main/adapters/export/file-target.ts'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import { documentWith, SOURCE, table, VALUES } from './papers.ts'

const [file = '', how = ''] = process.argv.slice(2)
const LINES = 12_000
const print = (done: number, of: number): void => void process.stdout.write(`${done / of}\n`)
const log = {
  info: () => undefined,
  error: (event: string, error: unknown) =>
    void process.stderr.write(`${event}: ${String(error)}\n`),
}

if (how === 'straight') {
  await fillFile(file, async (target) => {
    for (let n = 0; n < LINES; n++) {
      target.write('x'.repeat(200))
      if (n % 250 === 0) {
        print(n, LINES)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
  })
} else {
  const long = documentWith([
    table(
      'register',
      '长',
      Array.from({ length: LINES }, () => VALUES[1] ?? []),
    ),
  ])
  await createDocumentWriter(() => Promise.reject(new Error('nothing is printed here')), log).write(
    {
      document: long,
      source: SOURCE,
      format: how === 'csv' ? 'csv' : 'xlsx',
      language: 'zh',
      file,
      progress: print,
    },
  ).done
}
