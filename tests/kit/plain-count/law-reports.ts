/**
 * What events make of the reports that the law wants, as plainly as that can be said. Nothing of
 * the product may be imported here.
 */
import type { Body, Draft } from './draft.ts'

const isOpen = ({ done, ended }: { done: number | null; ended: number | null }): boolean =>
  done === null && ended === null

export function countLawReport(draft: Draft, type: string, body: Body, at: number): void {
  const clocks = draft.lawReports
  const { kind } = body
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
