/** One incident as HQ shows it among many: where, what, how late, and who must act. */
import { matterOf, type MatterKind, type MatterStanding } from '../board/matter.ts'
import type { BoardIncident } from '../board/types.ts'
import type { Urgency } from '../board/urgency.ts'
import type { IncidentState } from '../incident/record/state.ts'
import type { LocalizedText } from '../text.ts'

/**
 * `place` is the site's own words, but of a home only its area. `at` (UTC ms) is counted down to,
 * then up from; null where nothing counts. `hurt`: dead, injured, missing or trapped are known.
 */
export type IncidentLine = {
  site: string
  id: string
  number: string | null
  place: string
  kind: LocalizedText
  state: IncidentState
  level: number | null
  drill: boolean
  discreet: boolean
  urgency: Urgency
  receivedAt: number
  hurt: boolean
  matter: {
    kind: MatterKind
    title: LocalizedText
    note: LocalizedText | null
    role: LocalizedText
    at: number | null
    standing: MatterStanding
  } | null
}

/** `now` in UTC ms. Names of people never stand in it: HQ has none. */
export function lineOf(
  site: string,
  incident: BoardIncident,
  urgency: Urgency,
  now: number,
): IncidentLine {
  const { id, number, place, area, kind, state, level, drill, discreet, receivedAt } = incident
  const matter = matterOf(incident, now)
  return {
    ...{ site, id, kind, state, level, drill, discreet, urgency, receivedAt },
    number: number ?? null,
    place: area ?? place,
    hurt: urgency === 'people',
    matter: matter && {
      kind: matter.kind,
      title: matter.title,
      note: matter.note,
      role: matter.role,
      at: matter.at,
      standing: matter.standing,
    },
  }
}
