/**
 * How often the face of this wall has fallen, and what follows: twice in a minute it is opened
 * again, the third time the safe page takes its place, and the face is tried now and then, later
 * each time. Times in UTC ms.
 */
import { MINUTE_MS } from '#shared/domain/units.ts'

/** `nextTryAt`: when the face is tried again; `tries`: how often it was, without success. */
export type SafeTime = { since: number; tries: number; nextTryAt: number }
/**
 * `falls`: of the last minute. `safe`: null while the face stands. `returns`: how often the safe
 * page has stood in since the face was last well for long, this time included; `wellSince`: since
 * when it is.
 */
export type Falls = {
  falls: readonly number[]
  safe: SafeTime | null
  returns: number
  wellSince: number | null
}
export const NO_FALLS: Falls = { falls: [], safe: null, returns: 0, wellSince: null }

const MOST = 3
const WITHIN_MS = MINUTE_MS
const FIRST_TRY_MS = MINUTE_MS
const LONGEST_WAIT_MS = 10 * MINUTE_MS
/** Well for so long, it has come to stay. */
const LASTING_MS = 10 * MINUTE_MS
/** A face that is tried has to stand for so long before the safe page gives way. */
export const TRIAL_MS = MINUTE_MS / 3

const waitAfter = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_TRY_MS * 2 ** Math.min(failures, 10))

/** It has thrown, or its page has ended without a good-bye. */
export function afterFall(state: Falls, now: number): Falls {
  // what lies ahead was counted before a clock was set back
  const falls = [...state.falls.filter((at) => at <= now && now - at < WITHIN_MS), now]
  if (state.safe) {
    const tries = state.safe.tries + 1
    const nextTryAt = now + waitAfter(state.returns - 1 + tries)
    return { ...state, falls, safe: { ...state.safe, tries, nextTryAt } }
  }
  if (falls.length < MOST) return { ...state, falls }
  const lasted = state.wellSince !== null && now - state.wellSince >= LASTING_MS
  const returns = lasted ? 0 : state.returns
  const safe = { since: now, tries: 0, nextTryAt: now + waitAfter(returns) }
  return { falls, safe, returns: returns + 1, wellSince: null }
}

/** It was tried and has stood. */
export const afterTrial = (state: Falls, now: number): Falls => ({
  ...state,
  falls: [],
  safe: null,
  wellSince: now,
})

/** How long until it is tried, 0 for at once; a clock that was set back makes it no longer. */
export const untilTry = ({ safe, returns }: Falls, now: number): number =>
  safe === null
    ? 0
    : Math.min(Math.max(0, safe.nextTryAt - now), waitAfter(returns - 1 + safe.tries))

const KEPT = 'vigil.wall.falls'
const RUNNING = 'vigil.wall.running'

/** Of this tab; what cannot be read counts as none. */
export function storedFalls(): Falls {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Falls | null
    return stored && Array.isArray(stored.falls) ? { ...NO_FALLS, ...stored } : NO_FALLS
  } catch {
    return NO_FALLS
  }
}
export const storeFalls = (state: Falls): void =>
  sessionStorage.setItem(KEPT, JSON.stringify(state))

/**
 * Says that this page runs, until it says good-bye. Returns whether the one before it in this tab
 * ended without: its process was gone, or was ended because it hung.
 */
export function beginPage(): boolean {
  const isLeft = sessionStorage.getItem(RUNNING) !== null
  const begin = (): void => sessionStorage.setItem(RUNNING, '1')
  begin()
  addEventListener('pagehide', () => sessionStorage.removeItem(RUNNING))
  addEventListener('pageshow', begin) // it comes back as it was left
  return isLeft
}
