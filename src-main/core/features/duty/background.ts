/**
 * Wakes at each change of shift, so that every screen shows who is on duty from that instant on,
 * without anybody doing anything.
 */
import type { Timed } from '../../engine/scheduler.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Clock } from '../../ports.ts'

/** The owner of the deadline; no incident has such an id. */
export const DUTY = 'duty'

type Parts = {
  memory: Pick<Memory, 'whoIsOn'>
  clock: Pick<Clock, 'wall'>
  arm: (deadlines: readonly Timed[]) => void
  /** Sends every screen the whole board. */
  showBoard: () => void
}

export type DutyWatch = { poll: () => void; due: () => void }

export function createDutyWatch({ memory, clock, arm, showBoard }: Parts): DutyWatch {
  let changes = 0

  /**
   * A clock that was put back brings the same instant a second time: under another name, or the
   * engine would take it for the one that is past.
   */
  function poll(): void {
    const { until } = memory.whoIsOn(clock.wall())
    arm(until === null ? [] : [{ key: `${DUTY}:${until}:${changes}`, dueAt: until }])
  }

  return {
    poll,
    due() {
      changes += 1
      poll()
      showBoard()
    },
  }
}
