/**
 * Puts right what was reported: place, type, channel, time of occurrence, caller, words. What stood
 * there before stays in the record beside it. Limits that count from the occurrence follow
 * (`applicability.ts`), and no plan ends.
 */
import { accept, type Decision } from '../../decision.ts'
import { isSame } from '../../canonical.ts'
import { trimmed, type Guarded } from '../../sealed.ts'
import { localized } from '../../text.ts'
import { DAY_MS } from '../../units.ts'
import { noChange, recordClosed } from '../record/assessment-refusals.ts'
import type { AmendReport } from '../record/correction-commands.ts'
import type { ReportAmended, ReportedPart } from '../record/correction-events.ts'
import type { Recorded } from '../record/events.ts'
import * as no from '../record/refusals.ts'
import { isOnBoard, type Incident } from '../record/state.ts'
import type { RuleContext } from '../record/world.ts'

const SAME = localized('与现有记录相同', 'This is already recorded')

/** `place`: as the record may hold it now. */
const reportedOf = (incident: Incident, place: Guarded): Partial<ReportedPart> => ({
  place,
  ...(incident.area === undefined ? {} : { area: incident.area }),
  ...(incident.placeId === undefined ? {} : { placeId: incident.placeId }),
  incidentType: incident.type,
  category: incident.category,
  legalCategory: incident.legalCategory,
  channel: incident.channel,
  reporter: incident.reporter,
  narrative: incident.narrative,
  occurredAt: incident.occurredAt,
})

/** What the command says, by the names of the event. */
function statedBy(command: AmendReport): Partial<ReportedPart> {
  const { place, area, placeId, incidentType, channel, reporter, narrative, occurredAt } = command
  return {
    ...(place === undefined ? {} : { place: trimmed(place) }),
    ...(place === undefined || area === undefined ? {} : { area }),
    ...(place === undefined || placeId === undefined ? {} : { placeId }),
    ...(incidentType === undefined
      ? {}
      : {
          incidentType: incidentType.code,
          category: incidentType.category,
          legalCategory: incidentType.legal,
        }),
    ...(channel === undefined ? {} : { channel }),
    ...(reporter === undefined ? {} : { reporter }),
    ...(narrative === undefined ? {} : { narrative }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  }
}

const pick = (from: Partial<ReportedPart>, parts: readonly string[]): Partial<ReportedPart> =>
  Object.fromEntries(Object.entries(from).filter(([part]) => parts.includes(part)))

/**
 * Refused: an incident that is archived or has left the chain (`incident-over`), a place without a
 * word, an occurrence more than a day ahead (`bad-input`), what is recorded so (`no-change`).
 */
export function amend(
  incident: Incident,
  command: AmendReport,
  { meta }: RuleContext,
): Decision<ReportAmended> {
  if (!isOnBoard(incident.state)) return recordClosed(incident.state)
  const stated = statedBy(command)
  if (stated.place === '') return no.placeNeeded()
  if ((stated.occurredAt ?? 0) > meta.at + DAY_MS) return no.tooFarAhead()
  const before = reportedOf(incident, command.placeBefore ?? incident.place)
  const parts = Object.keys(stated) as (keyof ReportedPart)[]
  const changed = parts.filter((part) => !isSame(stated[part] ?? null, before[part] ?? null))
  if (changed.length === 0) return noChange(SAME)
  if (changed.includes('place')) changed.push('area', 'placeId') // they are read together
  return accept({
    type: 'ReportAmended',
    now: pick(stated, changed),
    before: pick(before, changed),
    reason: command.reason,
  })
}

/** A place that is in clear now has no area beside it; each place has its id or none. */
export function reportAmended(
  incident: Incident,
  { now, at, by }: Recorded<ReportAmended>,
): Incident {
  const { incidentType, ...parts } = now
  const typeAt = incidentType === undefined ? incident.amended?.typeAt : at
  const amended: Incident = {
    ...incident,
    ...parts,
    ...(incidentType === undefined ? {} : { type: incidentType }),
    amended: { at, by, ...(typeAt !== undefined && { typeAt }) },
  }
  if (now.place !== undefined && now.area === undefined) delete amended.area
  if (now.place !== undefined && now.placeId === undefined) delete amended.placeId
  return amended
}
