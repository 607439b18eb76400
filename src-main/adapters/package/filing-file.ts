/**
 * Writes a filing package: each of its parts as a page without script and as plain text, the files
 * of document and plans as they came, and the sum of each. The same record gives the same bytes.
 */
import { createHash } from 'node:crypto'
import type { FilingEnclosed } from '#main/core/ports.ts'
import { documentHead, rowBatches } from '../export/row-batches.ts'
import { writePage } from '../export/html-file.ts'
import { writeText } from '../export/text-file.ts'
import type { FormatJob, Rows } from '../export/worker-messages.ts'
import type { Target } from '../export/file-target.ts'
import { fileOf } from './package-file.ts'
import { storedZip, SUMS } from './stored-zip.ts'

const README = `预案备案材料 Filing of an emergency plan

00-checklist  备案材料清单和申报表各栏 what the authority wants, fields of the form
01-plan       正式印发的预案文本 the text as issued
02-statement  编制说明 explanation
03-revisions  制修废记录 revision record

annexes/      附件：平面图、照片、原件，名称在annexes/names.txt maps, photos, papers; annexes/names.txt has their names

每份都有.html（任何浏览器打开，没有脚本）和.txt（UTF-8）。
Each as .html (for any browser, without script) and as .txt (UTF-8).
SHA256SUMS    每个文件的校验值 the sum of each file: sha256sum -c SHA256SUMS
`

type Writer = (job: FormatJob, target: Target) => Promise<void>

/** The batches of each table, one table after the other, as a writer reads them. */
function tablesOf(document: FilingEnclosed['parts'][number]['document']): FormatJob['rows'] {
  const pieces = rowBatches(document)
  return async function* rows(): AsyncGenerator<Rows> {
    for (let last = false; !last;) {
      const { value } = pieces.next()
      if (!value) throw new Error('the document has no more rows')
      yield value.rows
      last = value.last
    }
  }
}

async function bytesOf(
  write: Writer,
  document: FilingEnclosed['parts'][number]['document'],
  { source, language }: Pick<FormatJob, 'source' | 'language'>,
): Promise<Buffer> {
  const pieces: Buffer[] = []
  const job = {
    document: documentHead(document, language),
    source,
    language,
    rows: tablesOf(document),
  }
  await write(job, { write: (piece) => void pieces.push(Buffer.from(piece)) })
  return Buffer.concat(pieces)
}

/** `afterPart` hears of each part that is in it. */
export async function writeFiling(
  job: Pick<FormatJob, 'source' | 'language'>,
  target: Target,
  { parts, files }: FilingEnclosed,
  afterPart: () => void,
): Promise<void> {
  const zip = storedZip(target)
  const sums: string[] = []
  const add = (path: string, data: Uint8Array): void => {
    zip.add(path, data)
    sums.push(`${createHash('sha256').update(data).digest('hex')}  ${path}\n`)
  }
  add('README.txt', Buffer.from(README))
  for (const { name, document } of parts) {
    add(`${name}.html`, await bytesOf((of, to) => writePage(of, to), document, job))
    add(`${name}.txt`, await bytesOf(writeText, document, job))
    afterPart()
  }
  for (const file of files) add(`annexes/${file.name}`, fileOf(file))
  if (files.length > 0)
    add(
      'annexes/names.txt',
      Buffer.from(files.map(({ name, title }) => `${name}  ${title}\n`).join('')),
    )
  zip.add(SUMS, Buffer.from(sums.join('')))
  zip.end()
}
