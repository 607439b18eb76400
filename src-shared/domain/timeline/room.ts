/** The lines of the record for the room: they stand in every incident that ran meanwhile. */
import type { RoomEvent } from '../room/stream.ts'
import { inSentence } from '../sealed.ts'
import { localized } from '../text.ts'
import { line, type Line } from './line.ts'

export function roomLine(event: RoomEvent): Line {
  switch (event.type) {
    case 'RoomLeft':
      return line(localized('撤离值班室', 'The room was left'), null, event.contact)
    case 'RoomTakenOver': {
      const place = inSentence(event.place)
      return line(localized(`在${place}接手值班`, `Taken over from ${place}`), null, event.contact)
    }
    case 'RoomReturned':
      return line(localized('回到值班室', 'Back in the room'))
  }
}
