/** Decides on a supply: entered, issued, returned, consumed, disposed, checked, booked. */
import { isSame } from '../canonical.ts'
import { accept, type Decision, type Meta, type Refusal } from '../decision.ts'
import type { Sealed } from '../sealed.ts'
import { HOUR_MS } from '../units.ts'
import * as no from './refusals.ts'
import type {
  SupplyAmended,
  SupplyBooked,
  SupplyChecked,
  SupplyDisposed,
  SupplyEvent,
  SupplyIssued,
  SupplyMoved,
  SupplyTurnUndone,
  SupplyWithdrawn,
} from './stream.ts'
import {
  givenBack,
  isLatest,
  lastTurn,
  openIssues,
  outstandingOf,
  PLAIN_BATCH,
  stockOf,
  sumOf,
  takenFrom,
  usableOf,
  type Batch,
  type Supply,
  type SupplyDetails,
} from './supply.ts'

/** What is asked for is what is recorded, where nothing has to be worked out. */
type BodyOf<E> = Omit<E, 'type'>

/** So much of a batch, by its number and its last day of use; null: it has none. */
export type BatchLine = { number: string | null; expiry: string | null; count: number }

export type EnterSupply = {
  type: 'EnterSupply'
  number: string
  details: SupplyDetails
  batches: readonly BatchLine[]
}
/** What is left out stays as it is. */
export type AmendSupply = { type: 'AmendSupply' } & BodyOf<SupplyAmended>
export type MoveSupply = { type: 'MoveSupply' } & BodyOf<SupplyMoved>
export type ReceiveSupply = {
  type: 'ReceiveSupply'
  batches: readonly BatchLine[]
  words: Sealed | null
}
export type IssueSupply = { type: 'IssueSupply'; count: number } & Omit<
  BodyOf<SupplyIssued>,
  'parts'
>
/** `count` null: all that is still out. */
export type ReturnSupply = {
  type: 'ReturnSupply' | 'ConsumeSupply'
  issueId: string
  count: number | null
  words: Sealed | null
}
/** `batchId` null: of whichever batch, what has expired first. */
export type DisposeSupply = {
  type: 'DisposeSupply'
  batchId: string | null
  count: number
} & Omit<BodyOf<SupplyDisposed>, 'parts'>
export type CheckSupply = { type: 'CheckSupply' } & BodyOf<SupplyChecked>
export type BookSupply = { type: 'BookSupply' } & BodyOf<SupplyBooked>
export type UndoSupplyTurn = { type: 'UndoSupplyTurn' } & BodyOf<SupplyTurnUndone>
export type WithdrawSupply = { type: 'WithdrawSupply' } & BodyOf<SupplyWithdrawn>
export type RestoreSupply = { type: 'RestoreSupply' }
export type SupplyCommand =
  | EnterSupply
  | AmendSupply
  | MoveSupply
  | ReceiveSupply
  | IssueSupply
  | ReturnSupply
  | DisposeSupply
  | CheckSupply
  | BookSupply
  | UndoSupplyTurn
  | WithdrawSupply
  | RestoreSupply

/** `today`: local date of the site. */
export type SupplyWorld = { today: string }
type Decided = Decision<SupplyEvent>

const UNDO_MS = 24 * HOUR_MS

const sameBatch = (batch: Batch, line: BatchLine): boolean =>
  batch.number === line.number && batch.expiry === line.expiry

/** The batches that these lines are: of the supply by number and expiry, or new ones. */
function batchesFor(known: readonly Batch[], lines: readonly BatchLine[]): readonly Batch[] {
  const batches: Batch[] = []
  for (const line of lines) {
    const all = [...known, ...batches]
    const isPlain = line.number === null && line.expiry === null
    const id = isPlain
      ? PLAIN_BATCH
      : (all.find((batch) => sameBatch(batch, line))?.id ??
        `b${all.filter((batch) => batch.id !== PLAIN_BATCH).length + 1}`)
    const index = batches.findIndex((batch) => batch.id === id)
    const before = batches[index]
    if (before) batches[index] = { ...before, count: sumOf([before, line]) }
    else batches.push({ id, ...line })
  }
  return batches
}

/** A number that stands on two packages with two days is a slip of the pen. */
const isExpiryTwice = (known: readonly Batch[], lines: readonly BatchLine[]): boolean =>
  lines.some((line) =>
    [...known, ...lines].some(
      ({ number, expiry }) => number !== null && number === line.number && expiry !== line.expiry,
    ),
  )

/** Batches of which there ever was something: one whose receipt was taken back is not there. */
const batchesEver = ({ batches, movements }: Supply): readonly Batch[] =>
  batches.filter(({ id }) =>
    movements.some(({ parts }) => parts.some(({ batchId }) => batchId === id)),
  )

const farExpiry = (lines: readonly BatchLine[], { today }: SupplyWorld): Refusal | null =>
  no.expiryTooFar(
    lines.map(({ expiry }) => expiry),
    today,
  )

function receive(
  supply: Supply,
  { batches: lines, words }: ReceiveSupply,
  world: SupplyWorld,
): Decided {
  const far = farExpiry(lines, world)
  if (far) return far
  if (isExpiryTwice(batchesEver(supply), lines)) return no.expiryTwice()
  return accept({ type: 'SupplyReceived', batches: batchesFor(supply.batches, lines), words })
}

function issue(supply: Supply, command: IssueSupply, { today }: SupplyWorld): Decided {
  const { count, to, words } = command
  const parts = takenFrom(supply, count, today)
  if (parts === null)
    return no.supplyShort(count, {
      usable: usableOf(supply, today),
      stock: stockOf(supply),
      unit: supply.unit,
    })
  return accept({ type: 'SupplyIssued', parts, to, words, for: command.for })
}

function settle(supply: Supply, { type, issueId, count, words }: ReturnSupply): Decided {
  const issued = supply.issues.find(({ id }) => id === issueId)
  if (!issued) return no.unknownIssue()
  const left = outstandingOf(issued)
  const settled = count ?? left
  if (settled > left || settled === 0) return no.notSoMany(left, supply.unit)
  return type === 'ReturnSupply'
    ? accept({ type: 'SupplyReturned', issueId, parts: givenBack(issued, settled), words })
    : accept({ type: 'SupplyConsumed', issueId, count: settled, words })
}

function dispose(supply: Supply, { batchId, count, why, words }: DisposeSupply): Decided {
  if (why === 'other' && words === null) return no.disposedWithoutWords()
  if (batchId !== null && supply.batches.every(({ id }) => id !== batchId)) return no.unknownBatch()
  const batches = supply.batches.filter(({ id }) => batchId === null || id === batchId)
  // whatever has expired counts here, since it is what is thrown away
  const parts = takenFrom({ batches }, count, '')
  return parts === null
    ? no.notSoMany(sumOf(batches), supply.unit)
    : accept({ type: 'SupplyDisposed', parts, why, words })
}

function amend(supply: Supply, { changed }: AmendSupply): Decided {
  const entries = Object.entries(changed).filter(
    ([key, value]) =>
      value !== undefined && !isSame(value, supply[key as keyof typeof changed] ?? null),
  )
  const isCounted = supply.movements.some(({ kind }) => kind !== 'entered')
  if (isCounted && entries.some(([key]) => key === 'unit')) return no.unitInUse(supply.unit)
  return entries.length === 0
    ? no.sameSupply()
    : accept({ type: 'SupplyAmended', changed: Object.fromEntries(entries) })
}

function undo(supply: Supply, { turnId }: UndoSupplyTurn, { at }: Meta): Decided {
  const turn = lastTurn(supply)
  const isOpen =
    turn !== null &&
    turn.id === turnId &&
    isLatest(supply, turn) &&
    at - turn.at <= UNDO_MS &&
    !('kind' in turn && turn.kind === 'booked') // another has reviewed it
  return isOpen ? accept({ type: 'SupplyTurnUndone', turnId }) : no.turnFollowed()
}

function withdraw(supply: Supply, { reason }: WithdrawSupply): Decided {
  const out = sumOf(openIssues(supply).map((open) => ({ count: outstandingOf(open) })))
  if (out > 0) return no.stillIssued(out, supply.unit)
  const stock = stockOf(supply)
  return stock > 0
    ? no.stillInStock(stock, supply.unit)
    : accept({ type: 'SupplyWithdrawn', reason })
}

/**
 * Refused: one that nobody entered (`unknown-supply`), one that has left the register
 * (`supply-withdrawn`); more than there is that can be used, or than is out (`supply-short`, with
 * the figure in `details`); an issue or a batch that there is not (`unknown-supply-issue`,
 * `unknown-batch`); two expiry days of a batch number or one that is decades ahead, another unit
 * once something was moved (`bad-input`); a check that fails, or a
 * disposal for another reason, without words (`reason-needed`); what it says already (`no-change`);
 * an undo after something else, after 24 hours, or of what a stock-taking has booked (`undo-over`);
 * leaving the register while something is out or there (`supply-issued`, `supply-in-stock`).
 */
export function decideSupply(
  supply: Supply | null,
  command: SupplyCommand,
  meta: Meta,
  world: SupplyWorld,
): Decided {
  if (command.type === 'EnterSupply') {
    const { number, details, batches } = command
    if (isExpiryTwice([], batches)) return no.expiryTwice()
    return (
      farExpiry(batches, world) ??
      accept({ type: 'SupplyEntered', number, details, batches: batchesFor([], batches) })
    )
  }
  if (!supply) return no.unknownSupply()
  if (command.type === 'RestoreSupply')
    return supply.withdrawn === null ? no.sameSupply() : accept({ type: 'SupplyRestored' })
  if (supply.withdrawn !== null) return no.supplyWithdrawn()
  switch (command.type) {
    case 'AmendSupply':
      return amend(supply, command)
    case 'MoveSupply': {
      const { place, spot } = command
      return isSame(place, supply.place) && spot === supply.spot
        ? no.sameSupply()
        : accept({ type: 'SupplyMoved', place, spot })
    }
    case 'ReceiveSupply':
      return receive(supply, command, world)
    case 'IssueSupply':
      return issue(supply, command, world)
    case 'ReturnSupply':
    case 'ConsumeSupply':
      return settle(supply, command)
    case 'DisposeSupply':
      return dispose(supply, command)
    case 'CheckSupply': {
      const { ok, person, words } = command
      return !ok && words === null
        ? no.failedWithoutWords()
        : accept({ type: 'SupplyChecked', ok, person, words })
    }
    case 'BookSupply': {
      const { takingId, number } = command
      const parts = command.parts.filter(({ count }) => count !== 0)
      return parts.length === 0
        ? accept()
        : accept({ type: 'SupplyBooked', takingId, number, parts })
    }
    case 'UndoSupplyTurn':
      return undo(supply, command, meta)
    case 'WithdrawSupply':
      return withdraw(supply, command)
  }
}
