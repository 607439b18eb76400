/**
 * A clock that stands still until a test moves it. Implements the Clock port; tests of both hosts
 * share it.
 */
import type { Clock } from '#main/core/ports.ts'

type Timer = { at: number; wake: () => void }

export type ManualClock = Clock & {
  /**
   * Moves both clocks, waking every timer on the way at its own instant, and lets what it started
   * finish.
   */
  advance: (span: number | string) => Promise<void>
  /** Moves the wall clock alone, as a person or a time server does. */
  jump: (span: number | string) => void
  /**
   * Moves both clocks at once and wakes nobody, as while the process is frozen. Timers that are due
   * wake at the next `advance`.
   */
  leap: (span: number | string) => void
}

const UNITS = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** `30 min`, `2 h`, `-1 h`, `1 d`, or plain milliseconds. */
export function span(text: number | string): number {
  if (typeof text === 'number') return text
  const [, amount, unit] = /^(-?\d+(?:\.\d+)?) ?(ms|s|min|h|d)$/.exec(text) ?? []
  if (!amount || !unit) throw new Error(`not a span of time: ${text}`)
  return Number(amount) * UNITS[unit as keyof typeof UNITS]
}

/** @param start wall time to begin with: UTC ms or an ISO instant with its offset. */
export function manualClock(start: number | string): ManualClock {
  let wall = typeof start === 'number' ? start : Date.parse(start)
  let mono = 1_000_000
  const timers = new Set<Timer>()
  const next = (): Timer | undefined => [...timers].sort((a, b) => a.at - b.at)[0]

  /**
   * The engine arms its timer again when a cycle has finished: until then, let the event loop turn.
   */
  async function finished(): Promise<void> {
    for (let turn = 0; turn < 10_000; turn++) {
      await new Promise((resolve) => setImmediate(resolve))
      if (timers.size > 0 && turn >= 2) return
    }
  }

  return {
    wall: () => wall,
    mono: () => mono,
    after(ms, wake) {
      const timer = { at: mono + ms, wake }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    yield: () => new Promise((resolve) => setImmediate(resolve)),
    async advance(by) {
      const target = mono + span(by)
      for (let timer = next(); timer && timer.at <= target; timer = next()) {
        const step = Math.max(0, timer.at - mono)
        mono += step
        wall += step
        timers.delete(timer)
        timer.wake()
        await finished()
      }
      wall += target - mono
      mono = target
    },
    jump(by) {
      wall += span(by)
    },
    leap(by) {
      wall += span(by)
      mono += span(by)
    },
  }
}
