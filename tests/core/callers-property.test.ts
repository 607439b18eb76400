/** What tests/kit/caller-histories.ts says of callers, merges and reports: of ten histories. */
import { it } from 'vitest'
import { countedAlike } from '../kit/caller-histories.ts'

it('all faces count the same over any history of callers, calls, merges and reports', () =>
  countedAlike(10))
