/**
 * Handlers of power-cut sheets: what was done on paper, every line with its own time, all or none;
 * among it calls that begin an incident; and how often sheets come by themselves.
 */
import type { Parsed } from '#shared/contract/contract.ts'
import type { ImportedRow } from '#shared/domain/imported-row.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import type { IncidentCommand } from '#shared/domain/incident/record/commands.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { enterRows } from '#shared/domain/power-cut/enter.ts'
import { decideSheetTimes } from '#shared/domain/sheet-times/decide.ts'
import { sheetTimesStream } from '#shared/domain/sheet-times/stream.ts'
import {
  changesOf,
  incidentChanges,
  joinChanges,
  recordDecision,
  type Changes,
} from '../../engine/changes.ts'
import { loadIncident, type CommandContext, type Handler, type LoadedIncident } from '../handler.ts'
import { fileReport } from '../incident/filing.ts'
import { peopleAnswered } from '../incident/people-held.ts'
import { sealedReasons } from '../incident/sealed-reasons.ts'
import { withReportsTold } from '../monthly-report/changed.ts'

type Row = Parsed<'sheet/enter'>['rows'][number]
/** Of an incident that is known. */
type Entry = Exclude<Row, { what: 'report' }>
type NewReport = Extract<Row, { what: 'report' }>

function commandOf(entry: Entry, loaded: LoadedIncident, context: CommandContext): IncidentCommand {
  const { seal, sealOrNull } = loaded
  switch (entry.what) {
    case 'step':
      return {
        type: 'FinishStep',
        stepId: entry.stepId,
        outcome: 'done',
        doneAt: entry.at,
        reason: sealOrNull(entry.reason),
        onBehalfOf: entry.person
          ? { person: seal(entry.person), channel: null, words: null }
          : null,
        words: sealOrNull(entry.words),
      }
    case 'call':
      return {
        type: 'RecordCall',
        stepId: entry.stepId ?? null,
        to: { role: null, who: sealOrNull(entry.who), number: sealOrNull(entry.number) },
        outcome: entry.outcome,
        words: sealOrNull(entry.words),
        calledAt: entry.at,
      }
    case 'note':
      return {
        type: 'AddNote',
        words: seal(entry.words),
        stepId: entry.stepId ?? null,
        notedAt: entry.at,
      }
    case 'answer': {
      const answered = { key: entry.fact, planId: entry.planId ?? null, value: entry.value }
      return {
        type: 'AnswerFact',
        ...answered,
        ...peopleAnswered(answered, loaded, context),
        reason: sealOrNull(entry.reason),
        answeredAt: entry.at,
      }
    }
    case 'heard':
      return {
        type: 'HearTask',
        stepId: entry.stepId,
        member: entry.member,
        heardAt: entry.at,
      }
    case 'contained':
      return {
        type: 'MoveIncident',
        to: 'contained',
        reason: sealOrNull(entry.reason),
        reasons: sealedReasons(entry.reasons, loaded),
        movedAt: entry.at,
      }
  }
}

/** Each a new incident, received when it was written down; numbers in the order of the calls. */
async function enterReports(
  reports: readonly NewReport[],
  context: CommandContext,
): Promise<{ rows: ImportedRow[]; changes: Changes[] }> {
  const rows: ImportedRow[] = []
  const changes: Changes[] = []
  for (const { row, at, place, words, reporter } of reports.toSorted((a, b) => a.at - b.at)) {
    const others = changes.flatMap(({ rows: [filed] }) => filed?.incident.number ?? [])
    const input = { place, narrative: words, reporter, receivedAt: at }
    const filed = await fileReport(input, context, { others })
    if (filed.ok) changes.push(filed)
    rows.push({
      row,
      outcome: filed.ok ? 'new' : 'refused',
      message: filed.ok ? null : filed.message,
    })
  }
  return { rows, changes }
}

const enter: Handler<'sheet/enter'> = async ({ rows: entries, preview }, context) => {
  const reports = await enterReports(
    entries.filter((entry) => entry.what === 'report'),
    context,
  )
  const read: ImportedRow[] = [...reports.rows]
  const changes: Changes[] = [...reports.changes]
  const before: Incident[] = []
  const known = entries.filter((entry) => entry.what !== 'report')
  for (const [incidentId, ofIncident] of Map.groupBy(known, (entry) => entry.incidentId)) {
    const loaded = await loadIncident(incidentId, context)
    if (!loaded.ok) {
      const { message } = loaded
      read.push(...ofIncident.map(({ row }) => ({ row, outcome: 'refused' as const, message })))
      continue
    }
    const entered = ofIncident.map((entry) => ({
      ...{ row: entry.row, at: entry.at },
      command: commandOf(entry, loaded, context),
    }))
    const { rows, decided } = enterRows(loaded.incident, entered, loaded.meta, loaded.world)
    read.push(...rows)
    changes.push(incidentChanges(loaded, decided))
    before.push(loaded.incident)
  }
  const rows = read.sort((a, b) => a.row - b.row)
  if (preview) return changesOf({ reply: { rows } })
  const refusal = faultyRows(rows)
  return refusal ?? withReportsTold(joinChanges(changes, { rows }), before, context)
}

const arrange: Handler<'sheet/arrange'> = async (times, { memory, meta }) => {
  const before = memory.documents.get('sheet-times', 'sheet-times')
  const decision = decideSheetTimes(before, { type: 'SetSheetTimes', ...times })
  return recordDecision(sheetTimesStream, 'sheet-times', before, decision, meta)
}

export const powerCutCommands = { 'sheet/enter': enter, 'sheet/arrange': arrange }
