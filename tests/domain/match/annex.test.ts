/**
 * Of an annex and its general plan that fit a caller's words equally well, the annex comes first.
 */
import { expect, it } from 'vitest'
import { propose } from '#shared/domain/match/match.ts'
import { sourcesAt } from './sources-at.ts'

it.each([
  ['起火了', ['hotel-fire', 'generic-service']],
  ['火警', ['hotel-fire', 'generic-service']],
  ['地震了', ['generic-service']],
])('%s', (narrative, plans) => {
  expect(propose(narrative, sourcesAt('hotel')).map(({ planId }) => planId)).toEqual(plans)
})
