/** Tests the rail: one mark a step, by stages. */
import { describe, expect, it } from 'vitest'
import { markOf, railOf } from '#renderer/ui/rail.ts'
import { plan, step } from '../board-parts.ts'

describe('the stage rail', () => {
  it('draws one mark a step in seven stages, and nothing for a step whose condition is false', () => {
    const stages = railOf([
      step({ stage: 'verify', state: 'done' }),
      step({ stage: 'verify', state: 'hidden' }),
      step({ stage: 'review', state: 'waiting' }),
    ])
    expect(stages.map(({ stage, marks }) => [stage, marks.map(({ mark }) => mark).join()])).toEqual(
      [
        ['report', ''],
        ['verify', 'done'],
        ['respond', ''],
        ['on-site', ''],
        ['inform', ''],
        ['recover', ''],
        ['review', 'waiting'],
      ],
    )
  })

  it('tells open, late, finished and skipped apart', () => {
    expect(markOf({ state: 'open', late: false })).toBe('current')
    expect(markOf({ state: 'accepted', late: false })).toBe('current')
    expect(markOf({ state: 'open', late: true })).toBe('late')
    expect(markOf({ state: 'done', late: true })).toBe('done')
    expect(markOf({ state: 'already-done', late: false })).toBe('done')
    expect(markOf({ state: 'skipped', late: false })).toBe('skipped')
    expect(markOf({ state: 'not-applicable', late: false })).toBe('skipped')
  })

  it('leaves out the steps of a superseded plan', () => {
    const steps = [step({ id: 'old', planId: 'a' }), step({ id: 'new', planId: 'b' })]
    const plans = [plan({ planId: 'a', supersededBy: 'b' }), plan({ planId: 'b' })]
    expect(railOf(steps, plans).flatMap(({ marks }) => marks.map(({ id }) => id))).toEqual(['new'])
  })
})
