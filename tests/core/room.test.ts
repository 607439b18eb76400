/** The room is left by one act: walls say it, the record of what runs too, and nothing waits. */
import { afterEach, expect, it } from 'vitest'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

async function running(): Promise<string> {
  kit = await openStation({ on: 'sqlite', plans: [plan('fire', [step('leave')])] })
  return kit.run(['fire'])
}
const room = async (audience: 'desk' | 'wall' | 'public' = 'desk') =>
  (await kit.station.board(audience)).room

it('is left, taken over from another place, and come back to; a restart changes nothing', async () => {
  const incidentId = await running()
  expect(await room()).toBeUndefined()
  await kit.ask('room/leave', { contact: '周岚 13800000001' })
  expect(await room()).toMatchObject({ by: '周敏', contact: '周岚 13800000001', taken: null })
  await kit.ask('room/leave', { contact: '别人' })
  await kit.ask('room/take-over', { place: '二号楼大厅' })
  kit = await kit.restart('1 s')
  expect(await room('wall')).toMatchObject({
    contact: '周岚 13800000001',
    taken: { by: '周敏', place: '二号楼大厅' },
  })
  const hidden = JSON.stringify(await room('public'))
  expect(hidden).not.toMatch(/周岚|13800000001|二号楼|周敏/)
  await kit.ask('incident/step', { incidentId, stepId: 'leave', outcome: 'done' })
  await kit.ask('room/return', {})
  await kit.ask('room/return', {})
  expect(await room()).toBeUndefined()
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  const lines = entries.map(({ says, words }) => [says.zh, words])
  expect(lines.filter(([says]) => /值班/.test(says ?? ''))).toEqual([
    ['撤离值班室', '周岚 13800000001'],
    ['在二号楼大厅接手值班', null],
    ['回到值班室', null],
  ])
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map(({ seq }) => seq).sort((a, b) => a - b))
  const plain = await kit.ask('history/read', { incidentId, plain: true })
  expect(JSON.stringify(plain.entries)).not.toMatch(/周岚|二号楼/)
  expect(JSON.stringify(await kit.events())).not.toMatch(/13800000001|二号楼/)
})

it('the place that somebody has taken over from can be left in its turn', async () => {
  await running()
  await kit.ask('room/leave', { contact: '周岚 13800000001' })
  await kit.ask('room/take-over', { place: '二号楼大厅' })
  await kit.clock.advance('5 min')
  await kit.ask('room/leave', { contact: '何平 13800000002' })
  expect(await room()).toMatchObject({ contact: '何平 13800000002', taken: null })
  await kit.ask('room/take-over', { place: '东门广场' })
  expect(await room()).toMatchObject({ taken: { place: '东门广场' } })
})

it('stands in the record of what ran then alone, and cannot be taken over while somebody is there', async () => {
  const before = await running()
  await kit.ask('incident/move', { incidentId: before, to: 'closed', reason: '误会' })
  await kit.clock.advance('1 min')
  expect(await kit.send('room/take-over', { place: '大厅' })).toMatchObject({ code: 'no-change' })
  await kit.ask('room/leave', {})
  await kit.clock.advance('1 min')
  await kit.ask('room/return', {})
  await kit.clock.advance('1 min')
  const after = await kit.run()
  for (const incidentId of [before, after]) {
    const { entries } = await kit.ask('incident/timeline', { incidentId })
    expect(entries.some(({ type }) => type.startsWith('Room'))).toBe(false)
  }
})
