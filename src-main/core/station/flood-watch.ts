/** Records when a flood of alerts begins at the desk, and when it ends. */
import { decideStation, type NoteFlood } from '#shared/domain/station/decide.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { FLOOD_WINDOW_MS, isFlood } from '#shared/domain/statistics/flood.ts'
import { recordDecision } from '../engine/changes.ts'
import type { CommandQueue, CommitListener } from '../engine/command-queue.ts'
import type { Memory } from '../engine/memory.ts'
import type { Clock } from '../ports.ts'

export type FloodWatch = CommitListener & { onCycle: (now: number) => void }

type Parts = {
  memory: Pick<Memory, 'incidents' | 'storageFailedSince'>
  commandQueue: Pick<CommandQueue, 'submit'>
  clock: Pick<Clock, 'wall'>
  by: string
}

export function createFloodWatch({ memory, commandQueue, clock, by }: Parts): FloodWatch {
  const raised = new Map<string, readonly number[]>() // by incident, the instants within the window
  let since: number | null = null

  const within = (instants: readonly number[], now: number): readonly number[] =>
    instants.filter((at) => now - at < FLOOD_WINDOW_MS)

  function count(incidentId: string, now: number): void {
    const incident = memory.incidents.get(incidentId)
    const log = incident && !incident.drill ? (incident.alertLog ?? []) : []
    const recent = within(
      log.map(({ raisedAt }) => raisedAt),
      now,
    )
    if (recent.length > 0) raised.set(incidentId, recent)
  }

  /** While nothing can be saved the record learns of none. */
  function save(command: NoteFlood): void {
    if (memory.storageFailedSince !== null) return
    void commandQueue.submit({
      command: null,
      decide: async () =>
        recordDecision(stationStream, '', stationStream.initial(''), decideStation({}, command), {
          at: clock.wall(),
          by,
        }),
    })
  }

  return {
    onCommitted({ incidents }) {
      for (const { incidentId } of incidents) count(incidentId, clock.wall())
    },
    onCycle(now) {
      for (const [incidentId, instants] of raised) {
        const recent = within(instants, now)
        if (recent.length === 0) raised.delete(incidentId)
        else raised.set(incidentId, recent)
      }
      const recent = [...raised.values()].reduce((sum, { length }) => sum + length, 0)
      const flood = isFlood(since !== null, recent)
      if (flood === (since !== null)) return
      save({ type: 'NoteFlood', began: flood, since: since ?? now, raised: recent })
      since = flood ? now : null
    },
  }
}
