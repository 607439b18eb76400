/** Handlers of corrective actions: the rules decide on a command made of the input. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import { readBy } from '#shared/domain/check/check.ts'
import { unknownCheck, unknownCheckItem } from '#shared/domain/check/refusals.ts'
import type { ActionSource } from '#shared/domain/corrective-action/action.ts'
import { nextActionNumber } from '#shared/domain/corrective-action/number.ts'
import { noPlanNamed, unknownAction } from '#shared/domain/corrective-action/refusals.ts'
import { unknownDrill, unknownFinding } from '#shared/domain/drill/refusals.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import { numberText } from '#shared/domain/incident/number.ts'
import { unknownIncident, unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { joinChanges } from '../../engine/changes.ts'
import type { CommandContext, Handler, PreparedHandler, Sealing } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { latestPlan, sourceOf } from '../plan/data.ts'
import { planChanges } from '../plan/decided.ts'
import { decided } from './decided.ts'

type SourceInput = Parsed<'action/open'>['source']

const noSuchPlan = (planId: string | null | undefined, context: CommandContext): Refusal | null =>
  planId && !latestPlan(planId, context) ? unknownPlan(planId) : null

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

const open: Handler<'action/open'> = async (input, context) => {
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

const amend: Handler<'action/amend'> = async (input, context) => {
  const { actionId, what, why, owner, due, planId, reason } = input
  const refused = (owner && refusedOwners([owner], context)) ?? noSuchPlan(planId, context)
  if (refused) return refused
  return decided(
    actionId,
    (sealing) => ({
      type: 'AmendAction',
      changed: {
        ...(what === undefined ? {} : { what: sealing.seal(what) }),
        ...(why === undefined ? {} : { why: sealing.sealOrNull(why) }),
        ...(owner === undefined ? {} : { owner: ownerOf(owner, sealing, context) }),
        ...(due === undefined ? {} : { due }),
        ...(planId === undefined ? {} : { planId }),
      },
      reason: sealing.sealOrNull(reason),
    }),
    context,
  )
}

const finish: Handler<'action/done'> = async ({ actionId, words, evidence, by, at }, context) => {
  const { memory, meta } = context
  const owner = memory.documents.get('action', actionId)?.owner
  if (owner?.person) await memory.fetchValues(owner.person)
  const person = by ?? memory.value(owner?.person ?? null) ?? meta.by
  return decided(
    actionId,
    ({ seal, sealOrNull }) => ({
      type: 'FinishAction',
      person: seal(person as Personal),
      words: seal(words),
      evidence: sealOrNull(evidence),
      doneAt: at ?? null,
    }),
    context,
  )
}

const check: Handler<'action/check'> = async ({ actionId, ok, words, by }, context) =>
  decided(
    actionId,
    ({ seal, sealOrNull }) => ({
      type: 'CheckAction',
      person: seal(by ?? (context.meta.by as Personal)),
      ok,
      words: sealOrNull(words),
    }),
    context,
  )

const withdraw: Handler<'action/withdraw'> = async ({ actionId, reason }, context) =>
  decided(actionId, ({ seal }) => ({ type: 'WithdrawAction', reason: seal(reason) }), context)

const undo: Handler<'action/undo'> = async ({ actionId }, context) =>
  decided(actionId, () => ({ type: 'UndoTurn' }), context)

/** The draft begins as the plan stands; the one that there is stays as it is. */
const draft: Handler<'action/draft'> = async ({ actionId }, context) => {
  const action = context.memory.documents.get('action', actionId)
  if (!action) return unknownAction()
  const { planId } = action
  if (planId === null) return noPlanNamed()
  const marked = await decided(actionId, () => ({ type: 'DraftAction' }), context, { planId })
  if (!marked.ok || context.sitePlans.state(planId).draft?.saved) return marked
  const source = sourceOf(planId, context)
  if (!source) return unknownPlan(planId)
  const begun = planChanges(planId, { type: 'SaveDraft', draft: source, basedOn: null }, context)
  return begun.ok ? joinChanges([begun, marked], { planId }) : begun
}

/** The file is made to stay before the record speaks of it: never the other way round. */
const attach: PreparedHandler<'action/file-attach', StoredFile> = {
  async prepare({ actionId, fileId }, { files, memory }) {
    if (!files) return filesNotOffered()
    if (!memory.documents.get('action', actionId)) return unknownAction()
    return (await files.keep(fileId)) ?? unknownFile()
  },
  handle: async ({ actionId, name }, context, file) =>
    (await context.files?.look(file.id)) // else purged meanwhile
      ? decided(
          actionId,
          ({ seal }) => ({ type: 'AttachToAction', file, name: seal(name) }),
          context,
        )
      : unknownFile(),
}

export const actionCommands = {
  'action/open': open,
  'action/amend': amend,
  'action/done': finish,
  'action/check': check,
  'action/withdraw': withdraw,
  'action/undo': undo,
  'action/draft': draft,
  'action/file-attach': attach,
}
