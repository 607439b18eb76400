/**
 * Has papers written by a thread of their own, so that the main one, on which limits run, never
 * waits. It hands over rows and listens.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
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
import { cancelled, failed, unknownTable } from './export-refusals.ts'
import { documentHead, rowBatches, rowCount, onlyTable } from './row-batches.ts'
import { partFile } from './file-target.ts'

/** A thread that needs more ends, and it alone. */
const MOST_MEMORY_MB = 768

/**
 * The built one lies beside the entries, whichever of them has loaded this; from the sources it
 * lies here.
 */
function threadFile(): string {
  const here = import.meta.dirname
  return (
    [join(here, 'exporter.ts'), join(here, 'exporter.js'), join(here, '..', 'exporter.js')].find(
      (file) => existsSync(file),
    ) ?? join(here, 'exporter.js')
  )
}

let written = 0

/** `printer` makes PDFs. */
export function createDocumentWriter(printer: Printer, log: Log): DocumentWriter {
  function begin({
    paper: whole,
    source,
    format,
    language,
    file,
    table,
    progress,
  }: DocumentOrder): DocumentWriting {
    const paper = format === 'csv' ? onlyTable(whole, table) : whole
    if (!paper) {
      const known = whole.sections.flatMap(({ tables }) => tables.map(({ id }) => id))
      return { done: Promise.resolve(unknownTable(table ?? '', known)), cancel: () => undefined }
    }
    const temporary = partFile(file, ++written)
    const page = `${temporary}.html` // a browser goes by the ending
    const assignment: Assignment = {
      head: documentHead(paper, language),
      source,
      format,
      language,
      file,
      temporary,
      page,
    }
    const worker = new Worker(threadFile(), {
      workerData: assignment,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const pieces = rowBatches(paper)
    const of = rowCount(paper)
    const stopped = new AbortController()
    let rows = 0

    const answer = (message: ToWorker): void => worker.postMessage(message)
    function nextPiece(): void {
      const { value } = pieces.next()
      if (!value) throw new Error('the paper has no more rows')
      answer({ kind: 'rows', ...value })
      rows += value.rows.length
      progress?.(rows, of)
    }

    const done = new Promise<DocumentWritten | Refusal>((resolve) => {
      let result: DocumentWritten | Refusal | null = null
      function hear(message: FromWorker): void {
        switch (message.kind) {
          case 'rows':
            return nextPiece()
          case 'print':
            return void printer(page, temporary, stopped.signal).then((refusal) =>
              answer({ kind: 'printed', refusal }),
            )
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
          hear(message)
        } catch (error) {
          fail(error) // whatever is wrong with an export, the station goes on
        }
      })
      worker.on('messageerror', fail)
      worker.on('error', fail)
      worker.on('exit', () => {
        if (!result?.ok) for (const left of [temporary, page]) rmSync(left, { force: true })
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
