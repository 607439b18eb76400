/**
 * Holds how often callers are understood whose own sentences the second ear does not know: each of
 * two writers is left out of what it learns (docs/matching.md).
 */
import { describe, expect, it } from 'vitest'
import { readSayings } from '#main/adapters/plans/sayings.ts'
import { proposeAny, type Proposal } from '#shared/domain/match/match.ts'
import { learn } from '#shared/domain/match/sayings.ts'
import { calls, type Call } from './callers.ts'
import { LEFT_OUT_NORTH } from './left-out-north.ts'
import { LEFT_OUT_SOUTH } from './left-out-south.ts'
import { resources, sourcesAt } from './sources-at.ts'

const sayings = readSayings(`${resources}/matching/sayings.yaml`) ?? []

/** What is proposed for each call by an ear that knows none of their sentences. */
function answers(all: readonly Call[]): readonly (readonly Proposal[])[] {
  const out = new Set(all.map(({ says }) => says))
  const learned = learn(
    sayings.map(({ words, says }) => ({ words, says: says.filter((each) => !out.has(each)) })),
  )
  return all.map(({ kind, says }) =>
    proposeAny(says, { ...sourcesAt(kind), sayings: learned }).filter(
      ({ words }) => words.length > 0,
    ),
  )
}

describe('left out of what is learned', () => {
  it.each([
    ['one who notes down what is told in the south', LEFT_OUT_SOUTH, 0.95, 0.98],
    ['old callers in the north', LEFT_OUT_NORTH, 0.95, 0.98],
  ])('%s has the right plan first, or among three, and never none', (_, list, first, three) => {
    const all = calls(list)
    const proposed = answers(all)
    const places = all.map(({ plans }, at) =>
      (proposed[at] ?? []).findIndex(({ planId }) => plans.includes(planId)),
    )
    const share = (within: number): number =>
      places.filter((at) => at >= 0 && at < within).length / places.length
    expect(all.length).toBe(160)
    expect(share(1)).toBeGreaterThanOrEqual(first)
    expect(share(3)).toBeGreaterThanOrEqual(three)
    expect(all.filter((_call, at) => proposed[at]?.length === 0).map(({ says }) => says)).toEqual(
      [],
    )
  })
})
