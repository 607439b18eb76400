/** Records what becomes of the station's own faults, and shows it on every screen. */
import type { FaultEvent } from '#shared/domain/station/faults.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import type { BoardFeed } from '../engine/board-feed.ts'
import { streamChanges } from '../engine/changes.ts'
import type { CommandQueue } from '../engine/command-queue.ts'
import type { Faults } from '../engine/faults.ts'
import type { Memory } from '../engine/memory.ts'

type Parts = {
  faults: Faults
  memory: Pick<Memory, 'storageFailedSince'>
  commandQueue: Pick<CommandQueue, 'submit'>
  boardFeed: Pick<BoardFeed, 'wholeBoard'>
}

/**
 * What is recorded is shown with its commit, and what cannot be recorded is shown without. A fault
 * whose beginning the record did not take has no end there either.
 */
export function recordFaults({ faults, memory, commandQueue, boardFeed }: Parts): void {
  const recorded = new Set<string>()

  function isForRecord(event: FaultEvent): boolean {
    if (event.type === 'FaultRaised') recorded.add(event.alertId)
    return event.type === 'FaultCleared' ? recorded.delete(event.alertId) : true
  }

  faults.onChange((all, meta) => {
    const events = memory.storageFailedSince === null ? all.filter(isForRecord) : []
    if (events.length === 0) boardFeed.wholeBoard()
    else
      void commandQueue.submit({
        command: null,
        decide: async () =>
          streamChanges(stationStream, '', stationStream.initial(''), { events, meta }),
      })
  })
}
