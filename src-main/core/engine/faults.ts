/**
 * Holds the faults of the station that stand now. They live with the process: what is still wrong
 * after a restart is found again, whatever the record can say.
 */
import type { Meta } from '#shared/domain/decision.ts'
import {
  decideFault,
  faultId,
  faultsAfter,
  type Fault,
  type FaultCommand,
  type FaultEvent,
  type FaultWords,
} from '#shared/domain/station/faults.ts'
import { STATION } from '#shared/domain/station/names.ts'
import type { Clock } from '../ports.ts'

export type Faults = {
  /** How it is with this cause now: null, it is gone. Its words may change while it stands. */
  set: (about: string, words: FaultWords | null) => void
  /** It has happened, and stands until somebody acknowledges it. */
  happened: (about: string, words: FaultWords) => void
  standing: () => readonly Fault[]
  stands: (alertId: string) => boolean
  /** Takes in what was decided on one of them elsewhere. */
  take: (events: readonly FaultEvent[], meta: Meta) => void
  /** Anyone who records and shows them: `events` is empty where words have changed only. */
  onChange: (listener: (events: readonly FaultEvent[], meta: Meta) => void) => void
}

export function createFaults(clock: Pick<Clock, 'wall'>): Faults {
  let faults: readonly Fault[] = []
  let listener: (events: readonly FaultEvent[], meta: Meta) => void = () => undefined
  let lastId = 0

  const take = (events: readonly FaultEvent[], meta: Meta): void => {
    for (const event of events) faults = faultsAfter(faults, { ...event, ...meta })
  }

  function follow(command: FaultCommand): void {
    const meta = { at: clock.wall(), by: STATION }
    const decision = decideFault(faults, command)
    if (!decision.ok || decision.events.length === 0) return
    take(decision.events, meta)
    listener(decision.events, meta)
  }

  function reword(before: Fault, words: FaultWords): void {
    const after = { ...before, ...words }
    if (JSON.stringify(after) === JSON.stringify(before)) return
    faults = faults.map((fault) => (fault === before ? after : fault))
    listener([], { at: clock.wall(), by: STATION })
  }

  function raise(about: string, lasts: boolean, words: FaultWords): void {
    const before = faults.find((fault) => fault.about === about)
    if (before) {
      reword(before, words)
      return
    }
    lastId = Math.max(lastId + 1, clock.wall())
    follow({ type: 'RaiseFault', alertId: faultId(about, lastId), about, lasts, ...words })
  }

  return {
    set(about, words) {
      if (words) raise(about, true, words)
      else follow({ type: 'ClearFault', about })
    },
    happened: (about, words) => raise(about, false, words),
    standing: () => faults,
    stands: (alertId) => faults.some((fault) => fault.alertId === alertId),
    take,
    onChange(next) {
      listener = next
    },
  }
}
