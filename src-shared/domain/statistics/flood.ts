/** Says when alerts come in a flood (ISA-18.2): more than a person can take in. */
import { MINUTE_MS } from '../units.ts'

/** In ms: alerts raised within this time are counted together. */
export const FLOOD_WINDOW_MS = 10 * MINUTE_MS
/** A flood begins with the eleventh alert in that time and ends when fewer than five are left. */
export const FLOOD_ON = 10
export const FLOOD_OFF = 5

/** `recent`: how many were raised within the window. It begins above ten and ends below five. */
export const isFlood = (was: boolean, recent: number): boolean =>
  was ? recent >= FLOOD_OFF : recent > FLOOD_ON
