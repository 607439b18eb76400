/**
 * `station export`: writes a month's report, the figures of a period, or the record of an incident
 * or its archive package into a file. The station that runs on the folder makes it, else the record
 * is read here.
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
import { openFileStore } from '#main/adapters/files/file-store.ts'
import { drawDocument, type ExportSubject } from '#main/core/features/export/documents.ts'
import { enclosedOf } from '#main/core/features/export/package.ts'
import { historyQueries } from '#main/core/features/history/queries.ts'
import type { Log } from '#main/core/ports.ts'
import type { ExportedReport } from '#shared/contract/export.ts'
import type { Refused } from '#shared/contract/refused.ts'
import { fileNameOf } from '#shared/domain/document/file-names.ts'
import type { Format } from '#shared/domain/document/file-formats.ts'
import { readNumber } from '#shared/domain/incident/number.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, lineOf, Stop, type ExitCode } from './exit-codes.ts'
import { BROWSER_OF_STATION, noFolder, paperText, WITHOUT_FILES } from './export-words.ts'
import { isLost, noRecord, recordLost, sizeOf } from './lost-record.ts'
import { openRecord, readRecord } from './open-station.ts'
import { lockFolder } from './folder.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { stationClient, type StationClient } from './station-client.ts'

/**
 * `out`: absolute path of the file, or of a folder, where the file gets its usual name; `isFolder`:
 * it must be one. `incident`: a short number (2026-017) or an id.
 */
export type ExportOptions = {
  dir: string
  what: ExportSubject | { incident: string; personal?: boolean }
  format: Format
  out: string
  isFolder: boolean
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
  'unknown-incident': EXIT.noInput,
  'incident-not-over': EXIT.noInput,
  'unknown-file': EXIT.damaged,
  'file-changed': EXIT.damaged,
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

const noIncident = (incident: string): Stop =>
  stopFor({
    code: 'unknown-incident',
    message: localized(
      `没有这起事件：${incident}。请写短号（如2026-017）或事件编号`,
      `There is no incident ${incident}: give its short number (like 2026-017) or its id`,
    ),
  })

type Rows = readonly { incidentId: string; number: string | null }[]

/** With the id of the incident, whose short number `search` looks up. */
async function subjectOf(
  what: ExportOptions['what'],
  search: (number: string) => Promise<Rows>,
): Promise<ExportSubject> {
  if (!('incident' in what)) return what
  const { incident, ...rest } = what
  if (readNumber(incident) === null) return { incidentId: incident, ...rest }
  const line = (await search(incident)).find(({ number }) => number === incident)
  if (!line) throw noIncident(incident)
  return { incidentId: line.incidentId, ...rest }
}

async function exportByStation(
  { what, format, out, language, table }: ExportOptions,
  station: StationClient,
  onProgress: OnProgress,
): Promise<Result> {
  const subject = await subjectOf(what, async (words) => {
    const { rows } = await station.query('history/search', { words })
    return rows
  })
  const { exportId, report } = await station
    .query('export/start', { what: subject, format, language, table: table ?? null })
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
      files: openFileStore(dir, { clock: systemClock, log }),
    })
    const subject = await subjectOf(what, async (words) => {
      const answer = await historyQueries['history/search']({ words }, reading)
      return answer.ok ? answer.reply.rows : []
    })
    const result = await drawDocument(subject, reading)
    if (!result.ok) throw stopFor(result)
    const enclosed =
      format === 'zip' ? await enclosedOf(subject, result.source, reading) : undefined
    if (enclosed?.ok === false) throw stopFor(enclosed)
    const { document, source, report } = result
    const file = fileAt(out, `${fileNameOf(document, language)}.${format}`)
    const written = await createDocumentWriter(browserPrinter, log).write({
      document,
      source,
      format,
      language,
      file,
      table,
      enclosed,
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
  const { dir, out, isFolder: needsFolder, format, what } = options
  if (isLost(dir)) throw recordLost(dir)
  if (sizeOf(dataFiles(dir).journal) === 0) throw noRecord(dir)
  const folder = needsFolder ? out : dirname(out)
  if ((needsFolder || !existsSync(out)) && !isFolder(folder))
    throw new Stop(EXIT.notWritten, 'file-not-written', noFolder(out, folder))
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
    if (format === 'zip' && !('personal' in what && what.personal))
      write(lineOf('package', WITHOUT_FILES))
    if (result.report) write(lineOf('report', paperText(result.report, 'draft' in what)))
    return JSON.stringify(result)
  } finally {
    end()
    if ('release' in lock) lock.release()
  }
}
