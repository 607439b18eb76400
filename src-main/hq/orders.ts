/** Hands orders down: each is signed for each site that it is meant for, and fetched by it. */
import { signedText } from '#shared/domain/hand-up/order.ts'
import { mayWithdraw } from '#shared/domain/hq/sent-order.ts'
import type { HqClock, HqSigner, HqStore, NewOrder, SentOrder } from './hq-ports.ts'

export function createOrders({
  store,
  clock,
  signer,
}: {
  store: Pick<HqStore, 'addOrder' | 'orders' | 'handedOrder'>
  clock: Pick<HqClock, 'wall'>
  signer: HqSigner
}) {
  const handDown = (order: Omit<NewOrder, 'at'>): Promise<string> =>
    store.addOrder({ ...order, at: clock.wall() }, (site, handed) =>
      signer.sign(signedText(site, handed)),
    )
  return {
    /** Its id. The sites fetch it; nothing is written into their records by HQ. */
    handDown,
    /**
     * Takes an order back at those of its sites that `may` and that have not answered it, as far as
     * HQ knows; one that accepts it meanwhile keeps it. At how many; null: there is no such order
     * at any of them.
     */
    async withdraw(
      { order: id, why, by }: { order: string; why: string; by: string },
      may: (site: string) => boolean,
    ): Promise<{ order: SentOrder; sites: number } | null> {
      const order = await store.handedOrder(id)
      const mine = (order?.sites ?? []).filter(({ site }) => may(site))
      if (!order || mine.length === 0) return null
      const sites = mine.filter(mayWithdraw).map(({ site }) => site)
      const { kind, title } = order
      if (sites.length > 0)
        await handDown({ kind, title, body: why, by, sites, withdraws: order.id })
      return { order, sites: sites.length }
    },
    /** Those behind `after` ('' for all), in order. */
    behind: (site: string, after: string) => store.orders(site, after),
  }
}

export type HqOrders = ReturnType<typeof createOrders>
