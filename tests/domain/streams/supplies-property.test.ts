/**
 * Made-up histories of a supply: whatever is entered, issued, given back, used up, thrown away,
 * counted and taken back, no batch falls below nothing, the stock is what the movements come to,
 * what was taken back was never there, and nothing of a drill is a real figure.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decideSupply, type SupplyCommand } from '#shared/domain/supplies/decide.ts'
import { suppliesOfPeriod, type SupplyFigures } from '#shared/domain/supplies/figures.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import {
  lastTurn,
  outstandingOf,
  stockOf,
  sumOf,
  usableOf,
  type Supply,
} from '#shared/domain/supplies/supply.ts'
import { entered, FIRE, on, PILLS, seal, ZONE } from './supply-events.ts'

const HOUR = 3_600_000
const DAYS = ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-31', '2027-07-01']
const count = fc.integer({ min: 1, max: 9_000 }).map((thousandths) => thousandths / 1000)
const words = null

type Make = (supply: Supply) => SupplyCommand
/** Of the issue, or the batch, that comes at this place, going round. */
const nth = (all: readonly { id: string }[], index: number): string =>
  all[index % Math.max(1, all.length)]?.id ?? 'none'
const index = fc.nat(5)
const line = fc.record({
  number: fc.constantFrom(null, 'A1', 'A2', 'A3'),
  expiry: fc.constantFrom(null, '2026-11-30', '2026-12-31', '2027-06-30'),
  count,
})
const turn: fc.Arbitrary<Make> = fc.oneof(
  fc.record({ count, drill: fc.boolean() }).map(({ drill, ...of }): Make => () => ({
    type: 'IssueSupply',
    ...of,
    to: seal('李工'),
    words,
    for: { ...FIRE, drill },
  })),
  fc
    .record({
      type: fc.constantFrom('ReturnSupply' as const, 'ConsumeSupply' as const),
      index,
      count: fc.option(count),
    })
    .map(({ index: which, ...of }): Make => ({ issues }) => ({
      ...of,
      issueId: nth(issues, which),
      words,
    })),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((batches): Make => () => ({ type: 'ReceiveSupply', batches, words })),
  fc
    .record({ index: fc.option(index), count })
    .map(({ index: which, ...of }): Make => ({ batches }) => ({
      ...{ type: 'DisposeSupply', ...of, why: 'expired', words },
      batchId: which === null ? null : nth(batches, which),
    })),
  fc
    .boolean()
    .map((ok): Make => () => ({ type: 'CheckSupply', ok, person: seal('周敏'), words: seal('w') })),
  index.map((which): Make => (supply) => ({
    type: 'UndoSupplyTurn',
    turnId: which > 1 ? (lastTurn(supply)?.id ?? 't1') : nth(supply.movements, which),
  })),
)
const history = fc.array(
  fc.record({ make: turn, after: fc.constantFrom(0, HOUR, 30 * HOUR), day: fc.nat(4) }),
  { maxLength: 40 },
)

const figuresOf = (supply: Supply, now: number): SupplyFigures =>
  suppliesOfPeriod([supply], { from: '2026-11-01', to: '2027-12-31' }, { now, zone: ZONE })
/** Without how many events it was folded from, and batches of which nothing is left. */
const plain = (supply: Supply): object => ({
  ...supply,
  version: 0,
  batches: supply.batches.filter(({ count: left }) => left > 0),
})

function holds(supply: Supply): void {
  for (const batch of supply.batches) {
    expect(batch.count).toBeGreaterThanOrEqual(0)
    const parts = supply.movements.flatMap((movement) => movement.parts)
    const moved = sumOf(parts.filter(({ batchId }) => batchId === batch.id))
    expect(batch.count - moved).toBe(0)
  }
  expect(new Set(supply.batches.map(({ id }) => id)).size).toBe(supply.batches.length)
  for (const day of DAYS) expect(usableOf(supply, day)).toBeLessThanOrEqual(stockOf(supply))
  for (const issue of supply.issues) {
    expect(outstandingOf(issue)).toBeGreaterThanOrEqual(0)
    expect(issue.consumed).toBeGreaterThanOrEqual(0)
  }
}

it('no stock below nothing, and none that no movement explains', () => {
  fc.assert(
    fc.property(history, (turns) => {
      let at = on('2026-11-20')
      let state = supplyStream.evolve(supplyStream.initial('s1'), {
        ...entered(PILLS),
        ...{ at, by: '周敏' },
      })
      let before: Supply | null = null
      let real = 0
      for (const { make, after, day } of turns) {
        const supply = state.supply as Supply
        const command = make(supply)
        at += after
        const today = DAYS[day] ?? ''
        const decision = decideSupply(supply, command, { at, by: '周敏' }, { today })
        if (!decision.ok) continue
        for (const event of decision.events)
          state = supplyStream.evolve(state, { ...event, at, by: '周敏' })
        const now = state.supply as Supply
        holds(now)
        if (command.type === 'UndoSupplyTurn') {
          expect(before).not.toBeNull()
          expect(plain(now)).toEqual(plain(before as Supply))
          before = null
        } else before = supply
        const { issues, movements } = now
        real = issues.filter((issue) => issue.for?.drill === false).length
        expect(movements.filter(({ kind, drill }) => kind === 'issued' && !drill)).toHaveLength(
          real,
        )
      }
      const figures = figuresOf(state.supply as Supply, at)
      expect(figures.issued).toBe(real)
      expect(supplyStream.documents.supply.hasForm(state.supply, 's1')).toBe(true)
    }),
    { numRuns: 300, seed: 19 },
  )
})
