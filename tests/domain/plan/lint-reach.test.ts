/** Which conditions can hold, as far as a plan tells: a line for each way to contradict itself. */
import { describe, expect, it } from 'vitest'
import { lintPlan } from '#shared/domain/plan/lint.ts'
import type { Condition } from '#shared/domain/plan/plan.ts'
import { fact, samplePlan, step, withFact, withStep } from './sample.ts'

const MINUTE = 60_000
const size = (is: string | readonly string[]): Condition => ({ fact: 'size', is: [is].flat() })
const over = (amount: number): Condition => ({ fact: 'loss', over: amount })
const hurt = (amount: number): Condition => ({ casualties: 'hurt', over: amount })
const elapsed = (ms: number): Condition => ({ elapsed: ms, from: 'reported' })
const not = (condition: Condition): Condition => ({ not: condition })
const all = (...parts: readonly Condition[]): Condition => ({ all: parts })
const any = (...parts: readonly Condition[]): Condition => ({ any: parts })
const workday: Condition = { calendar: 'workday' }
const holiday: Condition = { calendar: 'holiday' }

const unreachable = (plan = samplePlan()): readonly string[] =>
  lintPlan(plan).flatMap(({ code, path }) => (code === 'unreachable' ? [path] : []))
const comes = (when: Condition): boolean => unreachable(withStep('s-2', { when })).length === 0

describe('a condition', () => {
  it.each<[what: string, when: Condition, holds: boolean]>([
    ['one option', size('small'), true],
    ['two options of one answer', all(size('small'), size('large')), false],
    ['either of two', all(size(['small', 'large']), size('large')), true],
    ['no option left', all(not(size('small')), not(size('large'))), false],
    ['one option left', all(not(size('small')), size(['small', 'large'])), true],
    ['what is wanted is excluded', all(size('small'), not(size('small'))), false],
    ['above one number and not above a larger', all(over(5), not(over(6))), true],
    ['above a number and not above it', all(over(5), not(over(5))), false],
    ['above a number and not above a smaller', all(over(6), not(over(5))), false],
    ['above two numbers', all(over(5), over(9), not(over(10))), true],
    ['above the larger of two and not above it', all(over(5), over(9), not(over(9))), false],
    ['not above the smaller of two', all(over(5), not(over(9)), not(over(5))), false],
    ['above only', over(0), true],
    ['not above only', not(over(0)), true],
    ['hurt above one and not above two', all(hurt(1), not(hurt(2))), true],
    ['hurt above two and not above one', all(hurt(2), not(hurt(1))), false],
    ['hurt and killed are counted apart', all(hurt(2), not({ casualties: 'dead', over: 1 })), true],
    [
      'after five minutes, not after ten',
      all(elapsed(5 * MINUTE), not(elapsed(10 * MINUTE))),
      true,
    ],
    ['after ten, not after five', all(elapsed(10 * MINUTE), not(elapsed(5 * MINUTE))), false],
    [
      'after ten of the report, not five of the step',
      all(elapsed(10 * MINUTE), not({ elapsed: 5 * MINUTE, from: { step: 's-1' } })),
      true,
    ],
    ['a workday', workday, true],
    ['no workday and a holiday', all(not(workday), holiday), true],
    ['a workday and a holiday', all(workday, holiday), false],
    ['neither', all(not(workday), not(holiday)), false],
    ['contained, not yet lifted', all({ state: 'contained' }, not({ state: 'lifted' })), true],
    ['lifted, not yet contained', all({ state: 'lifted' }, not({ state: 'contained' })), false],
    ['of one level and another', all({ level: 1 }, not({ level: 1 })), true], // it may change
    ['of one type and not of it', all({ type: ['top.kind'] }, not({ type: ['top.kind'] })), true],
    ['a step done and late', all({ step: 's-1', is: 'done' }, { step: 's-1', is: 'late' }), true],
    [
      'a step done and not done',
      all({ step: 's-1', is: 'done' }, not({ step: 's-1', is: 'done' })),
      false,
    ],
    ['a step without a limit late', { step: 's-3', is: 'late' }, false],
    ['a step without a limit not late', not({ step: 's-3', is: 'late' }), true],
    ['one of two branches', any(all(size('small'), size('large')), size('small')), true],
    ['the other branch', any(size('small'), all(size('small'), size('large'))), true],
    ['neither branch', any(all(size('small'), size('large')), all(over(6), not(over(5)))), false],
    ['not one of two', not(any(size('small'), size('large'))), false],
    ['not both', not(all(size('small'), over(5))), true],
    [
      'a branch against what stands beside it',
      all(size('small'), any(size('large'), over(5))),
      true,
    ],
    [
      'no branch fits what stands beside it',
      all(size('small'), any(size('large'), not(size('small')))),
      false,
    ],
  ])('%s', (_, when, holds) => {
    expect(comes(when)).toBe(holds)
  })
})

it('of several answers each may be wanted, but none that is excluded', () => {
  const several = withFact('size', { several: true })
  const plan = (when: Condition) => ({
    ...several,
    steps: [...several.steps, step('s-4', { when })],
  })
  expect(unreachable(plan(all(size('small'), size('large'))))).toEqual([])
  expect(unreachable(plan(all(size('small'), not(size('small')))))).toEqual(['steps.s-4.when'])
  expect(unreachable(plan(all(size(['small', 'large']), not(size('small')))))).toEqual([])
})

it('a step that hangs on one that never comes never comes either, however long the chain', () => {
  const plan = samplePlan()
  const chain = {
    ...plan,
    steps: [
      ...plan.steps,
      step('t-3', { when: { step: 't-2', is: 'done' } }),
      step('t-2', { when: { step: 't-1', is: 'done' } }),
      step('t-1', { when: all(size('small'), size('large')) }),
      step('t-4', { when: not({ step: 't-1', is: 'done' }) }),
    ],
  }
  expect([...unreachable(chain)].sort()).toEqual([
    'steps.t-1.when',
    'steps.t-2.when',
    'steps.t-3.when',
  ])
})

it('a limit that counts from a step that never comes never starts, nor is late', () => {
  const plan = samplePlan()
  const late = [{ after: 0, notify: 'boss', say: null, proposed: false }]
  const within = 10 * MINUTE
  const hanging = {
    ...plan,
    steps: [
      ...plan.steps,
      step('t-1', { when: all(size('small'), size('large')) }),
      step('t-2', { due: { within, from: { step: 't-1' } }, late }),
      step('t-3', { when: { step: 't-2', is: 'late' } }),
      step('t-4', { due: { within, from: { step: 's-1' } }, late }),
      step('t-5', { when: { step: 't-4', is: 'late' } }),
    ],
  }
  expect([...unreachable(hanging)].sort()).toEqual([
    ...['steps.t-1.when', 'steps.t-2.due.from', 'steps.t-3.when'],
  ])
})

it('what another rule tells of is not told of twice', () => {
  const calendar = {
    ...samplePlan(),
    facts: [...samplePlan().facts, fact('day', { kind: 'calendar' })],
  }
  const plan = {
    ...calendar,
    steps: [
      ...calendar.steps,
      step('t-1', { when: all({ fact: 'gone', is: 'a' }, not({ fact: 'gone', is: 'a' })) }),
      step('t-2', { when: all({ fact: 'day', is: 'a' }, not({ fact: 'day', is: 'a' })) }),
      step('t-3', { when: { step: 'gone', is: 'late' } }),
    ],
  }
  expect(unreachable(plan)).toEqual([])
})
