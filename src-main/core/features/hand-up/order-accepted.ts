/** Takes in what HQ has handed down, once a person of the site accepts it. */
import { CalendarNotice } from '#shared/contract/site.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { orderUnusable, unknownOrder } from '#shared/domain/hand-up/refusals.ts'
import { orderNamed } from '#shared/domain/hand-up/known-orders.ts'
import { isOrder } from '#shared/domain/hand-up/order.ts'
import {
  handUpStream,
  type OrderReceived,
  type ReceivedOrder,
} from '#shared/domain/hand-up/stream.ts'
import { decideCalendar } from '#shared/domain/site/decide.ts'
import { siteStream } from '#shared/domain/site/stream.ts'
import { changesOf, joinChanges, recordDecision, type Changes } from '../../engine/changes.ts'
import type { Journal } from '../../ports.ts'
import { importPackage, type PreparedImport } from '../document/import.ts'
import { isRefusal, type CommandContext, type PreparedHandler } from '../handler.ts'
import { handUpChanges } from './changes.ts'
import { handUpOf } from './desk.ts'

/** The text of an order that came; it stands in its event alone. */
export async function bodyOfOrder(
  order: ReceivedOrder,
  journal: Pick<Journal, 'events'>,
): Promise<string | null> {
  for (const { type, body } of await journal.events(handUpStream.nameOf(''))) {
    const received = body as OrderReceived
    if (type === 'OrderReceived' && isOrder(order, received)) return received.body
  }
  return null
}

/** A calendar is JSON as `site/calendar-set` takes it. */
function calendarIn(text: string): ReturnType<typeof CalendarNotice.safeParse> {
  try {
    return CalendarNotice.safeParse(JSON.parse(text))
  } catch {
    return CalendarNotice.safeParse(null)
  }
}

type Prepared = { body: string; document: PreparedImport | null }

async function takenIn(
  kind: OrderReceived['kind'],
  { body, document }: Prepared,
  replace: boolean,
  context: CommandContext,
): Promise<Changes | Refusal> {
  if (document) return importPackage.handle({ yaml: body, replace }, context, document)
  if (kind === 'order') return changesOf({})
  const notice = calendarIn(body)
  if (!notice.success) return orderUnusable()
  const { site } = context.memory
  const decision = decideCalendar(site, { type: 'SetCalendar', ...notice.data })
  return recordDecision(siteStream, 'site', site, decision, context.meta)
}

/** What it brings and that it was accepted are saved together or not at all. */
export const acceptOrder: PreparedHandler<'hq/order-accept', Prepared> = {
  async prepare(name, context) {
    const order = orderNamed(handUpOf(context.memory), name)
    const body = order && (await bodyOfOrder(order, context.journal))
    if (!order || body === undefined || body === null) return unknownOrder()
    if (order.kind !== 'document' || order.answer || order.withdrawn)
      return { body, document: null }
    // an order brings texts alone
    const input = { yaml: body, replace: true, withoutMissing: true }
    const document = await importPackage.prepare(input, context)
    return isRefusal(document) ? document : { body, document }
  },
  async handle({ replace = false, ...name }, context, prepared) {
    const order = orderNamed(handUpOf(context.memory), name)
    if (!order) return unknownOrder()
    const accepted = handUpChanges({ type: 'AcceptOrder', ...name }, context)
    if (!accepted.ok) return accepted
    const taken = await takenIn(order.kind, prepared, replace, context)
    return taken.ok ? joinChanges([taken, accepted]) : taken
  },
}
