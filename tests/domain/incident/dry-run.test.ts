/**
 * The dry run of a plan: the same instants as in earnest, nothing recorded, on workdays and
 * holidays.
 */
import { describe, expect, it } from 'vitest'
import { dryRun, type DryRun } from '#shared/domain/incident/dry-run.ts'
import type { FactValue } from '#shared/domain/plan/plan.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import { choice, MINUTE, plan, step } from '../../kit/plan.ts'
import { shippedPlan } from '../../kit/library.ts'

const world: World = {
  plan: (revision) => {
    throw new Error(revision)
  },
  calendar: {},
  zone: 'Asia/Shanghai',
  roster: null,
}
const WORKDAY = Date.parse('2026-11-24T14:00:00+08:00')
const SUNDAY = Date.parse('2026-11-22T14:00:00+08:00')

function ran(planId: string, at: number, facts: Record<string, FactValue> = {}): DryRun {
  const answer = dryRun(shippedPlan(planId), at, facts, world)
  if ('ok' in answer) throw new Error(answer.code)
  return answer
}
const minutesOf = ({ entries }: DryRun, kind: string, stepId: string, from: number): number[] =>
  entries
    .filter((entry) => entry.kind === kind && entry.stepId === stepId)
    .map(({ at }) => (at - from) / MINUTE)

it('S09-90: nobody acts on a broken terminal: late after 30 minutes, and the manager is told then', () => {
  const run = ran('gas-recharge-terminal-failure', WORKDAY)
  expect(minutesOf(run, 'limit', 'rt-05', WORKDAY)).toEqual([30])
  expect(minutesOf(run, 'late', 'rt-05', WORKDAY)).toEqual([30])
  expect(run.entries.filter(({ kind }) => kind === 'told').map(({ role }) => role?.en)).toContain(
    'Department manager',
  )
  expect(run.more).toBe(false)
})

it('lists the questions that nobody has answered, and leaves out those that were', () => {
  const questionsLeft = (facts: Record<string, FactValue>): number =>
    ran('gas-recharge-terminal-failure', WORKDAY, facts).entries.filter(
      ({ kind }) => kind === 'question',
    ).length
  expect(questionsLeft({})).toBe(questionsLeft({ urgent_recharge: 'yes' }) + 1)
})

describe('a limit that goes by an answer', () => {
  const lift = plan(
    'lift',
    [
      step('arrive', {
        due: {
          within: { fact: 'area', is: { urban: 30 * MINUTE, suburb: 60 * MINUTE } },
          from: 'reported',
        },
      }),
    ],
    { facts: [choice('area', ['urban', 'suburb'])] },
  )
  const limits = (facts: Record<string, FactValue>): (readonly [number, string])[] => {
    const run = dryRun(lift, WORKDAY, facts, world)
    if ('ok' in run) throw new Error(run.code)
    return run.entries
      .filter(({ kind }) => kind === 'limit')
      .map(({ at, says }) => [(at - WORKDAY) / MINUTE, says.zh] as const)
  }

  it('shows both while nobody answers, and which of them runs', () => {
    expect(limits({})).toEqual([
      [30, '步骤arrive（没人回答“area？”，按最短的算；答urban也是）'],
      [60, '步骤arrive（“area？”答suburb时）'],
    ])
  })

  it('shows the one that an answer sets', () => {
    expect(limits({ area: 'suburb' })).toEqual([[60, '步骤arrive']])
    expect(limits({ area: 'urban' })).toEqual([[30, '步骤arrive']])
  })
})

describe('S09-80: the day decides', () => {
  it.each([
    ['workday', WORKDAY],
    ['Sunday', SUNDAY],
  ])('%s', (_, at) => {
    const { entries } = ran('gas-hotline-failure', at, { fault_kind: 'no-calls' })
    expect(entries.some(({ kind }) => kind === 'opens')).toBe(true)
    expect(entries.every((entry, i) => i === 0 || entry.at >= entries[i - 1]!.at)).toBe(true)
  })
})

it('refuses an answer that the plan does not know, in both languages', () => {
  expect(
    dryRun(shippedPlan('government-hall-fire'), WORKDAY, { fire_size: 'purple' }, world),
  ).toMatchObject({ ok: false, message: { zh: expect.any(String), en: expect.any(String) } })
})

it('ends, also where a step comes again for ever', () => {
  const plan = shippedPlan('government-hall-fire')
  const steps = plan.steps.map((step, at) =>
    at === 0
      ? {
          ...step,
          due: { within: MINUTE, from: 'activated' as const },
          late: [{ after: 0, notify: step.role, say: null, proposed: false }],
          repeat: { every: MINUTE, until: 'lifted' as const },
        }
      : step,
  )
  const answer = dryRun({ ...plan, steps }, WORKDAY, {}, world)
  expect(answer).toHaveProperty('entries')
})

it('names the step whose record is asked for', () => {
  const notices = ran('gas-hotline-failure', WORKDAY).entries.filter(({ says }) =>
    says.zh.includes('核实是否已完成，并补上记录'),
  )
  expect(notices.length).toBeGreaterThan(0)
  for (const { says } of notices) {
    expect(says.zh).toMatch(/^.+：核实是否已完成，并补上记录$/)
    expect(says.en).toMatch(/^.+: Check whether it is done, and record it$/)
  }
})

it('marks what no source asks for', () => {
  const { entries } = ran('branch-general', WORKDAY)
  const steps = shippedPlan('branch-general').steps
  const proposed = new Set(steps.filter((step) => step.proposed).map(({ id }) => id))
  const opened = entries.filter(({ kind }) => kind === 'opens')
  expect(opened.some(({ stepId }) => proposed.has(stepId ?? ''))).toBe(true)
  for (const { stepId, says } of opened)
    expect(says.zh.endsWith('（建议）'), says.zh).toBe(proposed.has(stepId ?? ''))
})
