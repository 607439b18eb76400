/** The play of injects: hold, speed and next act on injects alone, by the record. */
import { describe, expect, it } from 'vitest'
import { deliveriesAt, injectsAhead, playedAt } from '#shared/domain/drill/inject.ts'
import type { Drill } from '#shared/domain/drill/drill.ts'
import { recorded } from '../../kit/decider.ts'
import { after, arranged, codeOf, DAY, decide, ended, MINUTE, seal, started } from './drill-kit.ts'

const running = after([DAY - MINUTE, arranged()], [DAY, started])
const idsAt = (drill: Drill, at: number): readonly string[] =>
  deliveriesAt(drill, at).map(({ injectId }) => injectId)

describe('injects', () => {
  it('given a start, each is delivered at its minute, those by hand are not', () => {
    expect(idsAt(running, DAY + MINUTE - 1)).toEqual([])
    expect(deliveriesAt(running, DAY + 10 * MINUTE)).toEqual([
      { injectId: 'n1', at: DAY + MINUTE, by: null },
      { injectId: 'n2', at: DAY + 3 * MINUTE, by: null },
    ])
    expect(injectsAhead(running, DAY + 2 * MINUTE).map(({ id }) => id)).toEqual(['n2'])
  })

  it('given a hold, when it goes on, then the rest keeps its distance, and what was delivered stays', () => {
    const onHold = after(
      [DAY - MINUTE, arranged()],
      [DAY, started],
      [DAY + 2 * MINUTE, { type: 'InjectsHeld' }],
    )
    expect(idsAt(onHold, DAY + 60 * MINUTE)).toEqual(['n1'])
    expect(playedAt(onHold.play!, DAY + 60 * MINUTE)).toBe(2 * MINUTE)
    const on = after(
      [DAY - MINUTE, arranged()],
      [DAY, started],
      [DAY + 2 * MINUTE, { type: 'InjectsHeld' }],
      [DAY + 12 * MINUTE, { type: 'InjectsResumed' }],
    )
    expect(deliveriesAt(on, DAY + 20 * MINUTE)).toEqual([
      { injectId: 'n1', at: DAY + MINUTE, by: null },
      { injectId: 'n2', at: DAY + 13 * MINUTE, by: null },
    ])
    expect(codeOf(onHold, { type: 'HoldInjects', isOnHold: true })).toBe('no-change')
    expect(decide(onHold, { type: 'HoldInjects', isOnHold: false })).toEqual(
      recorded({ type: 'InjectsResumed' }),
    )
  })

  it('given twice the speed from the second minute, the third comes after half a minute', () => {
    const fast = after(
      [DAY - MINUTE, arranged()],
      [DAY, started],
      [DAY + 2 * MINUTE, { type: 'InjectsPaced', speed: 2 }],
    )
    expect(deliveriesAt(fast, DAY + 9 * MINUTE).at(-1)).toEqual({
      ...{ injectId: 'n2', at: DAY + 2.5 * MINUTE, by: null },
    })
  })

  it('when the next is delivered before its time, then the script goes along; by hand it does not', () => {
    const next = after(
      [DAY - MINUTE, arranged()],
      [DAY, started],
      [DAY + 20_000, { type: 'InjectDelivered', injectId: 'n1' }],
    )
    expect(deliveriesAt(next, DAY + 10 * MINUTE)).toEqual([
      { injectId: 'n1', at: DAY + 20_000, by: '周敏' },
      { injectId: 'n2', at: DAY + 20_000 + 2 * MINUTE, by: null },
    ])
    const byHand = after(
      [DAY - MINUTE, arranged()],
      [DAY, started],
      [DAY + 20_000, { type: 'InjectDelivered', injectId: 'n3' }],
    )
    expect(idsAt(byHand, DAY + MINUTE)).toEqual(['n3', 'n1'])
    expect(codeOf(byHand, { type: 'DeliverInject', injectId: 'n3' })).toBe('inject-over')
    expect(codeOf(byHand, { type: 'DeliverInject', injectId: 'n9' })).toBe('unknown-inject')
  })

  it('when one is skipped or improvised, then it is never, or at once, delivered', () => {
    const skipped = after(
      [DAY - MINUTE, arranged()],
      [DAY, started],
      [DAY + 1, { type: 'InjectSkipped', injectId: 'n1' }],
    )
    expect(idsAt(skipped, DAY + 10 * MINUTE)).toEqual(['n2'])
    const fields = { words: seal('x'), to: null, expects: null, stepId: null, within: null }
    const decision = decide(running, { type: 'ImproviseInject', inject: fields })
    const [event] = decision.ok ? decision.events : []
    expect(event).toMatchObject({ type: 'InjectImprovised', inject: { id: 'n4', after: null } })
    const more = after([DAY - MINUTE, arranged()], [DAY, started], [DAY + 5, event!])
    expect(idsAt(more, DAY + 5)).toEqual(['n4'])
  })

  it('when the drill ends, then what was delivered stands in the record, and nothing plays on', () => {
    const at = DAY + 2 * MINUTE
    const command = { type: 'EndDrill', planIds: ['fire'], brokenOff: null } as const
    expect(decide(running, command, at)).toEqual(
      recorded(ended({ deliveries: [{ injectId: 'n1', at: DAY + MINUTE, by: null }] })),
    )
    const over = after([DAY - MINUTE, arranged()], [DAY, started], [at, ended()])
    expect(idsAt(over, at + 60 * MINUTE)).toEqual([])
    expect(codeOf(over, { type: 'HoldInjects', isOnHold: true })).toBe('drill-state')
  })
})
