/** Handlers of supply requests: what the office orders from the situation on site. */
import type { Refusal } from '#shared/domain/decision.ts'
import { decideRequest, type RequestCommand } from '#shared/domain/supply-request/decide.ts'
import { supplyRequestStream } from '#shared/domain/supply-request/stream.ts'
import { nextOfYear } from '#shared/domain/supplies/number.ts'
import type { Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { isRefusal, type CommandContext, type Handler, type Sealing } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { isEmergency, issueFor } from './data.ts'
import { sealedChanges } from './decided.ts'

function onRequest(
  requestId: string,
  command: (sealing: Sealing) => RequestCommand,
  context: CommandContext,
  reply: Json = {},
): Changes | Refusal {
  const request = context.memory.documents.get('supply-request', requestId)
  return sealedChanges(
    supplyRequestStream,
    requestId,
    { id: requestId, request },
    (sealing) => decideRequest(request, command(sealing), context.meta),
    context,
    reply,
  )
}

const order: Handler<'supply/request-order'> = async ({ what, of, ...at }, context) => {
  const { memory, meta, vault } = context
  const refused = refusedOwners([of], context)
  if (refused) return refused
  const orderedFor = await issueFor(at, context)
  if (isRefusal(orderedFor)) return orderedFor
  const requestId = vault.id(meta.at)
  const taken = [...memory.documents.all('supply-request').values()].map(({ number }) => number)
  const number = nextOfYear('调', taken, {
    at: meta.at,
    zone: memory.site.zone,
    emergency: isEmergency(context),
  })
  return onRequest(
    requestId,
    (sealing) => ({
      type: 'OrderSupply',
      ...{ number, what: sealing.seal(what), of: ownerOf(of, sealing, context), for: orderedFor },
    }),
    context,
    { requestId, number },
  )
}

const move: Handler<'supply/request-move'> = async ({ requestId, to, at, words }, context) =>
  onRequest(
    requestId,
    ({ sealOrNull }) => ({
      type: 'MoveRequest',
      ...{ to, doneAt: at ?? null, words: sealOrNull(words) },
    }),
    context,
  )

const undo: Handler<'supply/request-undo'> = async ({ requestId }, context) =>
  onRequest(requestId, () => ({ type: 'UndoRequest' }), context)

export const requestCommands = {
  'supply/request-order': order,
  'supply/request-move': move,
  'supply/request-undo': undo,
}
