/**
 * "Needs re-filing" by the difference of two texts of a plan (国办发〔2024〕5号 art. 36, 88号令 art. 37):
 * which change demands the whole road again, and why.
 */
import { describe, expect, it } from 'vitest'
import type { Plan, Step } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { planChanges, refilingOf, type TextOf } from '#shared/domain/upkeep/refiled.ts'
import { gravestVerdict, refilingNeed } from '#shared/domain/upkeep/refiling.ts'
import type { Filing, Judgement } from '#shared/domain/upkeep/upkeep.ts'
import { shippedPlan } from '../../kit/library.ts'

const before = shippedPlan('gas-hotline-failure')
const withStep = (id: string, part: Partial<Step>): Plan => ({
  ...before,
  steps: before.steps.map((step) => (step.id === id ? { ...step, ...part } : step)),
})
const step = (id: string): Step => {
  const named = before.steps.find((candidate) => candidate.id === id)
  if (!named) throw new Error(id)
  return named
}
const lead = before.steps[0]?.id ?? ''
const otherRole = before.roles.find(({ id }) => id !== step(lead).role)?.id ?? ''
/** The verdict, and which part each change concerns. */
const verdictOf = (after: Plan) => {
  const { verdict, reasons, others } = refilingNeed(before, after)
  return {
    verdict,
    aspects: [...new Set(reasons.map(({ aspect }) => aspect))],
    others: others.map(({ path }) => path),
  }
}

describe('a revised plan goes the whole road again', () => {
  it.each([
    ['its commander', { ...before, commander: otherRole }, 'organisation'],
    ['the owner of a step', withStep(lead, { role: otherRole }), 'organisation'],
    [
      'who is told when it is late',
      withStep('hl-06', {
        late: [{ after: 0, notify: otherRole, say: null, proposed: false }],
      }),
      'organisation',
    ],
    [
      'what a post does',
      {
        ...before,
        roles: before.roles.map((role, index) =>
          index === 0 ? { ...role, duty: localized('另一职责', 'Another duty') } : role,
        ),
      },
      'organisation',
    ],
    ['a limit', withStep('hl-06', { due: { within: 300_000, from: 'activated' } }), 'procedure'],
    ['the order of its steps', { ...before, steps: before.steps.toReversed() }, 'procedure'],
    ['a condition', withStep('hl-06', { when: { state: 'contained' } }), 'procedure'],
    ['a step that goes', { ...before, steps: before.steps.slice(1) }, 'measures'],
    [
      'whom a step calls',
      withStep(lead, { calls: [{ number: '119', who: localized('消防', 'Fire') }] }),
      'measures',
    ],
    ['its usual level', { ...before, defaultLevel: 1 }, 'levels'],
    [
      'what the levels are',
      { ...before, levels: [{ level: 1, name: localized('特级', 'Extreme') }] },
      'levels',
    ],
  ] as const)('when %s changes', (_what, after, aspect) => {
    const need = verdictOf(after)
    expect(need.verdict).toBe('refile')
    expect(need.aspects).toContain(aspect)
  })

  it('and each reason says which change it is, before and after', () => {
    const { reasons } = refilingNeed(before, { ...before, defaultLevel: 1 })
    expect(reasons).toMatchObject([
      { aspect: 'levels', certain: true, change: { path: 'level', after: { zh: '1' } } },
    ])
  })
})

describe('a revised plan goes the simplified road', () => {
  it.each([
    ['nothing', { ...structuredClone(before), revision: 'other' }, []],
    ['its short name on the wall', { ...before, short: localized('热线', 'Line') }, ['short']],
    ['the words of callers', { ...before, triggers: ['打不通'] }, ['triggers']],
    [
      'what is still open',
      { ...before, openPoints: [] },
      before.openPoints.length ? ['openPoints'] : [],
    ],
    [
      'that a step is only proposed',
      withStep('hl-06', { proposed: !step('hl-06').proposed }),
      ['steps.hl-06.proposed'],
    ],
  ] as const)('when %s changes', (_what, after, others) => {
    expect(verdictOf(after)).toEqual({ verdict: 'simple', aspects: [], others })
  })

  it('and of words alone a person has to say whether the measure is another one', () => {
    expect(
      verdictOf(withStep('hl-06', { title: localized('换个说法', 'In other words') })),
    ).toEqual({
      ...{ verdict: 'judge', aspects: ['measures'], others: [] },
    })
  })

  it('also where a question changes that is only recorded', () => {
    const [first, ...facts] = before.facts
    if (!first) throw new Error('no question')
    const recordOnly = { ...before, facts: [{ ...first, recordOnly: true }, ...facts] }
    const after = {
      ...before,
      facts: [{ ...first, recordOnly: true, criterion: localized('口径', 'How') }, ...facts],
    }
    expect(refilingNeed(recordOnly, after)).toMatchObject({ verdict: 'simple', reasons: [] })
    expect(refilingNeed({ ...recordOnly, facts }, { ...recordOnly })).toMatchObject({
      verdict: 'simple',
    })
  })
})

it('a step is known by its id, also where that has dots and one begins as another', () => {
  const plan = (due: Step['due']): Plan => ({
    ...before,
    steps: [
      { ...step('hl-06'), id: 'a' },
      { ...step('hl-06'), id: 'a.due', due },
    ],
  })
  const { reasons, verdict } = refilingNeed(plan(step('hl-06').due), plan(null))
  expect(verdict).toBe('refile')
  expect(reasons.map(({ aspect, change }) => [aspect, change.path])).toEqual([
    ['procedure', 'steps.a.due.due'],
  ])
})

describe('what was filed against what is in force', () => {
  const changed = withStep('hl-06', { title: localized('换个说法', 'In other words') })
  const texts: Readonly<Record<string, Plan>> = {
    old: before,
    new: { ...changed, revision: 'new' },
    newer: { ...changed, defaultLevel: 1, revision: 'newer' },
  }
  const textOf: TextOf = ({ revision }) => texts[revision] ?? null
  const at = (revision: string) => [{ planId: before.id, revision }]
  const filing: Filing = {
    ...{ id: 'f1', at: 10, by: '周敏', withdrawn: null, day: '2026-11-24' },
    ...{ authority: '应急管理局', person: null, receipt: null, texts: at('old') },
  }
  const judgement = (revision: string, refile: boolean): Judgement => ({
    ...{ at: 20, by: '周敏', texts: at(revision), refile, reason: { sealed: 'why' } },
  })
  const of = (judgements: readonly Judgement[], revision: string) =>
    refilingOf({ issues: [], filings: [filing], judgements }, at(revision), textOf)

  it('is nothing without a filing, and simple while nothing changed', () => {
    expect(refilingOf({ issues: [], filings: [], judgements: [] }, at('new'), textOf)).toBeNull()
    expect(of([], 'old')).toMatchObject({ verdict: 'simple', changes: [] })
  })

  it('is judged by a person: in place of the verdict, for just these texts', () => {
    expect(of([], 'new')).toMatchObject({ verdict: 'judge', judgement: null })
    expect(of([judgement('new', false)], 'new')).toMatchObject({ verdict: 'simple' })
    expect(of([judgement('new', true)], 'new')).toMatchObject({ verdict: 'refile' })
    // what came after it is compared with what was judged
    const later = of([judgement('new', false)], 'newer')
    expect(later?.verdict).toBe('refile')
    expect(later?.changes[0]?.need.reasons.map(({ aspect }) => aspect)).toEqual(['levels'])
  })

  it('holds a plan that came or went for an important change, a text that is lost too', () => {
    const both = [...at('old'), { planId: 'p2', revision: 'x' }]
    expect(planChanges(at('old'), both, textOf)).toMatchObject([
      { planId: 'p2', kind: 'added', need: { verdict: 'refile' } },
    ])
    expect(planChanges(both, at('old'), textOf)).toMatchObject([{ planId: 'p2', kind: 'removed' }])
    expect(planChanges(at('lost'), at('old'), textOf)[0]?.need.verdict).toBe('refile')
    expect(gravestVerdict([{ verdict: 'simple' }, { verdict: 'judge' }])).toBe('judge')
  })
})
