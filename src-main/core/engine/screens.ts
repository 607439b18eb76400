/**
 * Holds the walls by their signs of life: which of them are there, and which have fallen silent
 * without a good-bye.
 */
import { WALL_LOST_MS, type WallSign } from '#shared/domain/board/wall-sign.ts'
import { HOUR_MS } from '#shared/domain/units.ts'
import type { Clock } from '../ports.ts'

/** After so long a silent wall is no longer listed. */
const FORGOTTEN_MS = HOUR_MS

/** One token may speak for so many walls: a tab that was copied has the token of the other. */
const MOST_OF_ONE = 4
const MOST_WALLS = 64

/** `owner`: the session that has announced it. */
type Wall = {
  sign: WallSign
  owner: string
  seen: number // on the monotonic clock, as the other
  blockedSince: number | null
}

export type Screens = {
  /**
   * `owner`: the session that sends it; nobody else speaks for this wall. Of too many, the one that
   * has been silent longest goes.
   */
  sign: (sign: WallSign, owner: string) => void
  /**
   * It lives on as it last said (`now` in UTC ms); false: nobody knows it, or it is another
   * session's.
   */
  again: (id: string, owner: string, now: number) => boolean
  /** Somebody has closed it: it is missed by nobody. */
  leave: (id: string, owner: string) => void
  /** All that gave a sign within the last hour. */
  signs: () => readonly WallSign[]
  /** Those of them that are connected: a sign of life came within 15 s. */
  connected: () => readonly WallSign[]
  /** Whether this session speaks for this wall. */
  isOf: (id: string, owner: string) => boolean
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

  /** Those longest silent, of so many that are too many; a sign puts a wall at the end. */
  function dropBeyond(most: number, counts: (wall: Wall) => boolean): void {
    const counted = [...walls.values()].filter(counts)
    for (const { sign } of counted.slice(0, Math.max(0, counted.length - most)))
      walls.delete(sign.id)
  }

  function take(sign: WallSign, owner: string): void {
    const wall = walls.get(sign.id)
    if (wall && wall.owner !== owner) return
    const seen = clock.mono()
    const blockedSince = sign.sound === 'blocked' ? (wall?.blockedSince ?? seen) : null
    walls.delete(sign.id)
    walls.set(sign.id, { sign, owner, seen, blockedSince })
    dropBeyond(MOST_OF_ONE, (other) => other.owner === owner)
    dropBeyond(MOST_WALLS, () => true)
  }

  return {
    sign: take,
    again(id, owner, now) {
      const wall = walls.get(id)
      if (!wall || wall.owner !== owner || clock.mono() - wall.seen >= FORGOTTEN_MS) return false
      take({ ...wall.sign, lastSeen: now }, owner)
      return true
    },
    leave(id, owner) {
      if (walls.get(id)?.owner === owner) walls.delete(id)
    },
    signs: () => where(() => true),
    connected: () => where(({ seen }, now) => now - seen < WALL_LOST_MS),
    isOf: (id, owner) => walls.get(id)?.owner === owner,
    lost: () => where(({ seen }, now) => now - seen >= WALL_LOST_MS),
    blocked: () =>
      where(
        ({ seen, blockedSince }, now) =>
          now - seen < WALL_LOST_MS && blockedSince !== null && now - blockedSince >= WALL_LOST_MS,
      ),
  }
}
