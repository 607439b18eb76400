/** A step that somebody has in hand is asked after again: after one time, two, then every six. */
import { expect, it } from 'vitest'
import type { AttentionClock } from '#shared/domain/incident/record/attention.ts'
import { nextAsked } from '#shared/domain/incident/rules/attention-clocks.ts'

const clock = { startedAt: 1_000, every: 100 } as AttentionClock

it.each([
  [1_000, 1_100],
  [1_099, 1_100],
  [1_100, 1_300],
  [1_299, 1_300],
  [1_300, 1_900],
  [1_899, 1_900],
  [1_900, 2_500],
])('at %i it is next asked after at %i', (at, next) => {
  expect(nextAsked(clock, at)).toBe(next)
})
