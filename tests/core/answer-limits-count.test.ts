/**
 * Limits that go by an answer (ADR 60), counted by the station and plainly from the raw events:
 * before and after the answer, corrected, in an annex, in a step that repeats, merged and parted.
 */
import { afterEach, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { MINUTE, choice, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const PERIOD = { from: '2026-11-01', to: '2026-11-30' }
const byAnswer = (fact: string, short: number, long: number) => ({
  within: { fact, is: { near: short * MINUTE, far: long * MINUTE } },
  from: 'activated' as const,
})
const BASE = plan(
  'base',
  [
    step('arrive', { due: byAnswer('where', 10, 30) }),
    step('again', {
      due: byAnswer('where', 5, 15),
      repeat: { every: 20 * MINUTE, until: 'contained' },
    }),
  ],
  { facts: [choice('where', ['near', 'far'])] },
)
const ANNEX = plan('annex', [step('depth', { due: byAnswer('bank', 4, 40) })], {
  ...{ extends: 'base', facts: [choice('bank', ['near', 'far'])] },
})

let kit: Kit
afterEach(() => kit.stop())

/** Both counts, which have to agree; gives the figures of limits. */
async function limits(): Promise<object> {
  const { now } = await kit.ask('statistics/period', PERIOD)
  const { incidents, zone } = readPlainly(kit.file)
  const plain = countPlainly(incidents, PERIOD, kit.clock.wall(), zone) as typeof now
  expect(plain.limits).toEqual(now.limits)
  expect(plain.incidents).toBe(now.incidents)
  return now.limits
}
const answer = (incidentId: string, fact: string, value: string) =>
  kit.ask('incident/answer', { incidentId, fact, value })
const done = (incidentId: string, stepId: string) =>
  kit.ask('incident/step', { incidentId, stepId, outcome: 'done' })
const open = async (): Promise<void> => {
  kit = await openStation({ on: 'sqlite', plans: [BASE, ANNEX] })
}

it('nobody answers: the shortest counts; an answer in time gives the longer', async () => {
  await open()
  const silent = await kit.run(['base'])
  const answered = await kit.run(['base'])
  await answer(answered, 'where', 'far')
  await kit.clock.advance('12 min')
  expect(await limits()).toMatchObject({ late: 2 })
  await answer(silent, 'where', 'far') // what was late stays late
  for (const id of [silent, answered]) await done(id, 'arrive')
  expect(await limits()).toMatchObject({ late: 2, met: 1 })
  await kit.clock.advance('20 min')
  await limits()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('a corrected answer shortens what runs, and it is late at once', async () => {
  await open()
  const id = await kit.run(['base'])
  await answer(id, 'where', 'far')
  await kit.clock.advance('12 min')
  expect(await limits()).toMatchObject({ late: 0 })
  await answer(id, 'where', 'near')
  await kit.clock.advance('1 s')
  expect(await limits()).toMatchObject({ late: 2 })
})

it('with an annex, whose question is its own, and a step that repeats', async () => {
  await open()
  const id = await kit.run(['base', 'annex'])
  await answer(id, 'bank', 'far')
  await answer(id, 'where', 'far')
  for (let round = 0; round < 4; round++) {
    await kit.clock.advance('9 min')
    await done(id, 'again')
    await kit.clock.advance('13 min')
    await limits()
  }
  await done(id, 'depth')
  await limits()
  kit = await kit.restart('1 min')
  await limits()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})

it('merged, with answers on both sides, and parted again', async () => {
  await open()
  const [first, other] = [await kit.run(['base']), await kit.run(['base', 'annex'])]
  await answer(first, 'where', 'far')
  await kit.clock.advance('6 min')
  await limits()
  await kit.ask('incident/merge', { incidentId: first, into: other, reason: '同一起' })
  await limits()
  await answer(other, 'where', 'near')
  await kit.clock.advance('30 min')
  await limits()
  await kit.ask('incident/move-back', { incidentId: first, reason: '不是一起' })
  await limits()
  await kit.clock.advance('30 min')
  await done(first, 'arrive')
  await limits()
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})
