/** Tells whether what is read beside the events has the form that screens rely on. */
import * as is from '#shared/domain/form.ts'
import type { Deadline } from '#shared/domain/incident/deadlines.ts'
import { storedForm, type DocumentName } from '#shared/domain/streams.ts'

export const isPending: is.Form = is.list(
  is.fields<Deadline>({ key: is.words, fires: is.words, of: is.words, dueAt: is.number }),
)

/** Whether a document can be used as it was read. */
export const hasForm = ({ kind, id }: DocumentName, body: unknown): boolean =>
  storedForm(kind)?.hasForm(body, id) ?? false
