/** How the triggers of plans and types are read, and how telling each word is. */
import { describe, expect, it } from 'vitest'
import { candidateIndex } from '#shared/domain/match/triggers.ts'
import type { IncidentType } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { plan } from '../../kit/plan.ts'

const type = (code: string, words: readonly string[]): IncidentType => ({
  ...{ code, words, name: localized(code, code), category: 'top', legal: null },
})
const index = (
  plans: readonly { id: string; triggers?: readonly string[]; types?: readonly string[] }[],
  types: readonly IncidentType[] = [],
) =>
  candidateIndex(
    plans.map(({ id, ...part }) => plan(id, [], part)),
    types,
  )

describe('a trigger', () => {
  it('has parts that must all be heard, each said in one of its ways', () => {
    const [first] = index([{ id: 'p', triggers: ['热线|客服电话 打不进|打不通'] }]).candidates
    expect(first?.triggers).toEqual([
      {
        parts: [
          ['热线', '客服电话'],
          ['打不进', '打不通'],
        ],
        type: null,
      },
    ])
    expect(first?.words).toEqual(['热线', '客服电话', '打不进', '打不通'])
  })

  it('is read without capitals, empty parts and blanks around', () => {
    const [first] = index([{ id: 'p', triggers: [' SOS|| | ', '|', '  '] }]).candidates
    expect(first?.triggers.map(({ parts }) => parts)).toEqual([[['sos']]])
  })

  it('of a type stands with the plan that answers it, before those of the plan', () => {
    const types = [type('fire', ['火灾']), type('gas', ['漏气'])]
    const { candidates } = index([{ id: 'p', triggers: ['冒烟'], types: ['fire'] }], types)
    expect(candidates[0]?.triggers).toEqual([
      { parts: [['火灾']], type: 'fire' },
      { parts: [['冒烟']], type: null },
    ])
  })

  it('of a type that no plan answers speaks for nobody', () => {
    const types = [type('fire', ['火灾']), type('gas', ['漏气'])]
    const { candidates } = index([{ id: 'p', types: ['fire'] }], types)
    expect(candidates.map(({ plan: of, words }) => [of?.id ?? null, words])).toEqual([
      ['p', ['火灾']],
      [null, ['漏气']],
    ])
  })
})

describe('a word', () => {
  it('is the more telling the longer it is and the fewer know it', () => {
    const { weigh } = index([
      { id: 'p', triggers: ['冒烟', '火灾', '冒烟'] },
      { id: 'q', triggers: ['冒烟'] },
    ])
    expect(weigh('冒烟')).toBeCloseTo(2 * Math.log(1 + 2 / 2))
    expect(weigh('火灾')).toBeCloseTo(2 * Math.log(1 + 2 / 1))
    expect(weigh('没听过')).toBeCloseTo(3 * Math.log(1 + 2 / 1))
  })
})

it('is worked out once for the same lists, and again for others', () => {
  const plans = [plan('p', [])]
  const types = [type('fire', ['火灾'])]
  const first = candidateIndex(plans, types)
  expect(candidateIndex(plans, types)).toBe(first)
  expect(candidateIndex(plans, [...types])).not.toBe(first)
  expect(candidateIndex([...plans], types)).not.toBe(first)
})
