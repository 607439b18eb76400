/**
 * Has a power-cut sheet at hand before it is needed: when the machine begins to run on battery, and
 * every so many minutes while an incident runs, if the site wants that. It is printed where a
 * printer takes it without a question, else it lies as a file in the folder of the station.
 */
import { fileNameOf } from '#shared/domain/document/file-names.ts'
import { isTerminal } from '#shared/domain/incident/record/state.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import { HOUR_MS, MINUTE_MS } from '#shared/domain/units.ts'
import type { Timed } from '../../engine/scheduler.ts'
import type { DocumentFormat, DocumentWriter, Log, SheetTray } from '../../ports.ts'
import type { QueryContext } from '../handler.ts'
import { sheetDocument } from './sheet.ts'

/** The owner of its deadlines. */
export const SHEETS = 'sheets'
const NOTICE_MS = HOUR_MS

type Parts = {
  context: QueryContext
  documentWriter: DocumentWriter | null
  tray: SheetTray | null
  log: Log
  setNotice: (name: string, notice: LocalizedText | null, forMs: number | null) => void
  arm: (deadlines: readonly Timed[]) => void
}
export type SheetWork = {
  /** Arms the next sheet, where one is wanted; again whenever that may have changed. */
  poll: () => void
  due: () => void
  /** The machine runs on battery: the next thing to go may be the screens. */
  onBattery: () => void
  stop: () => Promise<void>
}

const printed = (): LocalizedText =>
  localized('断电纸已自动打印', 'The power-cut sheet was printed')
const saved = (file: string): LocalizedText =>
  localized(
    `断电纸没有打印机可印，已存到${file}，请打印出来`,
    `No printer took the power-cut sheet: it is saved as ${file}. Print it`,
  )
const failed = (): LocalizedText =>
  localized(
    '断电纸没能自动打印，也没能存成文件：请按Ctrl F2打印',
    'The power-cut sheet was neither printed nor saved: press Ctrl F2 to print it',
  )

export function createSheetWork({
  context,
  documentWriter,
  tray,
  log,
  setNotice,
  arm,
}: Parts): SheetWork {
  const { memory, now } = context
  let lastAt = now()
  let working: Promise<void> | null = null

  const times = () => memory.documents.get('sheet-times', 'sheet-times')
  const isRunning = (): boolean =>
    [...memory.incidents.values()].some(({ state }) => !isTerminal(state))

  function poll(): void {
    const every = times()?.everyMinutes ?? null
    const isWanted = every !== null && tray !== null && isRunning()
    arm(isWanted ? [{ key: 'sheet', dueAt: lastAt + every * MINUTE_MS }] : [])
  }

  /** The file, or null if it could not be written so. */
  async function write(format: DocumentFormat): Promise<string | null> {
    if (!documentWriter || !tray) return null
    const language = times()?.language ?? 'zh'
    const document = await sheetDocument('power-cut', context)
    const file = tray.place(`${fileNameOf(document, language)}.${format}`)
    const { position } = memory
    const hash = (await context.journal.hashAt(position)) ?? ''
    const order = { document, source: { position, hash }, format, language, file }
    const written = await documentWriter.write(order).done
    return written.ok ? file : null
  }

  async function make(): Promise<LocalizedText> {
    if (tray?.print) {
      const page = await write('html')
      if (page !== null && (await tray.print(page))) return printed()
    }
    // a browser that makes PDFs may be missing: the page prints as well
    const file = (await write('pdf')) ?? (await write('html'))
    return file === null ? failed() : saved(file)
  }

  function begin(): void {
    if (working || !tray) return
    lastAt = now()
    working = make()
      .then(
        (notice) => setNotice('power-cut', notice, NOTICE_MS),
        (error: unknown) => {
          log.error('sheet-failed', error)
          setNotice('power-cut', failed(), NOTICE_MS)
        },
      )
      .finally(() => {
        working = null
        try {
          tray.thin()
        } catch (error) {
          log.error('sheets-not-thinned', error)
        }
        poll()
      })
  }

  return {
    poll,
    due: begin,
    onBattery: begin,
    async stop() {
      await working
    },
  }
}
