/**
 * The stream of the hand-up: with which HQ the record is paired, how many writers it has had, and
 * what HQ has handed down. The secret of the pairing lies beside the record, never in it.
 */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isOrder, ORDER_KINDS, type HandedOrder, type OrderKind, type OrderName } from './order.ts'

/** `stubs`: up to this event (`seq`) nothing but hashes is handed up (domain/hand-up/stubs.ts). */
export type HqPaired = {
  type: 'HqPaired'
  site: string
  name: string
  url: string
  stubs: number
}
export type HqLeft = { type: 'HqLeft'; reason: Sealed | null }
/**
 * From here on this record is written by a new writer: whoever goes on with an older one lost. A
 * person here decided so, with a reason, or one at HQ about a fork (`decided`: signed by HQ).
 */
export type EpochBegun = {
  type: 'EpochBegun'
  epoch: number
  reason: Sealed | null
  decided?: { seq: number; hash: string; signature: string }
}
/** `writtenAt`: when HQ wrote it (UTC ms); `body` stands here and in no document. */
export type OrderReceived = Omit<HandedOrder, 'at' | 'id'> &
  OrderName & { type: 'OrderReceived'; signature: string; writtenAt: number }
export type OrderAccepted = OrderName & { type: 'OrderAccepted' }
export type OrderDeclined = OrderName & { type: 'OrderDeclined'; reason: Sealed }
/**
 * HQ takes an order back. `withdrawal`: the id of what says so; `reason`: as HQ wrote it, when
 * (`writtenAt`, UTC ms). What the site has accepted stays.
 */
export type OrderWithdrawn = OrderName & {
  type: 'OrderWithdrawn'
  withdrawal: string
  reason: string
  signature: string
  writtenAt: number
}
export type HandUpEvent =
  HqPaired | HqLeft | EpochBegun | OrderReceived | OrderAccepted | OrderDeclined | OrderWithdrawn

/** Instants in UTC ms. */
export type OrderAnswer = {
  to: 'accepted' | 'declined'
  at: number
  by: string
  reason: Sealed | null
}
/** `id`: of what says so. Instants in UTC ms. */
export type Withdrawal = { id: string; at: number; writtenAt: number; reason: string }
export type ReceivedOrder = {
  id: string
  site?: string // as its HQ calls this site; records of older programs do not say
  kind: OrderKind
  title: string
  writtenAt: number
  receivedAt: number
  answer: OrderAnswer | null
  withdrawn?: Withdrawal
}
/** `since`: UTC ms. */
export type PairedHq = Omit<HqPaired, 'type'> & { since: number; by: string }
/**
 * `epoch`: 1 until another one began. `orders`: as they came. `version`: events of the stream when
 * this was folded.
 */
export type HandUp = {
  version: number
  paired: PairedHq | null
  epoch: number
  begun: { at: number; by: string; reason: Sealed | null } | null
  orders: readonly ReceivedOrder[]
}

/** Of a record that was never paired. */
export const NEVER_PAIRED: HandUp = {
  ...{ version: 0, paired: null, epoch: 1, begun: null },
  orders: [],
}

const changed = (
  { orders }: HandUp,
  name: OrderName,
  part: Pick<ReceivedOrder, 'answer'> | Required<Pick<ReceivedOrder, 'withdrawn'>>,
): readonly ReceivedOrder[] =>
  orders.map((order) => (isOrder(order, name) ? { ...order, ...part } : order))

function folded(before: HandUp, event: Recorded<HandUpEvent>): HandUp {
  const { at, by } = event
  switch (event.type) {
    case 'HqPaired': {
      const { site, name, url, stubs } = event
      return { ...before, paired: { site, name, url, stubs, since: at, by } }
    }
    case 'HqLeft':
      return { ...before, paired: null }
    case 'EpochBegun':
      return { ...before, epoch: event.epoch, begun: { at, by, reason: event.reason } }
    case 'OrderReceived': {
      const { orderId: id, site, kind, title, writtenAt } = event
      const of = site === undefined ? {} : { site }
      const order = { id, ...of, kind, title, writtenAt, receivedAt: at, answer: null }
      return { ...before, orders: [...before.orders, order] }
    }
    case 'OrderAccepted': {
      const answer: OrderAnswer = { to: 'accepted', at, by, reason: null }
      return { ...before, orders: changed(before, event, { answer }) }
    }
    case 'OrderWithdrawn': {
      const { withdrawal: id, writtenAt, reason } = event
      const withdrawn: Withdrawal = { id, at, writtenAt, reason }
      return { ...before, orders: changed(before, event, { withdrawn }) }
    }
    default: {
      const answer: OrderAnswer = { to: 'declined', at, by, reason: event.reason }
      return { ...before, orders: changed(before, event, { answer }) }
    }
  }
}

export const handUpStream = defineStream<HandUp, HandUpEvent, { 'hand-up': HandUp }>({
  name: 'hand-up',
  initial: () => NEVER_PAIRED,
  evolve: (before, event) => ({ ...folded(before, event), version: before.version + 1 }),
  version: ({ version }) => version,
  documents: {
    'hand-up': {
      of: (state) => (state.version === 0 ? null : state),
      name: localized('与总部的配对', 'the pairing with HQ'),
      hasForm: is.fields<HandUp>({
        version: is.number,
        paired: is.orNull(
          is.fields<PairedHq>({
            site: is.words,
            name: is.words,
            url: is.words,
            stubs: is.number,
            since: is.number,
            by: is.words,
          }),
        ),
        epoch: is.number,
        begun: is.orNull(
          is.fields<NonNullable<HandUp['begun']>>({
            at: is.number,
            by: is.words,
            reason: is.orNull(is.sealed),
          }),
        ),
        orders: is.list(
          is.fields<ReceivedOrder>({
            id: is.words,
            site: is.maybe(is.words),
            kind: is.oneOf(ORDER_KINDS),
            title: is.words,
            writtenAt: is.number,
            receivedAt: is.number,
            answer: is.orNull(
              is.fields<OrderAnswer>({
                to: is.oneOf(['accepted', 'declined']),
                at: is.number,
                by: is.words,
                reason: is.orNull(is.sealed),
              }),
            ),
            withdrawn: is.maybe(
              is.fields<Withdrawal>({
                id: is.words,
                at: is.number,
                writtenAt: is.number,
                reason: is.words,
              }),
            ),
          }),
        ),
      }),
    },
  },
})
