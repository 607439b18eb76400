/**
 * Whatever is put right, taken back, stopped or told late, in any order: board, rows, tally, the
 * replayed record and the plain count give the same figures. Seeded, so that a failure comes again.
 */
import { afterEach, expect, it } from 'vitest'
import type { Input, Name } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { countPlainly } from '../kit/plain-count/count.ts'
import { readPlainly } from '../kit/plain-count/read.ts'
import { HOUR, MINUTE, plan, step, yesNo } from '../kit/plan.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const TYPES = ['fire', 'flood'].map((code) => ({
  code,
  name: localized(code, code),
  category: code,
  legal: null,
  words: [],
}))
const CALL = [{ who: localized('消防', 'Fire brigade'), number: '119' }] as never
const plans = [
  plan(
    'fire',
    [
      step('call', { calls: CALL, urgency: 'immediate' }),
      step('soon', { due: { within: 3 * MINUTE, from: 'occurred' } }),
      step('then', { after: ['call'], due: { within: 4 * MINUTE, from: { step: 'call' } } }),
      step('big', { when: { fact: 'big', is: 'yes' } }),
      step('report', {
        stage: 'report',
        due: { within: 5 * MINUTE, from: 'reported' },
        repeat: { every: 6 * MINUTE, until: 'contained' },
      }),
      step('spare', { when: { step: 'soon', is: 'late' } }),
    ],
    { facts: [yesNo('big')] },
  ),
  plan('flood', [
    step('dial', { calls: CALL }),
    step('pump', { due: { within: HOUR, from: 'activated' } }),
  ]),
]

let kit: Kit
afterEach(() => kit.stop())

/** The same numbers in 0 … 1 for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const STEPS = ['call', 'soon', 'then', 'big', 'report', 'spare', 'dial', 'pump']

/** One act of a person, some of them refused. `ids`: those of the requests so far. */
function anyAct(
  incidentId: string,
  random: () => number,
  ids: readonly string[],
): { name: Name; input: object } {
  const anyOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const now = kit.clock.wall()
  const stepId = anyOf(STEPS)
  const act = <N extends Name>(name: N, input: Omit<Input<N>, 'incidentId'>) => ({
    name,
    input: { incidentId, ...input },
  })
  return anyOf([
    () =>
      act('incident/step', {
        stepId,
        outcome: anyOf(['done', 'already-done', 'accepted', 'skipped', 'not-applicable']),
        reason: '因',
      }),
    () => act('incident/step', { stepId, outcome: 'done', reason: '因' }),
    () =>
      act('incident/step', {
        stepId,
        outcome: 'done',
        doneAt: now - Math.floor(random() * 8) * MINUTE,
        reason: '因',
      }),
    () => act('incident/correct', { stepId: anyOf(['call', 'soon', 'report']), reason: '因' }),
    () => act('incident/correct', { stepId, reason: '因' }),
    () => act('incident/answer', { fact: 'big', value: anyOf(['yes', 'no']) }),
    () =>
      act('incident/amend', {
        type: anyOf(['fire', 'flood']),
        place: anyOf(['东', '西']),
        reason: '因',
      }),
    () =>
      act('incident/amend', {
        occurredAt: now - Math.floor(random() * 40) * 86_400_000,
        reason: '因',
      }),
    () =>
      act('incident/amend', { occurredAt: now - Math.floor(random() * 20) * MINUTE, reason: '因' }),
    () =>
      act('incident/stop-plan', {
        planId: anyOf(['flood', 'flood', 'fire']),
        reason: '因',
      }),
    () => act('incident/activate', { planId: anyOf(['fire', 'flood']) }),
    () =>
      act('incident/move', {
        to: anyOf(
          random() < 0.2 ? ['closed', 'false-report', 'archived'] : ['contained', 'lifted'],
        ),
        reason: '因',
      }),
    () => act('incident/move-back', { reason: '因' }),
    () => act('incident/move-back', { reason: '因' }),
    () => act('incident/undo', { commandId: ids.at(-1) ?? 'none' }),
    () => act('incident/undo', { commandId: ids.at(-1) ?? 'none' }),
    () => act('incident/undo', { commandId: ids.at(-2) ?? 'none' }),
  ])()
}

it('figures are equal on every way after any order of corrections', async () => {
  kit = await openStation({ on: 'sqlite', library: smallLibrary(plans, { types: TYPES }) })
  const taken = new Map<string, number>()
  for (let seed = 1; seed <= 30; seed++) {
    const random = seeded(seed)
    const incidentId = await kit.run(['fire'], { drill: seed % 10 === 0 })
    const ids: string[] = []
    for (let n = 0; n < 25; n++) {
      const { name, input } = anyAct(incidentId, random, ids)
      const id = crypto.randomUUID()
      const answer = await kit.send(name, input, { id })
      if (answer.ok) {
        ids.push(id)
        taken.set(name, (taken.get(name) ?? 0) + 1)
      }
      if (random() < 0.4) await kit.clock.advance(Math.floor(random() * 3 * MINUTE))
    }
  }
  for (const name of ['undo', 'move-back', 'amend', 'stop-plan', 'correct', 'step', 'move'])
    expect(taken.get(`incident/${name}`) ?? 0, name).toBeGreaterThan(5)

  const { incidents, zone } = readPlainly(kit.file)
  for (const drill of [false, true])
    for (const [from, to] of [
      ['2026-10-01', '2026-10-31'],
      ['2026-11-01', '2026-11-30'],
      ['2026-09-01', '2026-12-31'],
    ] as const) {
      const query = { from, to, filter: { drill } }
      const { now } = await kit.ask('statistics/period', query)
      expect(now).toEqual(countPlainly(incidents, query, kit.clock.wall(), zone))
    }
  const { month } = await kit.station.board()
  const { limits, incidents: count } = await kit.ask('statistics/month', { month: month.month })
  expect(month).toMatchObject({ limits, incidents: count })
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
})
