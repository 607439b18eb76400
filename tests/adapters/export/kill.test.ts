/**
 * Killed in the middle of an export: under the final name lies the older file or a whole one.
 * Fifty kills are in tests/faults.
 */
import { expect, test } from 'vitest'
import { harmedBy } from './kill.ts'

test('a kill at the beginning, in the middle or near the end leaves the older file or a whole one', async () => {
  expect(await harmedBy([0.1, 0.6, 1], 'xlsx')).toBe(0)
}, 120_000)

test('planted: one that writes under the final name at once is caught', async () => {
  expect(await harmedBy([0.5], 'straight')).toBe(1)
}, 60_000)
