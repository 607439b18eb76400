/**
 * The thread that writes files: it asks for the rows piece by piece, and names the file when it is
 * whole.
 */
import { once } from 'node:events'
import { closeSync, createReadStream, fsyncSync, openSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { Assignment, FromWorker, FormatJob, Rows, ToWorker } from './worker-messages.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { notWritten } from './export-refusals.ts'
import {
  fillFile,
  publishFile,
  removeStaleParts,
  type Target,
  type FileDigest,
} from './file-target.ts'

const { head, source, format, language, file, temporary, page, enclosed } = workerData as Assignment

/** Only what this format needs is loaded. */
async function writerOf(): Promise<(job: FormatJob, target: Target) => Promise<void>> {
  switch (format) {
    case 'xlsx':
      return (await import('./xlsx-file.ts')).writeWorkbook
    case 'csv':
      return (await import('./csv-file.ts')).writeCsv
    case 'html':
      return (await import('./html-file.ts')).writePage
    case 'json':
      return (await import('./json-file.ts')).writeJson
    case 'txt':
      return (await import('./text-file.ts')).writeText
    case 'zip': {
      if (!enclosed) throw new Error('a package without what belongs in it')
      if ('parts' in enclosed) {
        const { writeFiling } = await import('../package/filing-file.ts')
        return (job, target) => writeFiling(job, target, enclosed, () => post({ kind: 'file' }))
      }
      const { writePackage } = await import('../package/package-file.ts')
      return (job, target) => writePackage(job, target, enclosed, () => post({ kind: 'file' }))
    }
    case 'pdf':
      return (await import('./html-file.ts')).writePrintedPage
  }
}

const post = (message: FromWorker): void => parentPort?.postMessage(message)
async function exchange(message: FromWorker): Promise<ToWorker> {
  if (!parentPort) throw new Error('this is a thread')
  const answer = once(parentPort, 'message') as Promise<[ToWorker]>
  post(message)
  return (await answer)[0]
}

async function* rows(): AsyncGenerator<Rows> {
  for (let last = false; !last;) {
    const piece = await exchange({ kind: 'rows' })
    if (piece.kind !== 'rows') throw new Error(`expected rows, got ${piece.kind}`)
    yield piece.rows
    last = piece.last
  }
}

const job: FormatJob = { document: head, source, language, rows }
const fill = async (target: Target): Promise<void> => (await writerOf())(job, target)

/** Syncs and measures the printed file. */
async function measured(printed: string): Promise<FileDigest> {
  const handle = openSync(printed, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  const digest = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(printed) as AsyncIterable<Buffer>) {
    digest.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: digest.digest('hex') }
}

async function print(): Promise<FromWorker> {
  await fillFile(page, fill)
  const printed = await exchange({ kind: 'print' })
  rmSync(page, { force: true })
  if (printed.kind !== 'printed') throw new Error(`expected a print, got ${printed.kind}`)
  if (printed.refusal) return { kind: 'refused', refusal: printed.refusal }
  return { kind: 'done', ...(await measured(temporary)) }
}

async function write(): Promise<FromWorker> {
  removeStaleParts(file)
  const result: FromWorker =
    format === 'pdf' ? await print() : { kind: 'done', ...(await fillFile(temporary, fill)) }
  if (result.kind === 'done') publishFile(temporary, file)
  return result
}

/** What whoever fills the file has found out, and says itself. */
const refusalIn = (error: unknown): Refusal | null =>
  error instanceof Error && 'refusal' in error ? (error.refusal as Refusal) : null

void write()
  .catch((error: unknown): FromWorker => {
    for (const file of [temporary, page]) rmSync(file, { force: true })
    const refusal = notWritten(error) ?? refusalIn(error)
    if (!refusal) throw error // a fault of ours: the thread ends, and the main thread reports it
    return { kind: 'refused', refusal }
  })
  .then(post)
