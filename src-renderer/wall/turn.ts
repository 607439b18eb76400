/** When the page turns. Pure: time comes in. It never turns away from what has just arrived. */
import type { Page } from './pages.ts'

export const TURN = 8_000

export type Turn = { page: number; since: number }

/** The page to show at `now` (UTC ms): the next one after eight seconds, and at once the page on which something new stands. */
export function turned({ page, since }: Turn, pages: number, now: number, fresh: number | null): Turn {
  if (fresh !== null) return { page: fresh, since: now }
  if (pages <= 1) return { page: 0, since: now }
  if (page >= pages) return { page: 0, since: now }
  const passed = Math.floor((now - since) / TURN)
  if (passed < 0) return { page, since: now } // the station's clock was set back
  return passed === 0 ? { page, since } : { page: (page + passed) % pages, since: since + passed * TURN }
}

/** The first page with an incident that no page had before, null if there is none. */
export function freshPage(pages: readonly Page[], known: ReadonlySet<string>): number | null {
  const at = pages.findIndex(({ rows }) => rows.some(({ id }) => !known.has(id)))
  return at < 0 ? null : at
}
