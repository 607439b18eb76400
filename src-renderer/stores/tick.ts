/**
 * The one clock of a page: the station's time, one aligned tick a second for everything that
 * counts. All that counts hangs on this timer.
 */
import { defineStore, storeToRefs } from 'pinia'
import { onScopeDispose, ref, type Ref } from 'vue'

const SECOND = 1_000
// ms after the whole second, so that a timer which fires a little early does not show the old one
const AFTER = 15
const STEP = 250 // a sample this far below is a clock that was set, not a slow message

/**
 * What the station's clock reads beyond performance.now(), from samples that arrive late by an
 * unknown time: the largest sample came fastest and is kept. A sample far below means that the
 * station's clock was set back, and is believed at once.
 */
export const better = (offset: number | null, sample: number): number =>
  offset === null || sample > offset || offset - sample > STEP ? sample : offset

export const useTick = defineStore('tick', () => {
  let offset: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const exact = (): number => performance.now() + (offset ?? 0)
  const mono = ref(performance.now()) // of the last tick, on the scale of performance.now()
  // the station's time at the last tick, UTC ms, a whole second; 0 before first contact
  const now = ref(0)

  function tick(): void {
    mono.value = performance.now()
    if (offset !== null) now.value = Math.round(exact() / SECOND) * SECOND
    timer = setTimeout(tick, SECOND - (exact() % SECOND) + AFTER)
  }

  /** A push has come that was made at `stationNow` (UTC ms). */
  function hear(stationNow: number): void {
    const before = offset
    offset = better(offset, stationNow - performance.now())
    if (before !== null && Math.abs(offset - before) < STEP) {
      if (exact() - now.value < SECOND) return
      clearTimeout(timer) // the beat has come with the second: both are one picture
      return tick()
    }
    clearTimeout(timer) // first contact, or a clock that was set: line up again
    now.value = Math.floor(exact() / SECOND) * SECOND
    mono.value = performance.now()
    timer = setTimeout(tick, SECOND - (exact() % SECOND) + AFTER)
  }

  tick()
  onScopeDispose(() => clearTimeout(timer))
  return { now, mono, hear, exact }
})

/**
 * The station's time in whole seconds (UTC ms), renewed once a second together with everything else
 * on the page.
 */
export const useNow = (): Readonly<Ref<number>> => storeToRefs(useTick()).now
