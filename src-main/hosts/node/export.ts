/**
 * `station export`: writes a month's report, or the figures of a period, into a file. The station
 * that runs on the folder makes it, else the record is read here.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { browserPrinter, findBrowser } from '#main/adapters/export/browser-printer.ts'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import { noBrowser } from '#main/adapters/export/export-refusals.ts'
import { saveAs } from '#main/adapters/export/save-file.ts'
import { asRefused } from '#main/adapters/journal/errors.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { drawDocument, type ExportSubject } from '#main/core/features/export/documents.ts'
import type { Log } from '#main/core/ports.ts'
import type { Format } from '#shared/domain/document/file-formats.ts'
import type { Refused } from '#shared/contract/refused.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit-codes.ts'
import { isLost, noRecord, recordLost, sizeOf } from './lost-record.ts'
import { openRecord, readRecord } from './open-station.ts'
import { lockFolder } from './folder.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { stationClient, type StationClient } from './station-client.ts'

export type ExportOptions = {
  dir: string
  what: ExportSubject
  format: Format
  out: string
  language: 'zh' | 'en'
  table: string | undefined
}
type Result = { bytes: number; rows: number; sha256: string }
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
    },
  }
}

async function exportByStation(
  { what, format, out, language, table }: ExportOptions,
  station: StationClient,
  onProgress: OnProgress,
): Promise<Result> {
  const { exportId } = await station
    .query('export/start', { what, format, language, table: table ?? null })
    .catch((error: unknown) => {
      throw error instanceof Stop ? stopFor({ code: error.code, message: error.text }) : error
    })
  for (;;) {
    const state = await station.query('export/read', { exportId })
    onProgress(state.done, state.of)
    if (state.state === 'failed') throw stopFor(state)
    if (state.state === 'written') {
      const refusal = await saveAs(out, await station.fetch(`export/${exportId}`))
      if (refusal) throw stopFor(refusal)
      return { bytes: state.bytes, rows: state.rows, sha256: state.sha256 }
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
    const file = await createDocumentWriter(browserPrinter, log).write({
      ...result,
      format,
      language,
      file: out,
      table,
      progress: onProgress,
    }).done
    if (!file.ok) throw stopFor(file)
    return { bytes: file.bytes, rows: file.rows, sha256: file.sha256 }
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
  const { dir, out, format } = options
  if (isLost(dir)) throw recordLost(dir)
  if (sizeOf(dataFiles(dir).journal) === 0) throw noRecord(dir)
  if (!existsSync(dirname(out)) || statSync(out, { throwIfNoEntry: false })?.isDirectory())
    throw new Stop(
      EXIT.notWritten,
      'file-not-written',
      localized(
        `不能写到${out}：上级目录不存在，或这个名字已是目录`,
        `Nothing can be written to ${out}: its folder does not exist, or it is itself a folder`,
      ),
    )
  const lock = lockFolder(dir) // until the end: no station may start and write
  const { onProgress, end } = progressTo(write)
  try {
    if (!('holder' in lock) && format === 'pdf' && !findBrowser()) throw stopFor(noBrowser())
    const result =
      'holder' in lock
        ? await exportByStation(options, stationClient(dir, lock.holder), onProgress)
        : await exportFromRecord(options, installation, log, onProgress)
    return JSON.stringify({ file: out, ...result })
  } finally {
    end()
    if ('release' in lock) lock.release()
  }
}
