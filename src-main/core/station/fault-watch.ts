/**
 * Watches the station itself once a cycle of its engine: whether the engine kept its time, whether
 * every wall can be seen and heard, how much room the disk has, whether the folder is still its
 * own, and, with every commit too, whether anything can be saved.
 */
import type { BoardFeed } from '../engine/board-feed.ts'
import type { CommitListener } from '../engine/command-queue.ts'
import type { Faults } from '../engine/faults.ts'
import type { Memory } from '../engine/memory.ts'
import type { Screens } from '../engine/screens.ts'
import type { Clock, DataDisk, FolderGuard, Log } from '../ports.ts'
import { createDiskWatch } from './disk-watch.ts'
import { createFolderWatch } from './folder-watch.ts'
import { engineLate } from './engine-faults.ts'
import { screensLost, soundBlocked } from './screen-faults.ts'
import { storageFails } from './storage-faults.ts'

/** A cycle takes a second at most. */
const LATE_MS = 3000

export type FaultWatch = CommitListener & {
  /** At the end of every full cycle of the engine. */
  onCycle: () => void
}

type Parts = {
  faults: Faults
  screens: Screens
  memory: Pick<Memory, 'site' | 'storageTrouble'>
  clock: Clock
  log: Log
  boardFeed: Pick<BoardFeed, 'setNotice' | 'wholeBoard'>
  /** Null where the station works for no room: a sample, whose time leaps. */
  disk: DataDisk | null
  /** Null where nobody else could take the folder. */
  folder: FolderGuard | null
}

export function createFaultWatch({
  faults,
  screens,
  memory,
  clock,
  log,
  boardFeed,
  disk,
  folder,
}: Parts): FaultWatch {
  const diskWatch = disk && createDiskWatch({ disk, memory, faults, boardFeed, clock, log })
  const folderWatch = folder && createFolderWatch(folder, faults, clock)
  let cycleAt: number | null = null // of the last cycle, monotonic ms
  let missing: ReadonlySet<string> = new Set()

  function watchEngine(): void {
    const now = clock.mono()
    const gap = cycleAt === null ? 0 : now - cycleAt
    cycleAt = now
    if (gap > LATE_MS) faults.happened('engine', engineLate(gap))
  }

  /** One more than somebody has acknowledged is an alert of its own. */
  function watchScreens(): void {
    const lost = screens.lost()
    if (lost.some(({ id }) => !missing.has(id)) && missing.size > 0) faults.set('screens', null)
    missing = new Set(lost.map(({ id }) => id))
    const all = lost.length === screens.signs().length
    faults.set('screens', lost.length > 0 ? screensLost(lost, all, memory.site.zone) : null)
  }

  function watchSound(): void {
    const blocked = screens.blocked()
    faults.set('sound', blocked.length > 0 ? soundBlocked(blocked) : null)
  }

  function watchStorage(): void {
    const { storageTrouble: trouble } = memory
    faults.set('storage', trouble ? storageFails(trouble) : null)
  }

  return {
    onCommitted: watchStorage,
    onCycle() {
      watchStorage()
      if (disk) watchEngine()
      watchScreens()
      watchSound()
      diskWatch?.onCycle()
      folderWatch?.onCycle()
    },
  }
}
