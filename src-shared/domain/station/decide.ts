/** Decides what the record says of the station's machine. */
import { accept, unreachable, type Decision } from '../decision.ts'
import type { RecordPoint } from './head.ts'
import type { StationEvent, StationState } from './stream.ts'

/** The wall clock jumped by so many ms against the clock that never goes back. */
export type NoteClockChange = { type: 'NoteClockChange'; byMs: number }
/** The disk takes events again; `since`: when it first did not (UTC ms). */
export type NoteRecovery = { type: 'NoteRecovery'; since: number }
/** As {@link RecordShortened} has it. */
export type NoteShortening = {
  type: 'NoteShortening'
  witnessed: RecordPoint
  left: RecordPoint
  lastAt: number | null
}
export type StationCommand = NoteClockChange | NoteRecovery | NoteShortening

/** A loss is recorded once, however often it is found again by what was witnessed. */
export function decideStation(
  state: Pick<StationState, 'shortened'>,
  command: StationCommand,
): Decision<StationEvent> {
  switch (command.type) {
    case 'NoteClockChange':
      return accept({ type: 'ClockChanged', byMs: command.byMs })
    case 'NoteRecovery':
      return accept({ type: 'StorageRecovered', since: command.since })
    case 'NoteShortening': {
      const { witnessed, left, lastAt } = command
      const known = state.shortened?.witnessed
      return known?.position === witnessed.position && known.hash === witnessed.hash
        ? accept()
        : accept({ type: 'RecordShortened', witnessed, left, lastAt })
    }
    default:
      return unreachable(command)
  }
}
