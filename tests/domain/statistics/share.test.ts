/** The share of limits that were met: never 100 over a late one, never 0 over one that was met. */
import { expect, it } from 'vitest'
import { metShare } from '#shared/domain/statistics/share.ts'

it.each([
  [0, 0, null],
  [4, 4, 100],
  [4, 0, 0],
  [4, 3, 75],
  [3, 2, 67],
  [1000, 999, 99],
  [1000, 1, 1],
])('given %i limits that came due, when %i of them are met, then it is %j', (due, met, share) => {
  expect(metShare({ due, met })).toBe(share)
})
