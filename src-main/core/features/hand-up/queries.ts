/** Handlers that read how far the record is handed up, and what HQ has handed down. */
import type { HandUpRead, HandUpState, OrderLine } from '#shared/contract/hand-up-requests.ts'
import { orderNamed } from '#shared/domain/hand-up/known-orders.ts'
import { unknownOrder } from '#shared/domain/hand-up/refusals.ts'
import type { ReceivedOrder } from '#shared/domain/hand-up/stream.ts'
import { shownOrNull } from '#shared/domain/sealed.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { handUpOf, type RelayStatus } from './desk.ts'
import { bodyOfOrder } from './order-accepted.ts'

const lineOf = (
  { answer, ...order }: ReceivedOrder,
  { memory }: Pick<QueryContext, 'memory'>,
): OrderLine => ({
  ...order,
  answer: answer && { ...answer, reason: shownOrNull(answer.reason, memory.value) },
})

function stateOf({ trouble, offlineSince, onlineSince }: RelayStatus): HandUpState {
  if (trouble) return 'stopped'
  if (offlineSince !== null) return 'offline'
  return onlineSince === null ? 'asking' : 'online'
}

const read: QueryHandler<'hq/read'> = async (_input, context) => {
  const { memory, handUp: desk } = context
  const { paired, epoch, orders } = handUpOf(memory)
  await memory.fetchValues(orders)
  const { position } = memory
  const status = paired && desk ? desk.status : null
  const handedUp = status?.confirmed ?? null
  const reply: HandUpRead = {
    offered: desk !== null,
    paired: paired && {
      ...{ site: paired.site, name: paired.name, url: paired.url },
      ...{ since: paired.since, by: paired.by },
      pinned: (desk?.file.read()?.fingerprint ?? null) !== null,
    },
    epoch,
    state: status ? stateOf(status) : 'unpaired',
    since: status ? (status.offlineSince ?? status.onlineSince) : null,
    trouble: status?.trouble ?? null,
    position,
    handedUp,
    waiting: handedUp === null ? null : Math.max(0, position - handedUp),
    orders: orders.map((order) => lineOf(order, context)).reverse(),
  }
  return { ok: true, reply }
}

const order: QueryHandler<'hq/order'> = async (name, context) => {
  const known = orderNamed(handUpOf(context.memory), name)
  const body = known && (await bodyOfOrder(known, context.journal))
  if (!known || body === undefined || body === null) return unknownOrder()
  await context.memory.fetchValues(known)
  return { ok: true, reply: { ...lineOf(known, context), body } }
}

export const handUpQueries = { 'hq/read': read, 'hq/order': order }
