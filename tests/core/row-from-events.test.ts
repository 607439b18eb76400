/** The row of an incident is what its events come to. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rowFrom } from '#main/core/verify/projections.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
let id = ''
beforeEach(async () => {
  kit = await openStation({
    on: 'sqlite',
    plans: [plan('response', [step('call'), step('arrive')])],
  })
  id = await kit.run(['response'], { place: '西区' })
  await kit.ask('incident/step', { incidentId: id, stepId: 'call', outcome: 'done' })
})
afterEach(() => kit.stop())

it('folded anew it is the row that was stored', async () => {
  const stored = await kit.journal.row(id)
  expect(stored?.incident).toMatchObject({ place: '西区' })
  expect(await rowFrom(kit.journal)(id)).toEqual(stored)
})

it('of an incident without events there is none', async () => {
  expect(await rowFrom(kit.journal)('01a20000-0000-7000-8000-000000000000')).toBeNull()
})
