/**
 * Any sequence of clock changes, sleeps, freezes and new deadlines: never early by both clocks,
 * never twice, never lost.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { span } from '../kit/manual-clock.ts'
import { scheduling } from './scheduling.ts'

const SECOND = 1000
const within = (max: number) => fc.integer({ min: -max, max })

const move = fc.oneof(
  // a slew, a correction, somebody's hand
  fc.record({ jump: fc.oneof(within(100), within(10_000), within(7_200_000)) }),
  fc.record({ leap: fc.integer({ min: 0, max: 120_000 }) }),
  fc.record({ advance: fc.integer({ min: 0, max: 20_000 }) }),
  fc.record({ arm: fc.integer({ min: 0, max: 4_000_000 }) }),
  fc.constant('again' as const),
)

describe('the deadline engine', () => {
  it('holds its promises whatever the clocks do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
        const { clock, arm, again, fired } = scheduling()
        const expected = new Map<string, { dueAt: number; planned: number }>()
        for (const [index, step] of moves.entries()) {
          if (step === 'again') for (const key of expected.keys()) again(key)
          else if ('jump' in step) clock.jump(step.jump)
          else if ('leap' in step) clock.leap(step.leap)
          else if ('advance' in step) await clock.advance(step.advance)
          else {
            const key = `d${index}`
            arm(key, { [key]: step.arm })
            expected.set(key, { dueAt: clock.wall() + step.arm, planned: clock.mono() + step.arm })
          }
        }
        await clock.advance(SECOND)
        for (const { key, wall, mono } of fired) {
          const { dueAt, planned } = expected.get(key) ?? { dueAt: Infinity, planned: Infinity }
          expect(wall >= dueAt || mono >= planned).toBe(true)
        }
        expect(new Set(fired.map(({ key }) => key)).size).toBe(fired.length)
        const [wall, mono] = [clock.wall(), clock.mono()]
        const overdue = [...expected]
          .filter(([, { dueAt, planned }]) => dueAt <= wall - SECOND || planned <= mono)
          .map(([key]) => key)
        expect(fired.map(({ key }) => key)).toEqual(expect.arrayContaining(overdue))
        clock.leap(span('2 h'))
        clock.jump(span('2 h'))
        await clock.advance(SECOND)
        expect(fired).toHaveLength(expected.size)
      }),
      { numRuns: 150 },
    )
  })
})
