/** Decides that the room is left, taken over from another place, and that its people are back. */
import { accept, refuse, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import type { Room, RoomEvent } from './stream.ts'

export type RoomCommand =
  | { type: 'LeaveRoom'; contact: Sealed | null }
  | { type: 'TakeOverRoom'; place: Sealed; contact: Sealed | null }
  | { type: 'ReturnToRoom' }

/**
 * Nothing waits for it: whoever leaves twice, or comes back twice, changes nothing. The place that
 * somebody has taken over from can be left in its turn. Refused: taking over a room that nobody has
 * left (`no-change`).
 */
export function decideRoom(room: Room | null, command: RoomCommand): Decision<RoomEvent> {
  const left = room?.left ?? null
  switch (command.type) {
    case 'LeaveRoom':
      return left && !left.taken ? accept() : accept({ type: 'RoomLeft', contact: command.contact })
    case 'TakeOverRoom':
      return left
        ? accept({ type: 'RoomTakenOver', place: command.place, contact: command.contact })
        : refuse('no-change', localized('值班室没有撤离，不用接手', 'Nobody has left the room'))
    case 'ReturnToRoom':
      return left ? accept({ type: 'RoomReturned' }) : accept()
  }
}
