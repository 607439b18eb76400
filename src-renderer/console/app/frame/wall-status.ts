/** Sums up the walls for the footer. */
import { WALL_LOST_MS, type WallSign } from '#shared/domain/board/wall-sign.ts'

export type Walls = {
  all: number
  alive: number
  lost: number
  lostSince: number | null // last sign of the wall that is missing longest, UTC ms
  silent: number // alive, but their alarm cannot be heard
}

/** `now` in UTC ms. */
export function wallsOf(signs: readonly WallSign[], now: number): Walls {
  const lost = signs.filter(({ lastSeen }) => now - lastSeen > WALL_LOST_MS)
  const alive = signs.filter((sign) => !lost.includes(sign))
  return {
    all: signs.length,
    alive: alive.length,
    lost: lost.length,
    lostSince: lost.length > 0 ? Math.min(...lost.map(({ lastSeen }) => lastSeen)) : null,
    silent: alive.filter(({ sound }) => sound !== 'on').length,
  }
}
