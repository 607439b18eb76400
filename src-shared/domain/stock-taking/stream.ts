/** The streams of stock-takings, one for each: begun, counted, handed in, reviewed, abandoned. */
import { unreachable, type Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import type { Sealed } from '../sealed.ts'
import { localized } from '../text.ts'
import {
  isSameLine,
  isStockTaking,
  type StockTaking,
  type TakingLine,
  type TakingScope,
} from './taking.ts'

export type StockTakingBegun = {
  type: 'StockTakingBegun'
  number: string
  scope: TakingScope
  lines: readonly Pick<TakingLine, 'supplyId' | 'batchId' | 'expected'>[]
}
/** `expected`: what there ought to be at this instant; a line that was counted is counted anew. */
export type StockCounted = { type: 'StockCounted'; lines: readonly TakingLine[] }
export type StockTakingHandedIn = { type: 'StockTakingHandedIn'; person: Sealed }
/** `ok`: the differences are booked with it. */
export type StockTakingReviewed = {
  type: 'StockTakingReviewed'
  person: Sealed
  ok: boolean
  words: Sealed | null
}
export type StockTakingAbandoned = { type: 'StockTakingAbandoned'; reason: Sealed }
export type StockTakingEvent =
  StockTakingBegun | StockCounted | StockTakingHandedIn | StockTakingReviewed | StockTakingAbandoned

/** Null before it was begun; `id`: of the stream. */
export type StockTakingState = { id: string; taking: StockTaking | null }

function begun(id: string, event: Recorded<StockTakingBegun>): StockTaking {
  const { at, by, number, scope, lines } = event
  return {
    ...{ id, version: 1, number, begunAt: at, begunBy: by, scope, state: 'counting' },
    lines: lines.map((line) => ({ ...line, counted: null, words: null })),
    ...{ handedIn: null, reviews: [], endedAt: null },
  }
}

/** A batch that nobody expected stands at the end. */
const withCounts = (
  lines: readonly TakingLine[],
  counts: readonly TakingLine[],
): readonly TakingLine[] => [
  ...lines.map((line) => counts.find((count) => isSameLine(count, line)) ?? line),
  ...counts.filter((count) => !lines.some((line) => isSameLine(count, line))),
]

function changed(taking: StockTaking, event: Recorded<StockTakingEvent>): StockTaking {
  const { at, by } = event
  switch (event.type) {
    case 'StockTakingBegun':
      return taking // it begins once
    case 'StockCounted':
      return { ...taking, lines: withCounts(taking.lines, event.lines) }
    case 'StockTakingHandedIn':
      return { ...taking, state: 'review', handedIn: { at, by, person: event.person } }
    case 'StockTakingReviewed': {
      const { ok, person, words } = event
      return {
        ...taking,
        state: ok ? 'booked' : 'counting',
        handedIn: ok ? taking.handedIn : null,
        reviews: [...taking.reviews, { at, by, ok, person, words }],
        endedAt: ok ? at : null,
      }
    }
    case 'StockTakingAbandoned':
      return { ...taking, state: 'abandoned', endedAt: at }
    default:
      return unreachable(event)
  }
}

export const stockTakingStream = defineStream<
  StockTakingState,
  StockTakingEvent,
  { 'stock-taking': StockTaking }
>({
  name: 'stock-taking.',
  initial: (id) => ({ id, taking: null }),
  evolve({ id, taking }, event) {
    if (!taking) return { id, taking: event.type === 'StockTakingBegun' ? begun(id, event) : null }
    return { id, taking: { ...changed(taking, event), version: taking.version + 1 } }
  },
  documents: {
    'stock-taking': {
      of: ({ taking }) => taking,
      name: localized('盘点', 'the stock-takings'),
      hasForm: (body, id) => isStockTaking(body) && (body as StockTaking).id === id,
    },
  },
  version: ({ taking }) => taking?.version ?? 0,
})
