/** A call of which nobody says what came of it is under way for ten minutes, and no longer. */
import { expect, it } from 'vitest'
import { isCalling } from '#shared/domain/incident/rules/calls.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'

const SINCE = 1_795_492_800_000

it.each([
  ['when it begins', 0, true],
  ['a millisecond before the ten minutes are over', 10 * MINUTE_MS - 1, true],
  ['when they are over', 10 * MINUTE_MS, false],
])('%s', (_when, after, calling) => {
  expect(isCalling(SINCE, SINCE + after)).toBe(calling)
})

it('where none was begun, none is under way', () => {
  expect(isCalling(null, SINCE)).toBe(false)
})
