/**
 * Holds the walls by their signs of life: which of them are there, and which have fallen silent
 * without a good-bye.
 */
import type { WallSign } from '#shared/domain/board/types.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import type { Clock } from '../ports.ts'

/** After so long a silent wall is no longer listed. */
const FORGOTTEN_MS = HOUR_MS
/** A wall speaks every five seconds: so long a silence is no hiccup. */
const LOST_MS = 15_000

type Wall = { sign: WallSign; seen: number; blockedSince: number | null } // on the monotonic clock

export type Screens = {
  sign: (sign: WallSign) => void
  /** Somebody has closed it: it is missed by nobody. */
  leave: (id: string) => void
  /** All that gave a sign within the last hour. */
  signs: () => readonly WallSign[]
  /** Those of them that are silent for 15 s. */
  lost: () => readonly WallSign[]
  /** Those that could not be heard for 15 s, because their browser keeps them silent. */
  blocked: () => readonly WallSign[]
}

export function createScreens(clock: Pick<Clock, 'mono'>): Screens {
  const walls = new Map<string, Wall>()
  const where = (holds: (wall: Wall, now: number) => boolean): readonly WallSign[] => {
    const now = clock.mono()
    return [...walls.values()]
      .filter((wall) => now - wall.seen < FORGOTTEN_MS && holds(wall, now))
      .map(({ sign }) => sign)
  }

  return {
    sign(sign) {
      const seen = clock.mono()
      const blockedSince =
        sign.sound === 'blocked' ? (walls.get(sign.id)?.blockedSince ?? seen) : null
      walls.set(sign.id, { sign, seen, blockedSince })
    },
    leave: (id) => void walls.delete(id),
    signs: () => where(() => true),
    lost: () => where(({ seen }, now) => now - seen >= LOST_MS),
    blocked: () =>
      where(
        ({ seen, blockedSince }, now) =>
          now - seen < LOST_MS && blockedSince !== null && now - blockedSince >= LOST_MS,
      ),
  }
}
