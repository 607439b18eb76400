/** Marks lines of the record, and takes the mark away. It changes nothing else. */
import { accept, type Decision } from '../../decision.ts'
import type { Recorded } from '../record/events.ts'
import type { LineStarred, StarLine } from '../record/stars.ts'
import type { Incident } from '../record/state.ts'

/** What is so already changes nothing. */
export const starLine = (
  { starred: before = [] }: Incident,
  { seq, starred }: StarLine,
): Decision<LineStarred> =>
  before.includes(seq) === starred ? accept() : accept({ type: 'LineStarred', seq, starred })

export const lineStarred = (
  incident: Incident,
  { seq, starred }: Recorded<LineStarred>,
): Incident => {
  const others = (incident.starred ?? []).filter((other) => other !== seq)
  return { ...incident, starred: starred ? [...others, seq] : others }
}
