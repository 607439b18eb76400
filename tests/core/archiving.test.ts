/**
 * Closed incidents are archived by the station itself, over restarts, at the instant that follows
 * from the record; words and evidence of a step, and what is keepingOf before its keeping ends.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { strayProjection } from '#main/core/verify/projections.ts'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { localized } from '#shared/domain/text.ts'
import { DAY_MS } from '#shared/domain/units.ts'
import { plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const response = plan('response', [
  step('act', { note: true }),
  step('video', { evidence: { what: localized('录像', 'Video'), keepDays: 30 } }),
])
const VIDEO = { what: '大厅3号机', kind: 'video', place: '监控室' } as const
let kit: Kit
afterEach(() => kit.stop())

async function closed(part: { drill?: boolean; video?: boolean } = {}): Promise<string> {
  const incidentId = await kit.run(['response'], { drill: part.drill ?? false })
  const done = { incidentId, outcome: 'done' } as const
  await kit.ask('incident/step', { ...done, stepId: 'act', words: '编号京警0001' })
  if (part.video)
    await kit.ask('incident/step', { ...done, stepId: 'video', evidence: [VIDEO], words: '已拷' })
  await kit.ask('incident/move', { incidentId, to: 'closed' })
  return incidentId
}
/** Time passes unseen, then the engine has a cycle. */
async function days(span: string): Promise<void> {
  kit.clock.leap(span)
  await kit.clock.advance('2 s')
}
const archived = async (): Promise<unknown[]> =>
  (await kit.events())
    .filter(
      ({ type, body }) => type === 'IncidentMoved' && (body as { to: string }).to === 'archived',
    )
    .map(({ stream, by }) => [stream, by])

describe.each(['memory', 'sqlite'] as const)('with the record in %s', (on) => {
  it('a closed incident is archived after thirty days, once, in the name of the station', async () => {
    kit = await openStation({ on, plans: [response] })
    const incidentId = await closed()
    await days('29 d')
    expect(await archived()).toEqual([])
    kit = await kit.restart('2 d')
    await kit.clock.advance('1 s')
    expect(await archived()).toEqual([[`incident.${incidentId}`, 'Vigil']])
    expect((await kit.ask('incident/timeline', { incidentId })).entries.at(-1)).toMatchObject({
      ...{ by: 'Vigil', says: { zh: '结案期满，自动归档' } },
    })
    expect([kit.notices, (await kit.station.board()).incidents]).toEqual([[], []])
    kit = await kit.restart('60 d')
    await kit.clock.advance('1 s')
    expect(await archived()).toHaveLength(1)
    expect(await strayProjection(kit.journal)).toBeNull()
  })
})

it('the figures of the month stay, and a drill enters none', async () => {
  kit = await openStation({ plans: [response] })
  await closed()
  await closed({ drill: true })
  const before = await kit.ask('statistics/month', { month: '2026-11' })
  await days('31 d')
  expect(await archived()).toHaveLength(2)
  expect(await kit.ask('statistics/month', { month: '2026-11' })).toEqual(before)
  expect(before).toMatchObject({ incidents: 1, drills: 1 })
})

it('other days hold at once for what is closed, and are refused under a week', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await closed()
  expect(await kit.send('site/archive-set', { days: 6, reason: '快些' })).toMatchObject({
    ...{ ok: false, code: 'bad-input', details: ['days'] },
  })
  await days('8 d')
  const at = kit.clock.wall()
  await kit.ask('site/archive-set', { days: 10, reason: '归档太晚' })
  const read = await kit.ask('site/archive-read', {})
  expect(read).toMatchObject({
    ...{ days: 10, usual: 30, range: [7, 365] },
    closed: [{ incidentId, open: { keptUntil: null, casualties: false, reviews: [] } }],
  })
  expect((read.closed[0]?.at ?? 0) - at).toBeLessThan(2 * DAY_MS)
  kit = await kit.restart('1 d')
  await days('30 h')
  expect(await archived()).toEqual([[`incident.${incidentId}`, 'Vigil']])
})

it('while the disk fails nothing is archived; once it works again, it is', async () => {
  kit = await openStation({ plans: [response] })
  const incidentId = await closed()
  await days('29 d')
  kit.disk.broken = true
  await days('2 d')
  expect(await archived()).toEqual([])
  kit.disk.broken = false
  await kit.clock.advance('10 s')
  expect(await archived()).toEqual([[`incident.${incidentId}`, 'Vigil']])
})

describe('words and evidence of a step', () => {
  it('stand with it; what, where, who keeps it and until when is keepingOf three days before', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await closed({ video: true })
    await kit.ask('incident/evidence-add', {
      ...{ incidentId, what: '收据', kind: 'document', place: '保险柜', keeper: '雀大甲' },
      ...{ stepId: 'video' },
    })
    const { steps, evidence } = await kit.incident(incidentId)
    expect(steps.map(({ words, unregistered }) => [words, unregistered])).toEqual([
      ['编号京警0001', false],
      ['已拷', false],
    ])
    await days('26 d')
    expect((await kit.ask('incident/keeping', {})).items).toEqual([])
    await days('1 d')
    const at = {
      ...{ incidentId, incidentNumber: '2026-001' },
      ...{ incidentPlace: '热线中心', onBoard: true, mayGo: false },
    }
    expect((await kit.ask('incident/keeping', {})).items).toEqual([
      { ...at, ...keepingOf(evidence[0]), what: '大厅3号机', place: '监控室', keeper: null },
      { ...at, ...keepingOf(evidence[1]), what: '收据', place: '保险柜', keeper: '雀大甲' },
    ])
    await days('4 d')
    expect((await kit.ask('incident/keeping', {})).items).toMatchObject([
      { what: '大厅3号机', mayGo: true, onBoard: false },
      { what: '收据', mayGo: true, onBoard: false },
    ])
    expect(await archived()).toHaveLength(1)
    await kit.ask('incident/evidence-release', { incidentId, evidenceId: '1', to: '失主' })
    expect((await kit.ask('incident/keeping', {})).items).toMatchObject([{ what: '收据' }])
    await days('7 d')
    expect((await kit.ask('incident/keeping', {})).items).toEqual([])
  })

  it('of an incident that has left the board, what ends soon is listed beside what ends later', async () => {
    kit = await openStation({ plans: [response] })
    const incidentId = await kit.run(['response'])
    const keepUntil = kit.clock.wall() + 60 * DAY_MS
    const evidence = [VIDEO, { ...VIDEO, what: '门禁记录', keepUntil }]
    await kit.ask('incident/step', { incidentId, stepId: 'video', outcome: 'done', evidence })
    for (const to of ['closed', 'archived'] as const)
      await kit.ask('incident/move', { incidentId, to })
    await days('28 d')
    expect((await kit.ask('incident/keeping', {})).items).toMatchObject([
      { what: '大厅3号机', onBoard: false },
    ])
  })

  it('evidence that was not registered is said in the record and keeps it for thirty days', async () => {
    kit = await openStation({ plans: [response] })
    await kit.ask('site/archive-set', { days: 7, reason: '快些' })
    const incidentId = await kit.run(['response'])
    await kit.ask('incident/step', { incidentId, stepId: 'video', outcome: 'done' })
    await kit.ask('incident/move', { incidentId, to: 'closed' })
    const { closed: waiting } = await kit.ask('site/archive-read', {})
    expect(waiting).toMatchObject([{ open: { unregistered: [{ zh: '步骤video' }] } }])
    const record = incidentDocument(await kit.ask('history/read', { incidentId }), {
      ...{ at: kit.clock.wall(), zone: 'Asia/Shanghai', personal: false },
      site: localized('测试站', 'Test site'),
    })
    expect(JSON.stringify(record)).toContain('证据未登记')
    await days('8 d')
    expect(await archived()).toEqual([])
    await days('23 d')
    expect(await archived()).toHaveLength(1)
  })
})

const keepingOf = (evidence: { id: string; keepUntil: number | null } | undefined) => ({
  evidenceId: evidence?.id,
  until: evidence?.keepUntil,
})
