/** Draws a stock-taking as screens show it: the list to count by, and its differences. */
import { inSentence } from '../sealed.ts'
import type { Supply, SupplyPlace } from '../supplies/supply.ts'
import {
  differenceOf,
  linesLeft,
  type StockTaking,
  type TakingScope,
  type TakingState,
} from './taking.ts'

/** `difference`: more (above 0) or less than there ought to be; null: not counted. */
export type TakingLineRead = {
  supplyId: string
  batchId: string
  number: string
  name: string
  model: string | null
  unit: string
  place: string
  spot: string | null
  batch: string | null
  expiry: string | null
  expected: number
  counted: number | null
  difference: number | null
  words: string | null
}
/** Instants in UTC ms. `left`: lines that were not counted. */
export type TakingRead = {
  id: string
  number: string
  begunAt: number
  begunBy: string
  scope: TakingScope & { place: string | null }
  state: TakingState
  lines: readonly TakingLineRead[]
  left: number
  handedIn: { at: number; person: string } | null
  review: { at: number; ok: boolean; person: string; words: string | null } | null
  endedAt: number | null
}

/** With seals in place of personal values. Lines stand by place, then by name. */
export function drawTaking(
  taking: StockTaking,
  {
    supplyOf,
    placeOf,
  }: {
    supplyOf: (id: string) => Supply | null
    placeOf: (place: SupplyPlace) => SupplyPlace
  },
): TakingRead {
  const lines = taking.lines.flatMap((line): TakingLineRead[] => {
    const supply = supplyOf(line.supplyId)
    if (!supply) return []
    const { number, name, model, unit, place, spot } = supply
    const batch = supply.batches.find(({ id }) => id === line.batchId)
    return [
      {
        ...{ supplyId: line.supplyId, batchId: line.batchId, number, name, model, unit, spot },
        ...{ place: placeOf(place).name, batch: batch?.number ?? null },
        ...{ expiry: batch?.expiry ?? null, expected: line.expected, counted: line.counted },
        difference: differenceOf(line),
        words: line.words && inSentence(line.words),
      },
    ]
  })
  const { scope, handedIn } = taking
  const review = taking.reviews.at(-1)
  return {
    ...{ id: taking.id, number: taking.number, begunAt: taking.begunAt, begunBy: taking.begunBy },
    scope: {
      ...scope,
      place: scope.placeId === null ? null : placeOf({ id: scope.placeId, name: '' }).name,
    },
    state: taking.state,
    lines: lines.sort(
      (a, b) =>
        a.place.localeCompare(b.place, 'zh') ||
        a.name.localeCompare(b.name, 'zh') ||
        (a.number < b.number ? -1 : a.number > b.number ? 1 : 0),
    ),
    left: linesLeft(taking),
    handedIn: handedIn && { at: handedIn.at, person: inSentence(handedIn.person) },
    review: review
      ? {
          at: review.at,
          ok: review.ok,
          person: inSentence(review.person),
          words: review.words && inSentence(review.words),
        }
      : null,
    endedAt: taking.endedAt,
  }
}
