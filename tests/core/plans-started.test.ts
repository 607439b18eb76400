/**
 * Plans that bring other plans: their texts come from the library and stay with the record,
 * whatever the library or the disk do in the meantime.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { localized } from '#shared/domain/text.ts'
import { MINUTE, plan, step, yesNo } from '../kit/plan.ts'
import { rowsFromEvents } from '../kit/replay.ts'
import { openStation, smallLibrary, type Kit } from '../kit/station.ts'

const why = localized('已有人身攻击', 'Somebody is attacked')
const BASE = plan('base', [step('b1'), step('b2')])
const ANNEX = plan('annex', [step('a1', { confirms: true })], {
  extends: 'base',
  replaces: ['b2'],
  activation: { by: 'desk', confirmedBy: 'head', clause: 'S00-01' },
})
const CALL = plan(
  'call',
  [
    step('c1', {
      starts: { plan: 'annex', handsOver: true, what: localized('转附件', 'Go on with the annex') },
    }),
  ],
  { facts: [yesNo('attack')] },
)
const SAFETY = plan('safety', [step('s1')], {
  start: [{ when: { fact: 'attack', is: 'yes' }, then: 'activate', why, clause: 'S00-01' }],
})
const LATER = plan('later', [step('l1')], {
  extends: 'base',
  start: [
    { when: { elapsed: 10 * MINUTE, from: 'reported' }, then: 'activate', why, clause: 'S00-01' },
  ],
})
const LAST = plan('last', [step('x1')], {
  start: [{ when: { fact: 'attack', is: 'no' }, then: 'propose', why, clause: 'S00-01' }],
})

let kit: Kit
afterEach(() => kit.stop())
const open = async (...plans: Parameters<typeof smallLibrary>[0]): Promise<void> => {
  kit = await openStation({ library: smallLibrary(plans) })
}

const snapshots = async (): Promise<string[]> =>
  (await kit.events()).filter(({ type }) => type === 'PlanKept').map(({ stream }) => stream)
const plansOf = async (id: string): Promise<[string, string | null][]> =>
  (await kit.incident(id)).plans.map(({ planId, supersededBy }) => [planId, supersededBy])

/** The record alone gives the rows that the station keeps. */
async function isWhole(): Promise<void> {
  expect(await verifyWhole(kit.journal)).toMatchObject({ ok: true })
  for (const [id, row] of rowsFromEvents(await kit.events()))
    expect(await kit.journal.row(id)).toEqual(row)
}

describe('an annex', () => {
  it('is activated with its base, in one command, and both texts are kept', async () => {
    await open(BASE, ANNEX)
    const id = await kit.run(['annex'])
    expect(await plansOf(id)).toEqual([
      ['base', null],
      ['annex', null],
    ])
    expect(await snapshots()).toEqual(['plan.base-r1', 'plan.annex-r1'])
    const commands = new Set(
      (await kit.events())
        .filter(({ type }) => type === 'PlanActivated')
        .map(({ commandId }) => commandId),
    )
    expect(commands.size).toBe(1)
    await isWhole()
  })

  it('is refused without its base', async () => {
    await open(ANNEX)
    const id = await kit.run()
    expect(await kit.send('incident/activate', { incidentId: id, planId: 'annex' })).toMatchObject({
      ok: false,
      code: 'base-missing',
    })
    expect(await snapshots()).toEqual([])
  })

  it('runs on after a restart, with the text it started with', async () => {
    await open(BASE, ANNEX)
    const id = await kit.run(['annex'])
    ;(kit.library as ReturnType<typeof smallLibrary>).change([])
    kit = await kit.restart()
    expect(await plansOf(id)).toEqual([
      ['base', null],
      ['annex', null],
    ])
    await kit.ask('incident/step', { incidentId: id, stepId: 'b1', outcome: 'done' })
    await isWhole()
  })
})

describe('a step that is done', () => {
  it('starts its plan with everything that belongs to it, and the texts are kept', async () => {
    await open(BASE, ANNEX, CALL)
    const id = await kit.run(['call'])
    expect((await kit.step(id, 'c1')).starts).toMatchObject({ planId: 'annex', title: ANNEX.title })
    await kit.ask('incident/step', { incidentId: id, stepId: 'c1', outcome: 'done' })
    expect(await plansOf(id)).toEqual([
      ['call', 'annex'],
      ['base', null],
      ['annex', null],
    ])
    expect(await snapshots()).toEqual(['plan.call-r1', 'plan.base-r1', 'plan.annex-r1'])
    await isWhole()
  })

  it('sent twice with the same id starts it once', async () => {
    await open(BASE, ANNEX, CALL)
    const id = await kit.run(['call'])
    const commandId = crypto.randomUUID()
    for (let turn = 0; turn < 2; turn++)
      expect(
        await kit.send(
          'incident/step',
          { incidentId: id, stepId: 'c1', outcome: 'done' },
          { id: commandId },
        ),
      ).toMatchObject({ ok: true })
    expect((await plansOf(id)).length).toBe(3)
  })

  it('in two incidents in one turn keeps each text once', async () => {
    await open(BASE, ANNEX, CALL)
    const ids = [await kit.run(['call']), await kit.run(['call'])]
    await Promise.all(
      ids.map((incidentId) =>
        kit.ask('incident/step', { incidentId, stepId: 'c1', outcome: 'done' }),
      ),
    )
    expect(await snapshots()).toEqual(['plan.call-r1', 'plan.base-r1', 'plan.annex-r1'])
    await isWhole()
  })
})

describe('a provisional activation', () => {
  it('is confirmed, or declined with a reason', async () => {
    await open(BASE, ANNEX)
    const [first, second] = [await kit.run(['annex']), await kit.run(['annex'])]
    await kit.ask('incident/confirm', { incidentId: first, planId: 'annex', confirmed: true })
    expect((await kit.incident(first)).plans[1]).toMatchObject({
      confirmedBy: '周敏',
      confirmer: { zh: '岗位head' },
    })
    expect(
      await kit.send('incident/confirm', { incidentId: second, planId: 'annex', confirmed: false }),
    ).toMatchObject({ code: 'reason-needed' })
    await kit.ask('incident/confirm', {
      incidentId: second,
      planId: 'annex',
      confirmed: false,
      reason: '误判',
    })
    expect((await kit.incident(second)).plans.map(({ declined }) => declined?.reason)).toEqual([
      '误判',
      '误判',
    ])
    const { entries } = await kit.ask('incident/timeline', { incidentId: second })
    expect(entries.at(-1)?.says.zh).toBe('不确认启动《预案annex》，预案终止，原因：误判')
    await isWhole()
  })

  it('is not one where the caller says so', async () => {
    await open(BASE, ANNEX)
    const id = await kit.run()
    await kit.ask('incident/activate', { incidentId: id, planId: 'annex', provisional: false })
    expect((await kit.incident(id)).plans[1]).toMatchObject({ provisional: false })
    expect(
      await kit.send('incident/confirm', { incidentId: id, planId: 'annex', confirmed: true }),
    ).toMatchObject({ code: 'not-provisional' })
  })
})

describe('a rule of a plan', () => {
  it('starts it by the station, with the reason in the timeline and the text in the record', async () => {
    await open(CALL, SAFETY)
    const id = await kit.run(['call'])
    await kit.ask('incident/answer', { incidentId: id, fact: 'attack', value: 'yes' })
    const { entries } = await kit.ask('incident/timeline', { incidentId: id })
    expect(entries.find(({ says }) => says.zh.includes('safety'))).toMatchObject({
      by: 'Vigil',
      says: { zh: '启动《预案safety》，原因：已有人身攻击' },
    })
    expect(await snapshots()).toContain('plan.safety-r1')
    await isWhole()
  })

  it('proposes it: shown with its reason until somebody answers', async () => {
    await open(CALL, LAST)
    const id = await kit.run(['call'])
    await kit.ask('incident/answer', { incidentId: id, fact: 'attack', value: 'no' })
    expect((await kit.incident(id)).proposed).toEqual([
      { planId: 'last', title: LAST.title, why, clause: 'S00-01', supersedes: null },
    ])
    await kit.ask('incident/dismiss', { incidentId: id, planId: 'last', reason: '已劝开' })
    expect((await kit.incident(id)).proposed).toEqual([])
    expect(await kit.send('incident/dismiss', { incidentId: id, planId: 'last' })).toMatchObject({
      ok: false,
      code: 'not-proposed',
    })
    expect(await snapshots()).toEqual(['plan.call-r1'])
  })

  it('comes true by time alone, without anybody there', async () => {
    await open(BASE, LATER)
    const id = await kit.run()
    await kit.clock.advance('10 min')
    expect(await plansOf(id)).toEqual([
      ['base', null],
      ['later', null],
    ])
    expect(await snapshots()).toEqual(['plan.base-r1', 'plan.later-r1'])
    await isWhole()
  })
})

describe('while the disk takes nothing', () => {
  it('a plan that the clock starts goes on in memory, whatever the library does, and is recorded whole when the disk works again', async () => {
    await open(BASE, LATER)
    const id = await kit.run()
    kit.disk.broken = true
    await kit.clock.advance('10 min')
    expect(await plansOf(id)).toEqual([
      ['base', null],
      ['later', null],
    ])
    ;(kit.library as ReturnType<typeof smallLibrary>).change([])
    expect((await kit.incident(id)).steps.map(({ id: stepId, state }) => [stepId, state])).toEqual([
      ['b1', 'open'],
      ['b2', 'open'],
      ['l1', 'open'],
    ])
    expect(await snapshots()).toEqual([])
    kit.disk.broken = false
    await kit.clock.advance('6 s')
    expect(await snapshots()).toEqual(['plan.base-r1', 'plan.later-r1'])
    await isWhole()
  })

  it('the same holds where another incident has kept the text meanwhile', async () => {
    await open(BASE, LATER)
    const id = await kit.run()
    kit.disk.broken = true
    await kit.clock.advance('10 min')
    kit.disk.broken = false
    await kit.run(['later'])
    await kit.ask('incident/note', { incidentId: id, words: '还在处理' })
    expect(await plansOf(id)).toEqual([
      ['base', null],
      ['later', null],
    ])
    expect(await snapshots()).toEqual(['plan.base-r1', 'plan.later-r1'])
    expect(
      kit.logged.filter(
        ({ error }) => error && !(error instanceof Error && /disk I\/O/.test(error.message)),
      ),
    ).toEqual([])
    await isWhole()
  })
})
