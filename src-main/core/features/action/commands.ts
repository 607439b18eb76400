/** Handlers of corrective actions: the rules decide on a command made of the input. */
import type { Personal } from '#shared/contract/personal.ts'
import { noPlanNamed, unknownAction } from '#shared/domain/corrective-action/refusals.ts'
import { filesNotOffered, unknownFile } from '#shared/domain/incident/record/file-refusals.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import { joinChanges } from '../../engine/changes.ts'
import type { Handler, PreparedHandler } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { sourceOf } from '../plan/data.ts'
import { planChanges } from '../plan/decided.ts'
import { decided } from './decided.ts'
import { noSuchPlan, openAction } from './open.ts'

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
  'action/open': openAction,
  'action/amend': amend,
  'action/done': finish,
  'action/check': check,
  'action/withdraw': withdraw,
  'action/undo': undo,
  'action/draft': draft,
  'action/file-attach': attach,
}
