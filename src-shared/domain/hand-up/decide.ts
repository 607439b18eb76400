/** Decides on the pairing with HQ, on a new epoch, and on what HQ hands down. */
import { accept, unreachable, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { orderNamed } from './known-orders.ts'
import { isOrder, type HandedOrder, type OrderName } from './order.ts'
import * as no from './refusals.ts'
import type { EpochBegun, HandUp, HandUpEvent, HqPaired, ReceivedOrder } from './stream.ts'

export type PairHq = Omit<HqPaired, 'type'> & { type: 'PairHq' }
export type LeaveHq = { type: 'LeaveHq'; reason: Sealed | null }
/** `hqEpoch`: what HQ has now; the new one comes after both. */
export type BeginEpoch = Pick<EpochBegun, 'reason' | 'decided'> & {
  type: 'BeginEpoch'
  hqEpoch: number
}
/** `site`: as the HQ that sends it calls this site. */
export type ReceiveOrder = {
  type: 'ReceiveOrder'
  site: string
  order: HandedOrder
  signature: string
}
/** `order` takes back an earlier one of the same HQ. */
export type WithdrawOrder = Omit<ReceiveOrder, 'type'> & { type: 'WithdrawOrder' }
export type AcceptOrder = OrderName & { type: 'AcceptOrder' }
export type DeclineOrder = OrderName & { type: 'DeclineOrder'; reason: Sealed }
export type HandUpCommand =
  PairHq | LeaveHq | BeginEpoch | ReceiveOrder | WithdrawOrder | AcceptOrder | DeclineOrder

/** Whether it is the one that comes; of an older program's record its HQ is not known. */
const isSame = (known: ReceivedOrder, { site, order }: ReceiveOrder): boolean =>
  known.site === undefined
    ? known.id === order.id &&
      known.kind === order.kind &&
      known.title === order.title &&
      known.writtenAt === order.at
    : isOrder(known, { orderId: order.id, site })

/** How an event names it: as it was received. */
const nameOf = ({ id, site }: ReceivedOrder): OrderName => ({
  orderId: id,
  ...(site !== undefined && { site }),
})

/**
 * Refuses `already-paired` (with another HQ; with the same it is paired anew), `not-paired`,
 * `unknown-order`, `order-answered` and `order-withdrawn`. An order that came before changes
 * nothing, nor does the withdrawal of one that never came.
 */
export function decideHandUp(state: HandUp, command: HandUpCommand): Decision<HandUpEvent> {
  const { paired } = state
  switch (command.type) {
    case 'PairHq':
      return paired && paired.url !== command.url
        ? no.alreadyPaired(paired.name)
        : accept({ ...command, type: 'HqPaired' })
    case 'LeaveHq':
      return paired ? accept({ ...command, type: 'HqLeft' }) : no.notPaired()
    case 'BeginEpoch': {
      const { hqEpoch, reason, decided } = command
      const epoch = Math.max(state.epoch, hqEpoch) + 1
      return accept({ type: 'EpochBegun', epoch, reason, ...(decided && { decided }) })
    }
    case 'ReceiveOrder': {
      const { id: orderId, at: writtenAt, kind, title, body } = command.order
      if (state.orders.some((known) => isSame(known, command))) return accept()
      const { site, signature } = command
      const order = { orderId, site, kind, title, body, signature, writtenAt }
      return accept({ type: 'OrderReceived', ...order })
    }
    case 'WithdrawOrder': {
      const { site, order, signature } = command
      const { id: withdrawal, at: writtenAt, body: reason, withdraws = '' } = order
      const known = orderNamed(state, { orderId: withdraws, site })
      return !known || known.withdrawn
        ? accept()
        : accept({
            ...{ type: 'OrderWithdrawn', ...nameOf(known) },
            ...{ withdrawal, reason, signature, writtenAt },
          })
    }
    case 'AcceptOrder':
    case 'DeclineOrder': {
      const order = orderNamed(state, command)
      if (!order) return no.unknownOrder()
      if (order.answer) return no.orderAnswered(order.answer.by)
      if (order.withdrawn) return no.orderWithdrawn(order.withdrawn.reason)
      const named = nameOf(order)
      return command.type === 'AcceptOrder'
        ? accept({ type: 'OrderAccepted', ...named })
        : accept({ type: 'OrderDeclined', ...named, reason: command.reason })
    }
    default:
      return unreachable(command)
  }
}
