/**
 * Tells whether the console's page is alive: it sends hello after loading, and answers every push.
 * The system's own "unresponsive" comes only when somebody touches the window, and at night nobody
 * does.
 */
export type Heartbeat = {
  /** The page is being loaded. `now`: monotonic ms, as in all of these. */
  loading(now: number): void
  hello(now: number): void
  answered(now: number): void
  /** Expects no answer until {@link Heartbeat.loading}: another page is shown. */
  pause(): void
  /**
   * Call once a second. `silent`: no hello 20 s after loading; `hung`: no answer for 10 s. Returned
   * once, until the page is loaded again.
   */
  check(now: number): 'silent' | 'hung' | null
  /** Whether it has sent hello and answered lately, so that its alarm can be heard. */
  alive(now: number): boolean
}

const HELLO_WITHIN = 20_000
const ANSWER_WITHIN = 10_000
const SLEPT = 5_000 // a check that comes so late means that this process itself stood still

export function createHeartbeat(): Heartbeat {
  let state: 'off' | 'loading' | 'live' = 'off'
  let since = 0
  let checkedAt: number | null = null

  return {
    loading(now) {
      state = 'loading'
      since = now
      checkedAt ??= now // so that a sleep before the first check counts as one
    },
    hello(now) {
      state = 'live'
      since = now
    },
    answered(now) {
      if (state === 'live') since = now
    },
    pause() {
      state = 'off'
    },
    check(now) {
      const slept = checkedAt !== null && now - checkedAt > SLEPT
      checkedAt = now
      if (slept) since = now
      if (state === 'loading' && now - since > HELLO_WITHIN) {
        state = 'off'
        return 'silent'
      }
      if (state === 'live' && now - since > ANSWER_WITHIN) {
        state = 'off'
        return 'hung'
      }
      return null
    },
    alive: (now) => state === 'live' && now - since <= ANSWER_WITHIN,
  }
}
