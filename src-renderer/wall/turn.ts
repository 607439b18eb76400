/**
 * When the page turns, and when the month has its turn. Pure: time comes in. It never turns away
 * from what has just arrived.
 */
import type { Page } from './pages.ts'

export const TURN = 8_000
/**
 * The month takes one turn in so many: eight seconds in about a minute, however few pages there
 * are.
 */
export const MONTH_EVERY = 8

/**
 * `page`: the one that is shown, or that goes on after the month. `turns` since the month was shown
 * or became free to be. `since` in UTC ms.
 */
export type Turn = { page: number; month: boolean; turns: number; since: number }

export const START: Turn = { page: 0, month: false, turns: 0, since: 0 }

/**
 * What to show at `now` (UTC ms) of so many `pages`: the next one after eight seconds, the month
 * (if it may be shown) in its turn, and at once the page on which something new stands. A month
 * that may no longer be shown goes at once.
 */
export function turned(
  turn: Turn,
  pages: number,
  month: boolean,
  now: number,
  fresh: number | null,
): Turn {
  if (fresh !== null) return { ...turn, page: fresh, month: false, since: now }
  if (turn.page >= pages) return { ...turn, page: 0, month: false, since: now }
  const next = (turn.page + 1) % pages
  if (turn.month && !month) return { page: next, month: false, turns: 0, since: now }
  const passed = Math.floor((now - turn.since) / TURN)
  if (passed < 0) return { ...turn, since: now } // the station's clock was set back
  if (passed === 0) return turn
  const since = turn.since + passed * TURN
  if (turn.month) return { page: next, month: false, turns: 0, since }
  if (month && turn.turns + 2 >= MONTH_EVERY) return { ...turn, month: true, since }
  return { page: next, month: false, turns: month ? turn.turns + 1 : 0, since }
}

/** The first page with an incident that no page had before, null if there is none. */
export function freshPage(pages: readonly Page[], known: ReadonlySet<string>): number | null {
  const at = pages.findIndex(({ rows }) => rows.some(({ id }) => !known.has(id)))
  return at < 0 ? null : at
}
