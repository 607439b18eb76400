/**
 * What the station holds of its reports in memory: as many as the site has months, whatever the
 * length of the history. It is a copy of what the journal has.
 */
import { localMonth } from '#shared/domain/calendar.ts'
import { nextMonth, preparedAt } from '#shared/domain/monthly-report/as-of.ts'
import { previousPeriod } from '#shared/domain/statistics/period.ts'
import type { ReportArrangement } from '#shared/contract/report.ts'
import type { Journal, StoredDocument } from '../../ports.ts'
import { NO_REPORT, type ReportState } from './record.ts'

/** `at`: when it was arranged (UTC ms); nothing from before is copied. */
export type Arranged = ReportArrangement & { at: number }
export const ARRANGED_AT_FIRST: Arranged = { hour: 2, copy: null, at: 0 }
/** A site whose reports nobody has prepared so far gets those of a year, not of its whole past. */
const MOST_AT_FIRST = 12

/** A copy that is still to be written: of the draft as it was prepared (null), or of an issue. */
export type Copy = { month: string; issue: number | null }

export type ReportBook = {
  state: (month: string) => ReportState
  arranged: () => Arranged
  /**
   * The month that is prepared next, and when (UTC ms). `now` decides only for a site of which no
   * report was ever prepared.
   */
  next: (now: number, zone: string) => { month: string; dueAt: number }
  copies: () => readonly Copy[]
  /** The last month that was prepared until now (UTC ms), unless it has been issued. */
  ready: (now: number) => string | null
  /** Takes over what a commit has saved. */
  apply: (kept: readonly StoredDocument[]) => void
}

const monthsBack = (month: string, count: number): string => {
  let found = month
  for (let n = 0; n < count; n++)
    found = previousPeriod({ from: `${found}-01`, to: `${found}-01` }).from.slice(0, 7)
  return found
}

export async function loadReports(journal: Journal): Promise<ReportBook> {
  const states = new Map<string, ReportState>()
  let arranged =
    ((await journal.document('reports', 'reports')) as unknown as Arranged | null) ??
    ARRANGED_AT_FIRST
  for (const { id, body } of await journal.documents('report'))
    states.set(id, body as unknown as ReportState)
  const [founded] = await journal.events('site')

  /**
   * A clock that had run ahead may have prepared months that were not over: they do not count, and
   * are prepared again.
   */
  const prepared = (now: number): string | null =>
    [...states]
      .filter(([, { prepared: one }]) => one !== null && one.at <= now)
      .reduce<string | null>(
        (last, [month]) => (last === null || month > last ? month : last),
        null,
      )

  return {
    state: (month) => states.get(month) ?? NO_REPORT,
    arranged: () => arranged,
    next(now, zone) {
      const last = prepared(now)
      const current = localMonth(now, zone)
      const [first, earliest] = [
        localMonth(founded?.at ?? now, zone),
        monthsBack(current, MOST_AT_FIRST),
      ]
      const month = last === null ? (first > earliest ? first : earliest) : nextMonth(last)
      return { month, dueAt: preparedAt(month, arranged.hour, zone) }
    },
    copies() {
      const { copy, at } = arranged
      if (!copy) return []
      return [...states].flatMap(([month, { prepared: own, issues, copied }]): Copy[] => [
        ...(own && own.at >= at && issues.length === 0 && !copied.includes('draft')
          ? [{ month, issue: null }]
          : []),
        ...issues
          .filter(({ number, issuedAt }) => issuedAt >= at && !copied.includes(String(number)))
          .map(({ number }) => ({ month, issue: number })),
      ])
    },
    ready(now) {
      const last = prepared(now)
      return last !== null && (states.get(last)?.issues.length ?? 0) === 0 ? last : null
    },
    apply(kept) {
      for (const { kind, id, body } of kept) {
        if (kind === 'report') states.set(id, body as unknown as ReportState)
        if (kind === 'reports') arranged = body as unknown as Arranged
      }
    },
  }
}
