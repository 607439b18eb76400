/**
 * Drills that nobody arranged: reported at the intake and played to their end. Whether one counts
 * is for a person to say (88号令 art. 33 asks for drills of plans, and AQ/T 9007 for ones that go by
 * a plan: one in which no plan ran counts for none; a three-minute drill never does, ADR 54).
 */
import type { Incident } from '../incident/record/state.ts'
import type { LocalizedText } from '../text.ts'

/**
 * Instants in UTC ms: of the report, and of the end. `plans`: that ran in it, each once; with none
 * it cannot count.
 */
export type UnarrangedDrill = {
  incidentId: string
  number: string | null
  startedAt: number
  startedBy: string
  endedAt: number
  plans: readonly { id: string; title: LocalizedText }[]
}

type Played = Pick<Incident, 'drill' | 'threeMinute' | 'imported' | 'state' | 'moments'>

/**
 * When a drill was played to its end (UTC ms); null: it is none, it is not over, or it ends alone.
 */
export function playedOutAt({
  drill,
  threeMinute,
  imported,
  state,
  moments,
}: Played): number | null {
  if (!drill || threeMinute || imported) return null
  return state === 'closed' || state === 'archived' ? (moments.closed ?? null) : null
}

/** The plans that ran in it, each once: a start that was declined never did. */
export const planIdsOf = ({ runs }: Pick<Incident, 'runs'>): readonly string[] => [
  ...new Set(runs.filter(({ declined }) => !declined).map(({ planId }) => planId)),
]
