/**
 * Tests what `npm run mutants` changes: one operator or constant, and the same for the same seed.
 */
import { describe, expect, it } from 'vitest'
import { chance, mutate, mutationsOf } from '../../scripts/lib/mutate.mjs'

/** Every text that one mutation makes of this one. */
const mutants = (text: string): string[] =>
  mutationsOf(text).map((mutation) => mutate(text, mutation))

describe('mutations', () => {
  it.each([
    ['a === b', ['a !== b']],
    ['a < b && c', ['a < b || c', 'a <= b && c']],
    ['on ? early : late', ['on ? late : early']],
    ['!isOpen', ['isOpen']],
    ['const wait = 5', ['const wait = 6']],
    ['const drill = false', ['const drill = true']],
    ['rows.some(isLate)', ['rows.every(isLate)']],
    ['from + until', ['from - until']],
  ])('%s', (text, expected) => {
    expect(mutants(text).sort()).toEqual(expected.sort())
  })

  it('leave types and joined texts alone', () => {
    expect(mutants('type Level = 1 | 2 | null')).toEqual([])
    expect(mutants(`'step ' + id`)).toEqual([])
  })
})

it('the same seed draws the same mutants', () => {
  const draw = (seed: number): number[] => Array.from({ length: 5 }, chance(seed))
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true)
})
