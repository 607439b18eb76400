/**
 * Reads a record into what every request works on: for a station, and for a program that only
 * reads.
 */
import { propose } from '#shared/domain/match/match.ts'
import type { Site } from '#shared/domain/board/types.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { createExports, type Exports } from '../features/export/queue.ts'
import { loadMemory } from '../engine/memory.ts'
import { libraryWith, loadSitePlans } from '../features/plan/site-plans.ts'
import type {
  Clock,
  Journal,
  Library,
  Log,
  DocumentWriter,
  PlanSources,
  Romaniser,
  TempFiles,
  Vault,
} from '../ports.ts'
import type { QueryContext, StationContext } from '../features/handler.ts'
import { createBoardFeed, type BoardFeed } from '../engine/board-feed.ts'

export type AssemblyParts = {
  journal: Journal
  clock: Clock
  library: Library
  /** Plans as they are written; those that the library has, too. */
  planSources: PlanSources
  vault: Vault
  romaniser: Romaniser
  log: Log
  site: Site
  /** What the desk should know of this start, if anything. */
  notes?: readonly LocalizedText[]
  /** Without one, no report is copied to a folder and no file is exported. */
  documentWriter?: DocumentWriter
  /** Without one, no file is exported; whoever asks for one is told so. */
  tempFiles?: TempFiles
}

export type Assembly = {
  context: StationContext
  boardFeed: BoardFeed
  exports: Exports | null
  /** For queries; who asks, the board and the link of walls are added by the caller. */
  readContext: Omit<QueryContext, 'board' | 'wallUrl' | 'session'>
}

export async function assemble({
  journal,
  clock,
  library: shipped,
  planSources,
  vault,
  romaniser,
  log,
  site,
  notes = [],
  documentWriter,
  tempFiles,
}: AssemblyParts): Promise<Assembly> {
  const sitePlans = await loadSitePlans(journal)
  const library = libraryWith(shipped, sitePlans, site.kinds)
  const memory = await loadMemory(journal, library, sitePlans, site, clock.wall())
  const boardFeed = createBoardFeed(memory, library, clock, log, notes)
  const { syllables } = romaniser
  const context: StationContext = {
    memory,
    library,
    shipped,
    sitePlans,
    planSources,
    vault,
    propose: (narrative) =>
      propose(narrative, { plans: library.plans(), types: library.types(), syllables }),
  }
  const exports =
    documentWriter && tempFiles
      ? createExports(documentWriter, tempFiles, vault, () => clock.wall())
      : null
  return {
    context,
    boardFeed,
    exports,
    readContext: {
      ...context,
      syllables,
      journal,
      now: () => clock.wall(),
      draw: boardFeed.drawAny,
      drawThen: boardFeed.drawThen,
      canCopy: documentWriter !== undefined,
      exports,
    },
  }
}
