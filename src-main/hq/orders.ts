/** Hands orders down: each is signed for each site that it is meant for, and fetched by it. */
import { signedText } from '#shared/domain/hand-up/order.ts'
import type { HqClock, HqSigner, HqStore, NewOrder } from './hq-ports.ts'

export function createOrders({
  store,
  clock,
  signer,
}: {
  store: Pick<HqStore, 'addOrder' | 'orders'>
  clock: Pick<HqClock, 'wall'>
  signer: HqSigner
}) {
  return {
    /** Its id. The sites fetch it; nothing is written into their records by HQ. */
    handDown: (order: Omit<NewOrder, 'at'>): Promise<string> =>
      store.addOrder({ ...order, at: clock.wall() }, (site, handed) =>
        signer.sign(signedText(site, handed)),
      ),
    /** Those behind `after` ('' for all), in order. */
    behind: (site: string, after: string) => store.orders(site, after),
  }
}
