/**
 * Looks at the room on the disk every ten seconds: a note below 1 GB, an alert below 200 MB or when
 * the room that was kept back is in use; it is kept back again once there is enough.
 */
import type { BoardFeed } from '../engine/board-feed.ts'
import type { Faults } from '../engine/faults.ts'
import type { Memory } from '../engine/memory.ts'
import type { Clock, DataDisk, Log } from '../ports.ts'
import { diskLow, diskNote, reserveInUse } from './storage-faults.ts'

const EVERY_MS = 10_000
const NOTE_BYTES = 1e9
const ALERT_BYTES = 200e6
/** What was told is taken back only when there is so much more. */
const SLACK = 1.1

export type DiskWatch = { onCycle: () => void }

type Parts = {
  disk: DataDisk
  memory: Pick<Memory, 'storageTrouble'>
  faults: Pick<Faults, 'set'>
  boardFeed: Pick<BoardFeed, 'setNotice' | 'wholeBoard'>
  clock: Pick<Clock, 'mono'>
  log: Log
}

export function createDiskWatch({ disk, memory, faults, boardFeed, clock, log }: Parts): DiskWatch {
  let lookedAt = -Infinity // monotonic ms
  let looking = false
  let keeps = false // it could be kept back, once
  let [low, noted] = [false, false]

  async function keepBack(free: number | null): Promise<boolean> {
    if (disk.kept > 0) return true
    if (keeps && free !== null && free < ALERT_BYTES * SLACK) return false
    return disk.keep()
  }

  function showNotice(free: number | null): void {
    const before = noted
    noted = free !== null && !low && free < NOTE_BYTES * (noted ? SLACK : 1)
    if (!noted && !before) return
    boardFeed.setNotice('disk', noted && free !== null ? diskNote(free) : null, null)
    if (noted !== before) boardFeed.wholeBoard()
  }

  async function look(): Promise<void> {
    const free = await disk.free()
    const isKept = await keepBack(free)
    keeps ||= isKept
    low = free !== null && free < ALERT_BYTES * (low ? SLACK : 1)
    // what nothing can be saved into is told as that, and not as room
    if (memory.storageTrouble === 'full') faults.set('disk', null)
    else if (keeps && !isKept) faults.set('disk', reserveInUse())
    else faults.set('disk', low && free !== null ? diskLow(free) : null)
    showNotice(free)
  }

  return {
    onCycle() {
      if (looking || clock.mono() - lookedAt < EVERY_MS) return
      lookedAt = clock.mono()
      looking = true
      look()
        .catch((error: unknown) => log.error('disk-not-looked-at', error))
        .finally(() => {
          looking = false
        })
    },
  }
}
