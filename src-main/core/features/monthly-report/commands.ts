/**
 * Handlers for writing, signing and issuing the report of a month, each alone in its turn. What
 * they need is read before the turn begins, so that no alarm waits for it.
 */
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import { isBegun, isOver } from '#shared/domain/monthly-report/as-of.ts'
import { monthPaper, PAPER_RULES } from '#shared/domain/monthly-report/document.ts'
import type { MonthMatter, Written } from '#shared/domain/monthly-report/data.ts'
import type { Handler, PreparedHandler, QueryContext } from '../handler.ts'
import type { Json } from '../../ports.ts'
import { drawMonth } from './data.ts'
import { checkOf } from './queries.ts'
import { foldReport, issueIn, reportStream, type ReportEvent, type ReportState } from './record.ts'
import * as no from './refusals.ts'
import { canonical } from '#shared/domain/canonical.ts'
import type { Changes } from '../../engine/changes.ts'

/**
 * What a command on a report was read before its turn: its state, for an issue also what the paper
 * is made of and what was signed last.
 */
export type ReportDesk = {
  state: ReportState
  matter: MonthMatter | null
  now: number
  lastSigned: Written['signing'] | null
}

/** What one event on a month's stream has to save. */
export function drafted(
  month: string,
  state: ReportState,
  event: ReportEvent,
  meta: Meta,
  reply: Json = {},
): Changes {
  const stream = reportStream(month)
  const { type, ...body } = event
  return {
    ok: true,
    expect: { [stream]: state.version },
    events: [{ stream, type, ...meta, body }],
    seals: [],
    rows: [],
    documents: [{ kind: 'report', id: month, body: foldReport(state, event, meta) }],
    reply,
  }
}

type ReportHandler<N extends ReportCommand> = PreparedHandler<N, ReportDesk>['handle']

const edit: ReportHandler<'report/edit'> = async (
  { month, section, words, basedOn },
  { meta },
  { state },
) => {
  if (basedOn !== null && basedOn !== undefined && (state.writtenAt[section] ?? 0) !== basedOn)
    return no.reportStale()
  return drafted(month, state, { type: 'ReportWritten', section, words }, meta)
}

const sign: ReportHandler<'report/sign'> = async ({ month, signing }, { meta }, { state }) =>
  drafted(month, state, { type: 'ReportSigned', signing }, meta)

/** Freezes what the draft says; after the first time it is a correction, and says why. */
const issue: ReportHandler<'report/issue'> = async (
  { month, check: seen, reason },
  { meta, memory, vault },
  { state, matter, now, lastSigned },
): Promise<Changes | Refusal> => {
  if (!matter || !isOver(month, now, memory.site.zone)) return no.monthNotOver(month)
  const check = checkOf(monthPaper(matter, state.written, null), vault)
  if (seen && seen !== check) return no.reportChanged()
  const number = state.issues.length
  const said = reason ?? null
  if (number > 0 && said === null) return no.correctionReason()
  if (
    state.issues.at(-1)?.check === check &&
    canonical(lastSigned) === canonical(state.written.signing)
  )
    return no.nothingToCorrect()
  const paper = monthPaper(matter, state.written, { number, reason: said, at: meta.at, check })
  const { position, asOf } = matter
  return drafted(
    month,
    state,
    {
      type: 'ReportIssued',
      number,
      reason: said,
      paper,
      written: state.written,
      position,
      asOf,
      check,
      rules: PAPER_RULES,
    },
    meta,
    { number, check },
  )
}

/**
 * A path that needs no other to be found: on Linux and macOS, on a Windows drive, on a Windows
 * share.
 */
const WHOLE_PATH = /^(\/|[A-Za-z]:[\\/]|\\\\)/

/**
 * From now on; what was prepared and issued before is not copied. Refuses a folder that depends on
 * where the program was started.
 */
const arrange: Handler<'report/arrange'> = async ({ hour, copy }, { meta }) => {
  if (copy && !WHOLE_PATH.test(copy.folder)) return no.folderNotWhole()
  const body = { hour, copy }
  return {
    ok: true,
    expect: {},
    seals: [],
    rows: [],
    reply: {},
    events: [{ stream: 'reports', type: 'ReportsArranged', ...meta, body }],
    documents: [{ kind: 'reports', id: 'reports', body: { ...body, at: meta.at } }],
  }
}

type ReportCommand = 'report/edit' | 'report/sign' | 'report/issue'

/**
 * Reads what a command on a report needs. There is no report to work at before its month has begun.
 */
async function readReport(
  { month }: { month: string },
  { memory, now }: QueryContext,
): Promise<ReportDesk | Refusal> {
  const at = now()
  return isBegun(month, at, memory.site.zone)
    ? { state: memory.reports.state(month), matter: null, now: at, lastSigned: null }
    : no.monthNotBegun(month)
}

async function readForIssue(
  { month }: { month: string },
  context: QueryContext,
): Promise<ReportDesk | Refusal> {
  const report = await readReport({ month }, context)
  if ('ok' in report || !isOver(month, report.now, context.memory.site.zone)) return report
  const events = await context.journal.events(reportStream(month))
  const last = issueIn(events, report.state.issues.length - 1)
  return {
    ...report,
    matter: await drawMonth(month, context),
    lastSigned: last?.written.signing ?? null,
  }
}

export const reportCommands = {
  'report/edit': { prepare: readReport, handle: edit },
  'report/sign': { prepare: readReport, handle: sign },
  'report/issue': { prepare: readForIssue, handle: issue },
  'report/arrange': arrange,
}
