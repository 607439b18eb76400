/** Records what becomes of the station's own faults, and shows it on every screen. */
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

/** What is recorded is shown with its commit, and what cannot be recorded is shown without. */
export function recordFaults({ faults, memory, commandQueue, boardFeed }: Parts): void {
  faults.onChange((events, meta) => {
    if (events.length === 0 || memory.storageFailedSince !== null) boardFeed.wholeBoard()
    else
      void commandQueue.submit({
        command: null,
        decide: async () =>
          streamChanges(stationStream, '', stationStream.initial(''), { events, meta }),
      })
  })
}
