/** Command through the station: handed over, watched, passed on, and what of it stays personal. */
import { afterEach, expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

async function running(): Promise<string> {
  kit = await openStation({ on: 'sqlite', plans: [plan('fire', [step('leave')])] })
  return kit.run(['fire'])
}
const lines = async (incidentId: string) =>
  (await kit.ask('incident/timeline', { incidentId })).entries.map(({ says }) => says.zh)

it('is handed over to a person of the register, to a post, and both names stand in the record', async () => {
  const incidentId = await running()
  const { id } = await kit.ask('people/person-set', { name: '陈国栋', phones: [], posts: [] })
  await kit.ask('incident/command', { incidentId, to: { personId: id }, reason: '已到场' })
  expect((await kit.incident(incidentId)).command).toMatchObject({
    people: ['陈国栋'],
    named: true,
  })
  await kit.ask('incident/command', { incidentId, to: { postId: 'head' } })
  expect((await lines(incidentId)).slice(-2)).toEqual([
    '指挥由岗位leader移交陈国栋，原因：已到场',
    '指挥由陈国栋移交岗位head',
  ])
  expect(
    JSON.stringify((await kit.events()).filter(({ type }) => type !== 'PersonSet')),
  ).not.toContain('陈国栋')
  const refused = async (to: object) => kit.send('incident/command', { incidentId, to })
  expect(await refused({ postId: 'head' })).toMatchObject({ code: 'no-change' })
  expect(await refused({ postId: 'nowhere' })).toMatchObject({ code: 'unknown-post' })
  expect(await refused({ personId: 'nobody' })).toMatchObject({ code: 'unknown-person' })
  expect(await refused({})).toMatchObject({ code: 'bad-input' })
})

it('keeps the watch over a restart, and ends it at its instant', async () => {
  const incidentId = await running()
  const watch = { incidentId, minutes: 30 }
  expect(await kit.send('incident/watch', watch)).toMatchObject({ code: 'bad-move' })
  await kit.ask('incident/move', { incidentId, to: 'contained' })
  await kit.ask('incident/watch', watch)
  await kit.clock.advance('10 min')
  kit = await kit.restart('1 s')
  expect((await kit.incident(incidentId)).watch).toMatchObject({ over: false })
  await kit.clock.advance('20 min')
  expect((await kit.incident(incidentId)).watch).toMatchObject({ over: true })
  expect((await lines(incidentId)).at(-1)).toBe('观察期满，可以解除响应')
})

it('leaves the board once it is passed on, counts, and keeps to whom apart from the record', async () => {
  const incidentId = await running()
  await kit.ask('incident/transfer', { incidentId, body: '城东派出所', person: '民警王某' })
  expect((await kit.station.board()).incidents).toEqual([])
  expect((await lines(incidentId)).at(-1)).toBe('移送城东派出所 民警王某')
  expect(JSON.stringify(await kit.events())).not.toContain('王某')
  const month = await kit.ask('statistics/month', { month: '2026-11' })
  expect(month.incidents).toBe(1)
  const again = { incidentId, body: '城东派出所' }
  expect(await kit.send('incident/transfer', again)).toMatchObject({ code: 'bad-move' })
})

it('is without names on paper that nobody asked personal values of', async () => {
  const incidentId = await running()
  await kit.ask('incident/task', {
    incidentId,
    text: '守住西门',
    owner: { person: '张三丰' },
    named: [{ person: '李四光' }],
  })
  await kit.ask('incident/command', { incidentId, to: { person: '王五一' } })
  const call = { incidentId, to: { who: '赵六一' }, outcome: 'ended' as const, words: '十分钟到' }
  await kit.ask('incident/call', call)
  const transfer = { incidentId, body: '城东派出所', person: '钱七一' }
  await kit.ask('incident/transfer', transfer)
  const plain = JSON.stringify(
    (await kit.ask('history/read', { incidentId, plain: true })).entries.map(({ says }) => says),
  )
  expect(plain).not.toMatch(/张三丰|李四光|王五一|赵六一|钱七一|西门/)
  expect(plain).toContain('临时任务1交给')
})

it('passed on by mistake is back within ten seconds: board, limits, announcements, law', async () => {
  const source = localized('某令第九条', 'Order, art. 9')
  const reportRules = [{ id: 'harm', source, people: { minor: 1 }, withinMs: 60 * MINUTE }]
  const due = { within: 5 * MINUTE, from: 'activated' } as const
  const library = smallLibrary([plan('fire', [step('leave', { due })])], { reportRules })
  kit = await openStation({ on: 'sqlite', library })
  const incidentId = await kit.run(['fire'])
  await kit.ask('incident/assess', { incidentId, casualties: { minor: 1 } })
  await kit.ask('bulletin/head-informed', { incidentId, at: kit.clock.wall() })
  await kit.ask('announcement/compose', {
    ...{ incidentId, text: '请走西门', targets: ['wall'], lifeSafety: true },
  })
  const before = await kit.incident(incidentId)
  const id = crypto.randomUUID()
  await kit.send('incident/transfer', { incidentId, body: '城东派出所' }, { id })
  expect((await kit.station.board()).incidents).toEqual([])
  await kit.clock.advance('5 s')
  await kit.ask('incident/undo', { incidentId, commandId: id })
  const back = await kit.incident(incidentId)
  expect(back.steps.map(({ state, dueAt }) => [state, dueAt])).toEqual(
    before.steps.map(({ state, dueAt }) => [state, dueAt]),
  )
  expect(back.announcements).toEqual(before.announcements)
  expect(back.reportClocks).toEqual(before.reportClocks)
  expect(back.state).toBe(before.state)
  await kit.clock.advance('6 min')
  expect(await kit.step(incidentId, 'leave')).toMatchObject({ late: true })
  await kit.clock.advance('55 min')
  expect((await kit.incident(incidentId)).alerts.map(({ kind }) => kind)).toContain('report')
  const month = await kit.ask('statistics/month', { month: '2026-11' })
  expect(month.incidents).toBe(1)
})
