/**
 * What events make of the reports that the law wants, as plainly as that can be said. Nothing of
 * the product may be imported here.
 */
import type { Body, Draft, LawTaken } from './draft.ts'

const isOpen = ({ done, ended }: { done: number | null; ended: number | null }): boolean =>
  done === null && ended === null

/** What was due by the other one alone was never due here. */
function dropTheirs(draft: Draft, { first, head, before }: LawTaken): void {
  const isHeadTheirs = head !== null && head === draft.head
  if (isHeadTheirs) draft.head = before
  else if (head !== null)
    for (const other of draft.lawOf.values()) if (other.before === head) other.before = before
  draft.lawReports = draft.lawReports.filter(
    ({ kind, from, due }) =>
      kind !== 'first' ||
      !((from === first?.startedAt && due === first?.dueAt) || (isHeadTheirs && from === head)),
  )
}

/** What was sent elsewhere before a merge is the first report here; parted again it is none. */
function countMerge(draft: Draft, type: string, { incidentId, reports = {} }: Body): void {
  const { lawOf, lawReports } = draft
  const firsts = lawReports.filter(({ kind }) => kind === 'first')
  if (type === 'IncidentTakenIn') {
    const late = (reports.late ?? []).map(({ kind, dueAt, doneAt, endedAt, lateAt }) => ({
      ...{ kind, due: dueAt, done: doneAt, ended: endedAt, late: lateAt },
    }))
    const sentAt = reports.sent?.[0]?.at ?? null
    const { first = null, headInformedAt = null } = reports
    lawOf.set(incidentId, { late, sentAt, first, head: headInformedAt, before: draft.head })
    draft.head = headInformedAt ?? draft.head
    for (const clock of firsts) if (isOpen(clock)) clock.done = sentAt
  } else {
    const parted = lawOf.get(incidentId)
    const gone = parted?.sentAt ?? null
    lawOf.delete(incidentId)
    const isSent =
      draft.bulletins.some((sent) => !/^(response|management) /.test(sent)) ||
      [...lawOf.values()].some(({ sentAt }) => sentAt !== null)
    for (const clock of firsts)
      if (gone !== null && !isSent && clock.done === gone) clock.done = null
    if (parted) dropTheirs(draft, parted)
  }
  draft.lawTaken = [...lawOf.values()].flatMap(({ late }) => late)
}

export function countLawReport(draft: Draft, type: string, body: Body, at: number): void {
  const clocks = draft.lawReports
  const { kind } = body
  if (type === 'HeadInformed') draft.head = body.informedAt
  if (type === 'IncidentTakenIn' || type === 'IncidentLetGo') return countMerge(draft, type, body)
  if (type === 'ReportClockSet') {
    // one that is put right takes the place of the one before
    const gone = clocks.find((clock) => clock.kind === kind && (kind === 'first' || isOpen(clock)))
    if (gone) clocks.splice(clocks.indexOf(gone), 1)
    const { startedAt: from, dueAt: due, doneAt: done = null } = body
    clocks.push({ kind, from, due, done, ended: null, late: null })
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
