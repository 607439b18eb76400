/** Calls of an incident through the station: under way, ended, on the record, and personal. */
import { afterEach, expect, it } from 'vitest'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
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

it('says of each open step whom to ring: who is on, who stands in, and the post above', async () => {
  const incidentId = await running()
  const { id: stand } = await kit.ask('people/person-set', {
    name: '替班甲',
    phones: [{ number: '13800000003' }],
    posts: [],
  })
  await kit.ask('people/person-set', {
    name: '在班乙',
    phones: [{ number: '13800000002' }],
    posts: ['desk'],
  })
  await kit.ask('people/person-set', { name: '组长丙', phones: [], posts: ['leader'] })
  await kit.ask('people/post-set', { id: 'desk', substitutes: [stand] })
  const { chains } = await kit.ask('incident/whom', { incidentId })
  expect(chains.map(({ stepId, postId }) => [stepId, postId])).toEqual([
    ['ring', 'desk'],
    ['leave', 'desk'],
  ])
  expect(chains[0]?.links.map(({ kind, person, number }) => [kind, person, number])).toEqual([
    ['duty', '在班乙', '13800000002'],
    ['substitute', '替班甲', '13800000003'],
    ['above', '组长丙', null],
  ])
  await kit.ask('incident/step', { incidentId, stepId: 'ring', outcome: 'done' })
  const after = await kit.ask('incident/whom', { incidentId })
  expect(after.chains.map(({ stepId }) => stepId)).toEqual(['leave'])
  expect(await kit.send('incident/whom', { incidentId: 'none' })).toMatchObject({
    code: 'unknown-incident',
  })
})

it('quotes what was heard behind whom it was heard from, and tells all of it in the record', async () => {
  const incidentId = await running()
  await kit.ask('incident/call', {
    incidentId,
    stepId: 'ring',
    to: { who: '周岚', number: '13800000001' },
    outcome: 'ended',
    words: '五分钟到',
  })
  expect((await entriesOf(incidentId)).at(-1)).toEqual([
    '通话·已挂断：步骤ring（周岚）',
    '五分钟到',
  ])
  const read = await kit.ask('history/read', { incidentId })
  const table = (personal: boolean) =>
    incidentDocument(read, {
      ...{ at: 0, zone: 'Asia/Shanghai' },
      ...{ site: { zh: '', en: '' }, personal },
    })
      .sections.find(({ id }) => id === 'calls')
      ?.tables[0]?.rows.map((row) => JSON.stringify(row))
      .join()
  expect(table(true)).toContain('五分钟到')
  expect(table(true)).toContain('13800000001')
  expect(table(false)).not.toMatch(/五分钟到|13800000001|周岚/)
})
