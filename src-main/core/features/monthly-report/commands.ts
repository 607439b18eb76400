/**
 * Handlers for writing, signing and issuing the report of a month, each alone in its turn. What
 * they need is read before the turn begins, so that no alarm waits for it.
 */
import type { Meta, Refusal } from '#shared/domain/decision.ts'
import { isBegun, isOver } from '#shared/domain/monthly-report/as-of.ts'
import { monthPaper, PAPER_RULES } from '#shared/domain/monthly-report/document.ts'
import type { MonthMatter, Written } from '#shared/domain/monthly-report/data.ts'
import type { Desk, Handler } from '../handler.ts'
import type { Json } from '../../ports.ts'
import { drawMonth, type ReportReading } from './data.ts'
import { checkOf } from './queries.ts'
import { foldReport, issueIn, reportStream, type ReportEvent, type ReportState } from './record.ts'
import * as no from './refusals.ts'
import { canonical } from '../../station/validate.ts'
import type { Draft } from '../../engine/command-queue.ts'

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
): Draft {
  const stream = reportStream(month)
  const { type, ...body } = event
  return {
    ok: true,
    expect: { [stream]: state.version },
    events: [{ stream, type, ...meta, body }],
    seals: [],
    rows: [],
    kept: [{ kind: 'report', id: month, body: foldReport(state, event, meta) }],
    reply,
  }
}

const edit: Handler<'report/edit'> = async (
  { month, section, words, basedOn },
  meta,
  _turn,
  { report },
) => {
  const { state } = ready(report)
  if (basedOn !== null && basedOn !== undefined && (state.writtenAt[section] ?? 0) !== basedOn)
    return no.reportStale()
  return drafted(month, state, { type: 'ReportWritten', section, words }, meta)
}

const sign: Handler<'report/sign'> = async ({ month, signing }, meta, _turn, { report }) =>
  drafted(month, ready(report).state, { type: 'ReportSigned', signing }, meta)

/** Freezes what the draft says; after the first time it is a correction, and says why. */
const issue: Handler<'report/issue'> = async (
  { month, check: seen, reason },
  meta,
  _turn,
  { report, live, vault },
): Promise<Draft | Refusal> => {
  const { state, matter, now, lastSigned } = ready(report)
  if (!matter || !isOver(month, now, live.site.zone)) return no.monthNotOver(month)
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

function ready(report: Desk['report']): ReportDesk {
  if (!report) throw new Error('a report was not read before its turn')
  return report
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
const arrange: Handler<'report/arrange'> = async ({ hour, copy }, meta) => {
  if (copy && !WHOLE_PATH.test(copy.folder)) return no.folderNotWhole()
  const body = { hour, copy }
  return {
    ok: true,
    expect: {},
    seals: [],
    rows: [],
    reply: {},
    events: [{ stream: 'reports', type: 'ReportsArranged', ...meta, body }],
    kept: [{ kind: 'reports', id: 'reports', body: { ...body, at: meta.at } }],
  }
}

type ReportCommand = 'report/edit' | 'report/sign' | 'report/issue'

/** Reads what a command on a report needs, before its turn begins. */
export async function readReport(
  name: ReportCommand,
  { month }: { month: string },
  reading: ReportReading,
): Promise<ReportDesk> {
  const state = reading.live.reports.state(month)
  const now = reading.now()
  if (name !== 'report/issue' || !isOver(month, now, reading.live.site.zone))
    return { state, matter: null, now, lastSigned: null }
  const last = issueIn(await reading.journal.events(reportStream(month)), state.issues.length - 1)
  return {
    state,
    matter: await drawMonth(month, reading),
    now,
    lastSigned: last?.written.signing ?? null,
  }
}

/** There is no report to work at before its month has begun. */
const begun =
  <N extends ReportCommand>(handler: Handler<N>): Handler<N> =>
  async (input, meta, turn, desk) =>
    isBegun(input.month, ready(desk.report).now, desk.live.site.zone)
      ? handler(input, meta, turn, desk)
      : no.monthNotBegun(input.month)

const onMonth: { [N in ReportCommand]: Handler<N> } = {
  'report/edit': begun(edit),
  'report/sign': begun(sign),
  'report/issue': begun(issue),
}
export const isReportCommand = (name: string): name is ReportCommand => Object.hasOwn(onMonth, name)
export const reportCommands = { ...onMonth, 'report/arrange': arrange }
