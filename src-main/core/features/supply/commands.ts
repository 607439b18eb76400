/** Handlers of supplies: the rules decide on a command made of the input. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { Personal } from '#shared/contract/personal.ts'
import type { BatchLine } from '#shared/domain/supplies/decide.ts'
import { nextSupplyNumber } from '#shared/domain/supplies/number.ts'
import { nextTurnId } from '#shared/domain/supplies/supply.ts'
import { isRefusal, type Handler } from '../handler.ts'
import { ownerOf, refusedOwners } from '../people/owner.ts'
import { allSupplies, isEmergency, issueFor, placeOf } from './data.ts'
import { decided } from './decided.ts'
import { supplyImport } from './import-command.ts'
import { requestCommands } from './request-commands.ts'
import { takingCommands } from './taking-commands.ts'

const linesOf = (
  batches: Parsed<'supply/receive'>['batches'] | null | undefined,
): readonly BatchLine[] =>
  (batches ?? []).map(({ number, expiry, count }) => ({
    number: number ?? null,
    expiry: expiry ?? null,
    count,
  }))

const enter: Handler<'supply/enter'> = async (input, context) => {
  const { keeper } = input
  const place = placeOf(input.place, context)
  const refused = (keeper ? refusedOwners([keeper], context) : null) ?? place
  if (isRefusal(refused)) return refused
  if (isRefusal(place)) return place
  const supplyId = context.vault.id(context.meta.at)
  const taken = allSupplies(context).map((supply) => supply.number)
  const number = nextSupplyNumber(taken, isEmergency(context))
  return decided(
    supplyId,
    (sealing) => ({
      type: 'EnterSupply',
      number,
      details: {
        ...{ name: input.name, class: input.class, unit: input.unit, place },
        ...{ model: input.model ?? null, spot: input.spot ?? null },
        keeper: keeper ? ownerOf(keeper, sealing, context) : null,
        ...{ minimum: input.minimum ?? null, checkMonths: input.checkMonths ?? null },
        conditions: input.conditions || null,
      },
      batches: linesOf(input.batches),
    }),
    context,
    { supplyId, number },
  )
}

const amend: Handler<'supply/amend'> = async ({ supplyId, keeper, ...input }, context) => {
  const refused = keeper ? refusedOwners([keeper], context) : null
  if (refused) return refused
  const changed = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  )
  return decided(
    supplyId,
    (sealing) => ({
      type: 'AmendSupply',
      changed: {
        ...changed,
        ...(keeper === undefined
          ? {}
          : { keeper: keeper ? ownerOf(keeper, sealing, context) : null }),
      },
    }),
    context,
  )
}

const move: Handler<'supply/move'> = async ({ supplyId, spot, ...input }, context) => {
  const place = placeOf(input.place, context)
  return isRefusal(place)
    ? place
    : decided(supplyId, () => ({ type: 'MoveSupply', place, spot: spot ?? null }), context)
}

const receive: Handler<'supply/receive'> = async ({ supplyId, batches, words }, context) =>
  decided(
    supplyId,
    ({ sealOrNull }) => ({
      type: 'ReceiveSupply',
      batches: linesOf(batches),
      words: sealOrNull(words),
    }),
    context,
  )

const issue: Handler<'supply/issue'> = async ({ supplyId, count, to, words, ...at }, context) => {
  const issuedFor = await issueFor(at, context)
  if (isRefusal(issuedFor)) return issuedFor
  const supply = context.memory.documents.get('supply', supplyId)
  return decided(
    supplyId,
    ({ seal, sealOrNull }) => ({
      type: 'IssueSupply',
      ...{ count, to: seal(to), words: sealOrNull(words), for: issuedFor },
    }),
    context,
    { issueId: supply ? nextTurnId(supply) : '' },
  )
}

/** Back, or used up. */
const settle =
  <N extends 'supply/return' | 'supply/consume'>(
    type: 'ReturnSupply' | 'ConsumeSupply',
  ): Handler<N> =>
  async (input, context) => {
    const { supplyId, issueId, count, words }: Parsed<'supply/return'> = input
    return decided(
      supplyId,
      ({ sealOrNull }) => ({
        ...{ type, issueId, count: count ?? null, words: sealOrNull(words) },
      }),
      context,
    )
  }

const dispose: Handler<'supply/dispose'> = async (input, context) => {
  const { supplyId, batchId, count, why, words } = input
  return decided(
    supplyId,
    ({ sealOrNull }) => ({
      type: 'DisposeSupply',
      ...{ batchId: batchId ?? null, count, why, words: sealOrNull(words) },
    }),
    context,
  )
}

const check: Handler<'supply/check'> = async ({ supplyId, ok, words, by }, context) =>
  decided(
    supplyId,
    ({ seal, sealOrNull }) => ({
      type: 'CheckSupply',
      ok,
      person: seal(by ?? (context.meta.by as Personal)),
      words: sealOrNull(words),
    }),
    context,
  )

const withdraw: Handler<'supply/withdraw'> = async ({ supplyId, reason }, context) =>
  decided(supplyId, ({ seal }) => ({ type: 'WithdrawSupply', reason: seal(reason) }), context)

const restore: Handler<'supply/restore'> = async ({ supplyId }, context) =>
  decided(supplyId, () => ({ type: 'RestoreSupply' }), context)

const undo: Handler<'supply/undo'> = async ({ supplyId, turnId }, context) =>
  decided(supplyId, () => ({ type: 'UndoSupplyTurn', turnId }), context)

export const supplyCommands = {
  'supply/enter': enter,
  'supply/amend': amend,
  'supply/move': move,
  'supply/receive': receive,
  'supply/issue': issue,
  'supply/return': settle<'supply/return'>('ReturnSupply'),
  'supply/consume': settle<'supply/consume'>('ConsumeSupply'),
  'supply/dispose': dispose,
  'supply/check': check,
  'supply/withdraw': withdraw,
  'supply/restore': restore,
  'supply/undo': undo,
  ...supplyImport,
  ...takingCommands,
  ...requestCommands,
}
