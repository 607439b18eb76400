/**
 * The engine's sign of life while people work: beats and health come from the cycle alone, whatever
 * is entered in the meantime.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { HOUR, plan, step } from '../kit/plan.ts'
import { openStation, type Kit } from '../kit/station.ts'

const SECOND = 1000
const timed = plan('timed', [
  step('a', { due: { within: 8 * SECOND, from: 'activated' } }),
  ...Array.from({ length: 9 }, (_, at) =>
    step(`far${at}`, { due: { within: HOUR, from: 'activated' } }),
  ),
])

let kit: Kit
afterEach(() => kit.stop())

describe('with limits that run and somebody who enters', () => {
  it.each([0.5, 1.2, 2, 5, 20, 50])(
    '%s times a second: it beats, health answers, the limit is late in its second',
    async (perSecond) => {
      kit = await openStation({ plans: [timed] })
      const incidentId = await kit.run(['timed'])
      const dueAt = kit.clock.wall() + 8 * SECOND
      const begin = kit.clock.wall()
      const beats: number[] = []
      const healthy: number[] = []
      kit.station.listen((push) => {
        if (push.kind === 'beat') beats.push(push.now)
      })
      const health = (): Promise<void> =>
        kit.station.nextCycle().then(({ now }) => {
          healthy.push(now)
          return health()
        })
      void health()
      for (let command = 0; command < 16 * perSecond; command++) {
        await kit.clock.advance(Math.round(SECOND / perSecond))
        await kit.ask('incident/note', { incidentId, words: `第${command}条` })
      }
      const longest = (instants: readonly number[]): number =>
        Math.max(
          ...[...instants, kit.clock.wall()].map(
            (at, index, all) => at - (all[index - 1] ?? begin),
          ),
        )
      expect(longest(beats)).toBeLessThan(2 * SECOND)
      expect(longest(healthy)).toBeLessThanOrEqual(1.5 * SECOND)
      const late = (await kit.events()).find(({ type }) => type === 'StepLate')
      expect(late?.at).toBe(dueAt)
    },
  )
})
