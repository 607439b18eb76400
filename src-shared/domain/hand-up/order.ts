/** What HQ hands down to a site, and the text that it signs. */
import { canonical } from '../canonical.ts'

/** document: the text of a document with plans; calendar: days of work and rest; order: words. */
export const ORDER_KINDS = ['document', 'calendar', 'order'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

/** How long the text of an order may be (characters). */
export const ORDER_CHARS = 500_000

/**
 * `id`: later ones sort behind earlier ones; `at`: when HQ wrote it (UTC ms). `withdraws`: the id
 * of an earlier one that is to be taken in no more; `body` says why.
 */
export type HandedOrder = {
  id: string
  kind: OrderKind
  title: string
  body: string
  at: number
  withdraws?: string | undefined
}

/** What HQ signs (Ed25519): with the name of the site, so that no order counts elsewhere. */
export const signedText = (
  site: string,
  { id, kind, title, body, at, withdraws }: HandedOrder,
): string =>
  canonical({ site, id, kind, title, body, at, ...(withdraws !== undefined && { withdraws }) })

/**
 * How a site names an order. `site`: as the HQ of the order calls this site; another HQ, and one
 * that was built anew, calls it otherwise and counts its orders from the beginning. Left out by
 * records and pages of older programs, which knew one HQ.
 */
export type OrderName = { orderId: string; site?: string | undefined }

export const isOrder = (
  order: { id: string; site?: string },
  { orderId, site }: OrderName,
): boolean => order.id === orderId && (site === undefined || order.site === site)
