/**
 * Tests the changes between two revisions: whoever approves sees every change, once, and nothing
 * that did not change.
 */
import { expect, it } from 'vitest'
import { diffPlans } from '#shared/domain/plan/diff.ts'
import type { Plan, Step } from '#shared/domain/plan/plan.ts'
import { REPORT_NAMES } from '#shared/domain/plan/report-kinds.ts'
import { shippedPlan } from '../../kit/library.ts'

const before = shippedPlan('gas-hotline-failure')
const withStep = (id: string, part: Partial<Step>): Plan => ({
  ...before,
  steps: before.steps.map((step) => (step.id === id ? { ...step, ...part } : step)),
})

it('finds nothing between equal texts, whatever their revision', () => {
  expect(diffPlans(before, { ...structuredClone(before), revision: 'other' })).toEqual([])
})

it('finds nothing where only keys stand in another order, as in a plan from the record', () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : value
  expect(diffPlans(before, turned(before) as Plan)).toEqual([])
})

it('shows a changed limit with both values', () => {
  const due = before.steps.find((step) => step.id === 'hl-06')!.due!
  expect(diffPlans(before, withStep('hl-06', { due: { ...due, within: 300_000 } }))).toEqual([
    {
      kind: 'changed',
      path: 'steps.hl-06.due',
      what: expect.objectContaining({ zh: expect.stringContaining('时限') }),
      before: expect.objectContaining({ zh: expect.stringContaining('3分钟') }),
      after: expect.objectContaining({ zh: expect.stringContaining('5分钟') }),
    },
  ])
})

it('tells a value that came or went from one that changed', () => {
  expect(diffPlans(before, withStep('hl-06', { lifeSafety: true }))).toMatchObject([
    { kind: 'added', path: 'steps.hl-06.lifeSafety', before: null },
  ])
  expect(
    diffPlans(before, withStep('hl-06', { due: null, late: [] })).map(
      ({ kind, path }) => `${kind} ${path}`,
    ),
  ).toEqual(['removed steps.hl-06.due', 'removed steps.hl-06.late'])
})

it('names the kind of report that a step makes', () => {
  expect(diffPlans(before, withStep('hl-06', { report: 'first' }))).toMatchObject([
    { kind: 'added', path: 'steps.hl-06.report', after: REPORT_NAMES.first },
  ])
})

it('shows a new step and one that is gone once each', () => {
  const extra = { ...before.steps[0]!, id: 'hl-90' }
  expect(diffPlans(before, { ...before, steps: [...before.steps, extra] })).toMatchObject([
    { kind: 'added', path: 'steps.hl-90', after: extra.title },
  ])
  expect(diffPlans(before, { ...before, steps: before.steps.slice(1) })).toMatchObject([
    { kind: 'removed', path: 'steps.hl-01' },
  ])
})

it('shows that steps changed places', () => {
  const [first, second, ...rest] = before.steps
  expect(diffPlans(before, { ...before, steps: [second!, first!, ...rest] })).toMatchObject([
    { kind: 'changed', path: 'steps' },
  ])
})

it('shows a question that is asked otherwise', () => {
  const facts = before.facts.map((fact, at) =>
    at === 0 ? { ...fact, question: { zh: '到底怎么了？', en: 'What is it?' } } : fact,
  )
  expect(diffPlans(before, { ...before, facts })).toMatchObject([
    { kind: 'changed', path: `facts.${before.facts[0]!.key}.question` },
  ])
})

it('shows how a question is asked, what is assumed and what the report answers, in words', () => {
  const change = (part: Partial<Plan['facts'][number]>): Plan => ({
    ...before,
    facts: before.facts.map((fact) => (fact.key === 'fault_kind' ? { ...fact, ...part } : fact)),
  })
  const bare = change({ ask: null, inDoubt: null, from: null })
  const withAsking = change({
    ask: { from: { step: 'hl-01' }, within: 60_000 },
    inDoubt: { answer: 'no-calls' },
    from: {
      type: { 'system-failure.hotline': 'no-calls' },
      channel: { 热线: 'other' },
      heard: { 'no-query': ['查不到', '查不出'] },
    },
  })
  expect(
    diffPlans(bare, withAsking).map(({ kind, path, after }) => [kind, path, after?.zh]),
  ).toEqual([
    ['added', 'facts.fault_kind.ask', '“报组别负责人”完成后1分钟内回答'],
    ['added', 'facts.fault_kind.inDoubt', '按“电话无法接入”'],
    [
      'added',
      'facts.fault_kind.from',
      '电话无法接入：类型system-failure.hotline；其他：渠道热线；能通话但查不到资料：说到查不到、查不出',
    ],
  ])
  const none = change({
    ...withAsking.facts[0],
    inDoubt: { none: { zh: '两样相反', en: 'They differ' } },
  })
  expect(diffPlans(withAsking, none).map(({ after }) => after?.zh)).toEqual([
    '不预设答案：两样相反',
  ])
  const absent = change({ ask: undefined, inDoubt: undefined, from: undefined })
  expect(diffPlans(bare, absent)).toEqual([])
})

it('shows that a start rule takes over', () => {
  const attack = shippedPlan('gas-safety-premises-attack')
  const turned = (handsOver: boolean): Plan => ({
    ...attack,
    start: (attack.start ?? []).map((rule) => ({ ...rule, handsOver })),
  })
  expect(diffPlans(turned(false), turned(true))).toMatchObject([
    { path: 'start', after: { zh: expect.stringContaining('建议并接手') } },
  ])
})
