/**
 * A stock-taking (盘点) as it stands: what is to be counted, what was counted, who handed it in and
 * who, another, has reviewed it. Only then the differences are booked.
 */
import * as is from '../form.ts'
import type { Sealed } from '../sealed.ts'
import { SUPPLY_CLASSES, rounded, type Part, type SupplyClass } from '../supplies/supply.ts'

/** What is counted: all of a place of the register, all of a class, both or everything. */
export type TakingScope = { placeId: string | null; class: SupplyClass | null }

/**
 * One batch of one supply. `expected`: what there ought to be, when it was counted, or as long as
 * it was not, when it began. `counted`: what was counted; null: not yet. `words`: what was noticed.
 */
export type TakingLine = {
  supplyId: string
  batchId: string
  expected: number
  counted: number | null
  words: Sealed | null
}

/** `booked` and `abandoned` are over. */
export const TAKING_STATES = ['counting', 'review', 'booked', 'abandoned'] as const
export type TakingState = (typeof TAKING_STATES)[number]

/** What the review said; not `ok`: it is counted again. `at`: UTC ms. */
export type TakingReview = {
  at: number
  by: string
  ok: boolean
  person: Sealed
  words: Sealed | null
}

/**
 * `number`: 盘2026-001. `handedIn`: who answers for the count. `endedAt`: booked or abandoned, UTC
 * ms. `version`: events of the stream when this was folded.
 */
export type StockTaking = {
  id: string
  version: number
  number: string
  begunAt: number
  begunBy: string
  scope: TakingScope
  state: TakingState
  lines: readonly TakingLine[]
  handedIn: { at: number; by: string; person: Sealed } | null
  reviews: readonly TakingReview[]
  endedAt: number | null
}

export const isTakingOver = ({ state }: Pick<StockTaking, 'state'>): boolean =>
  state === 'booked' || state === 'abandoned'

export const isSameLine = (
  line: Pick<TakingLine, 'supplyId' | 'batchId'>,
  other: Pick<TakingLine, 'supplyId' | 'batchId'>,
): boolean => line.supplyId === other.supplyId && line.batchId === other.batchId

/** More (above 0) or less than there ought to be; null: not counted. */
export const differenceOf = ({ expected, counted }: TakingLine): number | null =>
  counted === null ? null : rounded(counted - expected)

export const linesLeft = ({ lines }: Pick<StockTaking, 'lines'>): number =>
  lines.filter(({ counted }) => counted === null).length

/** What is to be corrected, by the id of its supply. */
export function differencesOf({
  lines,
}: Pick<StockTaking, 'lines'>): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, Part[]>()
  for (const line of lines) {
    const count = differenceOf(line)
    if (count === null || count === 0) continue
    const of = parts.get(line.supplyId) ?? []
    parts.set(line.supplyId, [...of, { batchId: line.batchId, count }])
  }
  return parts
}

const review = is.fields<TakingReview>({
  at: is.number,
  by: is.words,
  ok: is.flag,
  person: is.sealed,
  words: is.orNull(is.sealed),
})
export const isStockTaking: is.Form = is.fields<StockTaking>({
  id: is.words,
  version: is.number,
  number: is.words,
  begunAt: is.number,
  begunBy: is.words,
  scope: is.fields<TakingScope>({
    placeId: is.orNull(is.words),
    class: is.orNull(is.oneOf(SUPPLY_CLASSES)),
  }),
  state: is.oneOf(TAKING_STATES),
  lines: is.list(
    is.fields<TakingLine>({
      supplyId: is.words,
      batchId: is.words,
      expected: is.number,
      counted: is.orNull(is.number),
      words: is.orNull(is.sealed),
    }),
  ),
  handedIn: is.orNull(
    is.fields<NonNullable<StockTaking['handedIn']>>({
      at: is.number,
      by: is.words,
      person: is.sealed,
    }),
  ),
  reviews: is.list(review),
  endedAt: is.orNull(is.number),
})
