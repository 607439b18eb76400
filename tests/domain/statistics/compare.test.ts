/** Comparison with a base of zero or few, and mean, median, P90 and how many they stand on. */
import { expect, it } from 'vitest'
import { compare } from '#shared/domain/statistics/compare.ts'
import { spread } from '#shared/domain/statistics/spread.ts'

it.each([
  [23, 19, { difference: 4, percent: 21.1, small: false }],
  [10, 10, { difference: 0, percent: 0, small: false }],
  [12, 9, { difference: 3, percent: 33.3, small: true }],
  [9, 12, { difference: -3, percent: -25, small: false }],
  [5, 0, { difference: 5, percent: null, small: true }],
  [0, 0, { difference: 0, percent: null, small: true }],
  [0, 20, { difference: -20, percent: -100, small: false }],
  [0.3, 0.1, { difference: 0.2, percent: 200, small: true }],
])('%d against %d', (current, base, comparison) => {
  expect(compare(current, base)).toEqual(comparison)
})

it.each([
  ['nothing', [], { mean: null, median: null, p90: null, n: 0 }],
  ['one', [7], { mean: 7, median: 7, p90: 7, n: 1 }],
  ['an odd number', [30, 10, 20], { mean: 20, median: 20, p90: 30, n: 3 }],
  ['an even number: the middle two', [1, 2, 3, 10], { mean: 4, median: 3, p90: 10, n: 4 }],
  ['ten: the ninth', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], { mean: 6, median: 6, p90: 9, n: 10 }],
  [
    'eleven: the tenth',
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    { mean: 6, median: 6, p90: 10, n: 11 },
  ],
])('%s', (_, values, expected) => {
  expect(spread(values)).toEqual(expected)
})
