/** Decides what the register of places becomes. */
import { accept, type Decision } from '../decision.ts'
import type { PlacesEvent } from './stream.ts'

/** `size`: how many people a place holds; null where nobody has said. */
export type SetPlaces = {
  type: 'SetPlaces'
  places: readonly { name: string; size: number | null }[]
}
export type PlacesCommand = SetPlaces

/** A register replaces the one before it as a whole; none is refused. */
export const decidePlaces = ({ places }: PlacesCommand): Decision<PlacesEvent> =>
  accept({ type: 'PlacesSet', places })
