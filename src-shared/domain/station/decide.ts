/** Decides what the record says of the station's machine. */
import { accept, unreachable, type Decision } from '../decision.ts'
import type { StationEvent } from './stream.ts'

/** The wall clock jumped by so many ms against the clock that never goes back. */
export type NoteClockChange = { type: 'NoteClockChange'; byMs: number }
/** The disk takes events again; `since`: when it first did not (UTC ms). */
export type NoteRecovery = { type: 'NoteRecovery'; since: number }
export type StationCommand = NoteClockChange | NoteRecovery

export function decideStation(command: StationCommand): Decision<StationEvent> {
  switch (command.type) {
    case 'NoteClockChange':
      return accept({ type: 'ClockChanged', byMs: command.byMs })
    case 'NoteRecovery':
      return accept({ type: 'StorageRecovered', since: command.since })
    default:
      return unreachable(command)
  }
}
