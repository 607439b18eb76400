/**
 * The record is put right through the station, by addition: requests as programs send them, what is
 * sealed, the figures of this month and of an issued one, the record read again.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Name } from '#shared/contract/contract.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { incidentDocument } from '#shared/domain/document/incident-document.ts'
import { localized } from '#shared/domain/text.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { HOUR, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'
import { NOVEMBER, openDecember } from './november.ts'

const type = (code: string, part: Partial<IncidentType> = {}): IncidentType => ({
  code,
  name: localized(`类型${code}`, `Type ${code}`),
  category: 'accident',
  legal: 'accidentDisaster',
  words: [code],
  ...part,
})
const response = plan('response', [step('restore', { due: { within: HOUR, from: 'occurred' } })])

let kit: Kit
afterEach(() => kit.stop())

const open = async (): Promise<string> => {
  const types = [type('fire'), type('home', { private: true })]
  kit = await openStation({ on: 'sqlite', library: smallLibrary([response], { types }) })
  return kit.run(['response'])
}
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const saysOf = async (incidentId: string): Promise<readonly string[]> =>
  (await kit.ask('incident/timeline', { incidentId })).entries.map(({ says }) => says.zh)

describe('incident/amend', () => {
  it('puts right what was reported; old and new stand in the timeline, sealed in the record', async () => {
    const incidentId = await open()
    await kit.ask('incident/amend', {
      incidentId,
      place: '3号楼天台',
      type: 'fire',
      occurredAt: Date.parse('2026-11-24T11:50:00+08:00'),
      reporter: '雀大甲',
      narrative: '有人要跳楼',
      reason: '听错了',
    })
    expect(await kit.incident(incidentId)).toMatchObject({
      place: '3号楼天台',
      type: 'fire',
      category: 'accident',
      reporter: '雀大甲',
      narrative: '有人要跳楼',
      amended: { by: '周敏' },
    })
    expect(await kit.step(incidentId, 'restore')).toMatchObject({
      dueAt: Date.parse('2026-11-24T12:50:00+08:00'),
    })
    expect(await saysOf(incidentId)).toContain(
      '更正接报：地点由“热线中心”改为“3号楼天台”；类型由“未登记”改为“类型fire”；发生时间由“未登记”改为“2026-11-24 11:50:00”；报告人由“未登记”改为“雀大甲”；来电原话由“热线打不进”改为“有人要跳楼”，原因：听错了',
    )
    expect(JSON.stringify(await kit.events())).not.toMatch(/雀大甲|有人要跳楼|听错了|热线打不进/)
    const { entries } = await kit.ask('history/read', { incidentId, plain: true })
    expect(JSON.stringify(entries.at(-1)?.says)).not.toMatch(/雀大甲|有人要跳楼|听错了|热线打不进/)
    expect((await kit.ask('history/search', { words: '天台' })).total).toBe(1)
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('a type that makes the place a home seals the place that stood in clear', async () => {
    const incidentId = await open()
    await kit.ask('incident/amend', { incidentId, type: 'home', reason: '是住户家里' })
    const [event] = (await kit.events()).filter(({ type }) => type === 'ReportAmended')
    expect(event?.body).toMatchObject({
      now: { place: { sealed: expect.any(String) } },
      before: { place: { sealed: expect.any(String) } },
    })
    expect(await kit.incident(incidentId)).toMatchObject({ place: '热线中心', area: '' })
  })

  it.each([
    ['nothing', {}, 'bad-input'],
    ['the mark of a drill', { drill: true, place: '二楼' }, 'bad-input'],
    ['an unknown type', { type: 'none' }, 'unknown-type'],
    ['what is recorded so', { place: '热线中心', narrative: '热线打不进' }, 'no-change'],
    ['next week', { occurredAt: Date.parse('2026-12-01T00:00:00+08:00') }, 'bad-input'],
    ['another place', { place: '二楼' }, 'taken'],
  ])('%s: %s', async (_, part, code) => {
    const incidentId = await open()
    const input = { incidentId, reason: '记错了', ...part }
    expect(await codeOf('incident/amend', input)).toBe(code)
  })

  it('moved into another month, it counts there on every way: board, page and plain count', async () => {
    const incidentId = await open()
    await kit.ask('incident/amend', {
      incidentId,
      occurredAt: Date.parse('2026-10-31T23:00:00+08:00'),
      reason: '上月的事',
    })
    const { incidents, zone } = readPlainly(kit.file)
    for (const [from, to, count] of [
      ['2026-10-01', '2026-10-31', 1],
      ['2026-11-01', '2026-11-30', 0],
    ] as const) {
      const { now } = await kit.ask('statistics/period', { from, to })
      expect(now.incidents).toBe(count)
      expect(countPlainly(incidents, { from, to }, kit.clock.wall(), zone)).toMatchObject({
        incidents: count,
        limits: now.limits,
      })
    }
    expect((await kit.station.board()).month).toMatchObject({ incidents: 0 })
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it('an issued month says that its data have changed, until a correction is issued', async () => {
    const december = await openDecember('sqlite')
    kit = december.kit
    const changedAt = async (): Promise<number | null | undefined> =>
      (await kit.ask('report/list', null)).months.find(({ month }) => month === NOVEMBER.month)
        ?.changedAt
    await kit.ask('report/issue', NOVEMBER)
    expect(await changedAt()).toBeNull()
    const { rows } = await kit.ask('history/search', {})
    const incidentId = rows.find(({ state }) => state !== 'archived')?.incidentId ?? ''
    await kit.ask('incident/amend', { incidentId, place: '后门', reason: '记错了' })
    expect(await changedAt()).toBe(kit.clock.wall())
    await kit.ask('incident/amend', { incidentId, place: '前门', reason: '又记错了' })
    expect((await kit.events()).filter(({ type }) => type === 'ReportDataChanged')).toHaveLength(1)
    await kit.ask('report/issue', { ...NOVEMBER, reason: '地点更正' })
    expect(await changedAt()).toBeNull()
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })
})

describe('incident/step with doneAt', () => {
  const watch = plan('watch', [
    step('call', { due: { within: 10 * 60_000, from: 'reported' } }),
    step('arrive', { after: ['call'], due: { within: HOUR, from: { step: 'call' } } }),
  ])
  const late = async (): Promise<{ incidentId: string; reported: number }> => {
    kit = await openStation({ on: 'sqlite', plans: [watch] })
    const incidentId = await kit.run(['watch'])
    const reported = kit.clock.wall()
    await kit.clock.advance('12 min')
    return { incidentId, reported }
  }

  it('counts from when it was done, on every way: board, page, its list and plain count', async () => {
    const { incidentId, reported } = await late()
    const doneAt = reported + 8 * 60_000
    await kit.ask('incident/step', {
      ...{ incidentId, stepId: 'call', outcome: 'done', doneAt, reason: '电话里已报' },
    })
    expect(await kit.step(incidentId, 'call')).toMatchObject({
      ...{ late: false, doneAt, toldAt: reported + 12 * 60_000 },
    })
    expect(await kit.step(incidentId, 'arrive')).toMatchObject({
      ...{ openedAt: doneAt, dueAt: doneAt + HOUR },
    })
    const period = { from: '2026-11-01', to: '2026-11-30' }
    const { now } = await kit.ask('statistics/period', period)
    expect(now.limits).toMatchObject({ due: 1, met: 1, late: 0, metAsTold: 1 })
    const list = await kit.ask('statistics/incidents', { ...period, metric: 'limits.metAsTold' })
    expect(list.rows.map((row) => row.incidentId)).toEqual([incidentId])
    const { incidents, zone } = readPlainly(kit.file)
    expect(countPlainly(incidents, period, kit.clock.wall(), zone)).toMatchObject({
      ...{ limits: now.limits, times: now.times },
    })
    expect(await saysOf(incidentId)).toContain(
      '已完成：步骤call（2026-11-24 12:08:00完成，补记），原因：电话里已报',
    )
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  })

  it.each([
    ['accepted', { outcome: 'accepted' }, 'bad-input'],
    ['late into met without a reason', { outcome: 'done' }, 'reason-needed'],
    ['late into met with one', { outcome: 'already-done', reason: '电话里已报' }, 'taken'],
  ] as const)('%s: %s', async (_, part, code) => {
    const { incidentId, reported } = await late()
    const input = { incidentId, stepId: 'call', doneAt: reported + 60_000, ...part }
    expect(await codeOf('incident/step', input)).toBe(code)
  })

  it('after the report of its month was issued it is a correction of that report', async () => {
    const december = await openDecember()
    kit = december.kit
    const { incidentId } = (await kit.ask('history/search', { drill: 'real' })).rows[0] ?? {}
    await kit.ask('report/issue', NOVEMBER)
    const { receivedAt } = await kit.incident(incidentId ?? '')
    await kit.ask('incident/correct', {
      incidentId: incidentId ?? '',
      stepId: 'call',
      reason: '错',
    })
    await kit.ask('incident/step', {
      incidentId: incidentId ?? '',
      stepId: 'call',
      outcome: 'done',
      doneAt: receivedAt + 60_000,
      reason: '当时已打',
    })
    const { changes } = await kit.ask('report/read', NOVEMBER)
    expect(changes?.figures.length).toBeGreaterThan(0)
    await kit.ask('report/issue', { ...NOVEMBER, reason: '补记' })
    const { paper } = await kit.ask('report/read', { ...NOVEMBER, number: 1 })
    expect(JSON.stringify(paper)).toContain('其中补记1项')
  })
})

describe('what was done by mistake', () => {
  const both = [
    plan('fire', [step('call', { lifeSafety: true }), step('look', { after: ['call'] })]),
    plan('flood', [step('pump', { lifeSafety: true })]),
  ]
  const running = async (): Promise<string> => {
    kit = await openStation({ on: 'sqlite', plans: both })
    return kit.run(['fire', 'flood'])
  }
  const sound = async (): Promise<void> => {
    expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  }

  it('incident/undo: by the id of the request; the line of the record says so', async () => {
    const incidentId = await running()
    const id = crypto.randomUUID()
    await kit.send('incident/step', { incidentId, stepId: 'call', outcome: 'done' }, { id })
    expect(await kit.step(incidentId, 'look')).toMatchObject({ state: 'open' })
    const by = { name: '王强', role: 'dispatcher' } as const
    const other = await kit.send('incident/undo', { incidentId, commandId: id }, { by })
    expect(other).toMatchObject({ ok: false, code: 'undo-over' })
    await kit.ask('incident/undo', { incidentId, commandId: id })
    expect(await kit.step(incidentId, 'call')).toMatchObject({ state: 'open', doneAt: null })
    expect(await kit.step(incidentId, 'look')).toMatchObject({ state: 'waiting' })
    const { entries } = await kit.ask('incident/timeline', { incidentId })
    expect(entries.slice(-2)).toMatchObject([
      { says: { zh: '已完成：步骤call' }, undone: true },
      { says: { zh: '撤回：已完成：步骤call', en: 'Undone: Done: Step call' }, by: '周敏' },
    ])
    expect(await codeOf('incident/undo', { incidentId, commandId: id })).toBe('undo-over')
    await sound()
  })

  it('a move that was taken back stands as such among the times of the paper', async () => {
    const incidentId = await running()
    const id = crypto.randomUUID()
    await kit.send('incident/move', { incidentId, to: 'false-report', reason: '误触' }, { id })
    await kit.ask('incident/undo', { incidentId, commandId: id })
    await kit.ask('incident/move', { incidentId, to: 'false-report', reason: '误触' })
    await kit.ask('incident/move-back', { incidentId, reason: '复燃' })
    const record = await kit.ask('history/read', { incidentId })
    const document = incidentDocument(record, {
      ...{ at: kit.clock.wall(), zone: 'Asia/Shanghai', personal: true },
      site: localized('站', 'Site'),
    })
    const times = document.sections.flatMap(({ tables }) => tables).find((t) => t.id === 'times')!
    expect(times.rows.slice(-3).map(([moment]) => moment?.value)).toMatchObject([
      { zh: '响应中转为误报，原因：误触（已撤回）' },
      { zh: '响应中转为误报，原因：误触' },
      { zh: '撤回“误报”，恢复为响应中，原因：复燃' },
    ])
  })

  it('incident/undo of the end of an incident: it is on the board again, and goes on', async () => {
    const incidentId = await running()
    const id = crypto.randomUUID()
    await kit.send('incident/move', { incidentId, to: 'false-report', reason: '误触' }, { id })
    expect((await kit.station.board()).incidents).toEqual([])
    await kit.ask('incident/undo', { incidentId, commandId: id })
    expect(await kit.incident(incidentId)).toMatchObject({ state: 'responding', reason: null })
    expect((await kit.station.board()).month).toMatchObject({ incidents: 1 })
    expect((await kit.station.board()).lastIncidentAt).toBeNull()
    await sound()
  })

  it('incident/undo after more than ten seconds is too late', async () => {
    const incidentId = await running()
    const id = crypto.randomUUID()
    await kit.send('incident/step', { incidentId, stepId: 'call', outcome: 'done' }, { id })
    await kit.clock.advance('11 s')
    expect(await codeOf('incident/undo', { incidentId, commandId: id })).toBe('undo-over')
  })

  it('incident/move-back, also over a restart', async () => {
    const incidentId = await running()
    await kit.ask('incident/move', { incidentId, to: 'false-report', reason: '误触' })
    kit = await kit.restart('1 h')
    await kit.ask('incident/move-back', { incidentId, reason: '真的着火了' })
    expect(await kit.incident(incidentId)).toMatchObject({ state: 'responding' })
    expect(await kit.step(incidentId, 'call')).toMatchObject({ state: 'open' })
    expect((await kit.station.board()).lastIncidentAt).toBeNull()
    expect(await saysOf(incidentId)).toContain('撤回“误报”，恢复为响应中，原因：真的着火了')
    expect(await codeOf('incident/move-back', { incidentId, reason: '再' })).toBe('bad-move')
    await sound()
  })

  it('incident/stop-plan', async () => {
    const incidentId = await running()
    const input = { incidentId, planId: 'flood', reason: '启动错了' }
    expect(await kit.send('incident/stop-plan', input)).toMatchObject({
      ...{ ok: false, code: 'life-safety-open', details: ['pump'] },
    })
    await kit.ask('incident/stop-plan', { ...input, reasons: { pump: '没有水' } })
    expect((await kit.incident(incidentId)).plans[1]).toMatchObject({
      stopped: { by: '周敏', reason: '启动错了' },
    })
    expect(await kit.step(incidentId, 'pump')).toMatchObject({ reason: '没有水' })
    expect(JSON.stringify(await kit.events())).not.toMatch(/没有水|启动错了/)
    await sound()
  })

  it.each([
    ['incident/step', { stepId: 'call', outcome: 'done', seen: { state: 'accepted' } }],
    ['incident/step', { stepId: 'call', outcome: 'accepted', seen: { state: 'open', times: 1 } }],
    ['incident/move', { to: 'contained', seen: { state: 'assessing' } }],
  ] as const)('%s that is not as it was seen: %j', async (name, part) => {
    const incidentId = await running()
    const before = (await kit.events()).length
    expect(await codeOf(name, { incidentId, ...part })).toBe('not-as-seen')
    expect(await kit.events()).toHaveLength(before)
  })
})
