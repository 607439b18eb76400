/**
 * The streams of supplies, one for each: entered, received, issued, returned, consumed, disposed,
 * checked, booked after stock-taking.
 */
import { unreachable, type Recorded } from '../decision.ts'
import { bodyOf, defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import { isSupply } from './form.ts'
import {
  nextTurnId,
  rounded,
  sumOf,
  withParts,
  type Batch,
  type Disposal,
  type IssueFor,
  type Movement,
  type Part,
  type Supply,
  type SupplyDetails,
  type SupplyPlace,
} from './supply.ts'

/** `batches`: what there was of it when it was entered. */
export type SupplyEntered = {
  type: 'SupplyEntered'
  number: string
  details: SupplyDetails
  batches: readonly Batch[]
}
/** What it says of these from now on; its place is moved by an event of its own. */
export type SupplyAmended = {
  type: 'SupplyAmended'
  changed: Partial<Omit<SupplyDetails, 'place'>>
}
/** `spot`: where exactly, at the new place. */
export type SupplyMoved = { type: 'SupplyMoved'; place: SupplyPlace; spot: string | null }
/** `batches`: how much of which; one that is there already becomes so much more. */
export type SupplyReceived = {
  type: 'SupplyReceived'
  batches: readonly Batch[]
  words: Sealed | null
}
export type SupplyIssued = {
  type: 'SupplyIssued'
  parts: readonly Part[]
  to: Sealed
  words: Sealed | null
  for: IssueFor | null
}
/** `issueId`: the turn by which it was issued. */
export type SupplyReturned = {
  type: 'SupplyReturned'
  issueId: string
  parts: readonly Part[]
  words: Sealed | null
}
export type SupplyConsumed = {
  type: 'SupplyConsumed'
  issueId: string
  count: number
  words: Sealed | null
}
export type SupplyDisposed = {
  type: 'SupplyDisposed'
  parts: readonly Part[]
  why: Disposal
  words: Sealed | null
}
export type SupplyChecked = {
  type: 'SupplyChecked'
  ok: boolean
  person: Sealed
  words: Sealed | null
}
/** What a stock-taking that was reviewed has corrected; `parts`: more or less, never 0. */
export type SupplyBooked = {
  type: 'SupplyBooked'
  takingId: string
  number: string
  parts: readonly Part[]
}
/** The last turn was taken back, as if it had not been. */
export type SupplyTurnUndone = { type: 'SupplyTurnUndone'; turnId: string }
export type SupplyWithdrawn = { type: 'SupplyWithdrawn'; reason: Sealed }
/** It is in the register again, as it was. */
export type SupplyRestored = { type: 'SupplyRestored' }
export type SupplyEvent =
  | SupplyEntered
  | SupplyAmended
  | SupplyMoved
  | SupplyReceived
  | SupplyIssued
  | SupplyReturned
  | SupplyConsumed
  | SupplyDisposed
  | SupplyChecked
  | SupplyBooked
  | SupplyTurnUndone
  | SupplyWithdrawn
  | SupplyRestored

/** Null before it was entered; `id`: of the stream. */
export type SupplyStreamState = { id: string; supply: Supply | null }

const negative = (parts: readonly Part[]): readonly Part[] =>
  parts.map(({ batchId, count }) => ({ batchId, count: -count }))

const partsOf = (batches: readonly Batch[]): readonly Part[] =>
  batches.map(({ id, count }) => ({ batchId: id, count }))

function entered(id: string, event: Recorded<SupplyEntered>): Supply {
  const { at, by, number, details, batches } = event
  const parts = partsOf(batches.filter(({ count }) => count > 0))
  const movement: Movement = {
    ...{ id: 't1', at, by, kind: 'entered', parts, count: sumOf(parts) },
    ...{ issueId: null, disposal: null, drill: false },
  }
  return {
    ...details,
    ...{ id, version: 1, number, enteredAt: at, enteredBy: by, batches },
    ...{ issues: [], movements: [movement], checks: [], withdrawn: null },
  }
}

/** The stock after a movement of these parts, which is written down with it. */
function moved(
  supply: Supply,
  { at, by }: { at: number; by: string },
  movement: Pick<Movement, 'kind' | 'parts'> & Partial<Movement>,
): Supply {
  const { parts } = movement
  const whole: Movement = {
    ...{ id: nextTurnId(supply), at, by, count: Math.abs(sumOf(parts)) },
    ...{ issueId: null, disposal: null, drill: false },
    ...movement,
  }
  return {
    ...supply,
    batches: withParts(supply.batches, parts),
    movements: [...supply.movements, whole],
  }
}

/** A batch that was not there before is there, with nothing of it yet. */
const withBatches = (supply: Supply, batches: readonly Batch[]): Supply => ({
  ...supply,
  batches: [
    ...supply.batches,
    ...batches
      .filter(({ id }) => supply.batches.every((batch) => batch.id !== id))
      .map((batch) => ({ ...batch, count: 0 })),
  ],
})

function issued(supply: Supply, event: Recorded<SupplyIssued>): Supply {
  const { at, by, parts, to, words } = event
  const id = nextTurnId(supply)
  const drill = event.for?.drill ?? false
  const after = moved(supply, event, { kind: 'issued', parts: negative(parts), issueId: id, drill })
  const issue = { id, at, by, parts, returned: [], consumed: 0, to, words, for: event.for }
  return { ...after, issues: [...after.issues, issue] }
}

const isOfDrill = ({ issues }: Supply, issueId: string): boolean =>
  issues.find(({ id }) => id === issueId)?.for?.drill ?? false

function returned(supply: Supply, event: Recorded<SupplyReturned>): Supply {
  const { issueId, parts } = event
  const drill = isOfDrill(supply, issueId)
  const after = moved(supply, event, { kind: 'returned', parts, issueId, drill })
  return {
    ...after,
    issues: after.issues.map((issue) =>
      issue.id === issueId ? { ...issue, returned: [...issue.returned, ...parts] } : issue,
    ),
  }
}

function consumed(supply: Supply, event: Recorded<SupplyConsumed>): Supply {
  const { issueId, count } = event
  const drill = isOfDrill(supply, issueId)
  const after = moved(supply, event, { kind: 'consumed', parts: [], count, issueId, drill })
  return {
    ...after,
    issues: after.issues.map((issue) =>
      issue.id === issueId ? { ...issue, consumed: rounded(issue.consumed + count) } : issue,
    ),
  }
}

/** As if the turn had not been: the stock, the issue that it was or was of, or the check. */
function undone(supply: Supply, turnId: string): Supply {
  const movement = supply.movements.find(({ id }) => id === turnId)
  if (!movement) return { ...supply, checks: supply.checks.filter(({ id }) => id !== turnId) }
  const { issueId, kind, parts, count } = movement
  return {
    ...supply,
    batches: withParts(supply.batches, negative(parts)),
    movements: supply.movements.filter(({ id }) => id !== turnId),
    issues: supply.issues.flatMap((issue) => {
      if (issue.id !== issueId) return [issue]
      if (kind === 'issued') return []
      return kind === 'returned'
        ? [{ ...issue, returned: issue.returned.slice(0, -parts.length) }]
        : [{ ...issue, consumed: rounded(issue.consumed - count) }]
    }),
  }
}

function changed(supply: Supply, event: Recorded<SupplyEvent>): Supply {
  switch (event.type) {
    case 'SupplyEntered':
      return supply // it is entered once
    case 'SupplyAmended':
      return { ...supply, ...event.changed }
    case 'SupplyMoved':
      return { ...supply, place: event.place, spot: event.spot }
    case 'SupplyReceived': {
      const { batches } = event
      return moved(withBatches(supply, batches), event, {
        kind: 'received',
        parts: partsOf(batches),
      })
    }
    case 'SupplyIssued':
      return issued(supply, event)
    case 'SupplyReturned':
      return returned(supply, event)
    case 'SupplyConsumed':
      return consumed(supply, event)
    case 'SupplyDisposed': {
      const { parts, why } = event
      return moved(supply, event, { kind: 'disposed', parts: negative(parts), disposal: why })
    }
    case 'SupplyChecked': {
      const check = { id: nextTurnId(supply), ...bodyOf(event), at: event.at, by: event.by }
      return { ...supply, checks: [...supply.checks, check as Supply['checks'][number]] }
    }
    case 'SupplyBooked':
      return moved(supply, event, { kind: 'booked', parts: event.parts })
    case 'SupplyTurnUndone':
      return undone(supply, event.turnId)
    case 'SupplyWithdrawn':
      return { ...supply, withdrawn: event.at }
    case 'SupplyRestored':
      return { ...supply, withdrawn: null }
    default:
      return unreachable(event)
  }
}

export const supplyStream = defineStream<SupplyStreamState, SupplyEvent, { supply: Supply }>({
  name: 'supply.',
  initial: (id) => ({ id, supply: null }),
  evolve({ id, supply }, event) {
    if (!supply) return { id, supply: event.type === 'SupplyEntered' ? entered(id, event) : null }
    return { id, supply: { ...changed(supply, event), version: supply.version + 1 } }
  },
  documents: {
    supply: {
      of: ({ supply }) => supply,
      name: localized('应急物资', 'the supplies'),
      hasForm: (body, id) => isSupply(body) && (body as Supply).id === id,
    },
  },
  version: ({ supply }) => supply?.version ?? 0,
})
