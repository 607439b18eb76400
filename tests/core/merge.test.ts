/**
 * Two incidents that are one (R-merge): figures count it once, limits that ran end uncounted, those
 * that were late stay in the list of the other, and a merge can be taken back.
 */
import { afterEach, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { applyPush } from '#shared/domain/board/apply-push.ts'
import type { Name } from '#shared/contract/contract.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

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
