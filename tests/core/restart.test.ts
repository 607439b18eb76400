/**
 * A station that was down while a deadline passed: it fires at once on start, in
 * due order, once, and says how late.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const late = [
  { after: 0, notify: 'head', say: null, proposed: false },
  { after: 20 * MINUTE, notify: 'manager', say: null, proposed: false },
]
const timed = plan('timed', [
  step('b', { due: { within: 10 * MINUTE, from: 'activated' }, late }),
  step('a', { due: { within: 5 * MINUTE, from: 'activated' } }),
  step('c', { due: { within: 2 * 60 * MINUTE, from: 'activated' } }),
])

let kit: Kit
afterEach(() => kit.stop())

const lateness = async (): Promise<unknown[]> =>
  (await kit.events())
    .filter(({ type }) => type === 'StepLate')
    .map(({ stream, body }) => ({ stream, ...(body as object) }))

describe.each([['memory'], ['sqlite']] as const)('on a record in %s', (on) => {
  it('what fell due meanwhile fires once, in the order of its limits, with how late it is', async () => {
    kit = await openStation({ on, plans: [timed] })
    const id = await kit.run(['timed'])
    const activated = kit.clock.wall()
    kit = await kit.restart('35 min')
    await kit.clock.advance('1 s')
    const expected = [
      {
        stream: `incident.${id}`,
        stepId: 'a',
        dueAt: activated + 5 * MINUTE,
        lateByMs: 30 * MINUTE,
      },
      {
        stream: `incident.${id}`,
        stepId: 'b',
        dueAt: activated + 10 * MINUTE,
        lateByMs: 25 * MINUTE,
      },
    ]
    expect(await lateness()).toEqual(expected)
    const { alerts } = await kit.incident(id)
    expect(alerts).toMatchObject([
      { stepId: 'a', acknowledgedAt: null },
      { stepId: 'b', acknowledgedAt: null },
      { kind: 'untouched', stepId: null, acknowledgedAt: null },
    ])
    expect(await kit.step(id, 'c')).toMatchObject({ late: false, dueAt: activated + 120 * MINUTE })

    kit = await kit.restart('1 s')
    await kit.clock.advance('2 min')
    expect(await lateness()).toEqual(expected)
  })

  it('several incidents: whoever is due first is recorded first', async () => {
    kit = await openStation({ on, plans: [timed] })
    const ids: string[] = []
    // not so many that their alerts are a flood, which is a commit of its own
    for (let i = 0; i < 3; i++) {
      ids.push(await kit.run(['timed'], { place: `地点${i}` }))
      await kit.clock.advance('3 s')
    }
    kit = await kit.restart('35 min')
    await kit.clock.advance('1 s')
    const order = ((await lateness()) as { stream: string; stepId: string }[])
      .filter(({ stepId }) => stepId === 'a')
      .map(({ stream }) => stream)
    expect(order).toEqual(ids.map((id) => `incident.${id}`))
    expect(kit.disk.commits).toBe(1) // one turn, one commit
  })

  it('the escalation goes on from where it was', async () => {
    kit = await openStation({ on, plans: [timed] })
    const id = await kit.run(['timed'])
    await kit.clock.advance('10 min')
    const alert = (await kit.incident(id)).alerts.find(({ stepId }) => stepId === 'b')
    expect(alert?.told).toHaveLength(2)
    await kit.ask('alert/acknowledge', { alertId: alert?.id ?? '' })
    kit = await kit.restart('5 min')
    await kit.clock.advance(15 * MINUTE - 1)
    expect((await kit.incident(id)).alerts.find(({ stepId }) => stepId === 'b')?.told).toHaveLength(
      2,
    )
    await kit.clock.advance(1)
    expect((await kit.incident(id)).alerts.find(({ stepId }) => stepId === 'b')?.told).toHaveLength(
      3,
    )
  })

  it('a plan that ran before can be activated again after a restart', async () => {
    kit = await openStation({ on, plans: [timed] })
    const id = await kit.run(['timed'])
    await kit.ask('incident/move', { incidentId: id, to: 'false-report', reason: '误报' })
    kit = await kit.restart()
    await kit.run(['timed'])
    expect((await kit.events()).filter(({ type }) => type === 'PlanKept')).toHaveLength(1)
  })
})

describe('on start', () => {
  it('an alert that nobody has acknowledged is notified again', async () => {
    kit = await openStation({ plans: [timed] })
    await kit.run(['timed'])
    await kit.clock.advance('6 min')
    expect(kit.notices).not.toHaveLength(0)
    kit = await kit.restart('1 s')
    await kit.clock.advance('1 s')
    expect(kit.notices).toHaveLength(1)
  })

  it('the engine answers its next cycle, with the position of the record', async () => {
    kit = await openStation({ plans: [timed] })
    const next = kit.station.nextCycle()
    await kit.clock.advance('1 s')
    expect(await next).toMatchObject({ position: 1, storageFailed: false, now: kit.clock.wall() })
  })
})
