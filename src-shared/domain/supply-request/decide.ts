/** Decides on a supply request: ordered, moved on, taken back. */
import type { ActionOwner } from '../corrective-action/action.ts'
import { accept, refuse, type Decision, type Meta } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import type { IssueFor } from '../supplies/supply.ts'
import { localized } from '../text.ts'
import { MINUTE_MS } from '../units.ts'
import {
  isRequestOver,
  REQUEST_STATES,
  requestState,
  type RequestTurn,
  type SupplyRequest,
} from './request.ts'
import type { SupplyRequestEvent } from './stream.ts'

export type OrderSupply = {
  type: 'OrderSupply'
  number: string
  what: Sealed
  of: ActionOwner
  for: IssueFor | null
}
/** `doneAt` null: now. */
export type MoveRequest = {
  type: 'MoveRequest'
  to: RequestTurn['to']
  doneAt: number | null
  words: Sealed | null
}
export type UndoRequest = { type: 'UndoRequest' }
export type RequestCommand = OrderSupply | MoveRequest | UndoRequest

type Decided = Decision<SupplyRequestEvent>
const UNDO_MS = 10 * MINUTE_MS

function move(request: SupplyRequest, { to, doneAt, words }: MoveRequest, { at }: Meta): Decided {
  const state = requestState(request)
  if (isRequestOver(state))
    return refuse(
      'request-over',
      localized('这张调配单已办结，要再调请另开一张', 'It is over: order it anew'),
    )
  if (REQUEST_STATES.indexOf(to) <= REQUEST_STATES.indexOf(state))
    return refuse('no-change', localized('已经是这一步', 'It stands there already'))
  if (to === 'cancelled' && words === null)
    return refuse('reason-needed', localized('取消要说明原因', 'To cancel it, say why'))
  if (doneAt !== null && doneAt > at)
    return refuse('bad-input', localized('时间不能晚于现在', '`at` must not lie ahead of now'))
  const earliest = request.turns.at(-1)?.doneAt ?? request.orderedAt
  // a time that is typed has no seconds
  if (doneAt !== null && doneAt < earliest - (earliest % MINUTE_MS))
    return refuse(
      'bad-input',
      localized('时间不能早于上一步', '`at` must not lie before the step before'),
    )
  const earlier = doneAt === null || doneAt === at ? {} : { doneAt }
  return accept({ type: 'SupplyRequestMoved', to, words, ...earlier })
}

/**
 * Refused: one that nobody ordered (`unknown-supply-request`), one that was used or cancelled
 * (`request-over`); a state that it has had (`no-change`); cancelling without words
 * (`reason-needed`); an instant ahead of now or before the step before (`bad-input`); an undo after
 * ten minutes or of nothing (`undo-over`).
 */
export function decideRequest(
  request: SupplyRequest | null,
  command: RequestCommand,
  meta: Meta,
): Decided {
  if (command.type === 'OrderSupply') {
    const { number, what, of } = command
    return accept({ type: 'SupplyRequested', number, what, of, for: command.for })
  }
  if (!request)
    return refuse(
      'unknown-supply-request',
      localized('没有这张调配单', 'There is no such supply request'),
    )
  if (command.type === 'MoveRequest') return move(request, command, meta)
  const last = request.turns.at(-1)
  return last && meta.at - last.at <= UNDO_MS
    ? accept({ type: 'SupplyRequestUndone' })
    : refuse(
        'undo-over',
        localized('只能在10分钟内撤回', 'It can be taken back within ten minutes'),
      )
}
