/**
 * Writes documents in a thread of their own, so that the main thread, on which limits run, never
 * waits.
 */
import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type {
  Log,
  DocumentOrder,
  DocumentWriter,
  DocumentWriting,
  DocumentWritten,
} from '#main/core/ports.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Assignment, FromWorker, ToWorker } from './worker-messages.ts'
import type { Printer } from './printer.ts'
import { checkFolder } from './check-folder.ts'
import { cancelled, failed, unknownTable } from './export-refusals.ts'
import { documentHead, rowBatches, rowCount, onlyTable } from './row-batches.ts'
import { threadFile } from '../thread-file.ts'
import { partFile } from './file-target.ts'

/** A thread that needs more ends, and it alone. */
const MOST_MEMORY_MB = 768

let fileCount = 0

/** How many files of a package its writer tells of. */
const enclosedCount = (enclosed: DocumentOrder['enclosed']): number =>
  enclosed === undefined ? 0 : 'parts' in enclosed ? enclosed.parts.length : enclosed.files.length

/** `printer` makes PDFs. */
export function createDocumentWriter(printer: Printer, log: Log): DocumentWriter {
  function begin({
    document,
    source,
    format,
    language,
    file,
    table,
    enclosed,
    progress,
  }: DocumentOrder): DocumentWriting {
    const content = format === 'csv' ? onlyTable(document, table) : document
    if (!content) {
      const tableIds = document.sections.flatMap(({ tables }) => tables.map(({ id }) => id))
      return { done: Promise.resolve(unknownTable(table ?? '', tableIds)), cancel: () => undefined }
    }
    const temporary = partFile(file, ++fileCount)
    const page = `${temporary}.html` // a browser goes by the ending
    const assignment: Assignment = {
      head: documentHead(content, language),
      source,
      format,
      language,
      file,
      temporary,
      page,
      enclosed: enclosed ?? null,
    }
    const worker = new Worker(threadFile(import.meta.dirname, 'exporter'), {
      workerData: assignment,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const pieces = rowBatches(content)
    const of = rowCount(content) + enclosedCount(enclosed)
    const stopped = new AbortController()
    let rows = 0
    let files = 0
    const report = (): void => progress?.(rows + files, of)

    const answer = (message: ToWorker): void => worker.postMessage(message)
    function nextPiece(): void {
      const { value } = pieces.next()
      if (!value) throw new Error('the document has no more rows')
      answer({ kind: 'rows', ...value })
      rows += value.rows.length
      report()
    }

    const done = new Promise<DocumentWritten | Refusal>((resolve) => {
      let result: DocumentWritten | Refusal | null = null
      function handle(message: FromWorker): void {
        switch (message.kind) {
          case 'rows':
            return nextPiece()
          case 'file':
            files += 1
            return report()
          case 'print':
            return void printer(page, temporary, stopped.signal).then((refusal) => {
              if (refusal && !stopped.signal.aborted)
                log.error('not-printed', new Error(refusal.message.en), { code: refusal.code })
              answer({ kind: 'printed', refusal })
            })
          case 'refused':
            result = message.refusal
            return
          case 'done':
            result = { ok: true, bytes: message.bytes, rows, sha256: message.sha256 }
        }
      }
      const fail = (error: unknown): void => {
        log.error('export-failed', error, { format })
        void worker.terminate()
      }
      worker.on('message', (message: FromWorker) => {
        try {
          handle(message)
        } catch (error) {
          fail(error) // a failing export never stops the station
        }
      })
      worker.on('messageerror', fail)
      worker.on('error', fail)
      worker.on('exit', () => {
        if (!result?.ok) for (const file of [temporary, page]) rmSync(file, { force: true })
        resolve(result ?? (stopped.signal.aborted ? cancelled() : failed()))
      })
    })
    return {
      done,
      cancel() {
        stopped.abort()
        void worker.terminate()
      },
    }
  }
  return {
    check: checkFolder,
    write(order) {
      try {
        return begin(order)
      } catch (error) {
        log.error('export-failed', error, { format: order.format })
        return { done: Promise.resolve(failed()), cancel: () => undefined }
      }
    },
  }
}
