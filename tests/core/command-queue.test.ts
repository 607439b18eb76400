/**
 * One writer: one commit a turn, a first answer that stays, nothing half done.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const other = { name: '王强', role: 'dispatcher' } as const
const two = plan('two', [step('a'), step('b', { due: { within: 10 * MINUTE, from: 'activated' } })])

let kit: Kit
afterEach(() => kit.stop())

describe('commands of one turn', () => {
  it('share one commit, and each is answered with its own position', async () => {
    kit = await openStation({ plans: [two] })
    const before = kit.disk.commits
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        kit.send('incident/report', { narrative: '冒烟', place: `地点${n}` }),
      ),
    )
    expect(answers.map((answer) => answer.ok && answer.position)).toEqual([2, 3, 4, 5, 6])
    expect(kit.disk.commits - before).toBe(1)
  })

  it('one that is refused blocks neither the one before nor the one after', async () => {
    kit = await openStation({ plans: [two] })
    const id = await kit.run(['two'])
    const answers = await Promise.all([
      kit.send('incident/step', { incidentId: id, stepId: 'a', outcome: 'done' }),
      kit.send('incident/step', { incidentId: id, stepId: 'nowhere', outcome: 'done' }),
      kit.send('incident/step', { incidentId: id, stepId: 'b', outcome: 'done' }),
    ])
    expect(answers.map((answer) => answer.ok || answer.code)).toEqual([true, 'unknown-step', true])
  })

  it('two people finish the same step: the second is told who was first', async () => {
    kit = await openStation({ plans: [two] })
    const id = await kit.run(['two'])
    const finish = { incidentId: id, stepId: 'a', outcome: 'done' }
    const [first, second] = await Promise.all([
      kit.send('incident/step', finish),
      kit.send('incident/step', finish, { by: other }),
    ])
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({
      ok: false,
      code: 'step-finished',
      message: { zh: expect.stringContaining('周敏') },
    })
    expect((await kit.events()).filter(({ type }) => type === 'StepFinished')).toHaveLength(1)
  })

  it('each is decided on what the one before leaves, also on a plan that has just begun', async () => {
    kit = await openStation({ plans: [two] })
    const id = await kit.run()
    const answers = await Promise.all([
      kit.send('incident/activate', { incidentId: id, planId: 'two' }),
      kit.send('incident/step', { incidentId: id, stepId: 'a', outcome: 'done' }, { by: other }),
      kit.send('incident/activate', { incidentId: id, planId: 'two' }, { by: other }),
    ])
    expect(answers.map((answer) => answer.ok || answer.code)).toEqual([
      true,
      true,
      'already-running',
    ])
    expect(await kit.step(id, 'a')).toMatchObject({ state: 'done', doneBy: '王强' })
  })

  it('two incidents may begin the same plan together; its text is kept once', async () => {
    kit = await openStation({ plans: [two] })
    const ids = [await kit.run(), await kit.run()]
    const answers = await Promise.all(
      ids.map((incidentId) => kit.send('incident/activate', { incidentId, planId: 'two' })),
    )
    expect(answers.map((answer) => answer.ok || answer.code)).toEqual([true, true])
    expect((await kit.events()).filter(({ type }) => type === 'PlanKept')).toHaveLength(1)
  })
})

describe('a command that is sent again', () => {
  const report = { narrative: '三楼冒烟', place: '三楼' }

  it.each([['memory'], ['sqlite']] as const)(
    'gets its first answer, also after a restart (%s)',
    async (on) => {
      kit = await openStation({ on, plans: [{ ...two, triggers: ['冒烟'] }] })
      const id = crypto.randomUUID()
      const first = await kit.send('incident/report', report, { id })
      expect(first).toMatchObject({
        ok: true,
        position: 2,
        reply: { proposals: [{ planId: 'two' }] },
      })
      await kit.run(['two'])
      const { position } = await kit.station.board()
      expect(await kit.send('incident/report', report, { id: id.toUpperCase() })).toEqual(first)
      kit = await kit.restart('5 min')
      const again = await kit.send(
        'incident/report',
        { place: '三楼', narrative: '三楼冒烟' },
        { id },
      )
      expect(JSON.stringify(again)).toBe(JSON.stringify(first)) // byte for byte
      expect(await kit.station.board()).toMatchObject({ position, incidents: [{}, {}] })
    },
  )

  it('within the same turn has one effect, and both get the answer', async () => {
    kit = await openStation()
    const id = crypto.randomUUID()
    const [first, again] = await Promise.all([
      kit.send('incident/report', report, { id }),
      kit.send('incident/report', report, { id }),
    ])
    expect(again).toEqual(first)
    expect((await kit.station.board()).incidents).toHaveLength(1)
  })

  it('with another input or another name is refused', async () => {
    kit = await openStation()
    const id = crypto.randomUUID()
    const first = await kit.send('incident/report', report, { id })
    const incidentId = first.ok ? first.reply.incidentId : ''
    expect(await kit.send('incident/report', { ...report, place: '四楼' }, { id })).toMatchObject({
      ok: false,
      code: 'id-reused',
    })
    expect(
      await kit.send('incident/note', { incidentId, words: '三楼冒烟' }, { id }),
    ).toMatchObject({ ok: false, code: 'id-reused' })
    const together = crypto.randomUUID()
    const both = await Promise.all(
      [report, { ...report, place: '五楼' }].map((input) =>
        kit.send('incident/report', input, { id: together }),
      ),
    )
    expect(both.map((answer) => answer.ok || answer.code)).toEqual([true, 'id-reused'])
  })

  it('with another input that is no good either is told that the id was used, not what is wrong with it', async () => {
    kit = await openStation()
    const [id, together] = [crypto.randomUUID(), crypto.randomUUID()]
    await kit.send('incident/report', report, { id })
    for (const input of [undefined, {}, { ...report, place: '' }, { ...report, urgent: true }])
      expect(await kit.send('incident/report', input, { id })).toMatchObject({
        ok: false,
        code: 'id-reused',
      })
    const both = await Promise.all(
      [report, {}].map((input) => kit.send('incident/report', input, { id: together })),
    )
    expect(both.map((answer) => answer.ok || answer.code)).toEqual([true, 'id-reused'])
    expect(await kit.send('incident/report', {}, { id: crypto.randomUUID() })).toMatchObject({
      ok: false,
      code: 'bad-input',
    })
  })

  it('is decided anew if it was refused: refusals are not stored', async () => {
    kit = await openStation({ plans: [two] })
    const incidentId = await kit.run()
    const id = crypto.randomUUID()
    const finish = { incidentId, stepId: 'a', outcome: 'done' }
    expect(await kit.send('incident/step', finish, { id })).toMatchObject({ code: 'unknown-step' })
    await kit.ask('incident/activate', { incidentId, planId: 'two' })
    expect(await kit.send('incident/step', finish, { id })).toMatchObject({ ok: true })
  })
})

describe('stopping', () => {
  it('what is in hand is saved and answered, what comes later is refused', async () => {
    kit = await openStation()
    const inHand = kit.send('incident/report', { narrative: '冒烟', place: '三楼' })
    const stopped = kit.station.stop()
    const later = kit.send('incident/report', { narrative: '冒烟', place: '四楼' })
    expect(await inHand).toMatchObject({ ok: true })
    expect(await later).toMatchObject({ ok: false, code: 'stopping' })
    await stopped
    expect((await kit.events()).filter(({ type }) => type === 'IncidentReported')).toHaveLength(1)
  })
})
