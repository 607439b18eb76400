/**
 * Two incidents that are one: figures count it once, limits that ran end uncounted, those
 * that were late stay in the list of the other, and a merge can be taken back.
 */
import { afterEach, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { applyPush } from '#shared/domain/board/apply-push.ts'
import type { Name } from '#shared/contract/contract.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { localized } from '#shared/domain/text.ts'
import { HOUR, MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const within = (minutes: number) => ({
  due: { within: minutes * MINUTE, from: 'activated' as const },
})
const FIRE = plan('fire', [step('soon', within(1)), step('later', within(30))])
const POWER = plan('power', [step('mend', within(2)), step('tell', within(40))])

let kit: Kit
afterEach(() => kit.stop())

const open = async (): Promise<{ fire: string; power: string }> => {
  kit = await openStation({ on: 'sqlite', plans: [FIRE, POWER] })
  return { fire: await kit.run(['fire']), power: await kit.run(['power']) }
}
const codeOf = async (name: Name, input: unknown): Promise<string> => {
  const answer = await kit.send(name, input)
  return answer.ok ? 'taken' : answer.code
}
const figures = async () => {
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const { incidents, limits, lateList } = (await kit.ask('statistics/figures', period)).now
  return {
    incidents,
    ...limits,
    late: lateList.map(({ incidentId, stepId }) => [incidentId, stepId]),
  }
}

it('is on every screen at once, as what left and as what took it in', async () => {
  const { fire, power } = await open()
  let shown = await kit.station.board()
  kit.station.listen((push) => {
    shown = applyPush(shown, push)
  })
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处' })
  await kit.clock.advance('2 s')
  expect(shown.incidents.map(({ id }) => id)).toEqual([fire])
  expect(shown.incidents[0]?.takenIn).toMatchObject([{ incidentId: power }])
  const { callerId } = await kit.ask('incident/caller', { incidentId: fire, narrative: '着火' })
  await kit.ask('incident/caller-undo', { incidentId: fire, callerId, reason: '不是同一起' })
  await kit.clock.advance('2 s')
  expect(shown.incidents.find(({ id }) => id === fire)?.callers?.[0]?.parted).not.toBeNull()
  expect(shown.incidents).toHaveLength(2)
})

it('counts both once; what was late stands in the list of the other', async () => {
  const { fire, power } = await open()
  await kit.clock.advance('3 min') // soon and mend are late
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处着火引起' })
  expect((await kit.ask('board/read', null)).incidents.map(({ id }) => id)).toEqual([fire])
  await kit.clock.advance('60 min')
  const merged = (await kit.ask('history/read', { incidentId: power })).incident
  expect(merged).toMatchObject({
    state: 'merged',
    number: '2026-002',
    mergedInto: { incidentId: fire, number: '2026-001' },
  })
  expect(merged.alerts).toEqual([])
  const target = await kit.incident(fire)
  expect(target.takenIn).toMatchObject([{ incidentId: power, number: '2026-002' }])
  expect(target.callerCount).toBe(2)
  const now = await figures()
  expect(now).toMatchObject({ incidents: 1, due: 3, met: 0 })
  expect(now.late.sort()).toEqual([
    [fire, 'later'],
    [fire, 'mend'],
    [fire, 'soon'],
  ])
  const { incidents, zone } = readPlainly(kit.file)
  const period = { from: '2026-11-01', to: '2026-11-30' }
  expect(countPlainly(incidents, period, kit.clock.wall(), zone)).toMatchObject({
    incidents: 1,
    limits: { due: 3, met: 0, late: 3 },
  })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  const { entries } = await kit.ask('incident/timeline', { incidentId: fire })
  expect(entries.map(({ says }) => says.zh)).toContain(
    '事件2026-002并入本事件，原因：同一处着火引起',
  )
})

it('is refused into itself, between a drill and a real one, and into one that is over', async () => {
  const { fire, power } = await open()
  const drill = await kit.run([], { drill: true })
  const reason = '同一起'
  const merge = (incidentId: string, into: string) =>
    codeOf('incident/merge', { incidentId, into, reason })
  expect(await merge(fire, fire)).toBe('bad-merge')
  expect(await merge(drill, fire)).toBe('bad-merge')
  expect(await merge(fire, drill)).toBe('bad-merge')
  expect(await merge(fire, 'nobody')).toBe('unknown-incident')
  await kit.ask('incident/move', { incidentId: power, to: 'false-report', reason: '误触' })
  expect(await merge(fire, power)).toBe('bad-merge')
  expect(await merge(power, fire)).toBe('incident-over')
})

it('is taken back within ten seconds, and later with a reason: both go on, and figures follow', async () => {
  const { fire, power } = await open()
  const before = await figures()
  const id = crypto.randomUUID()
  const input = { incidentId: power, into: fire, reason: '同一起' }
  await kit.send('incident/merge', input, { id })
  await kit.ask('incident/undo', { incidentId: power, commandId: id })
  expect(await figures()).toEqual(before)
  expect((await kit.incident(fire)).takenIn).toBeUndefined()
  await kit.ask('incident/merge', input)
  await kit.clock.advance('1 min')
  await kit.ask('incident/move-back', { incidentId: power, reason: '不是同一起' })
  const { state, steps } = await kit.incident(power)
  expect(state).toBe('responding')
  expect(steps.map((step) => step.state)).toEqual(['open', 'open'])
  expect((await kit.incident(fire)).takenIn).toBeUndefined()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

const source = localized('某令第九条', 'Order, art. 9')
const RULE = { id: 'fire', source, people: { minor: 1 }, withinMs: HOUR, everyMs: 2 * HOUR }
const withRule = async (): Promise<{ fire: string; power: string }> => {
  const library = smallLibrary([FIRE, POWER], { reportRules: [RULE] })
  kit = await openStation({ on: 'sqlite', library })
  return { fire: await kit.run(['fire']), power: await kit.run(['power']) }
}
const law = async () => {
  const period = { from: '2026-11-01', to: '2026-11-30' }
  return (await kit.ask('statistics/figures', period)).now.reports.law
}
const report = (incidentId: string, number: number) =>
  kit.ask('bulletin/send', {
    ...{ incidentId, number, text: '三楼冒烟', signer: '雀大甲', to: '区应急局' },
  })

it('brings what it had recorded as news of a caller: proposed, never taken by itself', async () => {
  const { fire, power } = await open()
  await kit.ask('incident/assess', { incidentId: power, casualties: { minor: 2 } })
  await kit.ask('incident/caller', {
    ...{ incidentId: power, narrative: '还有人', place: '三楼', casualties: { trapped: 1 } },
  })
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处' })
  const target = await kit.incident(fire)
  expect(target.casualties).toBeNull()
  expect(target.takenIn?.[0]?.news).toEqual({
    ...{ casualties: { minor: 2, trapped: 1 }, planId: 'power' },
  })
  const walls = await kit.station.board('wall')
  expect(walls.incidents[0]?.takenIn?.[0]).not.toHaveProperty('news')
  await kit.ask('incident/assess', { incidentId: fire, casualties: { minor: 2 } })
  await kit.ask('incident/news-dismiss', { incidentId: fire, from: power, line: 'plan' })
  expect((await kit.incident(fire)).takenIn?.[0]?.news).toEqual({ casualties: { trapped: 1 } })
  const { entries } = await kit.ask('incident/timeline', { incidentId: fire })
  expect(entries.at(-1)?.says.zh).toBe('不采纳事件2026-002带来的像其他预案')
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('brings when the head knew and the first report that is still due; split, both are as before', async () => {
  const { fire, power } = await withRule()
  await kit.ask('incident/assess', { incidentId: power, casualties: { minor: 1 } })
  const knew = kit.clock.wall()
  await kit.ask('bulletin/head-informed', { incidentId: power, at: knew })
  await kit.clock.advance('52 min')
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处' })
  const taken = await kit.incident(fire)
  expect(taken.headInformedAt).toBe(knew)
  expect(taken.reportClocks).toMatchObject([{ kind: 'first', startedAt: knew, dueAt: knew + HOUR }])
  await kit.clock.advance('10 min')
  expect((await kit.incident(fire)).alerts.map(({ kind }) => kind)).toContain('report')
  expect((await law()).first).toEqual({ due: 1, met: 0, late: 1 })
  await report(fire, 1)
  expect((await kit.incident(fire)).alerts.map(({ kind }) => kind)).not.toContain('report')
  await kit.ask('incident/move-back', { incidentId: power, reason: '不是同一起' })
  expect((await kit.incident(fire)).headInformedAt).toBeUndefined()
  expect((await kit.incident(power)).headInformedAt).toBe(knew)
})

it('keeps late clocks of the law counted, and what was sent counts in the series of the other', async () => {
  const { fire, power } = await withRule()
  await kit.ask('incident/assess', { incidentId: power, casualties: { minor: 1 } })
  await kit.ask('bulletin/head-informed', { incidentId: power, at: kit.clock.wall() })
  await kit.clock.advance('70 min')
  await report(power, 1)
  expect((await law()).first).toEqual({ due: 1, met: 0, late: 1 })
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处' })
  expect((await law()).first.late).toBe(1)
  const { incidents, zone } = readPlainly(kit.file)
  const period = { from: '2026-11-01', to: '2026-11-30' }
  expect(countPlainly(incidents, period, kit.clock.wall(), zone)).toMatchObject({
    reports: { law: await law() },
  })
  expect((await kit.incident(fire)).takenIn?.[0]?.sent).toMatchObject([
    { kind: 'first', number: 1 },
  ])
  const again = { incidentId: fire, number: 1, text: '一', signer: '甲', to: '局' }
  expect(await codeOf('bulletin/send', again)).toBe('not-as-seen')
  await report(fire, 2)
  expect((await kit.incident(fire)).bulletins).toMatchObject([{ kind: 'follow-up', number: 2 }])
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('gives no caller a number that another has had, also once it is split again', async () => {
  const { fire, power } = await open()
  const call = () => kit.ask('incident/caller', { incidentId: fire, narrative: '着火' })
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处' })
  await call()
  await kit.ask('incident/move-back', { incidentId: power, reason: '不是同一起' })
  await call()
  expect((await kit.incident(fire)).callers?.map(({ nth }) => nth)).toEqual([3, 4])
})

it('split later, what was late by the other alone goes with it: one alert, counted once', async () => {
  const { fire, power } = await withRule()
  await kit.ask('incident/assess', { incidentId: power, casualties: { minor: 1 } })
  await kit.ask('bulletin/head-informed', { incidentId: power, at: kit.clock.wall() })
  await kit.clock.advance('52 min')
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处' })
  await kit.clock.advance('10 min')
  expect((await kit.incident(fire)).alerts.map(({ kind }) => kind)).toContain('report')
  await kit.ask('incident/step', { incidentId: fire, stepId: 'later', outcome: 'done' })
  await kit.ask('incident/move-back', { incidentId: power, reason: '不是同一起' })
  const [left, parted] = [await kit.incident(fire), await kit.incident(power)]
  expect(left.reportClocks ?? []).toEqual([])
  expect(left.alerts.map(({ kind }) => kind)).not.toContain('report')
  expect(parted.alerts.map(({ kind }) => kind)).toContain('report')
  expect((await law()).first).toEqual({ due: 1, met: 0, late: 1 })
  const { incidents, zone } = readPlainly(kit.file)
  const period = { from: '2026-11-01', to: '2026-11-30' }
  expect(countPlainly(incidents, period, kit.clock.wall(), zone)).toMatchObject({
    reports: { law: await law() },
  })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('brings a higher level as news, for as long as it is higher and a plan here knows it', async () => {
  const { fire, power } = await open()
  await kit.ask('incident/level', { incidentId: fire, level: 3 })
  await kit.ask('incident/level', { incidentId: power, level: 1 })
  await kit.ask('incident/merge', { incidentId: power, into: fire, reason: '同一处' })
  const target = await kit.incident(fire)
  expect([target.level, target.takenIn?.[0]?.news?.level]).toEqual([3, 1])
  await kit.ask('incident/level', { incidentId: fire, level: 1 })
  expect((await kit.incident(fire)).takenIn?.[0]?.news?.level).toBeUndefined()
  await kit.ask('incident/level', { incidentId: fire, level: 2, reason: '火势已减弱' })
  await kit.ask('incident/news-dismiss', { incidentId: fire, from: power, line: 'level' })
  expect((await kit.incident(fire)).takenIn?.[0]?.news?.level).toBeUndefined()
  const { entries } = await kit.ask('incident/timeline', { incidentId: fire })
  expect(entries.at(-1)?.says.zh).toBe('不采纳事件2026-002带来的响应级别')
})

it('two split again, in the order in which they came, leave no time at which the head knew', async () => {
  const { fire, power } = await open()
  const later = await kit.run(['power'])
  await kit.clock.advance('10 min')
  const head = (incidentId: string, minutes: number) =>
    kit.ask('bulletin/head-informed', { incidentId, at: kit.clock.wall() - minutes * MINUTE })
  await head(power, 1)
  await head(later, 5)
  for (const incidentId of [power, later])
    await kit.ask('incident/merge', { incidentId, into: fire, reason: '同一处' })
  for (const incidentId of [power, later])
    await kit.ask('incident/move-back', { incidentId, reason: '不是同一起' })
  expect((await kit.incident(fire)).headInformedAt).toBeUndefined()
})
