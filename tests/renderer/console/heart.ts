/**
 * The beats that a page hears after its first board, as from a station: a machine that takes
 * seconds for a test is not out of contact. A test that holds the clock beats itself.
 */
import { vi } from 'vitest'
import type { BeatPush, Push } from '#shared/contract/push.ts'

/** So often that hardly any timer of a page is due before the next beat, however late both come. */
const EVERY_MS = 250

// those of the machine, whoever holds the clock when a page goes
const { setInterval, clearInterval } = globalThis
const mono = performance.now.bind(performance)

type Heart = {
  /** What the page hears of the test: the next beat goes on from there. */
  hear: (push: Push) => void
  stop: () => void
}

const beatAfter = (push: Push, last: BeatPush | null): BeatPush | null => {
  if (push.kind === 'beat') return push
  if (push.kind === 'incident') return last && { ...last, position: push.position, now: push.now }
  const { position, head, now, walls, storageFailed } = push.board
  const cycle = last?.cycle ?? 0
  return { ...last, kind: 'beat', cycle, position, head, now, walls, storageFailed }
}

export function heartOf(listener: (push: Push) => void): Heart {
  let last: BeatPush | null = null // that the test has pushed, or a board in its place
  let at = mono() // when that was
  let beats = 0 // since then
  const timer = setInterval(() => {
    if (!last || vi.isFakeTimers()) return
    beats += 1
    const now = Math.floor(last.now + mono() - at)
    listener({ ...last, cycle: last.cycle + beats, now })
  }, EVERY_MS)
  return {
    hear(push) {
      const cycle = (last?.cycle ?? 0) + beats
      last = beatAfter(push, last && { ...last, cycle })
      at = mono()
      beats = 0
      listener(push)
    },
    stop: () => clearInterval(timer),
  }
}
