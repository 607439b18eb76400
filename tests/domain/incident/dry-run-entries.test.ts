/** What a dry run says, entry by entry: a small plan, each kind of entry, and what is left out. */
import { describe, expect, it } from 'vitest'
import { dryRun, type DryRun } from '#shared/domain/incident/dry-run.ts'
import type { World } from '#shared/domain/incident/record/world.ts'
import type { FactValue, Plan } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { choice, escalationStep, HOUR, MINUTE, plan, step, yesNo } from '../../kit/plan.ts'

const START = Date.parse('2026-11-24T14:00:00+08:00')
const base = plan('base', [step('ring', { role: 'head', lifeSafety: true })], {
  facts: [yesNo('shared', { decidedBy: 'manager' })],
})
const world = (...library: readonly Plan[]): World => ({
  plan: (revision) => library.find((known) => known.revision === revision) ?? base,
  offered: (id) => library.find((known) => known.id === id) ?? null,
  calendar: {},
  zone: 'Asia/Shanghai',
  roster: null,
})
function ran(
  tried: Plan,
  facts: Readonly<Record<string, FactValue>> = {},
  library: readonly Plan[] = [base],
): DryRun {
  const answer = dryRun(tried, START, facts, world(...library))
  if ('ok' in answer) throw new Error(answer.code)
  return answer
}
/** Minutes from the start, what, of which step, by whom, in which words. */
const rows = ({ entries }: DryRun) =>
  entries.map(({ at, kind, stepId, role, says }) =>
    [(at - START) / MINUTE, kind, stepId ?? '-', role?.en ?? '-', says.en].join(' | '),
  )
const limited = step('act', {
  due: { within: 10 * MINUTE, from: 'activated' },
  late: [
    escalationStep('head'),
    escalationStep('manager', 5 * MINUTE, { say: localized('到场', 'Come') }),
  ],
})

describe('a step with a limit', () => {
  it('opens, is due, is late and is told on, each at its instant', () => {
    const run = ran(plan('p', [limited]))
    expect(rows(run)).toEqual([
      '0 | opens | act | Post desk | Step act',
      '10 | limit | act | Post desk | Step act',
      '10 | late | act | Post desk | Step act',
      '10 | told | act | Post desk | Come', // its owner first
      '10 | told | act | Post head | Come',
      '12 | told | act | Post manager | Come', // sooner than planned: nobody has acknowledged it
    ])
    expect(run).toMatchObject({ ends: START + 12 * MINUTE, more: false })
    expect(run.day).toMatchObject({ day: 'workday', date: '2026-11-24' })
  })

  it('that waits for another is not open; the other is asked after by its name', () => {
    const after = step('then', { after: ['act'], due: { within: MINUTE, from: { step: 'act' } } })
    const ask = 'Step act: Check whether it is done, and record it'
    expect(rows(ran(plan('p', [step('act'), after])))).toEqual([
      '0 | opens | act | Post desk | Step act',
      `1 | told | act | Post desk | ${ask}`,
      `2 | told | act | Post leader | ${ask}`,
      `3 | told | act | Duty leader | ${ask}`,
    ])
  })

  it('that opens after a time is told with that time', () => {
    const later = step('later', { when: { elapsed: 2 * HOUR, from: 'reported' } })
    const run = ran(plan('p', [step('act'), later]))
    expect(rows(run)).toEqual([
      '0 | opens | act | Post desk | Step act',
      '120 | threshold | - | - | 2 hours have passed',
      '120 | opens | later | Post desk | Step later',
    ])
    expect(run).toMatchObject({ ends: START + 2 * HOUR, more: false })
  })

  it('that stops applying before its limit has none', () => {
    const early = step('early', {
      when: { not: { elapsed: 5 * MINUTE, from: 'reported' } },
      due: { within: 10 * MINUTE, from: 'activated' },
    })
    const limits = (within: number) =>
      rows(ran(plan('p', [{ ...early, due: { within, from: 'activated' } }]))).filter((row) =>
        row.includes('limit'),
      )
    expect(limits(10 * MINUTE)).toEqual([])
    expect(limits(5 * MINUTE + 1)).toEqual([])
    expect(limits(5 * MINUTE)).toEqual(['5 | limit | early | Post desk | Step early'])
    expect(limits(4 * MINUTE)).toEqual(['4 | limit | early | Post desk | Step early'])
  })
})

describe('questions', () => {
  const asking = plan('p', [step('act')], {
    facts: [
      yesNo('size'),
      yesNo('noted', { recordOnly: true }),
      choice('day', ['workday', 'holiday'], { kind: 'calendar' }),
      yesNo('shared'),
    ],
    extends: 'base',
  })
  const questions = (facts: Readonly<Record<string, FactValue>> = {}, library?: readonly Plan[]) =>
    rows(ran(asking, facts, library)).filter((row) => row.includes('question'))

  it('are those that a person is to answer, a shared one once, with the words of the plan', () => {
    expect(questions().toSorted()).toEqual([
      '0 | question | - | Post desk | shared?',
      '0 | question | - | Post desk | size?',
    ])
    expect(questions({ size: 'no' })).toEqual(['0 | question | - | Post desk | shared?'])
    expect(questions({ size: 'no', shared: 'yes' })).toEqual([])
  })

  it('with the steps and posts of the base that it brings', () => {
    expect(rows(ran(asking)).filter((row) => !row.includes('question'))).toEqual([
      '0 | opens | ring | Post head | Step ring',
      '0 | opens | act | Post desk | Step act',
    ])
    expect(dryRun(asking, START, {}, world())).toMatchObject({ ok: false })
  })
})
