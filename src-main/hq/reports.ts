/**
 * The monthly reports of HQ: a draft says what the sites state now; issuing it fixes the bytes,
 * each site with the position that it was counted up to. Whatever changes afterwards is a
 * correction with a number and a reason, and nothing that was issued is ever changed.
 */
import { canonical } from '#shared/domain/canonical.ts'
import type { GroupReportSeen, MonthSum } from '#shared/contract/hq-replies.ts'
import type { HqRefusalCode } from '#shared/contract/hq.ts'
import { isBegun, isMonthOver } from '#shared/domain/monthly-report/as-of.ts'
import type { CodeNames } from '#shared/domain/hq/figure-words.ts'
import {
  groupChanges,
  paperOf,
  substanceOf,
  type GroupChange,
  type GroupPaper,
} from '#shared/domain/hq/group-report.ts'
import type { HqClock, HqVault, SiteRow } from './hq-ports.ts'
import type { KeptReport, ReportStore } from './report-ports.ts'

export type ReportParts = {
  store: ReportStore
  hq: {
    sites(): Promise<readonly SiteRow[]>
    month(month: string, sites: readonly string[] | null): Promise<MonthSum>
  }
  clock: Pick<HqClock, 'wall'>
  vault: Pick<HqVault, 'id' | 'sha256'>
  /** Of the codes that sites count by, as far as HQ knows them. */
  names: CodeNames
}
type Refused = { ok: false; code: HqRefusalCode }
export type Issued = { ok: true; serial: number; number: number; sha256: string } | Refused
/**
 * `check`: of what its author has seen; `issues`: how many there were, null: not told. `reason`: of
 * a correction.
 */
export type Issuing = {
  id: string
  check: string
  issues: number | null
  reason: string | null
  by: string
}

export interface HqReports {
  all: ReportStore['reports']
  report: ReportStore['report']
  /** As it was issued under this number; null: as the sites state it now. Null: no such issue. */
  read(report: KeptReport, number: number | null): Promise<GroupReportSeen | null>
  draft(
    draft: Pick<KeptReport, 'month' | 'name' | 'sites'>,
    by: string,
  ): Promise<{ ok: true; id: string } | Refused>
  drop: ReportStore['dropDraft']
  issue(issuing: Issuing): Promise<Issued>
}

const refused = (code: HqRefusalCode): Refused => ({ ok: false, code })
type IssuedText = { paper: GroupPaper; changes: readonly GroupChange[] }

/** Those of these names that the paper needs. */
function namesFor({ sum }: GroupPaper, { types, categories }: CodeNames): CodeNames {
  const some = (counts: object, names: CodeNames['types']): CodeNames['types'] =>
    Object.fromEntries(Object.entries(names).filter(([code]) => Object.hasOwn(counts, code)))
  return { types: some(sum.byType, types), categories: some(sum.byCategory, categories) }
}

export function createReports({ store, hq, clock, vault, names }: ReportParts): HqReports {
  const drawNow = async ({ month, sites, name }: KeptReport): Promise<GroupPaper> =>
    paperOf(await hq.month(month, sites), name, clock.wall())
  async function issued(id: string, number: number): Promise<IssuedText | null> {
    const text = await store.paperOf(id, number)
    return text === null ? null : (JSON.parse(text) as IssuedText)
  }
  const checkOf = (document: GroupPaper): string => vault.sha256(substanceOf(document))
  const zonesOf = async (ids: readonly string[]): Promise<readonly string[]> => {
    const chosen = new Set(ids)
    return (await hq.sites()).flatMap(({ id, zone }) => (chosen.has(id) ? zone : []))
  }

  return {
    all: () => store.reports(),
    report: (id) => store.report(id),
    drop: (id) => store.dropDraft(id),

    async read(report, number) {
      const issues = await store.issuesOf(report.id)
      const latest = issues.at(-1)?.number ?? null
      const last = latest === null ? null : await issued(report.id, latest)
      const shown = number === null || number === latest ? last : await issued(report.id, number)
      if (number !== null && !shown) return null
      const now = await drawNow(report)
      const document = number !== null && shown ? shown.paper : now
      return {
        ...report,
        ...{ issues, paper: document, check: checkOf(now), names: namesFor(document, names) },
        changes: last ? groupChanges(last.paper, now) : [],
        corrected: number !== null && shown ? shown.changes : [],
      }
    },

    async draft({ month, name, sites }, by) {
      const [now, chosen] = [clock.wall(), [...new Set(sites)].sort()]
      if (!(await zonesOf(chosen)).some((zone) => isBegun(month, now, zone)))
        return refused('month-not-begun')
      const id = vault.id(now)
      await store.addReport({ id, month, name, sites: chosen, madeAt: now, madeBy: by })
      return { ok: true, id }
    },

    async issue({ id, check, issues: seen, reason, by }) {
      const report = await store.report(id)
      if (!report) return refused('unknown-report')
      const [issues, zones] = [await store.issuesOf(id), await zonesOf(report.sites)]
      if (seen !== null && seen !== issues.length) return refused('issued-meanwhile')
      const document = await drawNow(report)
      const { month, sites } = report
      if (!zones.every((zone) => isMonthOver(month, document.at, zone)))
        return refused('month-not-over')
      if (checkOf(document) !== check) return refused('report-changed')
      const last = issues.length > 0 ? await issued(id, issues.length - 1) : null
      const changes = last ? groupChanges(last.paper, document) : []
      if (last && changes.length === 0) return refused('nothing-changed')
      if (last && reason === null) return refused('reason-needed')
      const number = issues.length
      const because = last ? reason : null
      const bytes = canonical({ id, number, by, reason: because, sites, changes, paper: document })
      const sha256 = vault.sha256(bytes)
      const issue = { number, at: document.at, by, reason: because, paper: bytes, sha256 }
      const serial = await store.addIssue(id, issue)
      return serial === null ? refused('issued-meanwhile') : { ok: true, serial, number, sha256 }
    },
  }
}
