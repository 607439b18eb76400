/**
 * Handlers of power-cut sheets: what was done on paper, every line with its own time, all or none;
 * and how often sheets come by themselves.
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
import { loadIncident, type Handler, type LoadedIncident } from '../handler.ts'
import { withReportsTold } from '../monthly-report/changed.ts'

type Entry = Parsed<'sheet/enter'>['rows'][number]

function commandOf(entry: Entry, { seal, sealOrNull }: LoadedIncident): IncidentCommand {
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
  }
}

const enter: Handler<'sheet/enter'> = async ({ rows: entries, preview }, context) => {
  const read: ImportedRow[] = []
  const changes: Changes[] = []
  const before: Incident[] = []
  for (const [incidentId, ofIncident] of Map.groupBy(entries, (entry) => entry.incidentId)) {
    const loaded = await loadIncident(incidentId, context)
    if (!loaded.ok) {
      const { message } = loaded
      read.push(...ofIncident.map(({ row }) => ({ row, outcome: 'refused' as const, message })))
      continue
    }
    const entered = ofIncident.map((entry) => ({
      ...{ row: entry.row, at: entry.at },
      command: commandOf(entry, loaded),
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
