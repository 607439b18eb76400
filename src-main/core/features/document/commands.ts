/** Handlers that change documents: the site's rules decide on a command made of the input. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { documentBasis } from '#shared/domain/site-document/decide.ts'
import type { CheckedDocument, DocumentDraft } from '#shared/domain/site-document/draft.ts'
import { documentShipped, noDocumentDraft } from '#shared/domain/site-document/refusals.ts'
import { storedDraft } from '#shared/domain/site-plan/draft.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import type { DocumentText } from '../../ports.ts'
import {
  isRefusal,
  type CommandContext,
  type CommandHandler,
  type CommandName,
  type Handler,
  type PreparedHandler,
  type StationContext,
} from '../handler.ts'
import { heldDocument } from '../paper/data.ts'
import { planChanges } from '../plan/decided.ts'
import { checkAlone, checkDocument, followed, plansOf, shippedDocument } from './data.ts'
import { documentChanges, plansApproved } from './decided.ts'
import { importPackage } from './import.ts'
import { lookAhead } from './look-ahead.ts'

/** What is found in it is told with the reply, so that it is looked at before its batch. */
const saveDraft: PreparedHandler<'documents/draft-save', null> = {
  async prepare({ draft }, context) {
    const text = context.planSources.documentText(draft)
    if (text) await lookAhead(text, context)
    return null
  },
  handle: async ({ document, draft, basedOn = null }, context) =>
    documentChanges(document, { type: 'SaveDraft', draft, basedOn }, context, (after) => ({
      findings: checkDocument(draft, context).findings,
      basedOn: documentBasis(after),
    })),
}

/** The text that an approval makes that of the site: as it is being written, else as it stands. */
function textOf(id: string, { siteDocuments, planSources }: StationContext): DocumentText | null {
  const saved = siteDocuments.state(id).draft?.saved
  return saved
    ? planSources.documentText(storedDraft(saved))
    : (siteDocuments.inForce().find(({ data }) => data.id === id) ?? null)
}

const approve: PreparedHandler<'documents/approve', null> = {
  async prepare({ document }, context) {
    const text = textOf(document, context)
    if (text) await lookAhead(text, context)
    return null
  },
  handle: approved,
}

async function approved(
  input: Parsed<'documents/approve'>,
  context: CommandContext,
): Promise<Changes | Refusal> {
  const { document: id, number = null, why, approvedBy, basedOn = null, plans: named = [] } = input
  const { siteDocuments, planSources } = context
  const shipped = shippedDocument(id, context)
  if (shipped) return documentShipped(shipped.title)
  const refused = await heldDocument(id, named, context)
  if (refused) return refused
  const saved = siteDocuments.state(id).draft?.saved
  const text = textOf(id, context)
  if (!saved && (!text || named.length === 0)) return noDocumentDraft(id)
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
    planSources.withText(siteDocuments.inForce(), text),
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

export const documentCommands: { [N in DocumentCommandName]: CommandHandler<N> } = {
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
