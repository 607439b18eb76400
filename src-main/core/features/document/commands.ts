/** Handlers that change documents: the site's rules decide on a command made of the input. */
import type { Refusal } from '#shared/domain/decision.ts'
import { documentBasis } from '#shared/domain/site-document/decide.ts'
import type { CheckedDocument, DocumentDraft } from '#shared/domain/site-document/draft.ts'
import { documentShipped, noDocumentDraft } from '#shared/domain/site-document/refusals.ts'
import { parseDraft } from '#shared/domain/site-plan/draft.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import { isRefusal, type CommandName, type Handler } from '../handler.ts'
import { heldDocument } from '../paper/data.ts'
import { planChanges } from '../plan/decided.ts'
import { checkAlone, checkDocument, followed, plansOf, shippedDocument } from './data.ts'
import { documentChanges, plansApproved } from './decided.ts'
import { importPackage } from './import.ts'

const saveDraft: Handler<'documents/draft-save'> = async (
  { document, draft, basedOn = null },
  context,
) =>
  documentChanges(document, { type: 'SaveDraft', draft, basedOn }, context, (after) => ({
    findings: checkDocument(draft, context).findings,
    basedOn: documentBasis(after),
  }))

const approve: Handler<'documents/approve'> = async (input, context) => {
  const { document: id, number = null, why, approvedBy, basedOn = null, plans: named = [] } = input
  const { siteDocuments, planSources } = context
  const shipped = shippedDocument(id, context)
  if (shipped) return documentShipped(shipped.title)
  const refused = await heldDocument(id, named, context)
  if (refused) return refused
  const saved = siteDocuments.state(id).draft?.saved
  const inForce = siteDocuments.inForce()
  const current = inForce.find(({ data }) => data.id === id) ?? null
  if (!saved && (!current || named.length === 0)) return noDocumentDraft(id)
  const text = saved ? planSources.documentText(parseDraft(saved.draft)) : current
  const { follows, findings: broken } =
    saved && text
      ? followed(text, context, new Set(named)) // lints every plan of it: once is enough
      : { follows: [], findings: [] }
  const command = { type: 'ApproveDocument', number, why, approvedBy, basedOn } as const
  const check = (draft: DocumentDraft): CheckedDocument => {
    const checked = checkAlone(draft, context)
    return { ...checked, findings: [...checked.findings, ...broken] }
  }
  const ofDocument = saved ? documentChanges(id, command, context, () => ({}), check) : null
  if (ofDocument?.ok === false) return ofDocument
  if (!text) return noDocumentDraft(id)
  const ofPlans = plansApproved(
    { id, title: text.page.title },
    { named, following: follows.map(({ planId }) => planId) },
    planSources.withText(inForce, text),
    { why, approvedBy, plansBasedOn: input.plansBasedOn ?? {} },
    context,
  )
  if (isRefusal(ofPlans)) return ofPlans
  return joinChanges([...(ofDocument ? [ofDocument] : []), ...ofPlans.changes], {
    revision: text.revision,
    plans: [...ofPlans.approvals],
  })
}

/** With its plans, which no annex of another document may need. */
const abolish: Handler<'documents/abolish'> = async (
  { document: id, why, approvedBy },
  context,
) => {
  const changes = documentChanges(id, { type: 'AbolishDocument', why, approvedBy }, context)
  if (!changes.ok) return changes
  const all: Changes[] = [changes]
  for (const plan of plansOf(id, context)) {
    const command = { type: 'AbolishPlan', why, approvedBy } as const
    const ofPlan: Changes | Refusal = planChanges(plan.id, command, context, () => ({}), {
      inForce: [],
    })
    if (!ofPlan.ok) return ofPlan
    all.push(ofPlan)
  }
  return joinChanges(all)
}

type DocumentCommandName = Extract<CommandName, `documents/${string}`>

export const documentCommands: { [N in DocumentCommandName]: Handler<N> } = {
  'documents/draft-save': saveDraft,
  'documents/draft-discard': async ({ document, basedOn = null }, context) =>
    documentChanges(document, { type: 'DiscardDraft', basedOn }, context),
  'documents/approve': approve,
  'documents/abolish': abolish,
  'documents/put-away': async ({ document, why }, context) =>
    documentChanges(document, { type: 'PutAway', why }, context),
  'documents/bring-back': async ({ document }, context) =>
    documentChanges(document, { type: 'BringBack' }, context),
  'documents/import': importPackage,
}
