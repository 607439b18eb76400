/**
 * Tests the faults that the station notices of itself: silent walls, blocked sound, a late engine.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '#shared/contract/contract.ts'
import type { Caller } from '#main/core/api.ts'
import { openStation, type Kit } from '../kit/station.ts'

const wall: Caller = { name: '大屏', role: 'wall' }

let kit: Kit
const dataDisk = { free: async () => 1e12, kept: 1, keep: async () => true }
beforeEach(async () => {
  kit = await openStation({ dataDisk })
})
afterEach(() => kit.stop())

const sign = (wallId: string, more: Partial<Input<'wall/alive'>> = {}) =>
  kit.send(
    'wall/alive',
    { wallId, beat: 1, sound: 'on', size: '1920x1080@1', ...more },
    { by: wall },
  )
/** So many seconds go by, in which these walls speak every five. */
async function pass(seconds: number, ...walls: readonly string[]): Promise<void> {
  for (let second = 0; second < seconds; second += 5) {
    for (const id of walls) await sign(id)
    await kit.clock.advance('5 s')
  }
}
const alertsShown = async () => (await kit.station.board()).alerts

describe('a wall', () => {
  it('that falls silent for 15 s is missed, with what to do; back again it is missed no more', async () => {
    await pass(10, 'w1', 'w2')
    await pass(15, 'w1')
    expect(await alertsShown()).toMatchObject([
      {
        priority: 3,
        tone: null,
        cause: {
          zh: '大屏（1920×1080）失去联系，12:00:05起。',
          en: 'The wall (1920×1080) has not been heard since 12:00:05.',
        },
        action: {
          zh: expect.stringMatching(/到现场查看/),
          en: expect.stringMatching(/Go and check/),
        },
      },
    ])
    await sign('w2')
    await kit.clock.advance('1 s')
    expect(await alertsShown()).toEqual([])
  })

  it('is not missed within 15 s, nor because somebody put the clock on', async () => {
    await pass(10, 'w1')
    kit.clock.jump('1 h')
    await kit.clock.advance('9 s')
    expect((await alertsShown()).map(({ id }) => id.split('.')[1])).toEqual(['clock'])
  })

  it('that says good-bye is missed by nobody', async () => {
    await pass(10, 'w1', 'w2')
    await sign('w2', { leaving: true })
    await pass(60, 'w1')
    expect(await alertsShown()).toEqual([])
    expect((await kit.station.board()).walls).toMatchObject([{ id: 'w1' }])
  })

  it('that was the last one is told with a tone of its own', async () => {
    await pass(10, 'w1', 'w2')
    await pass(20)
    expect(await alertsShown()).toMatchObject([
      { tone: 'fault', cause: { zh: '2块大屏失去联系，12:00:05起，没有其他大屏。' } },
    ])
  })

  it('that is lost after somebody acknowledged another one calls anew', async () => {
    await pass(10, 'w1', 'w2', 'w3')
    await pass(15, 'w1', 'w2')
    const [first] = await alertsShown()
    await kit.ask('alert/acknowledge', { alertId: first?.id ?? '' })
    await pass(20, 'w1')
    expect(await alertsShown()).toMatchObject([
      { acknowledgedAt: null, cause: { zh: expect.stringMatching(/2块/) } },
    ])
  })

  it('whose browser blocks its sound is told until it can be heard', async () => {
    for (let second = 0; second < 20; second += 5) {
      await sign('w1', { sound: 'blocked' })
      await kit.clock.advance('5 s')
    }
    expect(await alertsShown()).toMatchObject([
      { tone: null, cause: { zh: '大屏（1920×1080）的声音被浏览器阻止，告警没有声音。' } },
    ])
    await sign('w1')
    await kit.clock.advance('1 s')
    expect(await alertsShown()).toEqual([])
  })
})

describe('the engine', () => {
  it('that stood still for more than three seconds says so, with a tone, until somebody has seen it', async () => {
    await kit.clock.advance('5 s')
    kit.clock.leap('7 s')
    await kit.clock.advance('2 s')
    const [late] = await alertsShown()
    expect(late).toMatchObject({
      tone: 'fault',
      cause: {
        zh: expect.stringMatching(/停顿了7秒/),
        en: expect.stringMatching(/stalled for 7 s/),
      },
    })
    await kit.clock.advance('10 min')
    expect(await alertsShown()).toEqual([late])
    await kit.ask('alert/acknowledge', { alertId: late?.id ?? '' })
    expect(await alertsShown()).toEqual([])
  })

  it('that keeps its time says nothing', async () => {
    await kit.clock.advance('10 min')
    kit.clock.leap('1 s')
    await kit.clock.advance('10 s')
    expect(await alertsShown()).toEqual([])
  })
})
