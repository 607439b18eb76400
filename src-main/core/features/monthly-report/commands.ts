/**
 * Handlers that write, sign and issue the report of a month. What they need is read before their
 * batch begins, so that no alarm waits for it.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import { folderFault } from '#shared/domain/folder-path.ts'
import { isMonthOver } from '#shared/domain/monthly-report/as-of.ts'
import type { MonthReportData, Signing } from '#shared/domain/monthly-report/data.ts'
import { decideReport, type ReportCommand } from '#shared/domain/monthly-report/decide.ts'
import {
  issueIn,
  reportStream,
  type ReportEvent,
  type ReportState,
} from '#shared/domain/monthly-report/stream.ts'
import { decideReportArrangement } from '#shared/domain/report-arrangement/decide.ts'
import { reportArrangementStream } from '#shared/domain/report-arrangement/stream.ts'
import { recordDecision, type Changes } from '../../engine/changes.ts'
import type { CommandContext, PreparedHandler, QueryContext } from '../handler.ts'
import type { Json } from '../../ports.ts'
import { drawMonth } from './data.ts'

/** What was read for a command: the state of its report, and when (UTC ms). */
type Prepared = { state: ReportState; now: number }
/** For an issue also what the report is made of, and what was signed last. */
type PreparedIssue = Prepared & { data: MonthReportData | null; lastSigning: Signing | null }

type MonthInput = { month: string }

function change(
  { month }: MonthInput,
  command: ReportCommand,
  { meta, memory, vault }: CommandContext,
  { state, now }: Prepared,
  reply: (event: ReportEvent) => Json = () => ({}),
): Changes | Refusal {
  const digest = (text: string): string => vault.digest('', text)
  const world = { month, now, zone: memory.site.zone, digest }
  const decision = decideReport(state, command, meta, world)
  const event = decision.ok ? decision.events[0] : undefined
  return recordDecision(reportStream, month, state, decision, meta, event && reply(event))
}

type ReportHandler<N extends 'report/edit' | 'report/sign'> = PreparedHandler<N, Prepared>

const prepare = async (
  { month }: MonthInput,
  { reports, now }: QueryContext,
): Promise<Prepared> => ({ state: reports.state(month), now: now() })

const edit: ReportHandler<'report/edit'> = {
  prepare,
  handle: async ({ month, section, words, basedOn = null }, context, prepared) =>
    change({ month }, { type: 'WriteSection', section, words, basedOn }, context, prepared),
}

const sign: ReportHandler<'report/sign'> = {
  prepare,
  handle: async ({ month, signing }, context, prepared) =>
    change({ month }, { type: 'SignReport', signing }, context, prepared),
}

const issue: PreparedHandler<'report/issue', PreparedIssue> = {
  async prepare({ month }, context) {
    const prepared = await prepare({ month }, context)
    if (!isMonthOver(month, prepared.now, context.memory.site.zone))
      return { ...prepared, data: null, lastSigning: null }
    const events = await context.journal.events(reportStream.nameOf(month))
    const last = issueIn(events, prepared.state.issues.length - 1)
    return {
      ...prepared,
      data: await drawMonth(month, context),
      lastSigning: last?.written.signing ?? null,
    }
  },
  handle: async ({ month, check = null, reason = null }, context, prepared) => {
    const { data, lastSigning } = prepared
    const command = { type: 'IssueReport', check, reason, data, lastSigning } as const
    return change({ month }, command, context, prepared, (event) =>
      event.type === 'ReportIssued' ? { number: event.number, check: event.check } : {},
    )
  },
}

/** A folder that is new here is looked at when it is named; one that holds may be out just now. */
const arrange: PreparedHandler<'report/arrange', null> = {
  async prepare({ copy }, { reports, checkFolder, pathStyle }) {
    const isKnown = copy === null || copy.folder === reports.arranged().copy?.folder
    if (isKnown || !checkFolder || folderFault(copy.folder, pathStyle) !== null) return null
    return checkFolder(copy.folder)
  },
  async handle({ hour, copy }, { meta, memory, pathStyle }) {
    const decision = decideReportArrangement({ type: 'ArrangeReports', hour, copy }, { pathStyle })
    const arranged = memory.documents.get('reports', 'reports')
    return recordDecision(reportArrangementStream, 'reports', arranged, decision, meta)
  },
}

export const reportCommands = {
  'report/edit': edit,
  'report/sign': sign,
  'report/issue': issue,
  'report/arrange': arrange,
}
