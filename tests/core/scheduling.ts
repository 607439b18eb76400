/**
 * A deadline engine by itself: deadlines that are plain numbers, and a record of what fired when.
 */
import { createScheduler, type Scheduler } from '#main/core/engine/scheduler.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import { manualClock, span, type ManualClock } from '../kit/manual-clock.ts'
import type { Logged } from '../kit/station.ts'

export type Firing = { owner: string; key: string; wall: number; mono: number }
export type Scheduling = {
  clock: ManualClock
  scheduler: Scheduler
  fired: Firing[]
  cycles: () => number
  /** When each cycle was done, on the monotonic clock. */
  cycledAt: () => readonly number[]
  logged: Logged[]
  /** Arms these, by key and time from now, in place of what is still armed for the owner. */
  arm: (owner: string, spans: Readonly<Record<string, number | string>>) => void
  /** Arms what is still pending for an owner once more, as after every command on an incident. */
  again: (owner: string) => void
  keys: () => string[]
}

export const deadline = (key: string, dueAt: number): Deadline => ({
  key,
  fires: 'limit',
  of: key,
  dueAt,
})

/**
 * @param fails keys whose firing rejects. What fired is not pending any more, as the record would
 *   have it.
 */
export function scheduling({
  start = '2026-11-24T12:00:00+08:00',
  fails = [] as readonly string[],
} = {}): Scheduling {
  const clock = manualClock(start)
  const fired: Firing[] = []
  const logged: Logged[] = []
  const pending = new Map<string, Deadline[]>()
  const cycledAt: number[] = []
  const log = {
    info: (event: string) => void logged.push({ event, error: null }),
    error: (event: string, error: unknown) => void logged.push({ event, error }),
  }
  const scheduler = createScheduler(clock, log)
  scheduler.start({
    async onDue(owner, keys) {
      if (keys.some((key) => fails.includes(key))) throw new Error(`cannot fire ${keys.join()}`)
      for (const key of keys) fired.push({ owner, key, wall: clock.wall(), mono: clock.mono() })
      pending.set(
        owner,
        (pending.get(owner) ?? []).filter((deadline) => !keys.includes(deadline.key)),
      )
      scheduler.arm(owner, pending.get(owner) ?? [])
    },
    onCycle: () => void cycledAt.push(clock.mono()),
    onClockJump: () => undefined,
  })
  return {
    clock,
    scheduler,
    fired,
    logged,
    cycles: () => cycledAt.length,
    cycledAt: () => cycledAt,
    arm(owner, spans) {
      pending.set(
        owner,
        Object.entries(spans).map(([key, time]) => deadline(key, clock.wall() + span(time))),
      )
      scheduler.arm(owner, pending.get(owner) ?? [])
    },
    again: (owner) => scheduler.arm(owner, pending.get(owner) ?? []),
    keys: () => fired.map(({ key }) => key),
  }
}
