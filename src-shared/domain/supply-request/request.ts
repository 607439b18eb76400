/**
 * A supply request (调配单): what the office orders from the situation on site, of its own team or of
 * a department or body outside, and how far it is: ordered, promised, delivered, used (S02-17,
 * S05-13, S05-14).
 */
import type { ActionOwner } from '../corrective-action/action.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { isIssueFor, isOwner } from '../supplies/form.ts'
import type { IssueFor } from '../supplies/supply.ts'

/** In the order in which they come; a step may be passed over. `cancelled` may come before used. */
export const REQUEST_STATES = ['ordered', 'promised', 'delivered', 'used', 'cancelled'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** `doneAt`: when it was so (UTC ms), which may be recorded later (`at`). */
export type RequestTurn = {
  at: number
  by: string
  to: Exclude<RequestState, 'ordered'>
  doneAt: number
  words: Sealed | null
}

/**
 * `what`: in words, with its quantity. `of`: who is to provide it: a post, a person, or a body by
 * name. `version`: events of the stream when this was folded.
 */
export type SupplyRequest = {
  id: string
  version: number
  number: string
  orderedAt: number
  orderedBy: string
  what: Sealed
  of: ActionOwner
  for: IssueFor | null
  turns: readonly RequestTurn[]
}

export const requestState = ({ turns }: Pick<SupplyRequest, 'turns'>): RequestState =>
  turns.at(-1)?.to ?? 'ordered'

export const isRequestOver = (state: RequestState): boolean =>
  state === 'used' || state === 'cancelled'

export const isSupplyRequest: is.Form = is.fields<SupplyRequest>({
  id: is.words,
  version: is.number,
  number: is.words,
  orderedAt: is.number,
  orderedBy: is.words,
  what: is.sealed,
  of: isOwner,
  for: is.orNull(isIssueFor),
  turns: is.list(
    is.fields<RequestTurn>({
      at: is.number,
      by: is.words,
      to: is.oneOf(REQUEST_STATES.slice(1)),
      doneAt: is.number,
      words: is.orNull(is.sealed),
    }),
  ),
})
