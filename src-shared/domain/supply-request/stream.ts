/** The streams of supply requests, one for each: ordered, promised, delivered, used, cancelled. */
import { unreachable, type Recorded } from '../decision.ts'
import type { ActionOwner } from '../corrective-action/action.ts'
import { defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import type { IssueFor } from '../supplies/supply.ts'
import { localized } from '../text.ts'
import { isSupplyRequest, type RequestTurn, type SupplyRequest } from './request.ts'

export type SupplyRequested = {
  type: 'SupplyRequested'
  number: string
  what: Sealed
  of: ActionOwner
  for: IssueFor | null
}
/** `doneAt` (UTC ms): it was so then, and is recorded only now. */
export type SupplyRequestMoved = {
  type: 'SupplyRequestMoved'
  to: RequestTurn['to']
  words: Sealed | null
  doneAt?: number
}
/** Its last turn was taken back, as if it had not been. */
export type SupplyRequestUndone = { type: 'SupplyRequestUndone' }
export type SupplyRequestEvent = SupplyRequested | SupplyRequestMoved | SupplyRequestUndone

/** Null before it was ordered; `id`: of the stream. */
export type SupplyRequestState = { id: string; request: SupplyRequest | null }

function ordered(id: string, event: Recorded<SupplyRequested>): SupplyRequest {
  const { at, by, number, what, of } = event
  return {
    ...{ id, version: 1, number, orderedAt: at, orderedBy: by, what, of, for: event.for },
    turns: [],
  }
}

function changed(request: SupplyRequest, event: Recorded<SupplyRequestEvent>): SupplyRequest {
  switch (event.type) {
    case 'SupplyRequested':
      return request // it is ordered once
    case 'SupplyRequestMoved': {
      const { at, by, to, words, doneAt = at } = event
      return { ...request, turns: [...request.turns, { at, by, to, doneAt, words }] }
    }
    case 'SupplyRequestUndone':
      return { ...request, turns: request.turns.slice(0, -1) }
    default:
      return unreachable(event)
  }
}

export const supplyRequestStream = defineStream<
  SupplyRequestState,
  SupplyRequestEvent,
  { 'supply-request': SupplyRequest }
>({
  name: 'supply-request.',
  initial: (id) => ({ id, request: null }),
  evolve({ id, request }, event) {
    if (!request)
      return { id, request: event.type === 'SupplyRequested' ? ordered(id, event) : null }
    return { id, request: { ...changed(request, event), version: request.version + 1 } }
  },
  documents: {
    'supply-request': {
      of: ({ request }) => request,
      name: localized('调配单', 'the supply requests'),
      hasForm: (body, id) => isSupplyRequest(body) && (body as SupplyRequest).id === id,
    },
  },
  version: ({ request }) => request?.version ?? 0,
})
