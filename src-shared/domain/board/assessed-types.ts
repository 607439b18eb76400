/** What of an incident people counted and judged, as the board shows it. */
import type { MeetingEffect, Operating, PeopleKind } from '../incident/record/scales.ts'

/**
 * Numbers that people gave. A part is null while nobody has said it. `at` and `by`: the latest
 * addition.
 */
export type BoardCasualties = Readonly<Record<PeopleKind, number | null>> & {
  at: number
  by: string
}
export type BoardImpact = {
  staff: number | null
  customers: number | null
  serviceInterruptedMs: number | null
  operating: Operating | null
  meeting: MeetingEffect | null
  at: number
  by: string
}
