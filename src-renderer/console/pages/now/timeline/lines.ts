/** The record as the pane shows it: newest first, with the date wherever it changes. Pure. */
import type { TimelineEntry } from '#shared/contract/contract.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { isPurged } from '#shared/domain/document/incident-document.ts'

export type TimelineLine = {
  entry: TimelineEntry
  newDay: boolean // the entry above is of another day, or now is
  purged: boolean // it had words, and they were removed by rule
}

/** `now` in UTC ms: nothing is said of the date as long as it is today's. */
export function timelineLines(
  entries: readonly TimelineEntry[],
  now: number,
  zone: string,
): readonly TimelineLine[] {
  let day = localDate(now, zone)
  return [...entries]
    .sort((one, other) => other.seq - one.seq)
    .map((entry) => {
      const its = localDate(entry.at, zone)
      const newDay = its !== day
      day = its
      return { entry, newDay, purged: isPurged(entry) }
    })
}
