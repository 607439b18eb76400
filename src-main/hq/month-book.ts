/**
 * What sites state of the months that are looked at, kept at hand: a look reads what has changed
 * since the last one, and comes to the same as reading everything.
 */
import type { Tally } from '#shared/domain/statistics/tally.ts'
import { tallySummer } from '#shared/domain/statistics/tally-sum.ts'
import { cursorBehind, follow, type ChangeCursor } from './followed-changes.ts'
import type { HqStore, MonthSite, SiteNews } from './hq-ports.ts'

/** How many months are kept: 5,000 sites take some 15 MB each. */
const MOST_MONTHS = 4
/** However it may be wrong, it is not so for longer: then everything is read again (ms). */
const KEPT_MS = 10 * 60_000

export type MonthAtHand = {
  /** In the order of their ids. */
  sites: ReadonlyMap<string, MonthSite>
  wholeAt: SiteNews['wholeAt']
  sumOf: (tallies: readonly Tally[]) => Tally
}
type Kept = MonthAtHand & { cursor: ChangeCursor; wholeReadAt: number }

export type MonthBookParts = {
  store: Pick<HqStore, 'lastChange' | 'siteNews' | 'statedIn'>
  /** Ms that never go back. */
  mono: () => number
}
export type MonthBook = {
  /** As of now or later: whatever was acknowledged before is in it. */
  read(month: string): Promise<MonthAtHand>
  /** Reads these, and the months at hand, so that the next look finds little that is new. */
  refresh(months: readonly string[]): Promise<void>
}

const followed = (cursor: ChangeCursor, { changes }: SiteNews, now: number) =>
  follow(
    cursor,
    changes.map(({ id }) => id),
    now,
  )

export function createMonthBook({ store, mono }: MonthBookParts): MonthBook {
  const months = new Map<string, Kept>()
  let last: Promise<unknown> = Promise.resolve()

  /** What is stated is read after the news, never before: see `sumMonth`. */
  async function readWhole(month: string): Promise<Kept> {
    const start = cursorBehind(await store.lastChange())
    const news = await store.siteNews(start.low)
    const { cursor } = followed(start, news, mono())
    const sites = await store.statedIn(month, null)
    return {
      sites: new Map(sites.map((site) => [site.id, site])),
      wholeAt: news.wholeAt,
      sumOf: tallySummer(),
      cursor,
      wholeReadAt: mono(),
    }
  }

  /** Null: it cannot be gone on from. */
  async function readNews(month: string, atHand: Kept): Promise<Kept | null> {
    if (mono() - atHand.wholeReadAt >= KEPT_MS) return null
    const { low } = atHand.cursor
    const news = await store.siteNews(low)
    // changes behind it are forgotten, or the database is another one
    if (news.first > low + 1 || news.last < low) return null
    const { cursor, fresh } = followed(atHand.cursor, news, mono())
    const isFresh = new Set(fresh)
    const changed = new Set(news.changes.flatMap(({ id, site }) => (isFresh.has(id) ? site : [])))
    const now = { ...atHand, wholeAt: news.wholeAt, cursor }
    if (changed.size === 0) return now
    const sites = new Map(atHand.sites)
    for (const site of await store.statedIn(month, [...changed])) sites.set(site.id, site)
    // a new one has its place among the others
    return sites.size > atHand.sites.size ? null : { ...now, sites }
  }

  async function look(month: string): Promise<Kept> {
    const atHand = months.get(month)
    const now = (atHand && (await readNews(month, atHand))) ?? (await readWhole(month))
    months.delete(month)
    months.set(month, now)
    const [oldest] = months.keys()
    if (months.size > MOST_MONTHS && oldest !== undefined) months.delete(oldest)
    return now
  }
  /** One after the other: two at once would each go on from the same cursor. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work)
    last = turn
    return turn
  }

  return {
    read: (month) => inTurn(() => look(month)),
    refresh: (chosen) =>
      inTurn(async () => {
        for (const month of new Set([...months.keys(), ...chosen])) await look(month)
      }),
  }
}
