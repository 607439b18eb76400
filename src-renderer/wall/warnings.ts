/**
 * The warnings that a calm wall says are in force: pre-alerts of incidents and those from outside,
 * red first; and which of the latter are news.
 */
import { inForce, type BoardWarning } from '#shared/domain/board/warnings.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { byColour } from '#shared/domain/warning/warning.ts'
import type { Warning } from '#shared/domain/incident/record/scales.ts'

/** `until` in UTC ms; null: nobody knows, or it is a pre-alert. */
export type StandingWarning = {
  id: string
  warning: Warning | null
  words: string
  startsAt: number
  until: number | null
}

/** What has become a pre-alert that stands there is said by that. `now` in UTC ms. */
export function standingWarnings(
  incidents: readonly BoardIncident[],
  warnings: readonly BoardWarning[],
  now: number,
): readonly StandingWarning[] {
  const prealerts = incidents.filter(({ state, drill }) => state === 'prealert' && !drill)
  const shown = new Set(prealerts.map(({ id }) => id))
  const outside = inForce(warnings, now).filter(
    ({ incidentIds }) => !incidentIds.some((id) => shown.has(id)),
  )
  const coloured = [
    ...prealerts.flatMap(({ id, warning, place, receivedAt }) =>
      warning ? [{ id, warning, words: place, startsAt: receivedAt, until: null }] : [],
    ),
    ...outside.map(({ id, warning, kind, area, startsAt, until }) => ({
      ...{ id, warning, words: `${kind} ${area}`, startsAt, until },
    })),
  ].toSorted(byColour)
  const plain = prealerts
    .filter(({ warning }) => warning === null)
    .map(({ id, place, receivedAt }) => ({
      ...{ id, warning: null, words: place, startsAt: receivedAt, until: null },
    }))
  return [...coloured, ...plain]
}

/** By id when each got the colour that it has. */
export type SeenWarnings = ReadonlyMap<string, number>

/**
 * Those in force that have come, or got a higher colour, since the last look. What a wall finds
 * when it is opened is no news (`before` null).
 */
export function warningNews(
  before: SeenWarnings | null,
  warnings: readonly BoardWarning[],
  now: number,
): { seen: SeenWarnings; fresh: readonly BoardWarning[] } {
  const current = inForce(warnings, now)
  return {
    seen: new Map(current.map(({ id, raisedAt }) => [id, raisedAt])),
    fresh: before === null ? [] : current.filter(({ id, raisedAt }) => before.get(id) !== raisedAt),
  }
}
