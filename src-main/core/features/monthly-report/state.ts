/** Keeps the station's view of its reports: the state of each month, and what is due by itself. */
import { figuresOf, type IssuedFigures } from '#shared/domain/monthly-report/issued-figures.ts'
import {
  nextReport,
  pendingCopies,
  reportReady,
  type PendingCopy,
} from '#shared/domain/monthly-report/schedule.ts'
import {
  issueIn,
  NO_REPORT,
  reportStream,
  type ReportState,
} from '#shared/domain/monthly-report/stream.ts'
import { USUAL_ARRANGEMENT, type Arranged } from '#shared/domain/report-arrangement/stream.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import type { DocumentStore } from '../../engine/document-store.ts'
import type { Journal } from '../../ports.ts'

export type Reports = {
  state: (month: string) => ReportState
  states: () => ReadonlyMap<string, ReportState>
  arranged: () => Arranged
  /** The main figures of the last issue of a month; null before the first. */
  issuedFigures: (month: string) => Promise<IssuedFigures | null>
  /** When the site was founded (UTC ms); null if the record has none. */
  foundedAt: number | null
  /** The month that is prepared next, and when. All instants in UTC ms. */
  next: (now: number, zone: string) => { month: string; dueAt: number }
  copies: () => readonly PendingCopy[]
  /** The last month that was prepared until now, unless it has been issued. */
  ready: (now: number) => string | null
}

export async function loadReports(
  journal: Pick<Journal, 'events'>,
  documents: DocumentStore,
): Promise<Reports> {
  const [founded] = await journal.events(siteStream.nameOf(''))
  const foundedAt = founded?.at ?? null
  const states = (): ReadonlyMap<string, ReportState> => documents.all('report')
  const state = (month: string): ReportState => documents.get('report', month) ?? NO_REPORT
  const issued = new Map<string, IssuedFigures>() // an issue never changes
  const arranged = (): Arranged => documents.get('reports', 'reports') ?? USUAL_ARRANGEMENT
  return {
    state,
    states,
    arranged,
    async issuedFigures(month) {
      const number = state(month).issues.length - 1
      const name = `${month} ${number}`
      if (number < 0) return null
      const known = issued.get(name)
      if (known) return known
      const last = issueIn(await journal.events(reportStream.nameOf(month)), number)
      if (!last) return null
      issued.set(name, figuresOf(last.paper))
      return figuresOf(last.paper)
    },
    foundedAt,
    next: (now, zone) =>
      nextReport(states(), arranged(), { foundedAt: foundedAt ?? now, now, zone }),
    copies: () => pendingCopies(states(), arranged()),
    ready: (now) => reportReady(states(), now),
  }
}
