/** Counts pieces of evidence, and those whose time was over and that nothing has kept anew. */
import { OVER, type Body, type Draft } from './draft.ts'

export function takeEvidence(draft: Draft, type: string, { evidenceId }: Body): void {
  if (type === 'EvidenceRecorded') draft.evidence += 1
  else if (type === 'EvidenceReleased') draft.handedOut.add(evidenceId)
  else draft.mayGo = draft.ended.add(evidenceId).size
}

/** Once it runs again, what nobody has handed out is kept anew. */
export function keepAnew(draft: Draft): void {
  if (!OVER.includes(draft.state)) return
  draft.ended = new Set([...draft.ended].filter((id) => draft.handedOut.has(id)))
  draft.mayGo = draft.ended.size
}
