/**
 * A home whose incident may be of several types, since the words of the report or the plan that
 * runs do not say which: it is sealed as soon as one of them is private.
 */
import { afterEach, expect, test } from 'vitest'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const type = (code: string, isPrivate: boolean): IncidentType => ({
  code,
  name: localized(code, code),
  category: 'visit',
  legal: null,
  words: [],
  ...(isPrivate && { private: true }),
})
const TYPES = [type('visit.attack', true), type('visit.restraint', true), type('visit.late', false)]
const TRIGGERS = ['师傅 被打']
const PLANS = {
  attack: plan('attack', [step('a')], {
    types: ['visit.attack', 'visit.restraint'],
    triggers: TRIGGERS,
  }),
  late: plan('late', [step('a')], { types: ['visit.late'] }),
}

let kit: Kit | null = null
afterEach(async () => {
  await kit?.stop()
  kit = null
})

async function opened(): Promise<Kit> {
  kit = await openStation({ library: smallLibrary(Object.values(PLANS), { types: TYPES }) })
  await kit.ask('site/places-set', { places: [{ name: '云雀小区' }] })
  return kit
}

const inClear = async (station: Kit): Promise<boolean> =>
  JSON.stringify((await station.events()).map(({ body }) => body)).includes('七号楼')

test('reported without a type, with words that only say which plan it is', async () => {
  const station = await opened()
  const { proposals, incidentId } = await station.ask('incident/report', {
    narrative: '师傅上门被打',
    place: '云雀小区七号楼',
  })
  expect(proposals[0]).toMatchObject({ planId: 'attack' })
  expect(await inClear(station)).toBe(false)
  expect((await station.incident(incidentId)).place).toBe('云雀小区七号楼')
})

test('corrected while such a plan runs and no type is known', async () => {
  const station = await opened()
  const incidentId = await station.run(['attack'], { narrative: '出事了', place: '大厅' })
  await station.ask('incident/amend', { incidentId, place: '云雀小区七号楼', reason: '补报' })
  expect(await inClear(station)).toBe(false)
})

test('of no private type it stays in clear', async () => {
  const station = await opened()
  const incidentId = await station.run(['late'], { narrative: '迟到', place: '云雀小区七号楼' })
  expect(await inClear(station)).toBe(true)
  expect((await station.incident(incidentId)).place).toBe('云雀小区七号楼')
})
