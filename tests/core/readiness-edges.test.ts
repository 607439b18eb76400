/**
 * Readiness at the edges of the calendar, on moved time: workdays over the Spring Festival by the
 * notice that is shipped, a yearly policy from 29 February, a shift over midnight that is short.
 */
import { afterEach, expect, it } from 'vitest'
import { GAS, HOTLINE, openWithPlans } from '../kit/plans.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

it('20 workdays over the Spring Festival count make-up days in and days off out', async () => {
  kit = await openWithPlans('memory', [GAS], '2026-02-10T09:00:00+08:00')
  const about = { documentId: GAS }
  const issued = { kind: 'made', day: '2026-02-10', signatory: '陈总', why: '首次印发' } as const
  await kit.ask('upkeep/issue', { about, ...issued })
  const { dues } = (await kit.ask('upkeep/read', { about })).upkeep
  // 15 to 23 February are days off, Saturday the 14th and the 28th are worked
  expect(dues.filing?.due).toBe('2026-03-16')
})

it('a yearly drill held on 29 February is due on the 28th, overdue on 1 March', async () => {
  kit = await openWithPlans('sqlite', [GAS], '2028-02-29T09:00:00+08:00')
  const drill = async () =>
    (await kit.ask('drill/list', {})).due.find(({ planId }) => planId === HOTLINE)
  const policyId = (await drill())?.policyId ?? ''
  await kit.ask('policy/set', { policyId, value: 12, remindDays: 30, reason: '小单位' })
  const { drillId } = await kit.ask('drill/arrange', {
    ...{ planId: HOTLINE, form: 'full', purpose: 'verification', day: '2028-02-29' },
    ...{ place: '热线中心', narrative: '打不进来', participants: [], script: [] },
    ...{ leader: { person: '周敏' }, evaluator: { person: '王主任' } },
  })
  const { incidentId } = await kit.ask('drill/start', { drillId })
  await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
  await kit.clock.advance('5 min')
  await kit.ask('drill/end', { drillId, close: true })
  expect(await drill()).toMatchObject({ last: '2028-02-29', due: '2029-02-28' })
  const isCritical = async () =>
    (await kit.ask('readiness/list', {})).obligations.some(
      (line) => line.kind === 'drill' && line.due === '2029-02-28' && line.isCritical,
    )
  kit = await kit.restart('8760 h') // 365 days: 28 February 2029
  expect(await isCritical()).toBe(false)
  kit = await kit.restart('24 h')
  expect(await isCritical()).toBe(true)
})

it('a shift over midnight that is short is so after midnight, too, and until its end', async () => {
  kit = await openStation({ plans: [plan('fire', [step('a')])], at: '2026-11-24T23:30:00+08:00' })
  await kit.ask('duty/shift-set', {
    ...{ name: '消防控制室夜班', begins: '20:00', ends: '08:00', posts: ['head'], minimum: 2 },
  })
  const { id } = await kit.ask('people/person-set', { name: '周敏', phones: [], posts: [] })
  const [shift] = (await kit.ask('duty/read', {})).shifts
  await kit.ask('duty/set', {
    entries: ['24', '25', '26', '27', '28', '29', '30'].map((day) => ({
      ...{ date: `2026-11-${day}`, shiftId: shift?.id ?? '', postId: 'head', persons: [id] },
    })),
  })
  const short = async () =>
    (await kit.ask('readiness/list', {})).obligations
      .filter(({ kind }) => kind === 'shift')
      .map(({ line, isCritical, due }) => [line.zh, isCritical, due])
  const LINE = '消防控制室夜班缺1人'
  expect(await short()).toEqual([[LINE, true, '2026-11-24']])
  await kit.clock.advance('1 h') // half past midnight: the shift of yesterday runs
  expect(await short()).toEqual([[LINE, true, '2026-11-25']])
})
