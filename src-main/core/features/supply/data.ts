/** What handlers of supplies read: the register, its places as they are called, incidents. */
import { localDate } from '#shared/domain/calendar.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { datePlus } from '#shared/domain/duty/roster.ts'
import { unknownIncident, unknownStep } from '#shared/domain/incident/record/refusals.ts'
import { unknownPlace } from '#shared/domain/places/refusals.ts'
import { inSentence } from '#shared/domain/sealed.ts'
import { policyFor } from '#shared/domain/policies/policy.ts'
import { usualMonths } from '#shared/domain/supplies/obligations.ts'
import { inThreeMinutes } from '#shared/domain/supplies/refusals.ts'
import type { IssueForRead, SupplyView } from '#shared/domain/supplies/draw.ts'
import type { IssueFor, Supply, SupplyIssue, SupplyPlace } from '#shared/domain/supplies/supply.ts'
import type { CommandContext, QueryContext } from '../handler.ts'
import { policiesAt } from '../readiness/around.ts'

type Around = Pick<QueryContext, 'memory'>

export const allSupplies = ({ memory }: Around): readonly Supply[] => [
  ...memory.documents.all('supply').values(),
]

/** The place as the register calls it now; one that has left it, as it was called. */
export const placeIn =
  ({ memory }: Around) =>
  (place: SupplyPlace): SupplyPlace => {
    const now = memory.places().find(({ id }) => id === place.id)
    return now ? { id: now.id, name: now.name } : { id: null, name: place.name }
  }

/** A place of the register by its id, or one in words. Refuses `unknown-place`. */
export function placeOf(
  input: { placeId: string } | { words: string },
  { memory }: Around,
): SupplyPlace | Refusal {
  if ('words' in input) return { id: null, name: input.words }
  const place = memory.places().find(({ id }) => id === input.placeId)
  return place ? { id: place.id, name: place.name } : unknownPlace(input.placeId)
}

/**
 * The incident, and the step of it, that something is for. Refuses an unknown one of them, and a
 * three-minute drill (`drill-state`): it ends alone, and what was said in it would stay taken.
 */
export async function issueFor(
  input: {
    incidentId?: string | null | undefined
    planId?: string | null | undefined
    stepId?: string | null | undefined
  },
  { batch }: Pick<CommandContext, 'batch'>,
): Promise<IssueFor | null | Refusal> {
  const { incidentId, planId = null, stepId = null } = input
  if (!incidentId) return null
  const incident = await batch.incident(incidentId)
  if (!incident) return unknownIncident()
  if (incident.threeMinute) return inThreeMinutes()
  if (stepId !== null && !Object.hasOwn(incident.steps, stepId)) return unknownStep(stepId)
  return { incidentId, planId, stepId, drill: incident.drill }
}

/** What drawing them takes: days, places, and the incidents that these were issued for. */
export async function supplyView(
  issues: readonly Pick<SupplyIssue, 'for'>[],
  context: Pick<QueryContext, 'memory' | 'now' | 'library'>,
): Promise<SupplyView> {
  const { memory, now } = context
  const { zone } = memory.site
  const today = localDate(now(), zone)
  const policies = policiesAt(context)
  const remindDays = policyFor(policies, 'supply-expiry')?.remindDays ?? 0
  const incidents = new Map<string, { number: string | null; place: string }>()
  for (const incidentId of new Set(issues.flatMap((issue) => issue.for?.incidentId ?? []))) {
    const incident = await memory.incident(incidentId)
    if (incident)
      incidents.set(incidentId, {
        number: memory.numbering.of(incident) ?? null,
        place: inSentence(incident.place),
      })
  }
  return {
    ...{ today, zone, soon: datePlus(today, remindDays), placeOf: placeIn(context) },
    usualMonths: usualMonths(policies),
    forOf: (issue): IssueForRead | null =>
      issue.for && {
        ...issue.for,
        ...(incidents.get(issue.for.incidentId) ?? { number: null, place: '' }),
      },
  }
}

/** What an emergency record has to number by itself. */
export const isEmergency = ({ memory }: Around): boolean =>
  memory.documents.get('emergency', 'station') !== null
