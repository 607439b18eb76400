/** The same as tests/core/callers-property.test.ts for sixty histories: too many for the gate. */
import { it } from 'vitest'
import { countedAlike } from '../kit/caller-histories.ts'

it(
  'all faces count the same over sixty histories of callers, calls, merges and reports',
  () => countedAlike(60),
  300_000,
)
