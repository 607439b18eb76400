/**
 * The three-minute drill through the station: the same engine, over by itself after three
 * minutes, gone for a real report, counted nowhere, the same after a restart.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { HOTLINE, openWithPlans } from '../kit/plans.ts'
import type { Kit } from '../kit/station.ts'

let kit: Kit
afterEach(() => kit.stop())

const read = () => kit.ask('practice/read', {})
const start = () => kit.ask('practice/start', { language: 'zh' })
const month = async () => {
  const { now } = await kit.ask('statistics/period', { from: '2026-11-01', to: '2026-11-30' })
  return { incidents: now.incidents, drills: now.drills, limits: now.limits }
}
const board = async () => (await kit.ask('board/read', {})).incidents

describe('a three-minute drill', () => {
  it('runs on the same engine, ends after three minutes and moves no figure', async () => {
    kit = await openWithPlans('sqlite')
    const before = await month()
    const { incidentId } = await start()
    expect(await board()).toMatchObject([{ id: incidentId, drill: true, state: 'reported' }])
    const { running, isCalm } = await read()
    expect(isCalm).toBe(false)
    const planId = running?.script.planId ?? ''
    await kit.clock.advance('20 s')
    await kit.ask('incident/activate', { incidentId, planId })
    expect(await kit.send('practice/start', { language: 'zh' })).toMatchObject({
      code: 'not-calm',
    })
    kit = await kit.restart('1 s')
    await kit.clock.advance('2 min')
    expect(await board()).toHaveLength(1)
    await kit.clock.advance('1 min')
    expect(await board()).toEqual([])
    expect(await read()).toMatchObject({
      ...{ isCalm: true, running: null },
      last: { incidentId, why: 'time', times: { activated: 20_000, firstStep: null }, past: null },
    })
    expect(await month()).toEqual(before)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('takes nothing out of the register of supplies: it ends alone, and nothing was moved', async () => {
    kit = await openWithPlans()
    const { supplyId } = await kit.ask('supply/enter', {
      ...{ name: '灭火器', class: 'fire', unit: '具', minimum: 4, place: { words: '值班室' } },
      batches: [{ number: null, expiry: null, count: 5 }],
    })
    const { incidentId } = await start()
    const taken = { supplyId, count: 2, to: '何东', incidentId }
    expect(await kit.send('supply/issue', taken)).toMatchObject({ code: 'drill-state' })
    const order = { what: '担架', of: { person: '急救站' }, incidentId }
    expect(await kit.send('supply/request-order', order)).toMatchObject({ code: 'drill-state' })
    expect((await kit.ask('supply/list', {})).supplies).toMatchObject([{ stock: 5, issues: [] }])
    const { obligations } = await kit.ask('readiness/list', {})
    expect(obligations.map(({ kind }) => kind)).not.toContain('supply-short')
  })

  it('is gone within a second of a real report, however that came', async () => {
    kit = await openWithPlans()
    const { incidentId } = await start()
    await kit.clock.advance('30 s')
    const real = await kit.ask('incident/report', { narrative: '热线打不通', place: '前厅' })
    await kit.clock.advance('1 s')
    expect((await board()).map(({ id }) => id)).toEqual([real.incidentId])
    expect(await read()).toMatchObject({ last: { incidentId, why: 'real-report', times: null } })
    expect(
      (await kit.events()).filter(({ type }) => type === 'ThreeMinuteDrillEnded'),
    ).toHaveLength(1)
    await kit.clock.advance('5 min')
    expect((await board()).map(({ id }) => id)).toEqual([real.incidentId])
  })

  it('is not broken off by another drill, and is stopped by hand', async () => {
    kit = await openWithPlans()
    await start()
    await kit.ask('incident/report', { narrative: '演练', place: '前厅', drill: true })
    await kit.clock.advance('2 s')
    expect(await board()).toHaveLength(2)
    await kit.ask('practice/stop', {})
    expect(await board()).toHaveLength(1)
    expect(await kit.send('practice/stop', {})).toMatchObject({ code: 'no-three-minute-drill' })
  })

  it('is taken from an archived incident of the site, without its words', async () => {
    kit = await openWithPlans()
    const narrative = '张三说热线打不通'
    const { incidentId } = await kit.ask('incident/report', { narrative, place: '前厅' })
    await kit.clock.advance('15 s')
    await kit.ask('incident/activate', { incidentId, planId: HOTLINE })
    const reason = '演示'
    for (let round = 0; round < 3; round++)
      for (const { id: stepId, state } of (await board())[0]?.steps ?? [])
        if (state === 'open')
          await kit.send('incident/step', { incidentId, stepId, outcome: 'not-applicable', reason })
    await kit.ask('incident/move', { incidentId, to: 'closed', reason })
    await kit.ask('incident/move', {
      ...{ incidentId, to: 'archived', reasons: { review: '演示' } },
    })
    await start()
    const { running } = await read()
    expect(running?.script).toMatchObject({ planId: HOTLINE, past: { incidentId } })
    expect(JSON.stringify(running)).not.toContain('张三')
    await kit.clock.advance('3 min')
    expect((await read()).last).toMatchObject({ past: { activated: 15_000 } })
  })
})
