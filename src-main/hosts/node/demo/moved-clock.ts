/**
 * A clock that its caller moves, for sample data only: the station lives through weeks in seconds,
 * by its own rules.
 */
import type { Clock } from '#main/core/ports.ts'

// ms; every instant of the sample lies on this grid, so no limit fires between two steps
const STEP = 5_000

type Timer = { wake: () => void }

export type MovedClock = Clock & {
  /** Lives through the time until `target` (UTC ms): the deadline engine runs at every step. */
  live(target: number): Promise<void>
  /** Leaps to `target` with one cycle of the engine, for hours in which nothing runs. */
  leap(target: number): Promise<void>
}

export function movedClock(start: number): MovedClock {
  let wall = start
  let timer: Timer | null = null
  let armed: () => void = () => undefined

  async function moveTo(target: number): Promise<void> {
    wall = target
    const due = timer
    if (!due) return
    timer = null
    const rearmed = new Promise<void>((resolve) => {
      armed = resolve
    })
    due.wake()
    await rearmed // the engine asks for its next timer at the end of the cycle
  }

  return {
    wall: () => wall,
    mono: () => wall - start,
    after(_ms, wake) {
      const next: Timer = { wake }
      timer = next
      armed()
      return () => {
        if (timer === next) timer = null
      }
    },
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    async live(target) {
      while (wall < target) await moveTo(Math.min(wall + STEP, target))
    },
    async leap(target) {
      if (wall < target) await moveTo(target)
    },
  }
}

/** The next instant of the grid. */
export const onGrid = (at: number): number => Math.ceil(at / STEP) * STEP
