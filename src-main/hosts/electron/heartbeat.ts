/**
 * Whether the console's page is alive: it says hello after loading, and answers every push. Pure;
 * it only judges. The system's own "unresponsive" comes only when somebody touches the window, and
 * at night nobody does.
 */
export type Heartbeat = {
  /** The page is being loaded. `now`: monotonic ms, as in all of these. */
  loading(now: number): void
  hello(now: number): void
  heard(now: number): void
  /** Nothing is expected of it for the moment: another page is shown. */
  off(): void
  /**
   * Call once a second. `silent`: no hello 20 s after loading; `hung`: no answer for 10 s. Said
   * once, until the page is loaded again.
   */
  look(now: number): 'silent' | 'hung' | null
  /** It has said hello and answered lately: its alarm can be heard. */
  alive(now: number): boolean
}

const HELLO_WITHIN = 20_000
const ANSWER_WITHIN = 10_000
const SLEPT = 5_000 // a look that comes so late means that this process itself stood still

export function createHeartbeat(): Heartbeat {
  let state: 'off' | 'loading' | 'live' = 'off'
  let since = 0
  let lookedAt: number | null = null

  return {
    loading(now) {
      state = 'loading'
      since = now
      lookedAt ??= now // so that a sleep before the first look is seen as one, too
    },
    hello(now) {
      state = 'live'
      since = now
    },
    heard(now) {
      if (state === 'live') since = now
    },
    off() {
      state = 'off'
    },
    look(now) {
      const slept = lookedAt !== null && now - lookedAt > SLEPT
      lookedAt = now
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
