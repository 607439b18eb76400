/** What of supplies comes due, by the policies and on which day; and the stock-taking itself. */
import { expect, it } from 'vitest'
import type { Policy, PolicyKind } from '#shared/domain/policies/policy.ts'
import { drawObligation } from '#shared/domain/readiness/draw.ts'
import { firstEntered, obligationsOfTakings } from '#shared/domain/stock-taking/obligations.ts'
import type { StockTaking } from '#shared/domain/stock-taking/taking.ts'
import { obligationsOfSupplies } from '#shared/domain/supplies/obligations.ts'
import { localized } from '#shared/domain/text.ts'
import {
  after,
  consumed,
  entered,
  issued,
  on,
  PILLS,
  seal,
  ZONE,
} from '../streams/supply-events.ts'

const policy = (kind: PolicyKind, value: number, remindDays: number): Policy => ({
  ...{ id: kind, kind, name: localized(kind, kind), unit: 'months', value, remindDays },
  ...{ appliesTo: {}, source: localized('', ''), siteValue: null },
})
const policies = [
  policy('supply-expiry', 1, 30),
  policy('equipment-check', 6, 14),
  policy('stock-taking', 3, 7),
]
const due = (supply: Parameters<typeof obligationsOfSupplies>[0], today: string) =>
  obligationsOfSupplies(supply, { today, zone: ZONE, policies }).map(
    ({ kind, due: day, remindFrom, isCritical, count }) => [
      kind,
      day,
      remindFrom,
      isCritical,
      count,
    ],
  )

it('a batch is due on its last day, told thirty days before, and critical from the day after', () => {
  const pills = after(['2026-11-01', entered(PILLS, { class: 'medical', minimum: 8 })])
  expect(due([pills], '2026-11-30')).toEqual([
    ['supply-expiry', '2026-11-30', '2026-10-31', false, 4],
    ['supply-expiry', '2027-06-30', '2027-05-31', false, 6],
  ])
  expect(due([pills], '2026-12-01')).toEqual([
    ['supply-expiry', '2026-11-30', '2026-10-31', true, 4],
    ['supply-expiry', '2027-06-30', '2027-05-31', false, 6],
    ['supply-short', '2026-12-01', null, true, 2],
  ])
})

it('equipment is checked every half-year also where nobody said so, other things are not', () => {
  const extinguisher = after(['2026-08-31', entered()])
  expect(due([extinguisher], '2026-11-01')).toEqual([
    ['supply-check', '2027-02-28', '2027-02-14', false, 1],
  ])
  expect(
    due([after(['2026-08-31', entered(undefined, { class: 'living' })])], '2026-11-01'),
  ).toEqual([])
  const failed = after(
    ['2026-08-31', entered()],
    ['2026-09-01', { type: 'SupplyChecked', ok: false, person: seal('李工'), words: seal('漏') }],
  )
  expect(due([failed], '2026-11-01')).toEqual([['supply-unfit', '2026-09-01', null, true, 1]])
})

it('what was issued is settled the day after, and names its keeper and its place on the page', () => {
  const living = { class: 'living' } as const
  const out = after(['2026-11-01', entered(undefined, living)], ['2026-11-02', issued(3)])
  expect(due([out], '2026-11-02')).toEqual([['supply-out', '2026-11-03', '2026-11-03', false, 3]])
  const settled = after(
    ['2026-11-01', entered(undefined, living)],
    ['2026-11-02', issued(3)],
    ['2026-11-02', consumed(3)],
  )
  expect(due([settled], '2026-11-05')).toEqual([])
  const [line] = obligationsOfSupplies([out], { today: '2026-11-02', zone: ZONE, policies })
  expect(line).toMatchObject({
    about: { id: 's1#t2', name: { zh: '干粉灭火器 MFZ/ABC4' } },
    unit: '具',
    to: ['readiness', 'supplies', 's1'],
  })
})

it('each batch and each issue is a line of its own, with the unit that the site counts in', () => {
  const lines = obligationsOfSupplies(
    [after(['2026-11-01', entered(PILLS, { class: 'medical', minimum: 8 })])],
    {
      ...{ today: '2026-12-01', zone: ZONE, policies },
    },
  )
  const drawn = lines.map((line) => drawObligation(line, { today: '2026-12-01', now: 0 }))
  expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length)
  expect(drawn.map(({ line }) => line.zh)).toContain('干粉灭火器 MFZ/ABC4到期（4具）')
})

it('nothing is counted at a site whose supplies have all left the register', () => {
  const [early, late] = [on('2026-11-01'), on('2026-11-30')]
  expect(firstEntered([])).toBeNull()
  expect(firstEntered([{ enteredAt: early, withdrawn: late }])).toBeNull()
  expect(
    firstEntered([
      { enteredAt: early, withdrawn: late },
      { enteredAt: late, withdrawn: null },
    ]),
  ).toBe(late)
})

it('stock is taken every quarter, from the first entry, then from the last that was booked', () => {
  const taking = (part: Partial<StockTaking>): StockTaking => ({
    ...{ id: 'k1', version: 1, number: '盘2026-001', begunAt: on('2026-11-30'), begunBy: '周敏' },
    ...{ scope: { placeId: null, class: null }, state: 'booked', lines: [], handedIn: null },
    ...{ reviews: [], endedAt: on('2026-11-30') },
    ...part,
  })
  const ask = (takings: readonly StockTaking[], enteredAt: number | null = on('2026-11-30')) =>
    obligationsOfTakings(takings, { enteredAt, zone: ZONE, calendar: {}, policies })
  expect(ask([], null)).toEqual([])
  expect(ask([])).toMatchObject([{ due: '2027-02-28', remindFrom: '2027-02-21' }])
  expect(ask([taking({ endedAt: on('2027-01-15') })])).toMatchObject([{ due: '2027-04-15' }])
  expect(ask([taking({ state: 'counting', endedAt: null })])).toMatchObject([
    { due: '2026-11-30', to: ['readiness', 'supplies', 'takings', 'k1'] },
  ])
})
