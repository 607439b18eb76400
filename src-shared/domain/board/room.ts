/** Draws that the room was left: how its people are reached, and who goes on from where. */
import type { Room } from '../room/stream.ts'
import { shown, shownOrNull, type Open } from '../sealed.ts'

/**
 * Times in UTC ms. `contact`, and of `taken` the place, are null for public walls; `by` is empty
 * there.
 */
export type BoardRoom = {
  leftAt: number
  by: string
  contact: string | null
  taken: { at: number; by: string; place: string | null } | null
}

export function drawRoom(room: Room | null, open: Open): BoardRoom | null {
  if (!room?.left) return null
  const { at, by, contact, taken } = room.left
  return {
    leftAt: at,
    by,
    contact: shownOrNull(contact, open),
    taken: taken && { ...taken, place: shown(taken.place, open) },
  }
}

export const publicRoom = ({ leftAt, taken }: BoardRoom): BoardRoom => ({
  leftAt,
  by: '',
  contact: null,
  taken: taken && { at: taken.at, by: '', place: null },
})
