/**
 * Runs what features do by themselves while the station runs, beside the engine: no alarm waits for
 * it.
 */
import type { LocalizedText } from '#shared/domain/text.ts'
import type { CommandQueue, Commit, CommitListener } from '../engine/command-queue.ts'
import type { Timed } from '../engine/scheduler.ts'
import type { SearchIndexer } from '../engine/search-index.ts'
import type { Clock, DocumentWriter, Log, OutletFolders, SheetTray } from '../ports.ts'
import type { QueryContext } from './handler.ts'
import { createDutyWatch, DUTY } from './duty/background.ts'
import { createWithdrawing } from './import/background.ts'
import { createTakeOverWatch, TAKE_OVER } from './emergency/background.ts'
import { createCarriedFiles } from './emergency/carried-files.ts'
import { createOutletWork, OUTLETS } from './outlets/background.ts'
import { createSheetWork, SHEETS } from './power-cut/background.ts'
import { createPurgeWork, PURGES } from './purge/background.ts'
import { createHandUpWork } from './hand-up/background.ts'
import { createReportWork } from './monthly-report/background.ts'
import { createDrillHoldWork } from './drill/background.ts'
import { createThreeMinuteWork, THREE_MINUTE } from './three-minute-drill/background.ts'
import { createSelfTestWork, SELF_TESTS } from './self-test/background.ts'

/** The owner of the deadlines of monthly reports; no incident has such an id. */
const REPORTS = 'reports'
/** The owner of those of backups. */
const BACKUPS = 'backups'

export type Background = CommitListener & {
  /** Arms what is due by itself, and begins what is left from before. */
  start: () => void
  /** Takes over these deadlines if their owner is a feature; false if it is an incident. */
  onDue: (owner: string, keys: readonly string[]) => boolean
  /** Arms again what is due by itself, after what it is worked out from was mended. */
  rearm: () => void
  /** The machine runs on battery. */
  onBattery: () => void
  stop: () => Promise<void>
}

type Parts = {
  context: Omit<QueryContext, 'session'>
  commandQueue: Pick<CommandQueue, 'submit'>
  indexIncident: SearchIndexer
  documentWriter: DocumentWriter | null
  sheetTray: SheetTray | null
  outletFolders: OutletFolders | null
  clock: Clock
  log: Log
  /** The name in the record of what the station does by itself. */
  by: string
  arm: (owner: string, deadlines: readonly Timed[]) => void
  /** Sends every screen the whole board. */
  showBoard: () => void
  /** Puts a notice on the desk, for so long in ms; null takes it away. */
  setNotice: (name: string, notice: LocalizedText | null, forMs: number | null) => void
}

export function createBackground(parts: Parts): Background {
  const { context, commandQueue, documentWriter, clock, log, by, arm, showBoard, setNotice } = parts
  const { memory, vault, journal, backups } = context
  const withdrawing = createWithdrawing({ journal, memory, commandQueue, vault, clock, log })
  const takeOver = createTakeOverWatch({
    context,
    clock,
    arm: (deadlines) => arm(TAKE_OVER, deadlines),
  })
  const carriedFiles = createCarriedFiles({ memory, files: context.files, log })
  const duty = createDutyWatch({
    memory,
    clock,
    showBoard,
    arm: (deadlines) => arm(DUTY, deadlines),
  })
  const reports = createReportWork({
    context,
    vault,
    documentWriter,
    log,
    submit: commandQueue.submit,
    by,
    setNotice,
    arm: (deadlines) => arm(REPORTS, deadlines),
  })
  const selfTests = createSelfTestWork({
    context,
    commandQueue,
    clock,
    log,
    by,
    arm: (deadlines) => arm(SELF_TESTS, deadlines),
  })
  const threeMinute = createThreeMinuteWork({
    ...{ context, commandQueue, clock, log, by },
    arm: (deadlines) => arm(THREE_MINUTE, deadlines),
  })
  const drillHold = createDrillHoldWork({ context, commandQueue, clock, log, by })
  const sheets = createSheetWork({
    context: { ...context, session: null },
    documentWriter,
    tray: parts.sheetTray,
    log,
    setNotice,
    arm: (deadlines) => arm(SHEETS, deadlines),
  })
  const purges = createPurgeWork({
    ...{ memory, journal, commandQueue, vault, clock, log, by },
    ...{ indexIncident: parts.indexIncident, desk: context.purges, files: context.files },
    arm: (deadlines) => arm(PURGES, deadlines),
  })
  const outlets = createOutletWork({
    context,
    folders: parts.outletFolders,
    commandQueue,
    clock,
    log,
    by,
    arm: (deadlines) => arm(OUTLETS, deadlines),
  })
  const handUp = createHandUpWork({ context, commandQueue, clock, log, by })
  return {
    start() {
      handUp?.poll()
      sheets.poll()
      outlets.poll()
      selfTests.start()
      reports.poll()
      withdrawing.poll()
      takeOver.start()
      carriedFiles.poll()
      duty.poll()
      purges.poll()
      threeMinute.poll()
      drillHold.poll()
      backups?.start((deadlines) => arm(BACKUPS, deadlines))
    },
    onCommitted({ other }: Commit) {
      if (other) {
        reports.poll()
        duty.poll()
        selfTests.poll()
        purges.poll()
        backups?.poll()
      }
      handUp?.poll()
      withdrawing.poll()
      takeOver.poll()
      carriedFiles.poll()
      sheets.poll()
      outlets.poll()
      threeMinute.poll()
      drillHold.poll()
      selfTests.lookAgain()
    },
    onDue(owner, keys) {
      if (owner === TAKE_OVER) takeOver.due()
      else if (owner === DUTY) duty.due()
      else if (owner === BACKUPS) backups?.due(keys)
      else if (owner === REPORTS) reports.due(keys)
      else if (owner === SELF_TESTS) selfTests.due()
      else if (owner === SHEETS) sheets.due()
      else if (owner === PURGES) purges.due()
      else if (owner === OUTLETS) outlets.due()
      else if (owner === THREE_MINUTE) threeMinute.due()
      else return false
      return true
    },
    rearm() {
      reports.poll()
      duty.poll()
      selfTests.poll()
    },
    onBattery: sheets.onBattery,
    async stop() {
      await Promise.all([
        withdrawing.stop(),
        reports.stop(),
        backups?.stop(),
        carriedFiles.stop(),
        sheets.stop(),
        outlets.stop(),
        purges.stop(),
        threeMinute.stop(),
        drillHold.stop(),
        handUp?.stop(),
      ])
    },
  }
}
