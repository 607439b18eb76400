/**
 * Defines the draft of a document of the site: the JSON of a document file (docs/plan-format.md §5)
 * as somebody is writing it, with what is found in it.
 */
import type { PlanDocument } from '../plan/document.ts'
import type { LocalizedText } from '../text.ts'
import { bytesOf, isPlanId, type PlanFinding } from '../site-plan/draft.ts'

export type DocumentDraft = Record<string, unknown>
/**
 * `document` is null if the draft cannot be read as a document at all; one with errors is only for
 * looking at. `revision`: SHA-256 in hex over everything that it says; null with it.
 */
export type CheckedDocument = {
  findings: readonly PlanFinding[]
  document: PlanDocument | null
  revision: string | null
}
/** A plan of the document in force that gets a new revision when the draft is approved. */
export type FollowingPlan = { planId: string; title: LocalizedText }

/** The most bytes of a draft as JSON in UTF-8: with its plans it fits into a large request. */
export const DOCUMENT_BYTES = 512 * 1024

export const isDocumentId = isPlanId
export const isDocumentTooLarge = (recorded: string): boolean => bytesOf(recorded) > DOCUMENT_BYTES
