/** The last word on a number, by when it was spoken; without one for ten minutes a call is over. */
import { expect, it } from 'vitest'
import { attemptsTo, isUnderWay } from '#shared/domain/calls/under-way.ts'
import type { Attempt } from '#shared/domain/calls/next.ts'
import { MINUTE } from '../../kit/plan.ts'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const word = (outcome: Attempt['outcome'], minutes: number, number = '119'): Attempt => ({
  ...{ stepId: 'call', who: null, number, outcome },
  at: NOW - minutes * MINUTE,
})

it('given a word that was entered afterwards, then it stands where it was spoken', () => {
  const attempts = [word('started', 1), word('answered', 27), word('busy', 0, '110')]
  const outcomes = attemptsTo(attempts, { person: null, number: '119' }).map(({ at }) => at)
  expect(outcomes).toEqual([NOW - 27 * MINUTE, NOW - MINUTE])
})

it('given nobody has said how it ended, then it is under way for ten minutes', () => {
  expect(isUnderWay(word('answered', 9), NOW)).toBe(true)
  expect(isUnderWay(word('started', 9), NOW)).toBe(true)
  expect(isUnderWay(word('answered', 10), NOW)).toBe(false)
  expect(isUnderWay(word('ended', 1), NOW)).toBe(false)
  expect(isUnderWay(null, NOW)).toBe(false)
})
