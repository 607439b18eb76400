/**
 * The stream of the room itself: that its people have left it, who goes on from where, and that
 * they are back.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Guarded, Sealed } from '../sealed.ts'
import { localized } from '../text.ts'

/** `contact`: how the people of the room are reached; null where nobody has said. */
export type RoomLeft = { type: 'RoomLeft'; contact: Sealed | null }
/** Somebody goes on from another place; `contact` null: as it was. */
export type RoomTakenOver = { type: 'RoomTakenOver'; place: Sealed; contact: Sealed | null }
export type RoomReturned = { type: 'RoomReturned' }
export type RoomEvent = RoomLeft | RoomTakenOver | RoomReturned

/** Times in UTC ms. `taken`: null while nobody goes on from another place. */
export type LeftRoom = {
  at: number
  by: string
  contact: Guarded | null
  taken: { at: number; by: string; place: Guarded } | null
}

/** `left`: null while somebody is there. */
export type Room = { left: LeftRoom | null }

/** What it knows nothing of changes nothing. */
function evolve(room: Room | null, event: Recorded<RoomEvent>): Room | null {
  const { at, by } = event
  switch (event.type) {
    case 'RoomLeft':
      return { left: { at, by, contact: event.contact, taken: null } }
    case 'RoomTakenOver': {
      const { place, contact } = event
      const left = room?.left
      return left
        ? { left: { ...left, contact: contact ?? left.contact, taken: { at, by, place } } }
        : room
    }
    case 'RoomReturned':
      return { left: null }
    default:
      return room
  }
}

const isTaken = is.fields<NonNullable<LeftRoom['taken']>>({
  at: is.number,
  by: is.words,
  place: is.guarded,
})
const isLeft = is.fields<LeftRoom>({
  at: is.number,
  by: is.words,
  contact: is.orNull(is.guarded),
  taken: is.orNull(isTaken),
})

/** Null as long as nobody ever left. */
export const roomStream = defineStream<Room | null, RoomEvent, { room: Room }>({
  name: 'room',
  initial: () => null,
  evolve,
  documents: {
    room: {
      of: (room) => room,
      name: localized('值班室撤离', 'that the room was left'),
      hasForm: is.fields<Room>({ left: is.orNull(isLeft) }),
    },
  },
})

/**
 * The events that the state still stands on, in their order: none while somebody is there. `room`:
 * after all of them.
 */
export const standingRoom = <E extends { type: string }>(
  events: readonly E[],
  room: Room | null,
): readonly E[] =>
  room?.left ? events.slice(events.findLastIndex(({ type }) => type === 'RoomLeft')) : []
