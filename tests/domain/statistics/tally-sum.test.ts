/** Many tallies come to the same together as added one by one, whatever was added before. */
import { expect, test } from 'vitest'
import {
  isSameTally,
  NOTHING,
  withTally,
  type Counts,
  type Tally,
} from '#shared/domain/statistics/tally.ts'
import { tallySummer } from '#shared/domain/statistics/tally-sum.ts'
import { chance } from '../../kit/driver.ts'

const plainly = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, tally) => withTally(sum, tally, 1), NOTHING)

const random = chance(3)
const below = (n: number): number => Math.floor(random() * n)
const counts = (kinds: number): Counts =>
  Object.fromEntries(Array.from({ length: below(kinds) }, () => [`k${below(kinds)}`, below(5)]))
const tallyOfAny = (): Tally => ({
  ...{ incidents: below(9), drills: below(3), falseReports: below(3), met: below(9) },
  ...{ late: below(9), byCategory: counts(4), byLegalCategory: counts(4) },
  ...{ byType: counts(12), byLevel: counts(4) },
  open: Array.from({ length: below(4) }, () => below(1e9)).sort((a, b) => a - b),
})

test('comes to what adding one by one comes to, with keys that were met before and not', () => {
  const sumOf = tallySummer()
  const all: Tally[] = []
  for (let round = 0; round < 60; round++) {
    all.push(tallyOfAny(), tallyOfAny())
    const some = all.filter(() => random() < 0.6)
    const sum = sumOf(some)
    expect(isSameTally(sum, plainly(some))).toBe(true)
    expect(JSON.stringify(sum)).toBe(JSON.stringify(plainly(some))) // keys in their order, too
  }
})

test('of nothing it is nothing, and a key that is a word of the language is a key', () => {
  const sumOf = tallySummer()
  expect(sumOf([])).toEqual(NOTHING)
  const odd = JSON.parse('{"__proto__": 2, "constructor": 1}') as Counts
  const { byType } = sumOf([{ ...NOTHING, byType: odd }])
  expect(Object.entries(byType)).toEqual([
    ['__proto__', 2],
    ['constructor', 1],
  ])
})
