/**
 * Reads a record into what every request works on. It arms no deadline and saves nothing: a station
 * does, and whoever only reads need not.
 */
import { propose } from '#shared/domain/match/match.ts'
import type { Site } from '#shared/domain/board/types.ts'
import type { Text } from '#shared/domain/text.ts'
import type { Desk } from '../features/commands.ts'
import { createExports, type Exports } from '../features/export/queue.ts'
import { loadLive } from '../engine/memory.ts'
import { libraryWith, loadOwnPlans } from '../features/plan/site-plans.ts'
import type {
  Clock,
  Journal,
  Library,
  Log,
  PaperWriter,
  PlanTexts,
  Romaniser,
  Shelf,
  Vault,
} from '../ports.ts'
import type { Reading } from '../features/queries.ts'
import { createScreens, type Screens } from '../engine/board-feed.ts'

export type DeskParts = {
  journal: Journal
  clock: Clock
  library: Library
  /** Plans as they are written; those that the library has, too. */
  texts: PlanTexts
  vault: Vault
  romaniser: Romaniser
  log: Log
  site: Site
  /** What the desk should know of this start, if anything. */
  notes?: readonly Text[]
  /** Without one, no report is copied to a folder and no file is exported. */
  papers?: PaperWriter
  /** Without one, no file is exported; whoever asks for one is told so. */
  shelf?: Shelf
}

export type OpenDesk = {
  desk: Desk
  screens: Screens
  exports: Exports | null
  reading: Omit<Reading, 'board' | 'wallUrl'>
}

export async function openDesk({
  journal,
  clock,
  library: shipped,
  texts,
  vault,
  romaniser,
  log,
  site,
  notes = [],
  papers,
  shelf,
}: DeskParts): Promise<OpenDesk> {
  const own = await loadOwnPlans(journal)
  const library = libraryWith(shipped, own, site.kinds)
  const live = await loadLive(journal, library, own, site, clock.wall())
  const screens = createScreens(live, library, clock, log, notes)
  const { syllables } = romaniser
  const desk: Desk = {
    live,
    library,
    shipped,
    own,
    texts,
    vault,
    session: null,
    report: null,
    propose: (narrative) =>
      propose(narrative, { plans: library.plans(), types: library.types(), syllables }),
  }
  const exports = papers && shelf ? createExports(papers, shelf, vault, () => clock.wall()) : null
  return {
    desk,
    screens,
    exports,
    reading: {
      ...desk,
      syllables,
      journal,
      now: () => clock.wall(),
      draw: screens.drawAny,
      drawThen: screens.drawThen,
      canCopy: papers !== undefined,
      exports,
    },
  }
}
