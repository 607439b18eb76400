/** Which of several numbers is rung next, by what was tried. */
import { describe, expect, it } from 'vitest'
import { nextCallee, type Attempt } from '#shared/domain/calls/next.ts'
import { MINUTE } from '../../kit/plan.ts'

const NOW = 100 * MINUTE
const [first, second, third] = ['1', '2', '3'].map((number) => ({
  person: `p${number}`,
  number,
})) as [Callee, Callee, Callee]
type Callee = { person: string | null; number: string | null }
const all = [first, second, third]
const attempt = (
  { person, number }: Callee,
  outcome: Attempt['outcome'],
  part: Partial<Attempt> = {},
): Attempt => ({ stepId: 's', who: person, number, outcome, at: NOW - MINUTE, ...part })
const next = (attempts: readonly Attempt[], callees: readonly Callee[] = all) => {
  const answer = nextCallee(callees, attempts, 's', NOW)
  return answer && [answer.callee.number, answer.missed.map(({ outcome }) => outcome), answer.again]
}

describe('the next number', () => {
  it('is the first, as long as nobody has tried it in vain', () => {
    expect(next([])).toEqual(['1', [], false])
    expect(next([attempt(first, 'started')])).toEqual(['1', [], false])
    expect(next([attempt(first, 'answered')])).toEqual(['1', [], false])
  })

  it('is the one after whoever did not answer or was busy, and says so', () => {
    expect(next([attempt(first, 'no-answer')])).toEqual(['2', ['no-answer'], false])
    expect(next([attempt(first, 'busy'), attempt(second, 'no-answer')])).toEqual([
      '3',
      ['busy', 'no-answer'],
      false,
    ])
  })

  it('is again the one who was tried first, once all were', () => {
    const tried = all.map((callee, index) =>
      attempt(callee, 'busy', { at: NOW - (3 - index) * MINUTE }),
    )
    expect(next(tried)).toEqual(['1', ['busy', 'busy', 'busy'], true])
  })

  it('is who answered after all', () => {
    expect(next([attempt(first, 'no-answer'), attempt(first, 'answered')])).toEqual([
      '1',
      [],
      false,
    ])
  })

  it('of another step counts for ten minutes, of the same for good', () => {
    const tried = (stepId: string, ago: number) =>
      next([attempt(first, 'no-answer', { stepId, at: NOW - ago })])?.[0]
    expect(tried('other', 10 * MINUTE - 1)).toBe('2')
    expect(tried('other', 10 * MINUTE)).toBe('1')
    expect(tried('s', 90 * MINUTE)).toBe('2')
  })

  it('is known by the number alone, or by the person', () => {
    expect(next([attempt(first, 'busy', { who: null })])?.[0]).toBe('2')
    expect(next([attempt(first, 'busy', { number: null })])?.[0]).toBe('2')
  })

  it('is nobody without a number', () => {
    expect(next([], [{ person: 'x', number: null }, second])?.[0]).toBe('2')
    expect(next([], [{ person: 'x', number: null }])).toBeNull()
  })
})
