/** Tells the reports that are issued what was put right since in the incidents of their month. */
import { localMonth } from '#shared/domain/calendar.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import { decideReport } from '#shared/domain/monthly-report/decide.ts'
import { reportStream } from '#shared/domain/monthly-report/stream.ts'
import { joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import type { CommandContext } from '../handler.ts'

const monthOf = ({ occurredAt, receivedAt }: Incident, zone: string): string =>
  localMonth(occurredAt ?? receivedAt, zone)

/**
 * With a note in the report of each month that the incident belongs to or belonged to. `before`:
 * the incident as it stood, or each of several.
 */
export function withReportsTold(
  changes: Changes | Refusal,
  before: Incident | readonly Incident[],
  { reports, memory, vault, meta }: CommandContext,
): Changes | Refusal {
  if (!changes.ok) return changes
  const { zone } = memory.site
  const all = [before, ...changes.rows.map(({ incident }) => incident)].flat()
  const marks: Changes[] = []
  for (const [month, [first]] of Map.groupBy(all, (incident) => monthOf(incident, zone))) {
    const state = reports.state(month)
    const world = { month, now: meta.at, zone, digest: (text: string) => vault.digest('', text) }
    const incidentId = first?.id ?? ''
    const decision = decideReport(state, { type: 'NoteChange', incidentId }, meta, world)
    const mark = recordDecision(reportStream, month, state, decision, meta)
    if (!mark.ok) return mark
    if (mark.events.length > 0) marks.push(mark)
  }
  return marks.length === 0 ? changes : joinChanges([changes, ...marks], changes.reply)
}
