/** Decides what the record says of the station's machine. */
import { accept, unreachable, type Decision } from '../decision.ts'
import type { RecordPoint } from './head.ts'
import type { EmergencyAdopted, EmergencyOpened, StationEvent, StationState } from './stream.ts'

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
/** A record failed its check: this one begins in its place. */
export type OpenEmergency = { type: 'OpenEmergency' } & Omit<EmergencyOpened, 'type'>
/** The incidents of an emergency record come into this one. */
export type AdoptEmergency = { type: 'AdoptEmergency' } & Omit<EmergencyAdopted, 'type'>
/** Alerts come in a flood, or no longer: `since` (UTC ms) when it began, `raised` how many then. */
export type NoteFlood = { type: 'NoteFlood'; began: boolean; since: number; raised: number }
/** The address of walls was renewed. */
export type NoteWallRenewal = { type: 'NoteWallRenewal' }
export type StationCommand =
  | NoteFlood
  | NoteClockChange
  | NoteRecovery
  | NoteShortening
  | NoteWallRenewal
  | OpenEmergency
  | AdoptEmergency

/**
 * A loss is recorded once, however often it is found again by what was witnessed. Nothing follows
 * from opening an emergency record twice, or adopting the same one again.
 */
export function decideStation(
  state: Partial<StationState>,
  command: StationCommand,
): Decision<StationEvent> {
  switch (command.type) {
    case 'NoteClockChange':
      return accept({ type: 'ClockChanged', byMs: command.byMs })
    case 'NoteWallRenewal':
      return accept({ type: 'WallAddressRenewed' })
    case 'NoteFlood':
      return accept(
        command.began
          ? { type: 'FloodBegan', raised: command.raised }
          : { type: 'FloodEnded', since: command.since },
      )
    case 'NoteRecovery':
      return accept({ type: 'StorageRecovered', since: command.since })
    case 'NoteShortening': {
      const { witnessed, left, lastAt } = command
      const known = state.shortened?.witnessed
      return known?.position === witnessed.position && known.hash === witnessed.hash
        ? accept()
        : accept({ type: 'RecordShortened', witnessed, left, lastAt })
    }
    case 'OpenEmergency':
      return state.emergency ? accept() : accept({ ...command, type: 'EmergencyOpened' })
    case 'AdoptEmergency':
      return state.adoptions?.some(({ record }) => record === command.record)
        ? accept()
        : accept({ ...command, type: 'EmergencyAdopted' })
    default:
      return unreachable(command)
  }
}
