/** A station on an emergency record: what was left is taken over, or one alert says it is not. */
import { expect, onTestFinished, test } from 'vitest'
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { isNeeded } from '#main/core/features/emergency/founding.ts'
import { dispatcher, openStation, type Kit } from '../kit/station.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'

const PLANS = [
  plan('fire', [
    step('call', { due: { within: 5 * MINUTE, from: 'reported' } }),
    step('doors', { due: { within: 30 * MINUTE, from: 'reported' } }),
  ]),
]

/** What runs in a record that is then not opened any more. */
async function leaving(work: (before: Kit) => Promise<unknown>): Promise<Kit> {
  const before = await openStation({ on: 'sqlite', plans: PLANS })
  await work(before)
  const salvaged = salvageRecord(before.file, { isNeeded, inTime: () => true })
  const kit = await openStation({
    plans: PLANS,
    salvaged,
    at: before.clock.wall() + 10 * MINUTE,
  })
  salvaged.close()
  await before.stop()
  onTestFinished(() => kit.stop())
  return kit
}

/** Two incidents and a drill run, one was false. */
const left = (): Promise<Kit> =>
  leaving(async (before) => {
    await before.ask('roster/set', { posts: {} })
    await before.ask('site/attention-set', { lifeSafety: 90_000, reason: '楼层多' })
    await before.ask('sheet/arrange', { everyMinutes: 30, language: 'en' })
    await before.ask('outlets/set', { name: '业主群', kind: 'chat-group', way: 'copy' })
    const fire = await before.run(['fire'], {
      place: '三楼厨房',
      narrative: '冒烟',
      reporter: '李雷',
    })
    await before.ask('incident/step', { incidentId: fire, stepId: 'call', outcome: 'done' })
    await before.clock.advance('1 min')
    await before.run([], { place: '一号门' })
    await before.clock.advance('1 min')
    await before.run(['fire'], { place: '训练室', drill: true })
    const none = await before.run([], { place: '二号门' })
    await before.ask('incident/move', { incidentId: none, to: 'false-report', reason: '误报' })
  })

const emergencyOf = async (kit: Kit) => (await kit.station.board()).emergency
const idsLeft = async (kit: Kit): Promise<string[]> =>
  (await emergencyOf(kit))?.incidents.map(({ incidentId }) => incidentId) ?? []

test('sheets come as often as before, and announcements go by the channels of the site', async () => {
  const kit = await left()
  expect(await kit.ask('sheet/arranged', {})).toEqual({ everyMinutes: 30, language: 'en' })
  expect((await kit.ask('outlets/read', {})).outlets).toMatchObject([{ name: '业主群' }])
})

test('the times of attention that the site has set hold in the emergency record, too', async () => {
  const kit = await left()
  expect((await kit.ask('site/attention-read', {})).times.lifeSafety).toBe(90_000)
})

test('what was not over is shown, the oldest first and drills last, and runs no clock', async () => {
  const kit = await left()
  expect(await emergencyOf(kit)).toMatchObject({
    head: { position: expect.any(Number) },
    incidents: [
      { place: '三楼厨房', done: 1, open: [{ stepId: 'doors' }], drill: false },
      { place: '一号门', done: 0, open: [] },
      { place: '训练室', drill: true },
    ],
  })
  expect((await kit.station.board()).incidents).toEqual([])
})

test('taken over it goes on with its own clocks and words, once however often it is asked', async () => {
  const kit = await left()
  const [first = ''] = await idsLeft(kit)
  const { incidentId } = await kit.ask('incident/take-over', { incidentId: first })
  const incident = await kit.incident(incidentId)
  expect(incident).toMatchObject({ place: '三楼厨房', narrative: '冒烟', reporter: '李雷' })
  expect(await kit.step(incidentId, 'call')).toMatchObject({ state: 'already-done', late: false })
  expect(await kit.step(incidentId, 'doors')).toMatchObject({
    dueAt: incident.receivedAt + 30 * MINUTE,
  })
  expect(await kit.ask('incident/take-over', { incidentId: first })).toEqual({ incidentId })
  await kit.clock.advance('20 min')
  expect(await kit.step(incidentId, 'doors')).toMatchObject({ late: true })
  expect((await kit.incident(incidentId)).alerts).toMatchObject([
    { kind: 'untouched', stepId: null },
    { kind: 'late', stepId: 'doors' },
  ])
  expect(await idsLeft(kit)).toHaveLength(2)
  expect(await kit.station.check()).toMatchObject({ ok: true })
})

test('reports that went out and when the head came to know are known after one key, too', async () => {
  const kit = await leaving(async (before) => {
    const fire = await before.run(['fire'], { place: '三楼厨房' })
    await before.ask('bulletin/head-informed', { incidentId: fire, at: before.clock.wall() })
    await before.ask('bulletin/send', {
      ...{ incidentId: fire, number: 1, text: '三楼起火', final: false },
      ...{ signer: '周敏', to: '区应急局' },
    })
  })
  const [first = ''] = await idsLeft(kit)
  const { incidentId } = await kit.ask('incident/take-over', { incidentId: first })
  const taken = await kit.incident(incidentId)
  expect(taken).toMatchObject({
    headInformedAt: taken.receivedAt,
    bulletins: [{ number: 1, text: '三楼起火', to: '区应急局', signer: '周敏' }],
  })
  await kit.ask('bulletin/send', {
    ...{ incidentId, number: 2, text: '已控制', final: false, signer: '周敏', to: '区应急局' },
  })
})

test('a single incident that nobody takes over within a minute is told like several', async () => {
  const kit = await leaving((before) => before.run([], { place: '一号门' }))
  await kit.clock.advance('61 s')
  expect((await kit.station.board()).alerts).toMatchObject([{ kind: 'fault' }])
})

test('what nobody takes over within a minute is one alert for all, which a person acknowledges', async () => {
  const kit = await left()
  await kit.clock.advance('59 s')
  expect((await kit.station.board()).alerts).toEqual([])
  await kit.clock.advance('2 s')
  const [alert] = (await kit.station.board()).alerts
  expect(alert).toMatchObject({
    kind: 'fault',
    incidentId: null,
    cause: { zh: '2起事件未接管，时限未运行：三楼厨房、一号门' },
  })
  await kit.ask('alert/acknowledge', { alertId: alert?.id ?? '' })
  expect((await kit.station.board()).alerts).toMatchObject([{ acknowledgedBy: dispatcher.name }])
  const [first = '', second = ''] = await idsLeft(kit)
  await kit.ask('incident/take-over', { incidentId: first })
  expect((await kit.station.board()).alerts).toMatchObject([
    { cause: { zh: '1起事件未接管，时限未运行：一号门' } },
  ])
  await kit.ask('incident/take-over', { incidentId: second })
  await expect.poll(async () => (await kit.station.board()).alerts).toEqual([])
})

test('what is no incident of the damaged record is unknown', async () => {
  const kit = await left()
  expect(await kit.send('incident/take-over', { incidentId: 'nobody' })).toMatchObject({
    code: 'unknown-incident',
  })
})

test('a record that is the site’s own has none of it', async () => {
  const kit = await openStation({ plans: PLANS })
  onTestFinished(() => kit.stop())
  expect(await kit.station.board()).toMatchObject({ emergency: null, alerts: [] })
})
