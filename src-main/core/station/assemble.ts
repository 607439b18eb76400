/**
 * Reads a record into what every request works on: for a station, and for a program that only
 * reads.
 */
import type { PathStyle } from '#shared/domain/folder-path.ts'
import { proposeAny } from '#shared/domain/match/match.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Disclosure } from '#shared/domain/privacy/disclosure.ts'
import type { Site } from '#shared/domain/site/site.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { createConsoleLocks } from '../features/admin-code/console-locks.ts'
import { createEmergencyDesk } from '../features/emergency/emergency.ts'
import { createBackupWork } from '../features/backup/work.ts'
import { createExports, type Exports } from '../features/export/queue.ts'
import { createHandUpDesk, type HandUpParts } from '../features/hand-up/desk.ts'
import { createSearchIndex } from '../engine/search-index.ts'
import { loadDocuments } from '../engine/document-store.ts'
import { loadMemory } from '../engine/memory.ts'
import { loadSiteDocuments } from '../features/document/site-documents.ts'
import { loadReports } from '../features/monthly-report/state.ts'
import { libraryWith, loadSitePlans } from '../features/plan/site-plans.ts'
import type {
  AdminCode,
  Backups,
  Clock,
  DataDisk,
  FileStore,
  FolderGuard,
  Journal,
  Library,
  Log,
  PaperReader,
  DocumentWriter,
  PlanSources,
  PlanFiles,
  PurgeLedger,
  Romaniser,
  SalvagedRecord,
  Sessions,
  SpareDoor,
  TempFiles,
  Vault,
  WallAddress,
} from '../ports.ts'
import type { QueryContext, StationContext } from '../features/handler.ts'
import { soundJournal } from '../verify/sound.ts'
import { areRowsLost, foldAll } from '../verify/reproject.ts'
import { createBoardDrawing } from '../engine/board-drawing.ts'
import { createBoardFeed, type BoardFeed } from '../engine/board-feed.ts'
import { createDayFigures } from '../engine/day-figures.ts'
import { createFaults } from '../engine/faults.ts'
import { createIncomingCalls } from '../engine/incoming-calls.ts'
import { resumePurges } from '../engine/purges.ts'
import { createScreens } from '../engine/screens.ts'
import { createSelfTestRun } from '../engine/self-test-run.ts'

export type AssemblyParts = {
  journal: Journal
  clock: Clock
  library: Library
  /** Plans as they are written; those that the library has, too. */
  planSources: PlanSources
  /** Their files. */
  planFiles: PlanFiles
  vault: Vault
  romaniser: Romaniser
  log: Log
  site: Site
  /** What the desk should know of this start, if anything. */
  notes?: readonly LocalizedText[]
  /** Without one, no report is copied to a folder and no file is exported. */
  documentWriter?: DocumentWriter
  /** Without one, no file is exported, and a request for one is refused. */
  tempFiles?: TempFiles
  /** Without it, no backup is made. */
  backups?: Backups
  /** Without it, nobody looks at the machine: how much room is left, whether it keeps time. */
  disk?: DataDisk
  /** Without it, no files are taken. */
  files?: FileStore
  /** Without it, the record cannot be handed up to an HQ. */
  handUp?: HandUpParts
  /** Without it, no spare can follow, and nobody can take the record over. */
  spare?: SpareDoor
  /** Without it, no paper of a plan is read. */
  paperReader?: PaperReader
  /** Without it, nothing is purged. */
  purges?: PurgeLedger
  /** Without it, nobody looks whether the data folder is still this station's. */
  folder?: FolderGuard
  /** Without it, no administrator's code can be set, and none is asked for. */
  adminCode?: AdminCode
  /** Without them, nobody is told which pages are signed in. */
  sessions?: Sessions
  /** Without it, nobody can renew the address by which walls are opened. */
  wallAddress?: WallAddress
  /** What could be read of the record that this one stands in for; it is closed by the caller. */
  salvaged?: SalvagedRecord
  /** How this machine writes its paths; `unix` by default. */
  pathStyle?: PathStyle
}

export type Assembly = {
  /** Nothing that is worked out from the events could be read: all of it was folded again. */
  isFoldedAnew: boolean
  context: StationContext
  boardFeed: BoardFeed
  exports: Exports | null
  /** For queries; who asks, the board and the link of walls are added by the caller. */
  readContext: Omit<
    QueryContext,
    'board' | 'wallUrl' | 'session' | 'mayKnow' | 'mayReplay' | 'isPublic'
  >
  /** How much of it public walls may show. */
  disclosure: (incident: Incident) => Disclosure
}

export async function assemble({
  journal: record,
  clock,
  library: shipped,
  planSources,
  planFiles,
  vault,
  romaniser,
  log,
  site,
  notes = [],
  documentWriter,
  tempFiles,
  backups,
  adminCode,
  sessions,
  wallAddress,
  files,
  handUp,
  spare,
  paperReader,
  purges,
  salvaged,
  pathStyle = 'unix',
}: AssemblyParts): Promise<Assembly> {
  if (purges) await resumePurges({ journal: record, ledger: purges, log })
  const journal = soundJournal(record, log)
  const load = async (): Promise<
    Pick<StationContext, 'sitePlans' | 'siteDocuments' | 'reports' | 'library' | 'memory'>
  > => {
    const documents = await loadDocuments(journal)
    const sitePlans = await loadSitePlans(documents)
    const reports = await loadReports(journal, documents)
    const siteDocuments = loadSiteDocuments(documents, planSources, log)
    const library = libraryWith(shipped, { planSources, sitePlans, siteDocuments }, site.kinds)
    const memory = await loadMemory(journal, documents, library, site, clock.wall())
    return { sitePlans, siteDocuments, reports, library, memory }
  }
  const loaded = await load().catch(async (error: unknown) => {
    if (!areRowsLost(error)) throw error
    log.error('rows-lost', error)
    await foldAll(record, createSearchIndex(romaniser))
    return { ...(await load()), isFoldedAnew: true }
  })
  const { sitePlans, siteDocuments, reports, library, memory } = loaded
  const drawing = createBoardDrawing(memory, library, log)
  const emergency = await createEmergencyDesk(salvaged ?? null, { memory, library, vault })
  const faults = createFaults(clock)
  const screens = createScreens(clock)
  const selfTestRun = createSelfTestRun()
  const incomingCalls = createIncomingCalls()
  const boardFeed = createBoardFeed({
    memory,
    library,
    drawing,
    faults,
    screens,
    selfTestRun,
    incomingCalls,
    reportReady: reports.ready,
    clock,
    log,
    emergency: emergency.board,
    concernsAll: emergency.takenIn,
    notices: notes,
  })
  const { syllables } = romaniser
  const context: StationContext = {
    memory,
    dayFigures: createDayFigures(memory, journal),
    faults,
    screens,
    selfTestRun,
    incomingCalls,
    library,
    shipped,
    sitePlans,
    siteDocuments,
    reports,
    emergency,
    planSources,
    planFiles,
    vault,
    wallAddress: wallAddress ?? null,
    files: files ?? null,
    handUp: handUp ? createHandUpDesk(handUp) : null,
    spare: spare ?? null,
    paperReader: paperReader ?? null,
    purges: purges ? { ledger: purges, given: [] } : null,
    log,
    pathStyle,
    propose: (narrative, drill = false, type = null) =>
      proposeAny(narrative, {
        plans: library.plans(),
        types: library.types(),
        synonyms: library.synonyms(),
        sayings: library.learned(),
        syllables,
        drill,
        type,
        places: memory.places(),
        isOwn: ({ id }) => shipped.plan(id) === null,
      }),
  }
  const exports =
    documentWriter && tempFiles
      ? createExports(documentWriter, tempFiles, vault, () => clock.wall())
      : null
  const { setNotice, wholeBoard } = boardFeed
  const backupWork = backups
    ? createBackupWork({
        backups,
        memory,
        faults,
        journal,
        clock,
        log,
        setNotice(name, notice, forMs) {
          setNotice(name, notice, forMs)
          wholeBoard()
        },
      })
    : null
  return {
    isFoldedAnew: 'isFoldedAnew' in loaded,
    context,
    boardFeed,
    exports,
    disclosure: drawing.disclosure,
    readContext: {
      ...context,
      syllables,
      journal,
      record,
      now: () => clock.wall(),
      pause: () => clock.yield(),
      draw: (incident) => drawing.any(incident, clock.wall()),
      drawThen: drawing.past,
      drawSealed: (id, guard) => drawing.sealed(id, clock.wall(), guard),
      canCopy: documentWriter !== undefined,
      checkFolder: documentWriter?.check ?? null,
      exports,
      locks: adminCode ? createConsoleLocks(adminCode, clock, log) : null,
      sessions: sessions ?? null,
      backups: backupWork,
    },
  }
}
