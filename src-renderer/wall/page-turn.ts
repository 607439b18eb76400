/** Turns the pages of the wall in time: the month has its turn, what comes forward none. */

/** A page or an announcement stays so long at the most (ms). */
export const TURN_MS = 8_000
/** A row that was not on the page before is read in so long (ms). */
export const READ_MS = 4_000

/**
 * How long the page of that index stays (ms): four seconds for each row that the one before it did
 * not have, eight at the most. `pages` hold ids.
 */
export function stayOf(pages: readonly (readonly string[])[], index: number): number {
  const before = new Set(pages.at(index - 1) ?? [])
  const fresh = (pages[index] ?? []).filter((id) => !before.has(id)).length
  return Math.min(TURN_MS, READ_MS * Math.max(1, fresh))
}
/**
 * The month takes one turn in so many: eight seconds in about a minute, however few pages there
 * are.
 */
export const MONTH_EVERY = 8

/**
 * `page`: the one that is shown, or that goes on after the month. `turns` of eight seconds since
 * the month was shown or became free to be. `since` in UTC ms.
 */
export type PageTurn = { page: number; month: boolean; turns: number; since: number }

export const START: PageTurn = { page: 0, month: false, turns: 0, since: 0 }

/**
 * What to show at `now` (UTC ms) of so many `pages`: the next one when this has stood for `stay`
 * ms, the month (if it may be shown) in its turn. A page that comes `forward` is there at once and
 * stays; a month that may no longer be shown goes at once.
 */
export function turned(
  turn: PageTurn,
  pages: number,
  month: boolean,
  now: number,
  forward: number | null,
  stay: number = TURN_MS,
): PageTurn {
  if (forward !== null)
    return turn.page === forward && !turn.month
      ? turn
      : { ...turn, page: forward, month: false, since: now }
  if (turn.since === 0) return { ...turn, since: now } // the first look
  if (turn.page >= pages) return { ...turn, page: 0, month: false, since: now }
  const next = (turn.page + 1) % pages
  if (turn.month && !month) return { page: next, month: false, turns: 0, since: now }
  const stands = turn.month ? TURN_MS : stay
  const passed = Math.floor((now - turn.since) / stands)
  if (passed < 0) return { ...turn, since: now } // the station's clock was set back
  if (passed === 0) return turn
  const since = turn.since + passed * stands
  if (turn.month) return { page: next, month: false, turns: 0, since }
  const turns = turn.turns + stands / TURN_MS
  if (month && turns + 1 >= MONTH_EVERY) return { ...turn, month: true, since }
  return { page: next, month: false, turns: month ? turns : 0, since }
}
