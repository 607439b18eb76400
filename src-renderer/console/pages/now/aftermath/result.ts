/** The result that an incident is closed with while it is chosen. */
import type { Input } from '#shared/contract/contract.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { CauseKnown } from '#shared/domain/incident/record/aftermath.ts'

export type ResultDraft = { cause: CauseKnown | ''; handedTo: string }

/** As the record knows it: an inquiry that has written a cause, or only began; else nothing. */
export function proposedResult({ aftermath }: Pick<BoardIncident, 'aftermath'>): ResultDraft {
  const inquiry = aftermath?.inquiry ?? null
  const cause = inquiry?.cause ? 'known' : 'under-inquiry'
  return { cause: inquiry === null ? '' : cause, handedTo: '' }
}

export const resultSent = ({
  cause,
  handedTo,
}: ResultDraft): NonNullable<Input<'incident/move'>['result']> => ({
  cause: cause === '' ? null : cause,
  handedTo: handedTo.trim() || null,
})
