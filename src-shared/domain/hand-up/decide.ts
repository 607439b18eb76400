/** Decides on the pairing with HQ, on a new epoch, and on what HQ hands down. */
import { accept, unreachable, type Decision } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import type { HandedOrder } from './order.ts'
import * as no from './refusals.ts'
import type { HandUp, HandUpEvent, HqPaired } from './stream.ts'

export type PairHq = Omit<HqPaired, 'type'> & { type: 'PairHq' }
export type LeaveHq = { type: 'LeaveHq'; reason: Sealed | null }
/** `hqEpoch`: what HQ has now; the new one comes after both. */
export type BeginEpoch = { type: 'BeginEpoch'; hqEpoch: number; reason: Sealed | null }
export type ReceiveOrder = { type: 'ReceiveOrder'; order: HandedOrder; signature: string }
export type AcceptOrder = { type: 'AcceptOrder'; orderId: string }
export type DeclineOrder = { type: 'DeclineOrder'; orderId: string; reason: Sealed }
export type HandUpCommand =
  PairHq | LeaveHq | BeginEpoch | ReceiveOrder | AcceptOrder | DeclineOrder

/**
 * Refuses `already-paired` (with another HQ; with the same it is paired anew), `not-paired`,
 * `unknown-order` and `order-answered`. An order that came before changes nothing.
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
      const epoch = Math.max(state.epoch, command.hqEpoch) + 1
      return accept({ type: 'EpochBegun', epoch, reason: command.reason })
    }
    case 'ReceiveOrder': {
      const { id: orderId, at: writtenAt, kind, title, body } = command.order
      const isKnown = state.orders.some(({ id }) => id === orderId)
      const order = { orderId, kind, title, body, signature: command.signature, writtenAt }
      return isKnown ? accept() : accept({ type: 'OrderReceived', ...order })
    }
    case 'AcceptOrder':
    case 'DeclineOrder': {
      const order = state.orders.find(({ id }) => id === command.orderId)
      if (!order) return no.unknownOrder()
      if (order.answer) return no.orderAnswered(order.answer.by)
      const { orderId } = command
      return command.type === 'AcceptOrder'
        ? accept({ type: 'OrderAccepted', orderId })
        : accept({ type: 'OrderDeclined', orderId, reason: command.reason })
    }
    default:
      return unreachable(command)
  }
}
