/** Files a report as a new incident: what may be the same one, which plans its words suggest. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { isDiscreetPlan } from '#shared/domain/incident/record/discreet.ts'
import { unknownType } from '#shared/domain/incident/record/refusals.ts'
import { initialIncident, isTerminal, type Incident } from '#shared/domain/incident/record/state.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { byItsName } from '#shared/domain/places/known.ts'
import { isDiscreetType, namesDiscreet } from '#shared/domain/plan/danger.ts'
import { isSealed, shown } from '#shared/domain/sealed.ts'
import { NO_AREA } from '#shared/domain/statistics/incident-stats.ts'
import { decideIncident, type Changes } from '../../engine/changes.ts'
import { guardedPlace, possibleTypes } from '../guarded.ts'
import { sealer, type CommandContext, type StationContext } from '../handler.ts'

const HALF_HOUR_MS = 30 * 60_000

type Report = { drill: boolean; place: string; type: string | null; at: number }

/** The answer stays with the record: of a place that is sealed there only its area is said. */
const placeInAnswer = ({ place, area = '' }: Incident): string =>
  isSealed(place) ? area || NO_AREA : place

/**
 * Running incidents that may be the same one: same place, or same type within half an hour; a drill
 * is never a real one. Noticed, never refused.
 */
const similarTo = (
  { drill, place, type, at }: Report,
  { memory }: StationContext,
): { incidentId: string; place: string }[] =>
  [...memory.incidents.values()]
    .filter((incident) => !isTerminal(incident.state) && incident.drill === drill)
    .filter(
      (incident) =>
        shown(incident.place, memory.value) === place ||
        (type !== null && incident.type === type && at - incident.receivedAt < HALF_HOUR_MS),
    )
    .map((incident) => ({ incidentId: incident.id, place: placeInAnswer(incident) }))

/** Whether words lead to what is handled quietly: by the type that was heard, else by the plan. */
function leadsToDiscreet(
  first: { planId: string; type: string | null } | undefined,
  { library }: StationContext,
): boolean {
  if (!first) return false
  if (first.type !== null) return isDiscreetType(first.type, library.types())
  const plan = library.plan(first.planId)
  return plan !== null && isDiscreetPlan(plan, library.types())
}

/** `others`: numbers that the same command uses already. `threeMinute`: a three-minute drill. */
export async function fileReport(
  input: Parsed<'incident/report'>,
  context: CommandContext,
  { others = [], threeMinute = false }: { others?: readonly string[]; threeMinute?: boolean } = {},
): Promise<Changes | Refusal> {
  const { meta, batch, vault, library } = context
  const type = input.type ? library.types().find(({ code }) => code === input.type) : null
  if (type === undefined) return unknownType(input.type ?? '')
  const drill = input.drill ?? false
  const id = vault.id(meta.at)
  const sealing = sealer(vault, incidentStream.nameOf(id))
  const { seal, seals } = sealing
  const proposals = context.propose(input.narrative, drill)
  const first = proposals.find(({ words }) => words.length > 0) // the general plan suggests no type
  const suggested = possibleTypes(
    type?.code ?? first?.type ?? null,
    first ? [first.planId] : [],
    context,
  )
  const isLikelyDiscreet =
    type === null &&
    (leadsToDiscreet(first, context) || namesDiscreet(input.narrative, library.everything().types))
  const reply = {
    incidentId: id,
    // the answer stays with the record: nothing in it may be the caller's own words, as a guessed
    // place would be
    proposals: proposals.map(({ planId, type: code, title, reason, words, preselected }) => ({
      planId,
      type: code,
      title,
      reason,
      words,
      preselected,
    })),
    similar: similarTo(
      {
        drill,
        place: byItsName(input.place, context.memory.places()),
        type: type?.code ?? null,
        at: meta.at,
      },
      context,
    ),
  }
  return decideIncident(
    { incident: initialIncident(id), meta, world: batch.world(meta.at), seals },
    {
      type: 'ReportIncident',
      ...guardedPlace(input, { codes: suggested }, sealing, context),
      narrative: seal(input.narrative),
      incidentType: type && { code: type.code, category: type.category, legal: type.legal },
      channel: input.channel ?? null,
      reporter: sealing.sealOrNull(input.reporter),
      occurredAt: input.occurredAt ?? null,
      drill,
      ...(threeMinute ? { threeMinute: true as const } : {}),
      ...(isLikelyDiscreet ? { likelyDiscreet: true as const } : {}),
      number: await batch.nextNumber({ at: meta.at, drill }, others),
      ...(input.receivedAt ? { receivedAt: input.receivedAt } : {}),
      ...(input.source ? { source: input.source } : {}),
    },
    reply,
  )
}
