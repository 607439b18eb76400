/** Handlers of stock-takings; what the review passes is booked with it, all at once. */
import type { Personal } from '#shared/contract/personal.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { decideTaking, type TakingCommand } from '#shared/domain/stock-taking/decide.ts'
import { stockTakingStream } from '#shared/domain/stock-taking/stream.ts'
import { differencesOf, type StockTaking } from '#shared/domain/stock-taking/taking.ts'
import { unknownPlace } from '#shared/domain/places/refusals.ts'
import { nextOfYear } from '#shared/domain/supplies/number.ts'
import { unknownBatch, unknownSupply } from '#shared/domain/supplies/refusals.ts'
import { PLAIN_BATCH, type Part } from '#shared/domain/supplies/supply.ts'
import { joinChanges, type Changes } from '../../engine/changes.ts'
import type { Json } from '../../ports.ts'
import { isRefusal, type CommandContext, type Handler, type Sealing } from '../handler.ts'
import { allSupplies, isEmergency } from './data.ts'
import { decided, sealedChanges } from './decided.ts'

async function onTaking(
  takingId: string,
  command: (sealing: Sealing) => TakingCommand,
  context: CommandContext,
  reply: Json = {},
): Promise<Changes | Refusal> {
  const { memory } = context
  const taking = memory.documents.get('stock-taking', takingId)
  await memory.fetchValues(taking)
  return sealedChanges(
    stockTakingStream,
    takingId,
    { id: takingId, taking },
    (sealing, open) => decideTaking(taking, command(sealing), { open }),
    context,
    reply,
  )
}

const begin: Handler<'supply/taking-begin'> = async (input, context) => {
  const { memory, meta, vault } = context
  const { placeId = null } = input
  if (placeId !== null && memory.places().every(({ id }) => id !== placeId))
    return unknownPlace(placeId)
  const takingId = vault.id(meta.at)
  const others = [...memory.documents.all('stock-taking').values()]
  const taken = others.map((taking) => taking.number)
  const number = nextOfYear('盘', taken, {
    at: meta.at,
    zone: memory.site.zone,
    emergency: isEmergency(context),
  })
  return onTaking(
    takingId,
    () => ({
      type: 'BeginTaking',
      number,
      scope: { placeId, class: input.class ?? null },
      supplies: allSupplies(context),
      others,
    }),
    context,
    { takingId, number },
  )
}

const count: Handler<'supply/taking-count'> = async ({ takingId, lines }, context) => {
  const { documents } = context.memory
  for (const { supplyId, batchId } of lines) {
    const supply = documents.get('supply', supplyId)
    if (!supply) return unknownSupply()
    if (batchId !== PLAIN_BATCH && supply.batches.every(({ id }) => id !== batchId))
      return unknownBatch()
  }
  return onTaking(
    takingId,
    ({ sealOrNull }) => ({
      type: 'CountStock',
      lines: lines.map((line) => {
        const { supplyId, batchId, words } = line
        const batches = documents.get('supply', supplyId)?.batches ?? []
        const expected = batches.find(({ id }) => id === batchId)?.count ?? 0
        return { supplyId, batchId, expected, counted: line.count, words: sealOrNull(words) }
      }),
    }),
    context,
  )
}

const handIn: Handler<'supply/taking-hand-in'> = async ({ takingId, by }, context) =>
  onTaking(
    takingId,
    ({ seal }) => ({
      type: 'HandInTaking',
      person: seal(by ?? (context.meta.by as Personal)),
    }),
    context,
  )

/** What was moved since the count stays moved; below nothing no batch goes. */
function booked(
  taking: StockTaking,
  supplyId: string,
  parts: readonly Part[],
  context: CommandContext,
): Changes | Refusal {
  const batches = context.memory.documents.get('supply', supplyId)?.batches ?? []
  const possible = parts.map(({ batchId, count: by }) => {
    const there = batches.find(({ id }) => id === batchId)?.count ?? 0
    return { batchId, count: Math.max(by, -there) }
  })
  return decided(
    supplyId,
    () => ({ type: 'BookSupply', takingId: taking.id, number: taking.number, parts: possible }),
    context,
  )
}

const review: Handler<'supply/taking-review'> = async ({ takingId, ok, words, by }, context) => {
  const reviewed = await onTaking(
    takingId,
    ({ seal, sealOrNull }) => ({
      type: 'ReviewTaking',
      ok,
      person: seal(by ?? (context.meta.by as Personal)),
      words: sealOrNull(words),
    }),
    context,
  )
  const taking = context.memory.documents.get('stock-taking', takingId)
  if (isRefusal(reviewed) || !ok || !taking) return reviewed
  const bookings = [...differencesOf(taking)].map(([supplyId, parts]) =>
    booked(taking, supplyId, parts, context),
  )
  // one that left the register meanwhile has nothing to be corrected
  const whole = bookings.filter((changes): changes is Changes => !isRefusal(changes))
  return joinChanges([reviewed, ...whole])
}

const abandon: Handler<'supply/taking-abandon'> = async ({ takingId, reason }, context) =>
  onTaking(takingId, ({ seal }) => ({ type: 'AbandonTaking', reason: seal(reason) }), context)

export const takingCommands = {
  'supply/taking-begin': begin,
  'supply/taking-count': count,
  'supply/taking-hand-in': handIn,
  'supply/taking-review': review,
  'supply/taking-abandon': abandon,
}
