/** Acknowledges a fault of the station, also while nothing can be saved. */
import { decideFault } from '#shared/domain/station/faults.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { changesOf, streamChanges, type Changes } from '../../engine/changes.ts'
import type { CommandContext } from '../handler.ts'

/**
 * A desk that is told that nothing is saved must be able to end the tone: it holds at once, and the
 * record never learns of it. Refused: `unknown-alert`, `alert-acknowledged`.
 */
export function acknowledgeFault(
  alertId: string,
  { faults, memory, meta }: Pick<CommandContext, 'faults' | 'memory' | 'meta'>,
): Changes | Refusal {
  const decision = decideFault(faults.standing(), { type: 'AcknowledgeFault', alertId })
  if (!decision.ok) return decision
  const { events } = decision
  const take = (): void => faults.take(events, meta)
  if (memory.storageFailedSince === null) {
    const state = stationStream.initial('')
    return { ...streamChanges(stationStream, '', state, { events, meta }), onSaved: take }
  }
  take()
  return changesOf({})
}
