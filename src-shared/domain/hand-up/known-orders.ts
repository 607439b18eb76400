/** Finds an order among those that a record knows, of one HQ or of several. */
import { isOrder, type OrderName } from './order.ts'
import type { HandUp, ReceivedOrder } from './stream.ts'

/** The latest of that name. */
export const orderNamed = (
  { orders }: Pick<HandUp, 'orders'>,
  name: OrderName,
): ReceivedOrder | undefined => orders.findLast((order) => isOrder(order, name))

/** The last id that this HQ has sent; '' for none. Orders of older programs do not count. */
export const lastOrderOf = ({ orders }: Pick<HandUp, 'orders'>, site: string): string =>
  orders
    .filter((order) => order.site === site)
    .flatMap(({ id, withdrawn }) => (withdrawn ? [id, withdrawn.id] : [id]))
    .reduce((last, id) => (id > last ? id : last), '')
