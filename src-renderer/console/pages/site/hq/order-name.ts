/** How a request names an order: with the HQ that it is of, as far as that is known. */
import type { OrderLine } from '#shared/contract/hand-up-requests.ts'

export const orderName = ({ id, site }: OrderLine): { orderId: string; site?: string } => ({
  orderId: id,
  ...(site !== undefined && { site }),
})
