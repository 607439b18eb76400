/**
 * `station export`: writes a month's report, or the figures of a period, into a file. The station
 * that runs on the folder makes it, else the record is read here.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { browserPrinter, findBrowser } from '#main/adapters/export/browser-printer.ts'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import { noBrowser } from '#main/adapters/export/export-refusals.ts'
import { saveAs } from '#main/adapters/export/save-file.ts'
import { asRefused } from '#main/adapters/journal/errors.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { drawDocument, type ExportSubject } from '#main/core/features/export/documents.ts'
import type { Log } from '#main/core/ports.ts'
import type { ExportedReport } from '#shared/contract/export.ts'
import type { Refused } from '#shared/contract/refused.ts'
import { fileNameOf } from '#shared/domain/document/file-names.ts'
import type { Format } from '#shared/domain/document/file-formats.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, lineOf, Stop, type ExitCode } from './exit-codes.ts'
import { BROWSER_OF_STATION, paperText } from './export-words.ts'
import { isLost, noRecord, recordLost, sizeOf } from './lost-record.ts'
import { openRecord, readRecord } from './open-station.ts'
import { lockFolder } from './folder.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { stationClient, type StationClient } from './station-client.ts'

/** `out`: absolute path of the file, or of a folder, where the file gets its usual name. */
export type ExportOptions = {
  dir: string
  what: ExportSubject
  format: Format
  out: string
  language: 'zh' | 'en'
  table: string | undefined
}
type Result = {
  file: string
  bytes: number
  rows: number
  sha256: string
  report?: ExportedReport
}
type OnProgress = (done: number, of: number) => void

const POLL_EVERY_MS = 200
const SHOWN_AFTER_MS = 1_000

const CODES: Readonly<Record<string, ExitCode>> = {
  'no-browser': EXIT.noBrowser,
  'disk-full': EXIT.notWritten,
  'file-not-written': EXIT.notWritten,
  'unknown-table': EXIT.usage,
  'unknown-issue': EXIT.noInput,
  'month-not-begun': EXIT.noInput,
  'bad-input': EXIT.usage,
  'record-damaged': EXIT.record,
}
const stopFor = ({ code, message }: Pick<Refused, 'code' | 'message'>): Stop =>
  new Stop(CODES[code] ?? EXIT.internal, code, message)

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
const fileAt = (out: string, name: string): string => (isFolder(out) ? join(out, name) : out)

/** Writes percents for a person to standard error, once the export has taken a second. */
function progressTo(write: (words: string) => void): { onProgress: OnProgress; end(): void } {
  const startedAt = systemClock.mono()
  let last = -1
  return {
    onProgress(done, of) {
      const percent = of === 0 ? 0 : Math.floor((done / of) * 100)
      if (percent === last || systemClock.mono() - startedAt < SHOWN_AFTER_MS) return
      last = percent
      write(`\r${percent}%`)
    },
    end: () => {
      if (last >= 0) write('\n')
      last = -1
    },
  }
}

async function exportByStation(
  { what, format, out, language, table }: ExportOptions,
  station: StationClient,
  onProgress: OnProgress,
): Promise<Result> {
  const { exportId, report } = await station
    .query('export/start', { what, format, language, table: table ?? null })
    .catch((error: unknown) => {
      throw error instanceof Stop ? stopFor({ code: error.code, message: error.text }) : error
    })
  for (;;) {
    const state = await station.query('export/read', { exportId })
    onProgress(state.done, state.of)
    if (state.state === 'failed') throw stopFor(state)
    if (state.state === 'written') {
      const file = fileAt(out, state.fileName)
      const refusal = await saveAs(file, await station.fetch(`export/${exportId}`))
      if (refusal) throw stopFor(refusal)
      const { bytes, rows, sha256 } = state
      return { file, bytes, rows, sha256, ...(report && { report }) }
    }
    await wait(POLL_EVERY_MS)
  }
}

async function exportFromRecord(
  { dir, what, format, out, language, table }: ExportOptions,
  installation: Installation,
  log: Log,
  onProgress: OnProgress,
): Promise<Result> {
  const { journal } = openRecord(dir, log)
  try {
    const reading = await readRecord(journal, dir, {
      clock: systemClock,
      log,
      resources: installation.resources,
    })
    const result = await drawDocument(what, reading)
    if (!result.ok) throw stopFor(result)
    const { document, source, report } = result
    const file = fileAt(out, `${fileNameOf(document, language)}.${format}`)
    const written = await createDocumentWriter(browserPrinter, log).write({
      document,
      source,
      format,
      language,
      file,
      table,
      progress: onProgress,
    }).done
    if (!written.ok) throw stopFor(written)
    const { bytes, rows, sha256 } = written
    return { file, bytes, rows, sha256, ...(report && { report }) }
  } catch (error) {
    const refused = asRefused(error)
    throw refused.code === 'record-damaged'
      ? stopFor({ code: refused.code, message: refused.text })
      : error
  } finally {
    await journal.close()
  }
}

/**
 * Writes the file and gives the one line of the result. An older file of that name is replaced when
 * the new one is whole. Throws {@link Stop}.
 */
export async function exportFile(
  options: ExportOptions,
  installation: Installation,
  log: Log,
  write: (words: string) => void,
): Promise<string> {
  const { dir, out, format, what } = options
  if (isLost(dir)) throw recordLost(dir)
  if (sizeOf(dataFiles(dir).journal) === 0) throw noRecord(dir)
  if (!existsSync(out) && !isFolder(dirname(out)))
    throw new Stop(
      EXIT.notWritten,
      'file-not-written',
      localized(
        `不能写到${out}：没有${dirname(out)}这个文件夹`,
        `Nothing can be written to ${out}: there is no folder ${dirname(out)}`,
      ),
    )
  const lock = lockFolder(dir) // until the end: no station may start and write
  const { onProgress, end } = progressTo(write)
  try {
    const isRunning = 'holder' in lock
    if (!isRunning && format === 'pdf' && !findBrowser()) throw stopFor(noBrowser())
    if (isRunning && format === 'pdf') write(lineOf('browser', BROWSER_OF_STATION))
    const result = isRunning
      ? await exportByStation(options, stationClient(dir, lock.holder), onProgress)
      : await exportFromRecord(options, installation, log, onProgress)
    end()
    if (result.report) write(lineOf('report', paperText(result.report, 'draft' in what)))
    return JSON.stringify(result)
  } finally {
    end()
    if ('release' in lock) lock.release()
  }
}
