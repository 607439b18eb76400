/** Answers what people ask of the monthly reports of HQ. */
import { within, type HqPerson } from '#shared/domain/hq/scope.ts'
import { done, refuse, type Handler } from './desk-answer.ts'
import type { HqPeople } from './hq-api.ts'
import type { SiteRow } from './hq-ports.ts'
import type { KeptReport } from './report-ports.ts'
import type { HqReports } from './reports.ts'

type ReportRequest =
  'reports/read' | 'report/read' | 'report/draft' | 'report/drop' | 'report/issue'

/** A report over a site of another region does not exist for them: its sum would tell of it. */
export function reportHandlers(
  reports: HqReports,
  people: Pick<HqPeople, 'deed'>,
  sites: () => Promise<readonly SiteRow[]>,
): { readonly [N in ReportRequest]: Handler<N> } {
  async function seenBy(person: HqPerson): Promise<(ids: readonly string[]) => boolean> {
    const mine = new Set(within(await sites(), person).map(({ id }) => id))
    return (ids) => ids.every((id) => mine.has(id))
  }
  async function reportOf(id: string, person: HqPerson): Promise<KeptReport | null> {
    const report = await reports.report(id)
    return report && (await seenBy(person))(report.sites) ? report : null
  }

  return {
    async 'reports/read'(_, person) {
      const sees = await seenBy(person)
      return done((await reports.all()).filter((report) => sees(report.sites)))
    },
    async 'report/read'({ id, number }, person) {
      const report = await reportOf(id, person)
      const seen = report && (await reports.read(report, number ?? null))
      return seen ? done(seen) : refuse('unknown-report')
    },
    async 'report/draft'(draft, person) {
      if (!(await seenBy(person))(draft.sites)) return refuse('unknown-site')
      const drafted = await reports.draft(draft, person.name)
      if (!drafted.ok) return drafted
      const { month, name: title } = draft
      const count = new Set(draft.sites).size
      await people.deed(person.name, 'report-drafted', { month, title, sites: count })
      return done({ id: drafted.id })
    },
    async 'report/drop'({ id }, person) {
      const report = await reportOf(id, person)
      if (!report || !(await reports.drop(id))) return refuse('unknown-report')
      const { month, name: title } = report
      await people.deed(person.name, 'report-dropped', { month, title })
      return done()
    },
    async 'report/issue'({ id, check, issues, reason }, person) {
      const report = await reportOf(id, person)
      if (!report) return refuse('unknown-report')
      const why = reason ?? null
      const issued = await reports.issue({
        ...{ id, check, issues: issues ?? null, reason: why, by: person.name },
      })
      if (!issued.ok) return issued
      const { serial, number, sha256 } = issued
      const { month, name: title } = report
      const about = { month, title, serial, number, sha256, ...(why === null ? {} : { why }) }
      if (number > 0) await people.deed(person.name, 'report-corrected', about)
      else await people.deed(person.name, 'report-issued', about)
      return done({ serial, number, sha256 })
    },
  }
}
