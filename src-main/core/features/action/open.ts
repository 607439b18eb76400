/** Opens a corrective action: for its own request, and for what opens one in the same commit. */
import type { Parsed } from '#shared/contract/contract.ts'
import { readBy } from '#shared/domain/check/check.ts'
import { unknownCheck, unknownCheckItem } from '#shared/domain/check/refusals.ts'
import type { ActionSource } from '#shared/domain/corrective-action/action.ts'
import { nextActionNumber } from '#shared/domain/corrective-action/number.ts'
import { unknownDrill, unknownFinding } from '#shared/domain/drill/refusals.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { numberText } from '#shared/domain/incident/number.ts'
import { unknownIncident, unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import type { CommandContext, Handler, Sealing } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { latestPlan } from '../plan/data.ts'
import { decided } from './decided.ts'

type SourceInput = Parsed<'action/open'>['source']

/** A plan that the library has not (`unknown-plan`). */
export const noSuchPlan = (
  planId: string | null | undefined,
  context: CommandContext,
): Refusal | null => (planId && !latestPlan(planId, context) ? unknownPlan(planId) : null)

/** An item that no check has (`unknown-check`, `unknown-item`). */
function noSuchItem(
  { checkId, itemId }: Extract<SourceInput, { hazard: unknown }>,
  { memory }: CommandContext,
): Refusal | null {
  if (!checkId) return null
  const check = memory.documents.get('check', checkId)
  const list = check && memory.documents.get('checklist', check.checklistId)
  if (!check || !list) return unknownCheck()
  return itemId && !readBy(check, list).items.some(({ id }) => id === itemId)
    ? unknownCheckItem()
    : null
}

async function refusedSource(
  source: SourceInput,
  context: CommandContext,
): Promise<Refusal | null> {
  if ('planId' in source) return noSuchPlan(source.planId, context)
  if ('drillId' in source) {
    const drill = context.memory.documents.get('drill', source.drillId)
    if (!drill) return unknownDrill()
    const isThere = drill.findings.some(({ id }) => id === source.finding)
    return source.finding && !isThere ? unknownFinding() : null
  }
  if ('hazard' in source) return noSuchItem(source, context)
  if (!('incidentId' in source)) return null
  return (await context.batch.incident(source.incidentId)) ? null : unknownIncident()
}

async function sourceIn(
  source: SourceInput,
  { batch }: CommandContext,
): Promise<(sealing: Sealing) => ActionSource> {
  if ('planId' in source) return () => ({ planId: source.planId })
  if ('words' in source) return ({ seal }) => ({ words: seal(source.words) })
  if ('drillId' in source) {
    const { drillId, finding: ofDrill } = source
    return () => ({ drillId, ...(ofDrill ? { finding: ofDrill } : {}) })
  }
  if ('hazard' in source) {
    const { hazard, place, checkId = null, itemId = null, pointId = null } = source
    return ({ sealOrNull }) => ({ hazard, place: sealOrNull(place), checkId, itemId, pointId })
  }
  const { incidentId, finding } = source
  const drill = (await batch.incident(incidentId))?.drill ?? false
  return () => ({
    incidentId,
    ...(drill ? { drill: true as const } : {}),
    ...(finding ? { finding } : {}),
  })
}

/**
 * Opens one, whoever asks for it: its number, where it comes from, and what speaks against it. Its
 * reply is `{ actionId, number }`.
 */
export const openAction: Handler<'action/open'> = async (input, context) => {
  const { what, why, owner, due, source, planId = null } = input
  const refused =
    refusedOwners([owner], context) ??
    (await refusedSource(source, context)) ??
    noSuchPlan(planId, context)
  if (refused) return refused
  const { memory, vault, meta } = context
  const actionId = vault.id(meta.at)
  const taken = [...memory.documents.all('action').values()].map((action) => action.number)
  const emergency = memory.documents.get('emergency', 'station')
  const earlier = Object.entries(emergency?.numbers ?? {}).map(([prefix, nth]) =>
    numberText({ prefix, nth }),
  )
  const number = nextActionNumber([...taken, ...earlier], {
    at: meta.at,
    zone: memory.site.zone,
    emergency: emergency !== null,
  })
  const from = await sourceIn(source, context)
  return decided(
    actionId,
    (sealing) => ({
      type: 'OpenAction',
      ...{ number, due, planId, source: from(sealing) },
      what: sealing.seal(what),
      why: sealing.sealOrNull(why),
      owner: ownerOf(owner, sealing, context),
    }),
    context,
    { actionId, number },
  )
}
