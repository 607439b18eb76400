/** When a wall counts as silent, as kept from sounding, and as forgotten: to the millisecond. */
import { describe, expect, it } from 'vitest'
import { createScreens } from '#main/core/engine/screens.ts'
import type { WallSign } from '#shared/domain/board/wall-sign.ts'
import { manualClock } from '../kit/manual-clock.ts'

const HOUR = 3_600_000
const setUp = () => {
  const clock = manualClock('2026-11-24T12:00:00+08:00')
  const screens = createScreens(clock)
  const speak = (id: string, sound: WallSign['sound'] = 'on', owner = 'one') =>
    screens.sign({ id, sound, size: '1920x1080', lastSeen: clock.wall() }, owner)
  const ids = (walls: readonly WallSign[]) => walls.map(({ id }) => id)
  return { clock, screens, speak, ids }
}

it('is lost after fifteen seconds of silence, and forgotten after an hour', () => {
  const { clock, screens, speak, ids } = setUp()
  speak('w1')
  clock.leap(14_999)
  expect(ids(screens.lost())).toEqual([])
  clock.leap(1)
  expect(ids(screens.lost())).toEqual(['w1'])
  clock.leap(HOUR - 15_001)
  expect([ids(screens.signs()), ids(screens.lost())]).toEqual([['w1'], ['w1']])
  clock.leap(1)
  expect([ids(screens.signs()), ids(screens.lost())]).toEqual([[], []])
})

it('is blocked once it could not be heard for fifteen seconds, and only while it speaks', () => {
  const { clock, screens, speak, ids } = setUp()
  speak('w1', 'blocked')
  clock.leap(14_999)
  speak('w1', 'blocked')
  expect(ids(screens.blocked())).toEqual([])
  clock.leap(1)
  expect(ids(screens.blocked())).toEqual(['w1'])
  clock.leap(14_998)
  expect(ids(screens.blocked())).toEqual(['w1'])
  clock.leap(1) // fifteen seconds without a sign: it is lost, which says more
  expect([ids(screens.blocked()), ids(screens.lost())]).toEqual([[], ['w1']])
})

it('is blocked anew only fifteen seconds after it was heard in between', () => {
  const { clock, screens, speak, ids } = setUp()
  speak('w1', 'blocked')
  clock.leap(10_000)
  speak('w1', 'on')
  speak('w1', 'blocked')
  clock.leap(10_000)
  speak('w1', 'blocked')
  expect(ids(screens.blocked())).toEqual([])
  clock.leap(5_000)
  expect(ids(screens.blocked())).toEqual(['w1'])
})

it('one token speaks for four, and its fifth takes the place of the one longest silent', () => {
  const { screens, speak, ids } = setUp()
  speak('other', 'on', 'two')
  for (const id of ['a', 'b', 'c', 'd']) speak(id)
  expect(ids(screens.signs())).toEqual(['other', 'a', 'b', 'c', 'd'])
  speak('a')
  speak('e')
  expect(ids(screens.signs())).toEqual(['other', 'c', 'd', 'a', 'e'])
})

it('is left only by whoever announced it', () => {
  const { screens, speak, ids } = setUp()
  speak('w1')
  screens.leave('w1', 'two')
  expect(ids(screens.signs())).toEqual(['w1'])
  screens.leave('w1', 'one')
  expect(ids(screens.signs())).toEqual([])
})

it('of more than sixty-four the one that has been silent longest goes', () => {
  const { screens, speak, ids } = setUp()
  for (let n = 1; n <= 64; n++) speak(`w${n}`, 'on', `session ${n}`)
  expect(ids(screens.signs())).toHaveLength(64)
  speak('w1', 'on', 'session 1')
  speak('w65', 'on', 'session 65')
  expect(ids(screens.signs())).toHaveLength(64)
  expect(ids(screens.signs())).not.toContain('w2')
  expect(ids(screens.signs())).toContain('w1')
})

describe('a wall that says it lives on', () => {
  it('is heard as it last said, and by its own session alone', () => {
    const { clock, screens, speak, ids } = setUp()
    speak('w1', 'blocked')
    clock.leap(14_999)
    expect(screens.again('w1', 'other', clock.wall())).toBe(false)
    expect(screens.again('w1', 'one', clock.wall())).toBe(true)
    clock.leap(14_999)
    expect(screens.signs()).toMatchObject([{ sound: 'blocked', lastSeen: clock.wall() - 14_999 }])
    expect([ids(screens.lost()), ids(screens.blocked())]).toEqual([[], ['w1']])
    clock.leap(1)
    expect(ids(screens.lost())).toEqual(['w1'])
  })

  it('is asked to say all of it where the station has started anew, or has forgotten it', () => {
    const { clock, screens, speak } = setUp()
    expect(screens.again('w1', 'one', clock.wall())).toBe(false)
    speak('w1')
    clock.leap(HOUR)
    expect(screens.again('w1', 'one', clock.wall())).toBe(false)
  })
})
