/** The requests about HQ: pair with it, how far the record is handed up, what came of it. */
import { z } from 'zod'
import { type OrderKind } from '../domain/hand-up/order.ts'
import { Id, Nothing, reply, type Empty } from './parts.ts'
import { personal } from './personal.ts'
import { defineRequest } from './request.ts'

const Reason = personal(2_000)

/**
 * asking: after a start, or a pause, HQ is asked how far it has come. offline: HQ cannot be reached
 * or takes nothing now, and is tried again by itself. stopped: `trouble` says why nothing is handed
 * up.
 */
export type HandUpState = 'unpaired' | 'asking' | 'online' | 'offline' | 'stopped'
/**
 * fork: from event `at` on HQ has another record than this. epoch: another machine writes it now
 * (`epoch`). chain-broken: the record does not hold together at `at`. not-paired: HQ knows this
 * site no more. pairing-lost: the file of the pairing is gone from this machine.
 */
export type HandUpTrouble = {
  why: 'fork' | 'epoch' | 'chain-broken' | 'not-paired' | 'pairing-lost'
  at: number | null
  epoch: number | null
}

/** An order by its id; `site`: which HQ's, as {@link OrderLine} says it. */
const OrderName = z.strictObject({ orderId: Id, site: Id.optional() })

/**
 * Instants in UTC ms; `body` of an order is read by itself. `site`: as its HQ calls this site; left
 * out where an older program received it. `withdrawn`: HQ has taken it back, `reason` as it wrote
 * it; what was accepted before stays.
 */
export type OrderLine = {
  id: string
  site?: string
  kind: OrderKind
  title: string
  writtenAt: number
  receivedAt: number
  answer: { to: 'accepted' | 'declined'; at: number; by: string; reason: string | null } | null
  withdrawn?: { at: number; writtenAt: number; reason: string }
}

/**
 * `offered`: whether this machine can hand up at all. `handedUp`: how many events HQ has confirmed;
 * null while nobody knows. `waiting`: how many it lacks. `since`: since when it is so with `state`.
 * `pinned`: HQ is known by its own certificate. Instants in UTC ms.
 */
export type HandUpRead = {
  offered: boolean
  paired: {
    site: string
    name: string
    url: string
    since: number
    by: string
    pinned: boolean
  } | null
  epoch: number
  state: HandUpState
  since: number | null
  trouble: HandUpTrouble | null
  position: number
  handedUp: number | null
  waiting: number | null
  orders: readonly OrderLine[]
}

export const handUpRequests = {
  'hq/read': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: Nothing,
    reply: reply<HandUpRead>(),
  }),
  /**
   * `pairing`: the text that HQ shows (`address#certificate-fingerprint/code`). Refused:
   * `hand-up-not-offered`, `pairing-unreadable`, `already-paired`, `hq-unreachable`, `hq-refused`
   * (the code is used up or wrong, or meant for another record).
   */
  'hq/pair': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: z.strictObject({ pairing: z.string().min(1).max(1_000) }),
    reply: reply<{ name: string }>(),
  }),
  /** Ends the pairing; what HQ has, it keeps. Refused: `not-paired`. */
  'hq/leave': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    input: z.strictObject({ reason: Reason.nullish() }),
    reply: reply<Empty>(),
  }),
  /**
   * This record is the one that goes on: where HQ has another one, that is kept apart there.
   * Refused: `not-paired`, `hq-unreachable`, `hq-refused`, `no-change` (both have the same).
   */
  'hq/begin-epoch': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: z.strictObject({ reason: Reason }),
    reply: reply<{ epoch: number }>(),
  }),
  /** Refused: `unknown-order`. */
  'hq/order': defineRequest({
    kind: 'query',
    who: ['dispatcher'],
    input: OrderName,
    reply: reply<OrderLine & { body: string }>(),
  }),
  /**
   * A document becomes drafts as by `documents/import`, a calendar the site's as by
   * `site/calendar-set`. Refused: `unknown-order`, `order-answered`, `order-withdrawn`,
   * `order-unusable`, and as these.
   */
  'hq/order-accept': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    code: true,
    exclusive: true,
    prepare: true,
    input: OrderName.extend({ replace: z.boolean().optional() }),
    reply: reply<Empty>(),
  }),
  /** Refused: `unknown-order`, `order-answered`, `order-withdrawn`. */
  'hq/order-decline': defineRequest({
    kind: 'command',
    who: ['dispatcher'],
    exclusive: true,
    input: OrderName.extend({ reason: Reason }),
    reply: reply<Empty>(),
  }),
}
