/**
 * Covers what a document without personal values leaves out: of old records, which hold it in
 * clear, as of newer ones, which hold it sealed.
 */
import type { IncidentEvent, ReportedPart } from '../incident/record/events.ts'
import { mapGuarded } from '../incident/record/guarded.ts'
import type { Incident } from '../incident/record/state.ts'
import { isSealed, WITHHELD_REFERENCE, WITHHELD_SEAL, type Guarded } from '../sealed.ts'
import { NO_AREA } from '../statistics/incident-stats.ts'

const withoutValues = <T>(value: T): T =>
  mapGuarded(value, (guarded) => (guarded === '' ? '' : WITHHELD_REFERENCE))

type Placed = { place: Guarded; area?: string }

/** Of somebody's home the area that it lies in is said. */
const withArea = <T extends Placed>(placed: T): T =>
  isSealed(placed.place) ? { ...placed, place: placed.area || NO_AREA } : placed

/** Neither who called nor in what words. */
const withoutCaller = (part: Partial<ReportedPart>): Partial<ReportedPart> => ({
  ...part,
  ...(part.reporter ? { reporter: WITHHELD_SEAL } : {}),
  ...(part.narrative ? { narrative: WITHHELD_SEAL } : {}),
  ...(part.place && isSealed(part.place) ? { place: part.area || NO_AREA } : {}),
})

export const coveredIncident = (incident: Incident): Incident => withArea(withoutValues(incident))

export function coveredEvent(event: IncidentEvent): IncidentEvent {
  const covered = withoutValues(event)
  if (covered.type === 'IncidentReported' || covered.type === 'IncidentImported')
    return withArea(covered)
  if (covered.type === 'ReportAmended')
    return { ...covered, now: withoutCaller(covered.now), before: withoutCaller(covered.before) }
  return covered.type === 'IncidentTakenOver'
    ? { ...covered, incident: withArea(covered.incident) }
    : covered
}
