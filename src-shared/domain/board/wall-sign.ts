/** The sign of life of a wall, as the console sees it. */
import type { RecordPoint } from '../station/head.ts'
import type { WallView } from '../walls/wall.ts'

/** Who last gave a sign of life, and whether it can be heard. */
export type WallSign = {
  id: string
  lastSeen: number
  sound: 'on' | 'blocked' | 'off'
  size: string
  head?: RecordPoint // that it claims to have seen, while it misses it
  named?: string // the id of the wall of the site that it is
  view?: WallView
}
