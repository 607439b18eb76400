/** Draws a supply request as screens show it, with the instant of each step that it took. */
import { ownerName } from '../corrective-action/draw.ts'
import { inSentence } from '../sealed.ts'
import type { IssueForRead } from '../supplies/draw.ts'
import type { SupplyIssue } from '../supplies/supply.ts'
import type { LocalizedText } from '../text.ts'
import { requestState, type RequestState, type SupplyRequest } from './request.ts'

/** Instants in UTC ms. `steps`: the states that it has had, the first is that it was ordered. */
export type SupplyRequestRead = {
  id: string
  number: string
  what: string
  of: LocalizedText
  state: RequestState
  orderedBy: string
  steps: readonly { to: RequestState; at: number; by: string; words: string | null }[]
  for: IssueForRead | null
}

/** With seals in place of personal values. */
export const drawRequest = (
  request: SupplyRequest,
  forOf: (issue: Pick<SupplyIssue, 'for'>) => IssueForRead | null,
): SupplyRequestRead => {
  const { id, number, what, orderedAt, orderedBy, turns } = request
  return {
    ...{ id, number, what: inSentence(what), of: ownerName(request.of) },
    ...{ state: requestState(request), orderedBy, for: forOf(request) },
    steps: [
      { to: 'ordered', at: orderedAt, by: orderedBy, words: null },
      ...turns.map(({ to, doneAt, by, words }) => ({
        ...{ to, at: doneAt, by },
        words: words && inSentence(words),
      })),
    ],
  }
}
