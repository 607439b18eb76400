/**
 * Files that pages and programs have asked for: written one after another, kept until they are
 * fetched, the oldest going first. It draws no document and touches no file; nothing of it is in
 * the record.
 */
import type { ExportState } from '#shared/contract/export.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { fileNameOf } from '#shared/domain/document/file-names.ts'
import { localized } from '#shared/domain/text.ts'
import type {
  DocumentOrder,
  DocumentWriter,
  DocumentWriting,
  TempFiles,
  Vault,
} from '../../ports.ts'

/** Files and refusals that are kept. */
const MOST = 8

type Job = { state: ExportState; file: string; writing: DocumentWriting | null; cancelled: boolean }
export type ExportOrder = Omit<DocumentOrder, 'file' | 'progress'>
/** A whole file on the tempFiles, and what it wants to be called. */
export type Exported = { file: string; fileName: string; format: DocumentOrder['format'] }

export type Exports = {
  start(order: ExportOrder): { ok: true; exportId: string } | Refusal
  read(exportId: string): ExportState | null
  cancel(exportId: string): boolean
  exported(exportId: string): Exported | null
  stop(): Promise<void>
}

const tooMany = (): Refusal =>
  refuse(
    'export-busy',
    localized(
      '正在导出的文件太多，请等前面的完成再试',
      'Too many files are being written: wait until one is finished',
    ),
  )
export const notOffered = (): Refusal =>
  refuse('export-not-offered', localized('此值守站不写文件', 'This station cannot write files'))
export const unknownExport = (): Refusal =>
  refuse(
    'unknown-export',
    localized(
      '没有这个导出，或它已被后来的替换；请重新导出',
      'This export is no longer available: export it again',
    ),
  )
const CANCELLED = { code: 'export-cancelled', message: localized('已取消', 'Cancelled') }

const isOpen = ({ state }: ExportState): boolean => state === 'waiting' || state === 'writing'

export function createExports(
  writer: Pick<DocumentWriter, 'write'>,
  tempFiles: TempFiles,
  vault: Vault,
  now: () => number,
): Exports {
  const jobs = new Map<string, Job>()
  let queue: Promise<void> = Promise.resolve()
  let stopped = false

  /** Room for one more, at the cost of the oldest that nobody is waiting for. */
  function makeRoom(): boolean {
    if (jobs.size < MOST) return true
    const oldest = [...jobs].find(([, { state }]) => !isOpen(state))
    if (!oldest) return false
    tempFiles.remove(oldest[1].file)
    return jobs.delete(oldest[0])
  }

  async function run(job: Job, order: ExportOrder): Promise<void> {
    if (job.cancelled || stopped) return
    const { fileName, format } = job.state
    job.writing = writer.write({
      ...order,
      file: job.file,
      progress: (done, of) => {
        job.state = { fileName, format, state: 'writing', done, of }
      },
    })
    const result = await job.writing.done
    const { done, of } = job.state
    job.state = result.ok
      ? {
          fileName,
          format,
          done: of,
          of,
          state: 'written',
          bytes: result.bytes,
          rows: result.rows,
          sha256: result.sha256,
        }
      : {
          fileName,
          format,
          done,
          of,
          state: 'failed',
          code: result.code,
          message: result.message,
          ...(result.details && { details: result.details }),
        }
  }

  return {
    start(order) {
      if (!makeRoom()) return tooMany()
      const id = vault.id(now())
      const of = order.document.sections
        .flatMap(({ tables }) => tables)
        .reduce((sum, { rows }) => sum + rows.length, 0)
      const fileName = `${fileNameOf(order.document, order.language)}.${order.format}`
      const job: Job = {
        state: { fileName, format: order.format, state: 'waiting', done: 0, of },
        file: tempFiles.place(`${id}.${order.format}`),
        writing: null,
        cancelled: false,
      }
      jobs.set(id, job)
      queue = queue.then(() => run(job, order))
      return { ok: true, exportId: id }
    },
    read: (exportId) => jobs.get(exportId)?.state ?? null,
    cancel(exportId) {
      const job = jobs.get(exportId)
      if (!job) return false
      job.cancelled = true
      job.writing?.cancel()
      if (job.state.state === 'waiting') job.state = { ...job.state, state: 'failed', ...CANCELLED }
      return true
    },
    exported(exportId) {
      const job = jobs.get(exportId)
      return job?.state.state === 'written'
        ? { file: job.file, fileName: job.state.fileName, format: job.state.format }
        : null
    },
    async stop() {
      stopped = true
      for (const { writing } of jobs.values()) writing?.cancel()
      await queue
      tempFiles.clear()
    },
  }
}
