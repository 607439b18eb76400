/**
 * What events make of the reports that the law wants, as plainly as that can be said. Nothing of
 * the product may be imported here.
 */
import type { Body, Draft, LawTaken } from './draft.ts'
import { headOf, withoutTheirs, type Owed } from './law-parting.ts'

const isOpen = ({ done, ended }: { done: number | null; ended: number | null }): boolean =>
  done === null && ended === null

const instants = (sent: readonly { at: number }[] = []): number[] => sent.map(({ at }) => at)

const broughtBy = ({ reports = {} }: Body): LawTaken => {
  const { first, headInformedAt: head = null, late = [], sent } = reports
  return {
    late: late.map(({ kind, dueAt, doneAt, endedAt, lateAt }) => ({
      ...{ kind, due: dueAt, done: doneAt, ended: endedAt, late: lateAt },
    })),
    owed: {
      head,
      firsts: first ? [{ from: first.startedAt, due: first.dueAt }] : [],
      sent: instants(sent),
    },
  }
}

const allOf = ({ heads, lawOf, sent }: Draft): Owed => ({
  head: headOf(heads),
  firsts: [...lawOf.values()].flatMap(({ owed }) => owed.firsts),
  sent: [...sent, ...[...lawOf.values()].flatMap(({ owed }) => owed.sent)].sort((a, b) => a - b),
})

/** What was sent elsewhere before a merge is the first report here; parted again it is none. */
function countMerge(draft: Draft, type: string, body: Body): void {
  const { lawOf } = draft
  const { incidentId: id } = body
  const gone = lawOf.get(id)
  const brought = broughtBy(body)
  const { head } = brought.owed
  if (type === 'IncidentTakenIn') {
    if (head !== null) draft.heads.push({ id, at: head })
    for (const clock of draft.lawReports)
      if (clock.kind === 'first' && isOpen(clock)) clock.done = brought.owed.sent[0] ?? null
  } else
    draft.heads = draft.heads.flatMap((known) =>
      known.id !== id
        ? [known]
        : type === 'TakenInAmended' && head !== null
          ? [{ id, at: head }]
          : [],
    )
  if (type === 'IncidentLetGo') lawOf.delete(id)
  else lawOf.set(id, brought)
  if (gone) draft.lawReports = withoutTheirs(draft.lawReports, gone.owed, allOf(draft))
  draft.lawTaken = [...lawOf.values()].flatMap(({ late }) => late)
}

const MERGES = ['IncidentTakenIn', 'IncidentLetGo', 'TakenInAmended']

export function countLawReport(draft: Draft, type: string, body: Body, at: number): void {
  const clocks = draft.lawReports
  const { kind } = body
  if (type === 'HeadInformed') draft.heads.push({ id: null, at: body.informedAt })
  if (MERGES.includes(type)) return countMerge(draft, type, body)
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
    draft.sent.push(at)
    return
  }
  if (type !== 'ReportLate' && type !== 'ReportClockDropped') return
  for (const clock of clocks)
    if (clock.kind === kind && isOpen(clock)) clock[type === 'ReportLate' ? 'late' : 'ended'] = at
}
