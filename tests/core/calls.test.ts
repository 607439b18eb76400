/** Calls of an incident through the station: under way, ended, on the record, and personal. */
import { afterEach, expect, it } from 'vitest'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const fire = plan('fire', [step('ring', { lifeSafety: true }), step('leave')])
let kit: Kit
afterEach(() => kit.stop())

async function running(): Promise<string> {
  kit = await openStation({ on: 'sqlite', plans: [fire] })
  return kit.run(['fire'])
}
const entriesOf = async (incidentId: string) =>
  (await kit.ask('incident/timeline', { incidentId })).entries.map(({ says, words }) => [
    says.zh,
    words,
  ])
const under = async (id: string) => (await kit.incident(id)).callingSince

it('given a call that began, when its step is finished, then it is under way no more', async () => {
  const incidentId = await running()
  await kit.ask('incident/call', { incidentId, stepId: 'ring', to: {}, outcome: 'started' })
  expect(await under(incidentId)).not.toBeNull()
  await kit.ask('incident/step', { incidentId, stepId: 'leave', outcome: 'done' })
  expect(await under(incidentId), 'another step').not.toBeNull()
  await kit.ask('incident/step', { incidentId, stepId: 'ring', outcome: 'done' })
  expect(await under(incidentId)).toBeNull()
})

it('given a call that began, when somebody says what came of it, then it is under way no more', async () => {
  const incidentId = await running()
  const to = { role: 'desk' }
  await kit.ask('incident/call', { incidentId, to, outcome: 'started' })
  await kit.ask('incident/call', { incidentId, to: { role: 'head' }, outcome: 'no-answer' })
  expect(await under(incidentId), 'another post').not.toBeNull()
  await kit.ask('incident/call', { incidentId, to, outcome: 'no-answer' })
  expect(await under(incidentId)).toBeNull()
})

it('keeps the number and the person of a call apart from the record, and gives them to the desk', async () => {
  const incidentId = await running()
  await kit.ask('incident/call', { incidentId, to: { number: '13800000001' }, outcome: 'busy' })
  await kit.ask('incident/call', { incidentId, to: { who: '周岚' }, outcome: 'answered' })
  expect((await entriesOf(incidentId)).slice(-2).map(([, words]) => words)).toEqual([
    '13800000001',
    '周岚',
  ])
  const written = JSON.stringify(await kit.events())
  expect(written).not.toContain('13800000001')
  expect(written).not.toContain('周岚')
})
