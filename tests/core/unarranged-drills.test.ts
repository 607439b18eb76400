/**
 * A drill that was reported at the intake and played to its end moves no due day until a person
 * says that it counts (88号令 art. 33); one without a plan, or of three minutes, never does.
 */
import { afterEach, expect, it } from 'vitest'
import type { Input, Name } from '#shared/contract/contract.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { GAS, HOTLINE, openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const open = async (): Promise<void> => {
  kit = await openWithPlans('sqlite', [GAS])
}
/** Until no step is open, then closed. */
async function closed(incidentId: string): Promise<void> {
  for (;;) {
    const { steps } = await kit.incident(incidentId)
    const left = steps.filter(({ state }) => state === 'open' || state === 'accepted')
    if (left.length === 0) break
    for (const { id: stepId } of left)
      await kit.send('incident/step', { incidentId, stepId, outcome: 'done' })
  }
  await kit.ask('incident/move', { incidentId, to: 'closed', reason: '办完' })
}
const played = async (planIds: readonly string[], ends: 'closed' | 'open' = 'closed') => {
  const incidentId = await kit.run(planIds, { drill: true, narrative: '张女士说热线打不进来' })
  if (ends === 'closed') await closed(incidentId)
  return incidentId
}
const saying = (incidentId: string): Input<'drill/count'> => ({
  ...({ incidentId, form: 'function', purpose: 'verification' } as const),
  ...{ leader: { person: '周敏' }, evaluator: { person: '王主任' } },
  participants: [{ person: '李强' }],
})
const list = () => kit.ask('drill/list', {})
const dueOf = async (planId: string) => (await list()).due.find((entry) => entry.planId === planId)

it('is offered with the plans that ran, and moves their due days once somebody counts it', async () => {
  await open()
  const before = await dueOf(HOTLINE)
  const incidentId = await played([HOTLINE])
  const running = await played([HOTLINE], 'open')
  expect(await list()).toMatchObject({
    ...{ drills: [], year: { held: 0 } },
    unarranged: [{ incidentId, number: '演2026-001', plans: [{ id: HOTLINE }] }],
  })
  expect(await dueOf(HOTLINE)).toEqual(before)
  kit = await kit.restart('72 h') // nobody's silence counts it, and its day is that of its report
  expect((await list()).unarranged).toHaveLength(1)
  const { drillId } = await kit.ask('drill/count', saying(incidentId))
  expect(await dueOf(HOTLINE)).toMatchObject({ last: '2026-11-24', due: '2027-05-24' })
  expect(await list()).toMatchObject({
    ...{ unarranged: [], year: { held: 1, byForm: { function: 1 } } },
    drills: [
      {
        ...{ id: drillId, state: 'ended', isCounted: true, day: '2026-11-24', planId: HOTLINE },
        ...{ started: { incidentId }, ended: { planIds: [HOTLINE] }, counted: { by: '周敏' } },
        ...{ leader: { name: { zh: '周敏' } }, participants: [{ person: '李强' }] },
      },
    ],
  })
  const { evaluationDue, items } = await kit.ask('drill/read', { drillId })
  expect(evaluationDue).toBe('2026-12-09')
  expect(items.length).toBeGreaterThan(0)
  expect(await codeOf('drill/count', saying(incidentId))).toBe('no-change')
  expect(await codeOf('drill/count', saying(running))).toBe('drill-state')
  expect(await codeOf('drill/count', saying('i9'))).toBe('unknown-incident')
  kit = await kit.restart()
  expect((await list()).drills).toMatchObject([{ id: drillId }])
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  const drill = (await kit.events()).filter(({ stream }) => stream === `drill.${drillId}`)
  expect(JSON.stringify(drill)).not.toMatch(/李强|王主任|张女士/)
})

it('counted by mistake is taken back until its evaluation, and is offered again', async () => {
  await open()
  const before = await dueOf(HOTLINE)
  const incidentId = await played([HOTLINE])
  const { drillId } = await kit.ask('drill/count', saying(incidentId))
  await kit.ask('drill/call-off', { drillId, reason: '只试了电话' })
  expect(await dueOf(HOTLINE)).toEqual(before)
  expect(await list()).toMatchObject({
    ...{ unarranged: [{ incidentId }], year: { held: 0, brokenOff: 0 } },
    drills: [{ state: 'called-off', isCounted: false }],
  })
  expect(await codeOf('drill/call-off', { drillId, reason: '再撤' })).toBe('drill-state')
  await kit.ask('drill/count', saying(incidentId))
  expect((await list()).unarranged).toEqual([])
})

it('without a plan it counts for none, and says so; nor does what is no drill, was arranged, or false', async () => {
  await open()
  const bare = await played([])
  expect((await list()).unarranged).toMatchObject([{ incidentId: bare, plans: [] }])
  expect(await kit.send('drill/count', saying(bare))).toMatchObject({
    ...{ ok: false, code: 'drill-state' },
    message: { zh: expect.stringContaining('没有启动过预案') },
  })
  const real = await kit.run([HOTLINE])
  await closed(real)
  const wrong = await played([HOTLINE], 'open')
  await kit.ask('incident/move', { incidentId: wrong, to: 'false-report', reason: '点错' })
  const { drillId } = await kit.ask('drill/arrange', {
    ...{ planId: HOTLINE, day: '2026-11-24', place: '热线中心', narrative: '打不进来', script: [] },
    ...{ form: 'full', purpose: 'verification', participants: [] },
    ...{ leader: { person: '周敏' }, evaluator: { person: '王主任' } },
  })
  const { incidentId } = await kit.ask('drill/start', { drillId })
  await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
  await kit.ask('drill/end', { drillId, close: true, brokenOff: '有真事件' })
  expect((await list()).unarranged.map((drill) => drill.incidentId)).toEqual([bare])
  for (const id of [real, wrong])
    expect(await codeOf('drill/count', saying(id))).toBe('drill-state')
  expect(await codeOf('drill/count', saying(incidentId))).toBe('no-change')
})
