/**
 * A store that fails while the station runs: nobody is told that something
 * was saved, alarms go on, it heals by itself.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const late = [
  { after: 0, notify: 'head', say: null, proposed: false },
  { after: 30 * MINUTE, notify: 'manager', say: null, proposed: false },
]
const timed = plan('timed', [
  step('a', { due: { within: 5 * MINUTE, from: 'activated' }, late }),
  step('b'),
])

let kit: Kit
let id: string
beforeEach(async () => {
  kit = await openStation({ plans: [timed] })
  id = await kit.run(['timed'])
})
afterEach(() => kit.stop())

const types = async (): Promise<string[]> => (await kit.events()).map(({ type }) => type)

describe('while the disk takes nothing', () => {
  it('a command is answered storage-failed and changes nothing', async () => {
    const before = await kit.station.board()
    kit.disk.broken = true
    const answer = await kit.send('incident/step', { incidentId: id, stepId: 'b', outcome: 'done' })
    expect(answer).toMatchObject({ ok: false, code: 'storage-failed' })
    expect(answer).toHaveProperty('message.zh', expect.stringMatching(/存盘失败/))
    expect(answer).toHaveProperty('message.en', expect.stringMatching(/may not have been recorded/))
    const after = await kit.station.board()
    expect(after.storageFailed).toBe(true)
    expect(after).toEqual({ ...before, storageFailed: true, alerts: [expect.anything()] })
    expect(kit.pushes.at(-1)).toMatchObject({ kind: 'board', board: { storageFailed: true } })
  })

  it('alarms go on in memory, at their instants, and escalate', async () => {
    const due = kit.clock.wall() + 5 * MINUTE
    kit.disk.broken = true
    await kit.clock.advance('6 min')
    const board = await kit.station.board()
    expect(board.storageFailed).toBe(true)
    expect(board.incidents[0]?.alerts).toMatchObject([
      { stepId: 'a', raisedAt: due, told: [{}, {}] },
    ])
    expect(kit.notices).toHaveLength(1)
    await kit.clock.advance('40 min')
    expect((await kit.incident(id)).alerts).toMatchObject([
      { kind: 'late', raisedAt: due, told: [{ at: due }, { at: due }, { at: due + 2 * MINUTE }] },
      { kind: 'untouched', stepId: null },
    ])
    expect(await types()).not.toContain('StepLate')
    expect((await kit.station.board()).month.limits).toEqual({ due: 1, met: 0, late: 1 })
  })

  it('what somebody asked for in the same turn does not show', async () => {
    await kit.clock.advance(5 * MINUTE - 1)
    kit.disk.broken = true
    const [, answer] = await Promise.all([
      kit.clock.advance(1),
      kit.send('incident/step', { incidentId: id, stepId: 'b', outcome: 'done' }),
    ])
    await kit.clock.advance('1 s')
    expect(answer).toMatchObject({ ok: false, code: 'storage-failed' })
    expect(await kit.step(id, 'b')).toMatchObject({ state: 'open' })
    expect((await kit.incident(id)).alerts).toHaveLength(1)
  })

  it('the engine goes on beating and says that nothing is saved', async () => {
    kit.disk.broken = true
    await kit.send('incident/note', { incidentId: id, words: '试试' })
    const next = kit.station.nextCycle()
    await kit.clock.advance('3 s')
    expect(await next).toMatchObject({ storageFailed: true })
    expect(kit.pushes.filter(({ kind }) => kind === 'beat').at(-1)).toMatchObject({
      storageFailed: true,
    })
  })
})

describe('when the disk works again', () => {
  it('what was alarmed meanwhile is recorded as it happened, and the recovery too, without a click', async () => {
    const due = kit.clock.wall() + 5 * MINUTE
    kit.disk.broken = true
    await kit.clock.advance('10 min')
    kit.disk.broken = false
    await kit.clock.advance('6 s')
    expect(await kit.station.board()).toMatchObject({ storageFailed: false })
    const events = await kit.events()
    expect(events.filter(({ type }) => type === 'StepLate')).toMatchObject([
      { at: due, body: { stepId: 'a', lateByMs: 0 } },
    ])
    expect(events.filter(({ type }) => type === 'AlertRaised')).toMatchObject([
      { at: due, body: { alert: { kind: 'late' } } },
      { body: { alert: { kind: 'untouched' } } },
    ])
    expect(events.filter(({ type }) => type === 'StorageRecovered')).toMatchObject([
      { stream: 'station', body: { since: due } },
    ])
    expect(await kit.journal.verify()).toMatchObject({ ok: true })
    await kit.clock.advance(HOUR)
    expect(
      (await types()).filter((type) => type === 'StorageRecovered' || type === 'StepLate'),
    ).toHaveLength(2)
    expect(kit.pushes.at(-1)).toMatchObject({ kind: 'beat', storageFailed: false })
  })

  it('a command that comes first takes the alarms along, and the recovery is still recorded', async () => {
    kit.disk.broken = true
    await kit.clock.advance('10 min')
    kit.disk.broken = false
    await kit.ask('incident/step', { incidentId: id, stepId: 'a', outcome: 'done' })
    expect(await types()).toEqual(
      expect.arrayContaining(['StepLate', 'AlertRaised', 'StepFinished', 'AlertCleared']),
    )
    expect(await kit.step(id, 'a')).toMatchObject({ state: 'done', late: true })
    await kit.clock.advance('6 s')
    expect((await types()).filter((type) => type === 'StorageRecovered')).toHaveLength(1)
    expect((await kit.incident(id)).alerts).toEqual([])
  })

  it('the same holds if only commands failed', async () => {
    kit.disk.broken = true
    const input = { incidentId: id, words: '试试' }
    const commandId = crypto.randomUUID()
    expect(await kit.send('incident/note', input, { id: commandId })).toMatchObject({
      code: 'storage-failed',
    })
    kit.disk.broken = false
    await kit.clock.advance('6 s')
    expect(await kit.station.board()).toMatchObject({ storageFailed: false })
    expect(await kit.send('incident/note', input, { id: commandId })).toMatchObject({ ok: true })
    expect((await types()).filter((type) => type === 'NoteAdded')).toHaveLength(1)
  })

  it('a restart finds what was saved, and alarms again', async () => {
    kit.disk.broken = true
    await kit.clock.advance('10 min')
    kit = await kit.restart('1 min')
    await kit.clock.advance('1 s')
    expect((await kit.events()).filter(({ type }) => type === 'StepLate')).toMatchObject([
      { body: { lateByMs: 6 * MINUTE } },
    ])
  })
})
