/** Fetches what HQ hands down, and verifies that it is of this HQ and meant for this site. */
import { HAND_UP_PATHS, OrdersSent, WireOrder } from '#shared/contract/hand-up.ts'
import { Id } from '#shared/contract/parts.ts'
import { lastOrderOf } from '#shared/domain/hand-up/known-orders.ts'
import { signedText, type HandedOrder } from '#shared/domain/hand-up/order.ts'
import type { Memory } from '../../engine/memory.ts'
import type { Log, Pairing } from '../../ports.ts'
import { askHq, handUpOf, type HandUpDesk } from './desk.ts'

/** An order that came, its signature verified. `site`: as this HQ calls the site. */
export type OnOrder = (site: string, order: HandedOrder, signature: string) => Promise<void>

type Parts = {
  desk: Pick<HandUpDesk, 'line'>
  memory: Pick<Memory, 'documents'>
  log: Log
  onOrder: OnOrder
  isStopped: () => boolean
}

export function createOrderFetch({ desk: { line }, memory, log, onOrder, isStopped }: Parts) {
  const refused = new Set<string>()
  /** Whether HQ was asked since the start or the pairing. */
  let isAsked = false

  /** Told once: it comes again after each start. */
  function refuseOrder(event: string, why: string, id: string): void {
    if (refused.has(id)) return
    refused.add(id)
    log.error(event, new Error(why), { id })
  }

  async function take({ site, hq }: Pairing, sent: unknown, id: string): Promise<void> {
    const form = WireOrder.safeParse(sent)
    if (!form.success) {
      refuseOrder('order-unreadable', 'it is not of the wire', id)
      return
    }
    const { signature, ...order } = form.data
    if (line.isSigned(hq.key, signedText(site, order), signature))
      await onOrder(site, order, signature)
    else refuseOrder('order-not-signed', 'the signature is not HQ’s', id)
  }

  return {
    /** With another pairing, or another record, all that HQ has is asked for. */
    beginAnew(): void {
      isAsked = false
    },
    /**
     * `waiting`: as many as HQ says. It is asked once in any case: a record that was restored from
     * a copy lacks orders that HQ takes for fetched.
     */
    async fetch(paired: Pairing, waiting: number): Promise<void> {
      if (waiting === 0 && isAsked) return
      let after = lastOrderOf(handUpOf(memory), paired.site)
      for (;;) {
        const path = `${HAND_UP_PATHS.orders(paired.site)}${after === '' ? '' : `?after=${after}`}`
        const answer = await askHq(line, paired, path, null, OrdersSent)
        if (!answer.ok) return
        isAsked = true
        let last = after
        for (const sent of answer.reply.orders) {
          if (isStopped()) return
          const stated = Id.safeParse((sent as { id?: unknown } | null)?.id)
          const id = stated.success ? stated.data : ''
          await take(paired, sent, id)
          if (id > last) last = id
        }
        if (last === after) return
        after = last
      }
    },
  }
}
