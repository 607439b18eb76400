/** The lines of the timeline: newest first, with the date wherever it changes. */
import type { TimelineEntry } from '#shared/contract/contract.ts'
import { localDate } from '#shared/domain/calendar.ts'
import { isPurged } from '#shared/domain/document/incident-document.ts'

export type TimelineLine = {
  entry: TimelineEntry
  newDay: boolean // the entry above is of another day, or now is
  purged: boolean // it had words, and they were removed by rule
}

/** `now` in UTC ms: the date of today is left out. */
export function timelineLines(
  entries: readonly TimelineEntry[],
  now: number,
  zone: string,
): readonly TimelineLine[] {
  let day = localDate(now, zone)
  return [...entries]
    .sort((a, b) => b.seq - a.seq)
    .map((entry) => {
      const date = localDate(entry.at, zone)
      const newDay = date !== day
      day = date
      return { entry, newDay, purged: isPurged(entry) }
    })
}
