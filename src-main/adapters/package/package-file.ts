/**
 * Writes the archive package of an incident: the record as a page without script and as JSON with
 * its schema, its papers, its files, and the sum of each. It is made to be read by anybody, without
 * this program.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Enclosed } from '#main/core/ports.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { writePage } from '../export/html-file.ts'
import type { Target } from '../export/file-target.ts'
import type { FormatJob } from '../export/worker-messages.ts'
import { RECORD_SCHEMA } from './record-schema.ts'
import { storedZip, SUMS } from './stored-zip.ts'

const README = `事件档案包 Archive package of an incident

record.html         事件记录，用任何浏览器打开，没有脚本 the record, for any browser, without script
record.json         同一记录的数据，UTF-8 the same record as data, UTF-8
record.schema.json  数据各项的含义（JSON Schema） what each part of the data means (JSON Schema)
papers/             报出的信息报告原文 reports as they went out, word for word
files/              附件，原样 attached files, as they came
SHA256SUMS          每个文件的校验值 the sum of each file

核对 To check it: station verify --package 本文件 this-file.zip
没有值守程序时，解开后 without that program, unpacked: sha256sum -c SHA256SUMS

files/里的文件名是附件序号加校验值的前12位；原来的名字在record.html的附件表和record.json的incident.files里。
Files are named by their number and the first 12 signs of their digest; the names they came with
stand in record.html (Attached files) and in record.json (incident.files).
plan-开头的是启动的预案的附件，名称在record.json的planFiles里。
plan-… are files of the plans that ran; their names stand in record.json (planFiles).
`

async function pageOf(job: FormatJob): Promise<Buffer> {
  const pieces: Buffer[] = []
  await writePage(job, { write: (piece) => void pieces.push(Buffer.from(piece)) })
  return Buffer.concat(pieces)
}

/** A file is not what the record says that it is: then there is no package. */
export class FileChanged extends Error {
  readonly refusal: Refusal
  constructor(name: string) {
    super(`attached file changed: ${name}`)
    this.refusal = refuse(
      'file-changed',
      localized(
        `附件${name}被改动过或有损坏，档案包没有做。请先从备份找回`,
        `The attached file ${name} was changed or damaged, and no package was made: take it from a backup first`,
      ),
    )
  }
}

export function fileOf({ path, name, id }: Enclosed['files'][number]): Buffer {
  const bytes = readFileSync(path)
  if (createHash('sha256').update(bytes).digest('hex') !== id) throw new FileChanged(name)
  return bytes
}

/** `afterFile` hears of each attached file that is in it. Throws {@link FileChanged}. */
export async function writePackage(
  job: FormatJob,
  target: Target,
  { json, papers, files }: Enclosed,
  afterFile: () => void,
): Promise<void> {
  const zip = storedZip(target)
  const sums: string[] = []
  const add = (path: string, data: Uint8Array): void => {
    zip.add(path, data)
    sums.push(`${createHash('sha256').update(data).digest('hex')}  ${path}\n`)
  }
  add('README.txt', Buffer.from(README))
  add('record.html', await pageOf(job))
  add('record.json', Buffer.from(json))
  add('record.schema.json', Buffer.from(`${JSON.stringify(RECORD_SCHEMA, null, 2)}\n`))
  for (const { name, text } of papers) add(`papers/${name}.txt`, Buffer.from(text))
  for (const file of files) {
    add(`files/${file.name}`, fileOf(file))
    afterFile()
  }
  zip.add(SUMS, Buffer.from(sums.join('')))
  zip.end()
}
