/** What whoever activates a plan says of it stands in the record, and on no wall or plain file. */
import { afterEach, expect, it } from 'vitest'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const WORDS = { matter: '三楼李桂兰家起火', measures: '先疏散刘洋一层' }
const statedIn = async (audience: 'desk' | 'wall' | 'public' = 'desk') =>
  (await kit.station.board(audience)).incidents[0]?.plans.map(({ stated }) => stated)

it('is matter, duration and measures, sealed, through a restart', async () => {
  kit = await openStation({ on: 'sqlite', plans: [plan('fire', [step('leave')])] })
  const incidentId = await kit.run()
  await kit.ask('incident/activate', { incidentId, planId: 'fire', ...WORDS, lastsMinutes: 90 })
  const at = kit.clock.wall()
  kit = await kit.restart('1 s')
  expect(await statedIn()).toEqual([{ ...WORDS, until: at + 90 * 60_000 }])
  expect(await statedIn('wall')).toEqual([
    { matter: null, until: at + 90 * 60_000, measures: null },
  ])
  expect(JSON.stringify(await kit.station.board('public'))).not.toMatch(/李桂兰|刘洋/)
  expect(JSON.stringify(await kit.events())).not.toMatch(/李桂兰|刘洋/)
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  const line = entries.find(({ type }) => type === 'PlanActivated')?.says.zh
  expect(line).toContain(`事项：${WORDS.matter}，预计1时30分，措施：${WORDS.measures}`)
  const plain = await kit.ask('history/read', { incidentId, plain: true })
  expect(JSON.stringify(plain.entries)).not.toMatch(/李桂兰|刘洋/)
})

it('is never asked for: an activation by one key says what the plan says', async () => {
  kit = await openStation({ on: 'sqlite', plans: [plan('fire', [step('leave')])] })
  const incidentId = await kit.run(['fire'])
  expect(await statedIn()).toEqual([undefined])
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  const line = entries.find(({ type }) => type === 'PlanActivated')?.says.zh
  expect(line).not.toMatch(/事项|预计|措施/)
  for (const wrong of [{ lastsMinutes: 0 }, { lastsMinutes: 90 * 24 * 60 + 1 }])
    expect(
      await kit.send('incident/activate', { incidentId, planId: 'fire', ...wrong }),
    ).toMatchObject({ code: 'bad-input' })
})
