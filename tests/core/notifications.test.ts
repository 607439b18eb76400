/**
 * The desktop's own notification: told once for each post that an alert reaches;
 * nothing depends on it.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { MINUTE, plan, step } from '../kit/plan.ts'
import { notifier, openStation, type Kit } from '../kit/station.ts'

const late = [
  { after: 0, notify: 'head', say: null, proposed: false },
  { after: 60 * MINUTE, notify: 'manager', say: null, proposed: false },
]
const timed = plan('timed', [
  step('a', { due: { within: MINUTE, from: 'activated' }, late, lifeSafety: true }),
  step('b'),
])

let kit: Kit
/** Of the first alert of an incident: that of its limit, which came due first. */
const noticesOf = (id: string) => kit.notices.filter(({ alertId }) => alertId === `${id}.1`)
afterEach(() => kit.stop())

describe('an alert', () => {
  it('is notified when it is raised and again for the next post, not for every change of the incident', async () => {
    kit = await openStation({ plans: [timed] })
    const id = await kit.run(['timed'])
    await kit.clock.advance('1 min')
    expect(noticesOf(id)).toHaveLength(1)
    const title = {
      zh: '热线中心（2026-001） 步骤a：已超时',
      en: '热线中心 (2026-001): Step a: late',
    }
    expect(noticesOf(id)[0]).toMatchObject({
      drill: false,
      priority: 1,
      incidentId: id,
      alertId: `${id}.1`,
      title,
    })
    await kit.ask('incident/step', { incidentId: id, stepId: 'b', outcome: 'done' })
    await kit.ask('incident/note', { incidentId: id, words: '在催' })
    expect(noticesOf(id)).toHaveLength(1)
    await kit.clock.advance('2 min') // unacknowledged: the manager
    expect(noticesOf(id)).toHaveLength(2)
  })

  it('that was acknowledged is not notified any more', async () => {
    kit = await openStation({ plans: [timed] })
    const id = await kit.run(['timed'])
    await kit.clock.advance('1 min')
    await kit.ask('alert/acknowledge', { alertId: `${id}.1` })
    await kit.clock.advance('2 h')
    expect((await kit.incident(id)).alerts[0]?.told).toHaveLength(3)
    expect(noticesOf(id)).toHaveLength(1)
  })

  it('of a drill says so first, in both languages', async () => {
    kit = await openStation({ plans: [timed] })
    await kit.run(['timed'], { drill: true })
    await kit.clock.advance('1 min')
    const ofDrill = {
      drill: true,
      title: { zh: expect.stringMatching(/^【演练】/), en: expect.stringMatching(/^EXERCISE: /) },
    }
    expect(kit.notices).toMatchObject([ofDrill])
  })
})

describe('a desktop that does not do its part', () => {
  it.each([
    [
      'rejects',
      ['notification-failed', 'notification-failed'],
      () => Promise.reject(new Error('no bus')),
    ],
    [
      'throws',
      ['notification-failed', 'notification-failed'],
      () => {
        throw new Error('no display')
      },
    ],
    ['never answers', [], () => new Promise<void>(() => undefined)],
  ] as const)(
    '%s: the alarm on the screens stands, the engine goes on',
    async (_, logged, behave) => {
      kit = await openStation({ plans: [timed], notifier: notifier(behave) })
      const id = await kit.run(['timed'])
      await kit.ask('incident/step', { incidentId: id, stepId: 'a', outcome: 'accepted' })
      await kit.clock.advance('4 min')
      expect((await kit.incident(id)).alerts[0]?.told).toHaveLength(3)
      const next = kit.station.nextCycle()
      await kit.clock.advance('1 s')
      expect((await next).cycle).toBeGreaterThan(240)
      expect(kit.logged.map(({ event }) => event)).toEqual(logged)
    },
  )
})
