/**
 * `station export`: a file of a month's report, or of the figures of a period. Asks the station
 * that runs on the folder, else reads the record itself; writes nothing into it.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import { browserPrinter, findBrowser } from '#main/adapters/export/browser-printer.ts'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import { noBrowser } from '#main/adapters/export/export-refusals.ts'
import { saveAs } from '#main/adapters/export/save-file.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { drawPaper, type Wanted } from '#main/core/features/export/documents.ts'
import type { Log } from '#main/core/ports.ts'
import type { Format } from '#shared/domain/document/file-formats.ts'
import type { Refused } from '#shared/contract/refused.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit-codes.ts'
import { isLost, noRecord, recordLost, sizeOf } from './lost-record.ts'
import { openRecord, readRecord } from './open-station.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { stationClient, type StationClient } from './station-client.ts'

export type ExportOptions = {
  dir: string
  what: Wanted
  format: Format
  out: string
  language: 'zh' | 'en'
  table: string | undefined
}
type Result = { bytes: number; rows: number; sha256: string }
type Tell = (done: number, of: number) => void

const LOOK_EVERY_MS = 200
const SAID_AFTER_MS = 1_000

const CODES: Readonly<Record<string, ExitCode>> = {
  'no-browser': EXIT.noBrowser,
  'disk-full': EXIT.notWritten,
  'file-not-written': EXIT.notWritten,
  'unknown-table': EXIT.usage,
  'unknown-issue': EXIT.noInput,
  'month-not-begun': EXIT.noInput,
  'bad-input': EXIT.usage,
}
const stopFor = ({ code, message }: Pick<Refused, 'code' | 'message'>): Stop =>
  new Stop(CODES[code] ?? EXIT.internal, code, message)

/** Percent on standard error, once it has taken a second; nothing of it is for programs. */
function progressTo(say: (words: string) => void): { tell: Tell; end(): void } {
  const begun = systemClock.mono()
  let last = -1
  return {
    tell(done, of) {
      const percent = of === 0 ? 0 : Math.floor((done / of) * 100)
      if (percent === last || systemClock.mono() - begun < SAID_AFTER_MS) return
      last = percent
      say(`\r${percent}%`)
    },
    end: () => {
      if (last >= 0) say('\n')
    },
  }
}

async function asked(
  { what, format, out, language, table }: ExportOptions,
  station: StationClient,
  tell: Tell,
): Promise<Result> {
  const { exportId } = await station
    .ask('export/start', { what, format, language, table: table ?? null })
    .catch((error: unknown) => {
      throw error instanceof Stop ? stopFor({ code: error.code, message: error.text }) : error
    })
  for (;;) {
    const state = await station.ask('export/read', { exportId })
    tell(state.done, state.of)
    if (state.state === 'failed') throw stopFor(state)
    if (state.state === 'written') {
      const refusal = await saveAs(out, await station.fetch(`export/${exportId}`))
      if (refusal) throw stopFor(refusal)
      return { bytes: state.bytes, rows: state.rows, sha256: state.sha256 }
    }
    await wait(LOOK_EVERY_MS)
  }
}

async function read(
  { dir, what, format, out, language, table }: ExportOptions,
  place: Installation,
  log: Log,
  tell: Tell,
): Promise<Result> {
  const { journal } = openRecord(dir, log)
  try {
    const reading = await readRecord(journal, dir, {
      clock: systemClock,
      log,
      resources: place.resources,
    })
    const drawn = await drawPaper(what, reading)
    if (!drawn.ok) throw stopFor(drawn)
    const written = await createDocumentWriter(browserPrinter, log).write({
      ...drawn,
      format,
      language,
      file: out,
      table,
      progress: tell,
    }).done
    if (!written.ok) throw stopFor(written)
    return { bytes: written.bytes, rows: written.rows, sha256: written.sha256 }
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
  place: Installation,
  log: Log,
  say: (words: string) => void,
): Promise<string> {
  const { dir, out, format } = options
  if (isLost(dir)) throw recordLost(dir)
  if (sizeOf(dataFiles(dir).journal) === 0) throw noRecord(dir)
  if (!existsSync(dirname(out)) || statSync(out, { throwIfNoEntry: false })?.isDirectory())
    throw new Stop(
      EXIT.notWritten,
      'file-not-written',
      localized(
        `不能写到${out}：没有这个目录，或它是目录`,
        `Nothing can be written to ${out}: there is no such folder, or it is one`,
      ),
    )
  const lock = lockDataFolder(dir) // held meanwhile: no station may start and write
  const { tell, end } = progressTo(say)
  try {
    if (!('heldBy' in lock) && format === 'pdf' && !findBrowser()) throw stopFor(noBrowser())
    const result =
      'heldBy' in lock
        ? await asked(options, stationClient(dir, lock.heldBy), tell)
        : await read(options, place, log, tell)
    return JSON.stringify({ file: out, ...result })
  } finally {
    end()
    if ('release' in lock) lock.release()
  }
}
