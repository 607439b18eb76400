/**
 * Builds the station over a data folder that was taken: record, site, plans, core, in this order.
 */
import { reserveIn } from '#main/adapters/data-disk.ts'
import { journalWithFiles } from '#main/adapters/files/check-files.ts'
import { browserPrinter } from '#main/adapters/export/browser-printer.ts'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import type { Printer } from '#main/adapters/export/printer.ts'
import { createPaperReader } from '#main/adapters/paper/reader.ts'
import { createTempFiles } from '#main/adapters/export/temp-files.ts'
import { JournalRefused } from '#main/adapters/journal/errors.ts'
import { createHeadWitness, type HeadWitness } from '#main/adapters/journal/head-witness.ts'
import { reopeningJournal } from '#main/adapters/journal/reopening.ts'
import { createHqLine } from '#main/adapters/hand-up/hq-line.ts'
import { pairingFile } from '#main/adapters/hand-up/pairing-file.ts'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { settleLog } from '#main/adapters/journal/sqlite-settle.ts'
import { outletFolders } from '#main/adapters/outlet-folders.ts'
import type { FileFinding } from '#main/adapters/plans/check.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { planFilesAtOnce } from '#main/adapters/plans/plan-file-task.ts'
import { createPlanFiles } from '#main/adapters/plans/plan-files.ts'
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { systemVault } from '#main/adapters/vault.ts'
import type { Station } from '#main/core/api.ts'
import type {
  AdminCode,
  Backups,
  Clock,
  DataDisk,
  FileStore,
  FolderGuard,
  Journal,
  Log,
  Notifier,
  PurgeLedger,
  SalvagedRecord,
  Sessions,
  SpareDoor,
  Vault,
  SheetTray,
  WallAddress,
} from '#main/core/ports.ts'
import { assemble } from '#main/core/station/assemble.ts'
import type { QueryContext } from '#main/core/features/handler.ts'
import { openSite } from '#main/core/features/site/founding.ts'
import { startStation } from '#main/core/station/station.ts'
import type { Site } from '#shared/domain/site/site.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { isLost, noRecord, recordLost } from './lost-record.ts'
import { dataFiles } from './install-paths.ts'
import { logNotes } from './preflight.ts'

/**
 * Opens the record of a folder that was taken; after its disk has failed, the journal opens it anew
 * by itself. `notes`: what the desk must know of how the last stop left it; `witness` follows the
 * record once the station runs. Throws {@link Stop} if the record is lost, or cannot be trusted or
 * used; then record and log are as an unclean stop left them.
 */
export function openRecord(
  dir: string,
  log: Log,
): { journal: Journal; notes: readonly LocalizedText[]; witness: HeadWitness } {
  const { journal: file, head, reserve } = dataFiles(dir)
  const witness = createHeadWitness(head, log)
  const open = (): Journal => {
    if (isLost(dir)) throw recordLost(dir)
    return openSqliteJournal(file, witness)
  }
  try {
    const notes = isLost(dir) ? [] : logNotes(settleLog(file, new Date()), log)
    const journal = reopeningJournal(open, { reserve: reserveIn(reserve) })
    return { journal: journalWithFiles(journal, dir), notes, witness }
  } catch (error) {
    throw error instanceof JournalRefused ? new Stop(EXIT.record, error.code, error.text) : error
  }
}

/**
 * `printer`: what makes PDFs; by default a browser of this machine. `backups`: without it none are
 * made. `witness`: without it nobody outside of the record knows how far it goes. `adminCode`:
 * without it none is asked for. `sessions`: without them nobody can list or end them.
 * `wallAddress`: without it nobody can renew that. `disk`: without it nobody looks at the machine.
 * `files`: without it no files are taken. `purges`: without it
 * nothing is purged. `folder`: without it nobody looks whose the folder is.
 * `salvaged`: of the record that this one stands in for. `tempDir`: where exports wait to be
 * fetched, a new folder of the system's by default. `sheetTray`: without it no power-cut sheet
 * comes by itself. `handUp`: the data folder with the pairing, and this program's version; without
 * it the record is handed up to no HQ. `spare`: without it no spare can follow.
 */
export type StationEnvironment = {
  clock: Clock
  log: Log
  notifier: Notifier
  vault?: Vault
  resources: string
  notes?: readonly LocalizedText[]
  printer?: Printer
  backups?: Backups
  disk?: DataDisk
  files?: FileStore
  purges?: PurgeLedger
  folder?: FolderGuard
  witness?: HeadWitness
  adminCode?: AdminCode
  sessions?: Sessions
  wallAddress?: WallAddress
  salvaged?: SalvagedRecord | null
  tempDir?: string
  sheetTray?: SheetTray
  handUp?: { folder: string; program: string }
  spare?: SpareDoor
}

const LOG_NAMES: Readonly<Record<string, string>> = {
  'bad-synonyms': 'synonyms-damaged',
  'bad-sayings': 'sayings-damaged',
  'bad-accident-kinds': 'accident-kinds-damaged',
  'bad-report-clocks': 'report-clocks-damaged',
  'bad-policies': 'policies-damaged',
}

/**
 * Logs every plan that was left out, a damaged vocabulary, and the number of warnings (`plans
 * check` lists those).
 */
function logFindings(findings: readonly FileFinding[], log: Log): void {
  const broken = findings.filter(({ severity }) => severity === 'error')
  for (const { file, path, code, message } of broken)
    log.error(LOG_NAMES[code] ?? 'plan-left-out', new Error(message.en), { file, path, code })
  if (findings.length > broken.length)
    log.info('plan-warnings', { count: findings.length - broken.length })
}

/** Runs the station over its record. A record without a site is founded with `foundingSite`. */
export async function runStation(
  journal: Journal,
  foundingSite: Site,
  outside: StationEnvironment,
): Promise<{ station: Station; site: Site }> {
  const {
    clock,
    log,
    notifier,
    resources,
    vault = systemVault,
    notes = [],
    printer = browserPrinter,
    backups,
    disk,
    files,
    purges,
    folder,
    witness,
    adminCode,
    sessions,
    wallAddress,
    salvaged = null,
    tempDir,
    sheetTray,
    handUp,
    spare,
  } = outside
  const site = await openSite(journal, clock, foundingSite)
  const library = loadLibrary(resources, {
    siteKinds: site.kinds,
    onFinding: (finding) => logFindings([finding], log),
  })
  logFindings(library.findings, log)
  const paperReader = createPaperReader()
  const planFiles = createPlanFiles()
  const station = await startStation({
    journal,
    clock,
    library,
    planSources: library.sources,
    planFiles,
    notifier,
    vault,
    romaniser: createRomaniser(),
    log,
    site,
    notes,
    documentWriter: createDocumentWriter(printer, log),
    tempFiles: createTempFiles(tempDir),
    pathStyle: process.platform === 'win32' ? 'windows' : 'unix',
    ...(sheetTray && { sheetTray }),
    outletFolders,
    ...(backups && { backups }),
    ...(disk && { disk }),
    ...(files && { files, paperReader }),
    ...(purges && { purges }),
    ...(folder && { folder }),
    witnessed: witness?.witnessed ?? null,
    ...(adminCode && { adminCode }),
    ...(sessions && { sessions }),
    ...(wallAddress && { wallAddress }),
    ...(salvaged && { salvaged }),
    ...(spare && { spare }),
    ...(handUp && {
      handUp: {
        line: createHqLine(),
        file: pairingFile(handUp.folder),
        program: handUp.program,
      },
    }),
  })
  witness?.begin()
  return {
    station: {
      ...station,
      async stop() {
        await Promise.all([paperReader.stop(), planFiles.stop()])
        await station.stop()
      },
    },
    site,
  }
}

/**
 * Opens a record that has a site for queries only: nothing is armed and nothing is saved. Throws
 * {@link Stop} `no-record` if there is none.
 */
export async function readRecord(
  journal: Journal,
  dir: string,
  {
    clock,
    log,
    resources,
    files,
  }: Pick<StationEnvironment, 'clock' | 'log' | 'resources' | 'files'>,
): Promise<QueryContext> {
  const site = siteStream.replay('', await journal.events(siteStream.nameOf('')))
  if (!site) throw noRecord(dir)
  const library = loadLibrary(resources, {
    siteKinds: site.kinds,
    onFinding: (finding) => logFindings([finding], log),
  })
  const { readContext, boardFeed } = await assemble({
    journal,
    clock,
    library,
    planSources: library.sources,
    planFiles: planFilesAtOnce,
    vault: systemVault,
    romaniser: createRomaniser(),
    log,
    site,
    purges: openPurgeLedger(dir, log),
    ...(files && { files }),
  })
  return {
    ...readContext,
    session: null,
    wallUrl: () => null,
    mayKnow: () => true,
    mayReplay: () => true,
    isPublic: false,
    board: () => Promise.resolve(boardFeed.board()),
  }
}
