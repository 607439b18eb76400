/** The signs of walls: how many one token may give, and for which walls. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStation, type Kit } from '../kit/station.ts'

let kit: Kit
beforeEach(async () => {
  kit = await openStation()
})
afterEach(() => kit.stop())

const sign = (wallId: string, session: string, more: object = {}) =>
  kit.send(
    'wall/alive',
    { wallId, beat: 1, sound: 'on', size: '1920x1080@1', ...more },
    { by: { name: '大屏', role: 'wall', session } },
  )
const walls = async (): Promise<string[]> =>
  (await kit.station.board()).walls.map(({ id }) => id).sort()

it('one token speaks for four walls at most: the one that was silent longest goes', async () => {
  for (let i = 0; i < 1_000; i++) await sign(`w${i}`, 'one')
  expect(await walls()).toEqual(['w996', 'w997', 'w998', 'w999'])
})

it('many tokens speak for 64 together, and a wall that goes on speaking stays', async () => {
  for (let i = 0; i < 500; i++) {
    await sign('in-the-hall', 'the-hall')
    await sign(`w${i}`, `token ${i}`)
  }
  expect(await walls()).toHaveLength(64)
  expect(await walls()).toContain('in-the-hall')
})

it('nobody speaks for the wall of another, nor says its good-bye', async () => {
  await sign('w1', 'one')
  await sign('w1', 'other', { sound: 'blocked' })
  await sign('w1', 'other', { leaving: true })
  expect((await kit.station.board()).walls).toMatchObject([{ id: 'w1', sound: 'on' }])
})

it('its size is cleaned like any other text', async () => {
  await sign('w1', 'one', { size: ' 19\u202e20\u0000x10\u200b80 ' })
  expect((await kit.station.board()).walls).toMatchObject([{ size: '1920x1080' }])
})
