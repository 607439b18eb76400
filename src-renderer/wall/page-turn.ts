/** Turns the pages of the wall in time: the month has its turn, what comes forward none. */

/** A page or an announcement stays so long (ms). */
export const TURN_MS = 8_000
/**
 * The month takes one turn in so many: eight seconds in about a minute, however few pages there
 * are.
 */
export const MONTH_EVERY = 8

/**
 * `page`: the one that is shown, or that goes on after the month. `turns` since the month was shown
 * or became free to be. `since` in UTC ms.
 */
export type PageTurn = { page: number; month: boolean; turns: number; since: number }

export const START: PageTurn = { page: 0, month: false, turns: 0, since: 0 }

/**
 * What to show at `now` (UTC ms) of so many `pages`: the next one after eight seconds, the month
 * (if it may be shown) in its turn. A page that comes `forward` is there at once and stays; a month
 * that may no longer be shown goes at once.
 */
export function turned(
  turn: PageTurn,
  pages: number,
  month: boolean,
  now: number,
  forward: number | null,
): PageTurn {
  if (forward !== null)
    return turn.page === forward && !turn.month
      ? turn
      : { ...turn, page: forward, month: false, since: now }
  if (turn.since === 0) return { ...turn, since: now } // the first look
  if (turn.page >= pages) return { ...turn, page: 0, month: false, since: now }
  const next = (turn.page + 1) % pages
  if (turn.month && !month) return { page: next, month: false, turns: 0, since: now }
  const passed = Math.floor((now - turn.since) / TURN_MS)
  if (passed < 0) return { ...turn, since: now } // the station's clock was set back
  if (passed === 0) return turn
  const since = turn.since + passed * TURN_MS
  if (turn.month) return { page: next, month: false, turns: 0, since }
  if (month && turn.turns + 2 >= MONTH_EVERY) return { ...turn, month: true, since }
  return { page: next, month: false, turns: month ? turn.turns + 1 : 0, since }
}
