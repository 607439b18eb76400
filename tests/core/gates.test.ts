/**
 * Gates through the station: what a move answers, what is sealed of the reasons, and what screens
 * are told.
 */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { plan, step, yesNo } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const fire = plan(
  'fire',
  [
    step('call', { lifeSafety: true }),
    step('evacuate', { lifeSafety: true, when: { fact: 'large', is: 'yes' } }),
    step('lead'),
  ],
  { facts: [yesNo('large')], activation: { by: 'desk', confirmedBy: 'head', clause: 'S00-01' } },
)
const WORDS = '雀队长说已经拨打'

let kit: Kit
let incidentId: string
beforeEach(async () => {
  kit = await openStation({ plans: [fire] })
  incidentId = await kit.run(['fire'])
})
afterEach(() => kit.stop())

const gates = async () => (await kit.incident(incidentId)).gates

it('a move says in order what stands in its way, and changes nothing', async () => {
  expect(await kit.send('incident/move', { incidentId, to: 'contained' })).toMatchObject({
    ok: false,
    code: 'life-safety-open',
    details: ['call', 'large'],
  })
  const reasons = { call: WORDS, large: WORDS }
  expect(await kit.send('incident/move', { incidentId, to: 'contained', reasons })).toMatchObject({
    ok: false,
    code: 'unconfirmed',
    details: ['fire'],
  })
  expect((await kit.incident(incidentId)).state).toBe('responding')
  expect(
    await kit.send('incident/move', { incidentId, to: 'closed', reasons: { call: '' } }),
  ).toMatchObject({ ok: false, code: 'bad-input' })
})

it('a text that serves several is sealed once, and the timeline shows it', async () => {
  const reasons = { call: WORDS, large: WORDS, fire: WORDS }
  await kit.ask('incident/move', { incidentId, to: 'contained', reasons })
  const events = (await kit.events()).filter(({ type }) => type === 'GatePassed')
  expect(events).toHaveLength(3)
  expect(JSON.stringify(events)).not.toContain('雀')
  const bodies = events.map(({ body }) => (body as { reason: unknown }).reason)
  expect(new Set(bodies.map((reason) => JSON.stringify(reason))).size).toBe(1)
  const { entries } = await kit.ask('incident/timeline', { incidentId })
  expect(entries.filter(({ type }) => type === 'GatePassed').map(({ says }) => says.zh)).toEqual([
    `转为已控制时未完成：步骤call，原因：${WORDS}`,
    `转为已控制时未回答：large？（EN），原因：${WORDS}`,
    `转为已控制时先行启动未确认：预案fire，原因：${WORDS}`,
  ])
})

it('the desk sees every gate; a wall sees none, and no words', async () => {
  expect((await gates()).map(({ to }) => to)).toEqual(['contained', 'lifted', 'closed'])
  const reasons = { call: WORDS, large: WORDS, fire: WORDS }
  await kit.ask('incident/move', { incidentId, to: 'contained', reasons })
  expect((await gates())[0]?.items.map(({ settled }) => settled)).toEqual([true, true, true])
  const wall = (await kit.station.board('wall')).incidents[0]
  expect(wall).toMatchObject({ gates: [], steps: [{ passedOver: { reason: null } }, {}, {}] })
  expect(JSON.stringify(wall)).not.toContain('雀')
})
