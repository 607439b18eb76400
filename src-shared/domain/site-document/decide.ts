/**
 * Decides how the documents of the site change: a draft is saved, faulty or not; approved, its
 * types, posts and clauses are those of the site. A document of the program is put away, whole.
 */
import { unreachable, type Decision } from '../decision.ts'
import { basisOf, staleness, type Approval, type BasedOn } from '../site-plan/decide.ts'
import { draftText, errorsIn, parseDraft } from '../site-plan/draft.ts'
import { planInUse } from '../site-plan/site-plan-refusals.ts'
import type { PlanDocument } from '../plan/document.ts'
import { marksTaken } from '../plan/held-marks.ts'
import type { LocalizedText } from '../text.ts'
import { isDocumentTooLarge, type CheckedDocument, type DocumentDraft } from './draft.ts'
import { droppedBetween } from './dropped.ts'
import {
  alreadyPutAway,
  documentAbolished,
  documentFaulty,
  documentIdDiffers,
  documentNotShipped,
  documentShipped,
  documentTooLarge,
  documentUnchanged,
  noDocumentDraft,
  notPutAway,
  unknownDocument,
} from './refusals.ts'
import type { SiteDocumentEvent, SiteDocumentState } from './stream.ts'

export type SaveDocumentDraft = { type: 'SaveDraft'; draft: DocumentDraft } & BasedOn
export type DiscardDocumentDraft = { type: 'DiscardDraft' } & BasedOn
export type ApproveDocument = { type: 'ApproveDocument' } & Approval
export type AbolishDocument = { type: 'AbolishDocument'; why: string; approvedBy: string }
export type PutDocumentAway = { type: 'PutAway'; why: string }
export type BringDocumentBack = { type: 'BringBack' }
export type SiteDocumentCommand =
  | SaveDocumentDraft
  | DiscardDocumentDraft
  | ApproveDocument
  | AbolishDocument
  | PutDocumentAway
  | BringDocumentBack

/**
 * `shipped`: the title of a document that came with the program, else null. `own`: the last text of
 * the site's own, in force or abolished, else null. `check`: the findings of a draft in the
 * company of all documents and plans. `annexes`: plans of other documents that extend one of its
 * plans.
 */
export type SiteDocumentWorld = {
  documentId: string
  shipped: LocalizedText | null
  own: PlanDocument | null
  check: (draft: DocumentDraft) => CheckedDocument
  annexes: readonly { id: string; title: LocalizedText }[]
}
export type SiteDocumentDecision = Decision<SiteDocumentEvent>

const accept = (event: SiteDocumentEvent): SiteDocumentDecision => ({ ok: true, events: [event] })

/** The name of the text that a person has before him who opens the document to edit it. */
export const documentBasis = ({ document, draft }: SiteDocumentState): string | null =>
  basisOf({ draft }, document?.current ?? null)

/** Refused if the document is not what the author had before him, where he says what he had. */
const stale = (state: SiteDocumentState, command: BasedOn) =>
  staleness({ draft: state.draft }, command, state.document?.current ?? null)

function saveDraft(
  state: SiteDocumentState,
  command: SaveDocumentDraft,
  { documentId, shipped }: SiteDocumentWorld,
): SiteDocumentDecision {
  const { draft, basedOn } = command
  if (shipped) return documentShipped(shipped)
  if (draft['id'] !== documentId) return documentIdDiffers(documentId)
  const written = draftText(draft)
  if (isDocumentTooLarge(written)) return documentTooLarge()
  return stale(state, command) ?? accept({ type: 'DraftSaved', draft: written, basedOn })
}

function approve(
  state: SiteDocumentState,
  command: ApproveDocument,
  world: SiteDocumentWorld,
): SiteDocumentDecision {
  const saved = state.draft?.saved
  if (!saved) return noDocumentDraft(world.documentId)
  const refusal = stale(state, command)
  if (refusal) return refusal
  const { findings, revision, document } = world.check(parseDraft(saved.draft))
  if (revision === null || errorsIn(findings).length > 0) return documentFaulty(errorsIn(findings))
  const inForce = state.document?.abolished ? null : (state.document?.current ?? null)
  if (inForce?.revision === revision) return documentUnchanged()
  const approvals = state.document?.record.filter(({ number }) => number !== null).length ?? 0
  const { number, why, approvedBy } = command
  const dropped = world.own && document && droppedBetween(world.own, document)
  return accept({
    type: 'DocumentApproved',
    kind: inForce ? 'revised' : 'made',
    number: number ?? String(approvals + 1),
    why,
    approvedBy,
    revision,
    draft: saved.draft,
    ...(dropped && { dropped }),
  })
}

function abolish(
  { document }: SiteDocumentState,
  { why, approvedBy }: AbolishDocument,
  { documentId, shipped, own, annexes }: SiteDocumentWorld,
): SiteDocumentDecision {
  if (shipped) return documentShipped(shipped)
  if (!document?.current || !own) return unknownDocument(documentId)
  if (document.abolished) return documentAbolished(own.title)
  if (annexes.length > 0) return planInUse(own.title, annexes)
  const { revision } = document.current
  const marks = marksTaken(own.types, [])
  return accept({
    ...{ type: 'DocumentAbolished', why, approvedBy, revision },
    ...(marks.length > 0 && { marks }),
  })
}

function putAway(
  { document }: SiteDocumentState,
  { why }: PutDocumentAway,
  { documentId, shipped, own, annexes }: SiteDocumentWorld,
): SiteDocumentDecision {
  if (!shipped) return own ? documentNotShipped(own.title) : unknownDocument(documentId)
  if (document?.putAway) return alreadyPutAway(shipped)
  return annexes.length > 0 ? planInUse(shipped, annexes) : accept({ type: 'DocumentPutAway', why })
}

/**
 * Refusals: `bad-input` (the draft has another id), `document-shipped`, `document-not-shipped`,
 * `draft-too-large`, `draft-stale`, `no-draft`, `draft-faulty`, `nothing-changed`,
 * `unknown-document`, `document-abolished`, `plan-in-use` (`details`: the annexes), `no-change`.
 */
export function decideSiteDocument(
  state: SiteDocumentState,
  command: SiteDocumentCommand,
  world: SiteDocumentWorld,
): SiteDocumentDecision {
  switch (command.type) {
    case 'SaveDraft':
      return saveDraft(state, command, world)
    case 'DiscardDraft':
      if (!state.draft?.saved) return noDocumentDraft(world.documentId)
      return stale(state, command) ?? accept({ type: 'DraftDiscarded' })
    case 'ApproveDocument':
      return approve(state, command, world)
    case 'AbolishDocument':
      return abolish(state, command, world)
    case 'PutAway':
      return putAway(state, command, world)
    case 'BringBack':
      if (!world.shipped) return unknownDocument(world.documentId)
      return state.document?.putAway
        ? accept({ type: 'DocumentBroughtBack' })
        : notPutAway(world.shipped)
    default:
      return unreachable(command)
  }
}
