/**
 * What became of an incident afterwards, as the plain count has it, and as an incident brings it
 * along that is taken over. Nothing of the product may be imported here.
 */
/** What became of it; entries by id, in the order in which they were entered. */
export type PlainAfterwards = {
  entries: Map<
    string,
    { due: string; agreed: number; paid: number; standing: 'open' | 'done' | 'gone' }
  >
  reviewed: boolean
  passedOver: boolean
  evaluated: Map<string, number> // plan → when first
}
/** What an incident brings along of it. */
export type CarriedAfterwards = {
  aftercare?: {
    id: string
    dueOn: string
    agreedFen: number | null
    done?: { paidFen?: number }
    withdrawn?: object
  }[]
  reviews?: { kind: string; plans: string[]; reviewedAt: number }[]
  reviewPassedOver?: object
}

export const carriedAfterwards = ({
  aftercare = [],
  reviews = [],
  reviewPassedOver,
}: CarriedAfterwards): PlainAfterwards => ({
  entries: new Map(
    aftercare.map(({ id, dueOn, agreedFen, done, withdrawn }) => [
      id,
      {
        ...{ due: dueOn, agreed: agreedFen ?? 0, paid: done?.paidFen ?? 0 },
        standing: withdrawn ? 'gone' : done ? 'done' : 'open',
      },
    ]),
  ),
  reviewed: reviews.some(({ kind }) => kind === 'review'),
  passedOver: reviewPassedOver !== undefined,
  evaluated: new Map(
    [...reviews]
      .reverse()
      .flatMap(({ plans, reviewedAt }) => plans.map((plan) => [plan, reviewedAt] as const)),
  ),
})
