/** What a command on a document of the site changes, and an approval of it in its plans. */
import type { Refusal } from '#shared/domain/decision.ts'
import {
  decideSiteDocument,
  type SiteDocumentCommand,
  type SiteDocumentWorld,
} from '#shared/domain/site-document/decide.ts'
import type { CheckedDocument, DocumentDraft } from '#shared/domain/site-document/draft.ts'
import { planOfAnotherDocument } from '#shared/domain/site-document/refusals.ts'
import { siteDocumentStream, type SiteDocumentState } from '#shared/domain/site-document/stream.ts'
import type { SitePlanCommand } from '#shared/domain/site-plan/decide.ts'
import { storedDraft, type CheckedDraft, type PlanDraft } from '#shared/domain/site-plan/draft.ts'
import { draftFaulty } from '#shared/domain/site-plan/site-plan-refusals.ts'
import type { SitePlanState } from '#shared/domain/site-plan/stream.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { streamChanges, type Changes } from '../../engine/changes.ts'
import type { DocumentText, Json } from '../../ports.ts'
import { carriedBy } from '../action/decided.ts'
import { isRefusal, type CommandContext } from '../handler.ts'
import { planChanges } from '../plan/decided.ts'
import { annexesOf, checkAlone, plansInForce, shippedDocument } from './data.ts'

const worldOf = (documentId: string, context: CommandContext): SiteDocumentWorld => ({
  documentId,
  shipped: shippedDocument(documentId, context)?.title ?? null,
  own: context.siteDocuments.text(documentId)?.page ?? null,
  check: (draft) => checkAlone(draft, context),
  annexes: annexesOf(documentId, context),
})

/**
 * `replyOf` makes the reply of the document as it is after the command; `check` judges a draft
 * otherwise, where its plans are approved with it.
 */
export function documentChanges(
  documentId: string,
  command: SiteDocumentCommand,
  context: CommandContext,
  replyOf: (after: SiteDocumentState) => Json = () => ({}),
  check?: (draft: DocumentDraft) => CheckedDocument,
): Changes | Refusal {
  const { meta, siteDocuments } = context
  const state = siteDocuments.state(documentId)
  const world = worldOf(documentId, context)
  const decision = decideSiteDocument(state, command, check ? { ...world, check } : world)
  if (!decision.ok) return decision
  const { events } = decision
  const after = events.reduce(
    (before, event) => siteDocumentStream.evolve(before, { ...event, ...meta }),
    state,
  )
  const reply = replyOf(after)
  return streamChanges(siteDocumentStream, documentId, state, { events, meta, reply })
}

export type PlanApproval = { planId: string; revision: string }
/** `plansBasedOn`: by plan, the text of its draft that whoever approves has before him. */
type Approving = { why: string; approvedBy: string; plansBasedOn: Readonly<Record<string, string>> }

/** What was found in a plan, with its paths as those of a whole file. */
const inWhole = (planId: string, { findings, plan }: CheckedDraft): CheckedDraft => ({
  plan,
  findings: findings.map((finding) => ({
    ...finding,
    path: `plans.${planId}${finding.path && `.${finding.path}`}`,
  })),
})

const revisionAfter = ({ plan }: SitePlanState): { revision: string; number: string } => ({
  revision: plan?.current?.revision ?? '',
  number: plan?.record.at(-1)?.number ?? '',
})

/**
 * The plans of a document that is being approved: `named` are approved as they are being written,
 * `following` are merged anew. All are judged together, in the company of what else is in force,
 * which they may not break.
 */
export function plansApproved(
  { id, title }: { id: string; title: LocalizedText },
  { named, following }: { named: readonly string[]; following: readonly string[] },
  documents: readonly DocumentText[],
  { plansBasedOn, ...approving }: Approving,
  context: CommandContext,
): { approvals: readonly PlanApproval[]; changes: readonly Changes[] } | Refusal {
  const { planSources, siteDocuments, sitePlans } = context
  const draftOf = (planId: string): PlanDraft | null => {
    const { draft, plan } = sitePlans.state(planId)
    const stored = named.includes(planId) ? draft?.saved : plan?.current
    return stored ? storedDraft(stored) : null
  }
  for (const planId of named) {
    const draft = draftOf(planId)
    if (draft && draft['document'] !== id) return planOfAnotherDocument(planId, title)
  }
  const all = [...new Set([...named, ...following])]
  const written = all.flatMap((planId) => {
    const draft = draftOf(planId)
    return draft ? [{ planId, draft }] : []
  })
  const { drafts, broken } = planSources.checkTogether(
    written.map(({ draft }) => draft),
    { plans: plansInForce(context), documents, before: siteDocuments.inForce() },
  )
  if (broken.length > 0) return draftFaulty(broken.map(({ finding }) => finding))
  const checked = new Map(
    written.map(({ planId }, index) => [
      planId,
      inWhole(planId, drafts[index] ?? { findings: [], plan: null }),
    ]),
  )
  const approvals: PlanApproval[] = []
  const changes: Changes[] = []
  for (const planId of all) {
    const command: SitePlanCommand = named.includes(planId)
      ? { type: 'ApproveDraft', number: null, basedOn: plansBasedOn[planId] ?? null, ...approving }
      : { type: 'FollowDocument', ...approving }
    const check = (): CheckedDraft => checked.get(planId) ?? { findings: [], plan: null }
    const changed = planChanges(planId, command, context, revisionAfter, { check })
    if (!changed.ok) return changed
    const { revision, number } = changed.reply as { revision: string; number: string }
    approvals.push({ planId, revision })
    changes.push(changed)
    if (!named.includes(planId)) continue
    const carried = carriedBy({ planId, revision, number }, undefined, context)
    if (isRefusal(carried)) return carried
    changes.push(...carried)
  }
  return { approvals, changes }
}
