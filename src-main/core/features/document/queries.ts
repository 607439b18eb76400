/**
 * Handlers that read documents: those of the site with what it made of them, drafts, the record,
 * what changed, and the whole document as one file.
 */
import type { DocumentMarks, DocumentRecord, DocumentSummary } from '#shared/contract/documents.ts'
import { asRecorded } from '#shared/domain/event-stream.ts'
import { concerns } from '#shared/domain/plan/concerns.ts'
import { diffDocuments } from '#shared/domain/plan/document-diff.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { documentBasis } from '#shared/domain/site-document/decide.ts'
import type { DocumentDraft } from '#shared/domain/site-document/draft.ts'
import {
  documentFaulty,
  noDocumentDraft,
  unknownDocument,
} from '#shared/domain/site-document/refusals.ts'
import { siteDocumentStream, type DocumentApproved } from '#shared/domain/site-document/stream.ts'
import { errorsIn, parseDraft, type PlanDraft } from '#shared/domain/site-plan/draft.ts'
import { isRefusal, type QueryContext, type QueryHandler, type QueryName } from '../handler.ts'
import { replied, savedDraft, sourceOf, titleOf } from '../plan/data.ts'
import { unknownRevision } from '../plan/refusals.ts'
import { checkAlone, checkDocument, draftsOf, pageOf, plansOf, shippedDocument } from './data.ts'
import { lookAhead } from './look-ahead.ts'
import { filesToPack } from './package-files.ts'

/** Of the site's own: its kinds leave out what the site is. */
const isElsewhere = ({ siteKinds }: Pick<PlanDocument, 'siteKinds'>, context: QueryContext) =>
  !concerns(siteKinds, context.memory.site.kinds)

const marks = (page: PlanDocument, context: QueryContext): DocumentMarks => {
  const { id } = page
  const { siteDocuments } = context
  const { document, draft } = siteDocuments.state(id)
  const isOfSite = shippedDocument(id, context) === null
  const isAbolished = siteDocuments.isAbolished(id)
  return {
    own: isOfSite,
    abolished: isAbolished,
    putAway: siteDocuments.isPutAway(id),
    elsewhere: isOfSite && !isAbolished && isElsewhere(page, context),
    draft: Boolean(draft?.saved) || draftsOf(id, context).length > 0,
    revision: document?.current?.revision ?? null,
  }
}

/**
 * The plans of a document that the site has, or would have if it were brought back; and its own
 * that are for other kinds of site.
 */
const planIds = (id: string, context: QueryContext) => {
  const { library, sitePlans, siteDocuments } = context
  const all = plansOf(id, context)
  const plans = siteDocuments.isPutAway(id)
    ? all.filter((plan) => !isElsewhere(plan, context))
    : library.plans().filter((plan) => plan.document === id)
  const others = all.filter(
    (plan) => sitePlans.state(plan.id).plan?.current && isElsewhere(plan, context),
  )
  return {
    plans: plans.map((plan) => plan.id),
    otherPlans: others.map((plan) => ({ id: plan.id, title: plan.title })),
  }
}

const summary = (document: PlanDocument, context: QueryContext): DocumentSummary => {
  const { id, title, siteKinds, number, completeness, openPoints } = document
  return {
    ...{ id, title, siteKinds, number, completeness, openPoints },
    ...marks(document, context),
    ...planIds(id, context),
  }
}

/**
 * In use, abolished, for other kinds of site, put away; each in the order of the installation, then
 * of their making. Of the program only what concerns the site; what it has written itself is found
 * whatever it is for.
 */
function listed(context: QueryContext): readonly PlanDocument[] {
  const { planSources, siteDocuments } = context
  const shipped = planSources.documents()
  const ofSite = siteDocuments.everything().map(({ page }) => page)
  const isAway = ({ id }: PlanDocument): boolean => siteDocuments.isPutAway(id)
  const isHere = (document: PlanDocument): boolean => !isElsewhere(document, context)
  return [
    ...shipped.filter((document) => isHere(document) && !isAway(document)),
    ...ofSite.filter(isHere), // those in force stand before the abolished ones
    ...ofSite.filter((document) => !isHere(document)),
    ...shipped.filter((document) => isHere(document) && isAway(document)),
  ]
}

/** The file of a document of the program or the site, in force or abolished. */
const documentSource = (id: string, context: QueryContext): DocumentDraft | null => {
  const { current } = context.siteDocuments.state(id).document ?? {}
  return current ? parseDraft(current.draft) : context.planSources.documentSource(id)
}

/** One text of a document, as the record or the program has it, or as somebody is writing it. */
async function side(id: string, which: string, context: QueryContext) {
  const { journal, planSources, siteDocuments } = context
  if (which === 'draft') {
    const { saved } = siteDocuments.state(id).draft ?? {}
    if (!saved) return noDocumentDraft(id)
    const { document, findings } = checkAlone(parseDraft(saved.draft), context)
    return document ?? documentFaulty(errorsIn(findings))
  }
  const events = await journal.events(siteDocumentStream.nameOf(id))
  for (const stored of events) {
    if (stored.type !== 'DocumentApproved') continue
    const { revision, draft } = asRecorded<DocumentApproved>(stored)
    const text = revision === which ? planSources.documentText(parseDraft(draft)) : null
    if (text) return text.page
  }
  return unknownRevision(id, which)
}

const diff: QueryHandler<'documents/diff'> = async ({ document, from, to }, context) => {
  if (pageOf(document, context) === null && !context.siteDocuments.state(document).draft?.saved)
    return unknownDocument(document)
  const before: PlanDocument | Refusal = await side(document, from, context)
  if (isRefusal(before)) return before
  const after: PlanDocument | Refusal = await side(document, to, context)
  return isRefusal(after) ? after : replied({ changes: diffDocuments(before, after) })
}

const SHIPPED: DocumentRecord = {
  ...{ kind: 'shipped', number: null, at: null, by: null },
  ...{ why: null, approvedBy: null, revision: null },
}

/** The drafts of a document that was never in force, else what is in force of it. */
const exported: QueryHandler<'documents/export'> = async ({ document: id }, context) => {
  const { siteDocuments, planFiles } = context
  const saved = siteDocuments.state(id).draft?.saved
  const inForce = documentSource(id, context)
  const document = inForce ?? (saved ? parseDraft(saved.draft) : null)
  if (!document) return unknownDocument(id)
  const inPlace = (): PlanDraft[] =>
    plansOf(id, context).flatMap((plan): PlanDraft[] => {
      const source = sourceOf(plan.id, context)
      return source ? [source] : []
    })
  const plans = inForce ? inPlace() : draftsOf(id, context).map((written) => written.draft)
  const planIds = plans.map((plan) => String(plan['id']))
  const { packed, left } = await filesToPack(id, planIds, context)
  const yaml = await planFiles.writePackage({ document, plans, attachments: packed })
  const files = new Map(packed.map(({ sha256: fileId, bytes }) => [fileId, { fileId, bytes }]))
  return replied({ fileName: `${id}.document.yaml`, yaml, files: [...files.values()], left })
}

type Asking = Extract<QueryName, `documents/${string}`>

export const documentQueries: { [N in Asking]: QueryHandler<N> } = {
  'documents/list': async (_input, context) =>
    replied(listed(context).map((document) => summary(document, context))),
  'documents/read': async ({ document: id }, context) => {
    const page = pageOf(id, context)
    return page
      ? replied({ ...page, ...marks(page, context), ...planIds(id, context) })
      : unknownDocument(id)
  },
  'documents/drafts': async (_input, context) => {
    const { siteDocuments } = context
    return replied(
      siteDocuments.ids().flatMap((id) => {
        const { saved } = siteDocuments.state(id).draft ?? {}
        if (!saved) return []
        const { savedAt, by } = saved
        const isNew = siteDocuments.text(id) === null
        const title = titleOf(parseDraft(saved.draft))
        const plans = draftsOf(id, context).map(({ planId }) => planId)
        return [{ document: id, title, isNew, savedAt, by, plans }]
      }),
    )
  },
  'documents/draft-read': async ({ document: id }, context) => {
    const state = context.siteDocuments.state(id)
    return replied(savedDraft(state.draft, documentBasis(state)))
  },
  'documents/source': async ({ document: id }, context) => {
    const draft = documentSource(id, context)
    return draft ? replied({ draft }) : unknownDocument(id)
  },
  'documents/check': async ({ draft }, context) => {
    const text = context.planSources.documentText(draft)
    if (text) await lookAhead(text, context)
    return replied(checkDocument(draft, context))
  },
  'documents/revisions': async ({ document: id }, context) => {
    const shipped = shippedDocument(id, context) !== null
    const record = context.siteDocuments.state(id).document?.record ?? []
    if (!shipped && record.length === 0) return unknownDocument(id)
    return replied([...record.toReversed(), ...(shipped ? [SHIPPED] : [])])
  },
  'documents/diff': diff,
  'documents/export': exported,
}
