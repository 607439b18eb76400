/** Reads the files of plans and documents, and whether there is what they belong to. */
import type { BoardFile } from '#shared/domain/board/file-types.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { unknownPlan } from '#shared/domain/incident/record/refusals.ts'
import {
  attachmentKey,
  type AttachmentSubject,
  type PlanAttachments,
} from '#shared/domain/plan-attachment/attachment.ts'
import { drawAttachments } from '#shared/domain/plan-attachment/draw.ts'
import { unknownDocument } from '#shared/domain/site-document/refusals.ts'
import { unknownEntry } from '#shared/domain/upkeep/refusals.ts'
import type { StationContext } from '../handler.ts'
import { pageOf } from '../document/data.ts'
import { latestPlan } from '../plan/data.ts'

type Around = Pick<
  StationContext,
  'memory' | 'sitePlans' | 'siteDocuments' | 'planSources' | 'shipped'
>

export const attachmentsOf = (
  subject: AttachmentSubject,
  { memory }: Pick<Around, 'memory'>,
): PlanAttachments | null => memory.documents.get('attachments', attachmentKey(subject)) ?? null

/** Those that stand, as screens show them. */
export const standingFiles = (
  subject: AttachmentSubject,
  context: Pick<Around, 'memory'>,
): readonly BoardFile[] =>
  drawAttachments(attachmentsOf(subject, context)).filter(({ withdrawn }) => !withdrawn)

/**
 * Why nothing can be attached to it (`unknown-plan`, `unknown-document`, `unknown-entry`); null: it
 * is there.
 */
export function noSubject(subject: AttachmentSubject, context: Around): Refusal | null {
  if ('filingId' in subject) {
    const { filingId } = subject
    const isKnown = [...context.memory.documents.all('upkeep').values()].some(({ filings }) =>
      filings.some(({ id }) => id === filingId),
    )
    return isKnown ? null : unknownEntry()
  }
  if ('documentId' in subject) {
    const { documentId } = subject
    const isDraft = Boolean(context.siteDocuments.state(documentId).draft?.saved)
    return isDraft || pageOf(documentId, context) ? null : unknownDocument(documentId)
  }
  const { planId } = subject
  const isDraft = Boolean(context.sitePlans.state(planId).draft?.saved)
  return isDraft || latestPlan(planId, context) ? null : unknownPlan(planId)
}
