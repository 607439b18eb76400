/** The linter of limits that go by an answer: each rule with one planted error. */
import { expect, it } from 'vitest'
import { lintPlan } from '#shared/domain/plan/lint.ts'
import { samplePlan, withFact, withStep } from './sample.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'

const MINUTE = 60_000
/** A time for every answer to how large it is. */
const EVERY: Readonly<Record<string, number>> = Object.fromEntries(
  samplePlan()
    .facts.find(({ key }) => key === 'size')!
    .options.map(({ value }) => [value, MINUTE]),
)
/** The sample with a limit that goes by an answer. */
const withLimit = (
  fact: string,
  is: Readonly<Record<string, number>>,
  plan = samplePlan(),
): Plan => ({
  ...plan,
  steps: withStep('s-1', { due: { within: { fact, is }, from: 'reported' } }).steps,
})
const errorsIn = (plan: Plan): string[] =>
  lintPlan(plan)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)

it('a time for every answer to a question with one answer is right, and the question is of use', () => {
  const plan = withLimit('size', EVERY)
  expect(errorsIn(plan)).toEqual([])
  const alone = { ...plan, steps: plan.steps.map((step) => ({ ...step, when: null })) }
  expect(
    lintPlan(alone).filter(({ code, path }) => code === 'unused-fact' && path === 'facts.size'),
  ).toEqual([])
})

it.each([
  ['unknown-fact', withLimit('colour', { red: MINUTE })],
  ['wrong-kind', withLimit('loss', { small: MINUTE })],
  ['wrong-kind', withLimit('size', EVERY, withFact('size', { several: true }))],
  ['unknown-option', withLimit('size', { ...EVERY, huge: MINUTE })],
  ['due-misses-option', withLimit('size', { small: MINUTE })],
  ['due-not-positive', withLimit('size', { ...EVERY, small: 0 })],
])('%s', (code, plan) => {
  expect(errorsIn(plan)).toEqual([`${code} steps.s-1.due.within`])
})
