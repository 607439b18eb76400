/**
 * Of an annex and its general plan that fit a caller's words equally well, the annex comes first.
 */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { propose } from '#shared/domain/match/match.ts'

const hotel = loadLibrary(fileURLToPath(new URL('../../../resources', import.meta.url)), {
  siteKinds: ['hotel'],
})
const { syllables } = createRomaniser()

it.each([
  ['起火了', ['hotel-fire', 'generic-service']],
  ['火警', ['hotel-fire', 'generic-service']],
  ['地震了', ['generic-service']],
])('%s', (narrative, plans) => {
  expect(
    propose(narrative, {
      plans: hotel.plans(),
      types: hotel.types(),
      synonyms: hotel.synonyms(),
      syllables,
    }).map(({ planId }) => planId),
  ).toEqual(plans)
})
