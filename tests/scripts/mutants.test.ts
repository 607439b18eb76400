/**
 * Tests what `npm run mutants` changes: one operator or constant, and the same for the same seed.
 */
import { describe, expect, it } from 'vitest'
import { chance, mutate, mutationsOf } from '../../scripts/lib/mutate.mjs'
import { nearness } from '../../scripts/lib/nearest.mjs'

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

it('the specs of the file itself run before those of its folder, and those before all others', () => {
  const file = 'src-shared/domain/match/place.ts'
  const specs = ['tests/domain/board/view.test.ts', 'tests/domain/match/place.test.ts']
  const others = ['tests/domain/match/measure.test.ts', 'tests/core/start.test.ts']
  const order = [...specs, ...others].sort((a, b) => nearness(b, file) - nearness(a, file))
  expect(order.slice(0, 2)).toEqual([specs[1], others[0]])
  expect(order[3]).toBe(others[1])
})
