/**
 * The whole station while somebody sets the clock: limits and record
 * hold.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const DAY = 24 * HOUR
const timed = plan('timed', [
  step('a', { due: { within: 10 * MINUTE, from: 'activated' } }),
  step('b', { due: { within: 3 * HOUR, from: 'activated' } }),
  step('evidence', { due: { within: 400 * DAY, from: 'activated' } }),
])

let kit: Kit
let id: string
const begin = async (): Promise<void> => {
  kit = await openStation({ on: 'sqlite', plans: [timed] })
  id = await kit.run(['timed'])
}
afterEach(() => kit.stop())

const late = async () =>
  (await kit.events())
    .filter(({ type }) => type === 'StepLate')
    .map(({ body }) => (body as { stepId: string }).stepId)

describe('the wall clock is set', () => {
  it('an hour back: the limit is recorded late at its true time, once, and stays late', async () => {
    await begin()
    await kit.clock.advance('1 min')
    kit.clock.jump('-1 h')
    await kit.clock.advance('9 min')
    expect(await late()).toEqual(['a'])
    expect(await kit.step(id, 'a')).toMatchObject({ late: true })
    expect((await kit.incident(id)).alerts).toMatchObject([
      { stepId: 'a', acknowledgedAt: null },
      { kind: 'untouched', acknowledgedAt: null },
    ])
    kit.clock.jump('1 h')
    await kit.clock.advance('5 min')
    expect(await late()).toEqual(['a'])
    kit = await kit.restart('1 min')
    await kit.clock.advance('1 min')
    expect(await late()).toEqual(['a'])
  })

  it.each([['1970-01-01T00:00:10Z'], ['2106-02-07T06:28:16Z']])(
    'to %s: the station goes on, reports are taken, the record is whole',
    async (when) => {
      await begin()
      kit.clock.jump(Date.parse(when) - kit.clock.wall())
      await kit.clock.advance('2 s')
      const other = await kit.run(['timed'], { place: '三楼' })
      await kit.clock.advance('11 min')
      expect((await late()).filter((stepId) => stepId === 'a')).toHaveLength(2)
      expect((await kit.incident(other)).alerts).toMatchObject([
        { kind: 'late', stepId: 'a' },
        { kind: 'untouched', stepId: null },
      ])
      expect(await kit.journal.verify()).toMatchObject({ ok: true })
      expect(kit.logged.filter(({ error }) => error)).toEqual([])
    },
  )

  it('thirty times by five minutes: what is recorded is recorded once, in sequence', async () => {
    await begin()
    for (let jump = 0; jump < 30; jump++) {
      kit.clock.jump(jump % 2 === 0 ? '5 min' : '-5 min')
      await kit.clock.advance('7 s')
    }
    await kit.clock.advance('3 h')
    expect(await late()).toEqual(['a', 'b'])
    const events = await kit.events()
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  })
})

describe('time passes unseen', () => {
  it('a night of sleep on a machine whose monotonic clock stands still', async () => {
    await begin()
    kit.clock.jump('9 h')
    await kit.clock.advance('1 s')
    expect(await late()).toEqual(['a', 'b'])
  })

  it('400 days, with restarts: never early, once', async () => {
    await begin()
    for (let month = 0; month < 13; month++) {
      kit.clock.leap('30 d')
      await kit.clock.advance('1 s')
      if (month % 4 === 3) kit = await kit.restart('1 s')
    }
    expect(await late()).toEqual(['a', 'b'])
    kit.clock.leap('10 d')
    await kit.clock.advance('1 s')
    expect(await late()).toEqual(['a', 'b', 'evidence'])
    kit = await kit.restart('30 d')
    await kit.clock.advance('1 s')
    expect(await late()).toHaveLength(3)
  })
})
