/** The sign of life of a wall, as the console sees it. */
import type { RecordPoint } from '../station/head.ts'
import type { Panel } from '../walls/calibration.ts'
import type { WallView } from '../walls/wall.ts'
import { SECOND_MS } from '../units.ts'

/** So often a wall says that it lives; what changes of it it says at once. */
export const SIGN_EVERY_MS = 10 * SECOND_MS
/** A wall that is silent for so long is lost: one sign of life may go astray before. */
export const WALL_LOST_MS = 15 * SECOND_MS

/** Who last gave a sign of life, and whether it can be heard. */
export type WallSign = {
  id: string
  lastSeen: number
  sound: 'on' | 'blocked' | 'off'
  size: string
  head?: RecordPoint // that it claims to have seen, while it misses it
  named?: string // the id of the wall of the site that it is
  view?: WallView
  voice?: WallVoice // of a wall that speaks
  safe?: true // its page has failed: the plain one stands in for it
  measured?: Panel // its picture, mm, by a card that somebody holds to it
  aside?: WallAside // somebody has it show something else than what goes on
}

/** A replay, or the card by which its panel is measured. Real events end either. */
export const WALL_ASIDES = ['replay', 'calibration'] as const
export type WallAside = (typeof WALL_ASIDES)[number]

/**
 * on: it speaks. blocked: its browser waits for a touch. none: the machine has no voice of its own.
 */
export const WALL_VOICES = ['on', 'blocked', 'none'] as const
export type WallVoice = (typeof WALL_VOICES)[number]
