/**
 * A replay is a tape: it moves as fast as it is told, never past its ends, and a key does one
 * thing.
 */
import { describe, expect, it } from 'vitest'
import {
  applyAction,
  actionOf,
  advance,
  shownOf,
  seek,
  SPEEDS,
  tapeOf,
  type Tape,
} from '#renderer/replay/tape.ts'

const moments = [
  { seq: 4, at: 1_000 },
  { seq: 7, at: 61_000 },
  { seq: 9, at: 61_500 },
  { seq: 20, at: 3_661_000 },
]
const tape = (part: Partial<Tape> = {}): Tape => ({ ...tapeOf(moments), ...part })

it('begins with the first moment, and stands', () => {
  expect(tapeOf(moments)).toMatchObject({ at: 1_000, playing: false })
  expect(advance(tapeOf(moments), 10_000).at).toBe(1_000)
})

it.each(SPEEDS)('a second at the desk is %i seconds of the incident at that speed', (speed) => {
  expect(advance(tape({ playing: true, speed }), 1_000).at).toBe(1_000 + speed * 1_000)
})

it('shows the last moment that is not after the instant', () => {
  expect(
    [1_000, 60_999, 61_000, 61_499, 61_500, 3_661_000].map((at) => shownOf(tape({ at }))),
  ).toEqual([0, 0, 1, 1, 2, 3])
  expect(shownOf(tapeOf([]))).toBe(-1)
})

it('stops at its end, and played again from there it begins anew', () => {
  const end = advance(tape({ playing: true, speed: 60, at: 3_660_000 }), 5_000)
  expect(end).toMatchObject({ at: 3_661_000, playing: false })
  expect(applyAction(end, 'play')).toMatchObject({ at: 1_000, playing: true })
})

describe('a key', () => {
  it('goes from moment to moment, also from between them, and no further than the ends', () => {
    const walk = (start: number, action: 'next' | 'previous', steps: number): number[] => {
      const seen: number[] = []
      let now = tape({ at: start })
      for (let n = 0; n < steps; n++) seen.push((now = applyAction(now, action)).at)
      return seen
    }
    expect(walk(30_000, 'next', 4)).toEqual([61_000, 61_500, 3_661_000, 3_661_000])
    expect(walk(61_200, 'previous', 3)).toEqual([61_000, 1_000, 1_000])
    expect([
      applyAction(tape({ at: 5_000 }), 'last').at,
      applyAction(tape({ at: 5_000 }), 'first').at,
      seek(tape(), -5).at,
      seek(tape(), 1e12).at,
    ]).toEqual([3_661_000, 1_000, 1_000, 3_661_000])
  })

  it('changes the speed by one, within what there is', () => {
    expect([
      applyAction(tape({ speed: 10 }), 'faster').speed,
      applyAction(tape({ speed: 60 }), 'faster').speed,
      applyAction(tape({ speed: 5 }), 'slower').speed,
      applyAction(tape({ speed: 1 }), 'slower').speed,
    ]).toEqual([30, 60, 1, 1])
  })

  it('that is held with another, or means nothing here, is left alone', () => {
    const key = (name: string, modifiers: object = {}) =>
      actionOf({
        key: name,
        ctrlKey: false,
        altKey: false,
        metaKey: false,
        shiftKey: false,
        ...modifiers,
      })
    expect(
      [' ', 'ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'].map((name) =>
        key(name),
      ),
    ).toEqual(['play', 'next', 'previous', 'faster', 'slower', 'first', 'last'])
    expect([
      key('F8'),
      key('Enter'),
      key('ArrowRight', { altKey: true }),
      key('1', { altKey: true }),
    ]).toEqual([null, null, null, null])
  })
})
