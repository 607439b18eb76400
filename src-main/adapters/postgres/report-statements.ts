/** The statements about the monthly reports of HQ. */
import type { KeptReport, ReportStore } from '#main/hq/report-ports.ts'
import { Undone, type Sql } from './sql.ts'

type StoredReport = {
  id: string
  month: string
  name: string
  sites: string
  made_at: number
  made_by: string
  serial: number | null
}
const reportOf = (row: StoredReport): KeptReport => ({
  id: row.id,
  month: row.month,
  name: row.name,
  sites: JSON.parse(row.sites) as string[],
  madeAt: row.made_at,
  madeBy: row.made_by,
  serial: row.serial,
})
type StoredIssue = {
  report: string
  number: number
  at: number
  made_by: string
  reason: string | null
  sha256: string
}
const ISSUES = 'report, number, at, made_by, reason, sha256'
const issueOf = ({ number, at, made_by: by, reason, sha256 }: StoredIssue) => ({
  ...{ number, at, by, reason, sha256 },
})

export const reportStatements = (sql: Sql): ReportStore => ({
  async reports() {
    const [reports, issues] = await Promise.all([
      sql.query<StoredReport>(`select * from hq_report order by month desc, made_at desc, id`),
      sql.query<StoredIssue>(`select ${ISSUES} from hq_report_issue order by report, number`),
    ])
    const byReport = Map.groupBy(issues, ({ report }) => report)
    return reports.map((row) => ({
      ...reportOf(row),
      issues: (byReport.get(row.id) ?? []).map(issueOf),
    }))
  },

  async report(id) {
    const [row] = await sql.query<StoredReport>(`select * from hq_report where id = $1`, [id])
    return row ? reportOf(row) : null
  },

  async issuesOf(id) {
    const rows = await sql.query<StoredIssue>(
      `select ${ISSUES} from hq_report_issue where report = $1 order by number`,
      [id],
    )
    return rows.map(issueOf)
  },

  async paperOf(id, number) {
    const [row] = await sql.query<{ paper: string }>(
      `select paper from hq_report_issue where report = $1 and number = $2`,
      [id, number],
    )
    return row?.paper ?? null
  },

  async addReport({ id, month, name, sites, madeAt, madeBy }) {
    await sql.query(
      `insert into hq_report (id, month, name, sites, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, month, name, JSON.stringify(sites), madeAt, madeBy],
    )
  },

  async dropDraft(id) {
    const gone = await sql.query(
      `delete from hq_report where id = $1 and serial is null returning id`,
      [id],
    )
    return gone.length > 0
  },

  addIssue: (id, { number, at, by, reason, paper, sha256 }) =>
    sql.transaction(async (query) => {
      // two drafts of one month that are issued at once get two numbers: one waits for the other
      await query(`lock table hq_report in share row exclusive mode`)
      const [report] = await query<{ serial: number }>(
        `update hq_report set serial = coalesce(serial, (
           select coalesce(max(other.serial), 0) + 1 from hq_report other
           where other.month = hq_report.month))
         where id = $1 returning serial`,
        [id],
      )
      const written = report
        ? await query(
            `insert into hq_report_issue (report, number, at, made_by, reason, paper, sha256)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning number`,
            [id, number, at, by, reason, paper, sha256],
          )
        : []
      if (!report || written.length === 0) throw new Undone(null)
      return report.serial
    }),
})
