/**
 * Defines the files that belong to a plan or to a plan document (maps, drawings, photos, papers),
 * and the scan of the receipt for a filing. A file that was withdrawn stays in the record, so that
 * it can be said which stood at any time.
 */
import * as is from '../form.ts'
import { storedFileForm, type StoredFile } from '../incident/record/files.ts'
import type { Sealed } from '../sealed.ts'

/** A plan document, one of its plans, or an entry of its upkeep that says that it was filed. */
export type AttachmentSubject = { documentId: string } | { planId: string } | { filingId: string }

/** A time in which it did not belong to its plan (UTC ms); `until` null: it still does not. */
export type Withdrawal = { at: number; by: string; reason: Sealed; until: number | null }

/** Instants in UTC ms; `by` is who attached it. */
export type PlanAttachment = {
  id: string
  file: StoredFile
  name: Sealed
  at: number
  by: string
  withdrawals: readonly Withdrawal[]
}

/** All of one subject, in the order in which they came. */
export type PlanAttachments = { id: string; version: number; files: readonly PlanAttachment[] }

/** Files that a plan, a document or a filing has at the same time. */
export const MOST_ATTACHMENTS = 20

/** The name of its stream after the dot. */
export function attachmentKey(subject: AttachmentSubject): string {
  if ('filingId' in subject) return `filing.${subject.filingId}`
  return 'documentId' in subject ? `document.${subject.documentId}` : `plan.${subject.planId}`
}

/** Why and since when it is not there any more; null: it is. */
export const withdrawalOf = ({
  withdrawals,
}: Pick<PlanAttachment, 'withdrawals'>): Withdrawal | null => {
  const last = withdrawals.at(-1)
  return last && last.until === null ? last : null
}

/** Whether it belonged to its plan at an instant (UTC ms): a plan that was approved then has it. */
export const stoodAt = (
  { at, withdrawals }: Pick<PlanAttachment, 'at' | 'withdrawals'>,
  instant: number,
): boolean =>
  at <= instant &&
  !withdrawals.some(
    (withdrawal) =>
      withdrawal.at <= instant && (withdrawal.until === null || instant < withdrawal.until),
  )

/** The seals of the names by which those that stand are called. */
export const standingNames = (attachments: PlanAttachments | null): ReadonlySet<string> =>
  new Set(
    attachments?.files
      .filter((attachment) => withdrawalOf(attachment) === null)
      .map(({ name }) => name.sealed),
  )

export const isPlanAttachments = is.fields<PlanAttachments>({
  id: is.words,
  version: is.number,
  files: is.list(
    is.fields<PlanAttachment>({
      id: is.words,
      file: storedFileForm,
      name: is.sealed,
      at: is.number,
      by: is.words,
      withdrawals: is.list(
        is.fields<Withdrawal>({
          at: is.number,
          by: is.words,
          reason: is.sealed,
          until: is.orNull(is.number),
        }),
      ),
    }),
  ),
})
