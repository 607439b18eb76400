/** How personal values stand in what a shift handover shows: as their seals, within its texts. */
import type { Personal } from '#shared/contract/personal.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { HandoverPage } from '#shared/domain/handover-sheet/page.ts'
import { inSentence, isSealed, type Guarded } from '#shared/domain/sealed.ts'
import { isPersonsName } from '#shared/domain/station/names.ts'
import { sealedIncident } from '../guarded.ts'
import type { Sealing, StationContext } from '../handler.ts'

/** A value as it stands in the page; an incident as it is drawn there. */
export type Putting = {
  put: (value: Guarded) => string
  guard: (incident: Incident) => Incident
}

/**
 * `sealing`: of a page that is kept, so that what an older record holds in clear is sealed; null:
 * it is only shown.
 */
export function puttingWith(
  sealing: Pick<Sealing, 'seal'> | null,
  context: Pick<StationContext, 'library' | 'memory'>,
): Putting {
  if (!sealing) return { put: inSentence, guard: (incident) => incident }
  const sealed = (value: Guarded): Guarded =>
    isSealed(value) || value === '' ? value : sealing.seal(value as string as Personal)
  return {
    put: (value) => inSentence(sealed(value)),
    guard: (incident) => sealedIncident(incident, sealing, context),
  }
}

/** The page with the names of those who acted as `put` gives them. */
export function withAuthors(page: HandoverPage, put: Putting['put']): HandoverPage {
  const author = (by: string): string => (isPersonsName(by) ? put(by) : by)
  const acted = <T extends { by: string }>(line: T): T => ({ ...line, by: author(line.by) })
  return {
    ...page,
    acknowledged: page.acknowledged.map(acted),
    shelved: page.shelved.map(acted),
    notes: page.notes.map(acted),
    heard: page.heard && acted(page.heard),
    faults: page.faults.map((fault) => ({
      ...fault,
      acknowledgedBy: fault.acknowledgedBy && author(fault.acknowledgedBy),
    })),
  }
}
