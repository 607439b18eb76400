/**
 * What events make of the reports that the law wants, as plainly as that can be said. Nothing of
 * the product may be imported here.
 */
import type { Body, Draft } from './draft.ts'

const isOpen = ({ done, ended }: { done: number | null; ended: number | null }): boolean =>
  done === null && ended === null

/** What was sent elsewhere before a merge is the first report here; parted again it is none. */
function countMerge(draft: Draft, type: string, { incidentId, reports = {} }: Body): void {
  const { lawOf, lawReports } = draft
  const firsts = lawReports.filter(({ kind }) => kind === 'first')
  if (type === 'IncidentTakenIn') {
    const late = (reports.late ?? []).map(({ kind, dueAt, doneAt, endedAt, lateAt }) => ({
      ...{ kind, due: dueAt, done: doneAt, ended: endedAt, late: lateAt },
    }))
    const sentAt = reports.sent?.[0]?.at ?? null
    lawOf.set(incidentId, { late, sentAt })
    for (const clock of firsts) if (isOpen(clock)) clock.done = sentAt
  } else {
    const gone = lawOf.get(incidentId)?.sentAt ?? null
    lawOf.delete(incidentId)
    const isSent =
      draft.bulletins.some((sent) => !/^(response|management) /.test(sent)) ||
      [...lawOf.values()].some(({ sentAt }) => sentAt !== null)
    for (const clock of firsts)
      if (gone !== null && !isSent && clock.done === gone) clock.done = null
  }
  draft.lawTaken = [...lawOf.values()].flatMap(({ late }) => late)
}

export function countLawReport(draft: Draft, type: string, body: Body, at: number): void {
  const clocks = draft.lawReports
  const { kind } = body
  if (type === 'IncidentTakenIn' || type === 'IncidentLetGo') return countMerge(draft, type, body)
  if (type === 'ReportClockSet') {
    // one that is put right takes the place of the one before
    const gone = clocks.find((clock) => clock.kind === kind && (kind === 'first' || isOpen(clock)))
    if (gone) clocks.splice(clocks.indexOf(gone), 1)
    clocks.push({ kind, due: body.dueAt, done: body.doneAt ?? null, ended: null, late: null })
    return
  }
  if (type === 'BulletinSent') {
    // that a response was started, and the report to management, go to no authority
    if (kind === 'response' || kind === 'management') return
    for (const clock of clocks) if (isOpen(clock)) clock.done = at
    return
  }
  if (type !== 'ReportLate' && type !== 'ReportClockDropped') return
  for (const clock of clocks)
    if (clock.kind === kind && isOpen(clock)) clock[type === 'ReportLate' ? 'late' : 'ended'] = at
}
