/** Conditions, limits and answers in words, in both languages. */
import { describe, expect, it } from 'vitest'
import {
  describeAsk,
  describeCondition,
  describeDue,
  describeEscalation,
  describeRepeat,
} from '#shared/domain/plan/describe.ts'
import { diffPlans } from '#shared/domain/plan/diff.ts'
import type { Condition, Plan, Question, Step } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'
import { fact, role, samplePlan, withFact, withStep } from './sample.ts'

const MINUTE = 60_000
const plan: Plan = {
  ...samplePlan(),
  facts: [
    fact('size', { question: localized('火势？', 'Fire size') }),
    fact('loss', { kind: 'number', options: [], unit: localized('元', 'yuan') }),
    fact('count', { kind: 'number', options: [] }),
  ],
}

it.each<[Condition, zh: string, en: string]>([
  [{ fact: 'size', is: 'large' }, '答大', 'is large'],
  [{ fact: 'size', is: ['small', 'large'] }, '答小或大', 'is small or large'],
  [{ fact: 'size', is: 'gone' }, '答gone', 'is gone'],
  [{ fact: 'loss', over: 5000 }, '超过5000元', 'over 5000 yuan'],
  [{ fact: 'count', over: 3 }, '超过3', 'over 3'],
  [{ step: 's-1', is: 'done' }, '已完成', 'is done'],
  [{ step: 's-1', is: 'late' }, '超时', 'is late'],
  [{ casualties: 'dead', over: 1 }, '死亡超过1人', 'more than 1 dead'],
  [{ not: { casualties: 'dead', over: 1 } }, '不是：', 'not: '],
])('%j', (condition, zh, en) => {
  const text = describeCondition(condition, plan)
  expect(text.zh).toContain(zh)
  expect(text.en).toContain(en)
})

it('parts of parts stand in brackets, single ones do not', () => {
  const [a, b, c]: Condition[] = ['dead', 'minor', 'missing'].map((casualties) => ({
    ...({ casualties, over: 0 } as Condition),
  }))
  if (!a || !b || !c) throw new Error('three conditions')
  expect(describeCondition({ all: [a, { any: [b, c] }] }, plan).zh).toBe(
    '死亡超过0人，且（轻伤超过0人，或失联超过0人）',
  )
  expect(describeCondition({ any: [{ all: [a, b] }, c] }, plan).zh).toBe(
    '（死亡超过0人，且轻伤超过0人），或失联超过0人',
  )
  expect(describeCondition({ all: [a, { not: b }] }, plan).zh).toBe(
    '死亡超过0人，且不是：轻伤超过0人',
  )
})

it('limits, escalations, repeats and questions say from when and how long', () => {
  expect(describeDue({ within: 15 * MINUTE, from: 'reported' }, plan)).toMatchObject({
    zh: expect.stringMatching(/后15分钟内$/),
    en: expect.stringMatching(/^within 15 minutes after/),
  })
  expect(
    describeDue({ within: { workday: MINUTE, holiday: 2 * MINUTE }, from: 'reported' }, plan).zh,
  ).toMatch(/后工作日1分钟、假日2分钟内$/)
  const boss = { notify: 'boss', say: null, proposed: false }
  expect(describeEscalation({ after: 0, ...boss }, plan).zh).toBe('超时即通知boss')
  expect(describeEscalation({ after: MINUTE, ...boss }, plan).zh).toBe('超时1分钟后通知boss')
  expect(
    describeEscalation({ after: 1, ...boss, say: localized('去看', 'go and look') }, plan).en,
  ).toMatch(/boss \(go and look\)$/)
  expect(describeRepeat({ every: MINUTE, until: 'lifted' }).zh).toMatch(/^每1分钟一次，直到/)
  expect(describeAsk({ from: null, within: null }, plan).en).toMatch(/^asked after/)
  expect(describeAsk({ from: null, within: MINUTE }, plan).en).toMatch(/^answered within 1 minute/)
})

describe('a difference says both sides in words', () => {
  const change = (after: Plan, path: string) => {
    const line = diffPlans(samplePlan(), after).find((difference) => difference.path === path)
    return line && [line.kind, line.before?.zh ?? null, line.after?.zh ?? null]
  }
  const ofPlan = (part: Partial<Plan>, path: string) => change(samplePlan(part), path)
  const ofStep = (part: Partial<Step>, path: string) =>
    change(withStep('s-1', part), `steps.s-1.${path}`)
  const ofFact = (key: string, part: Partial<Question>, path: string) =>
    change(withFact(key, part), `facts.${key}.${path}`)

  it.each<[string, Partial<Plan>, string | null, string | null]>([
    ['types', { types: [] }, 'top.kind', null],
    ['types', { types: ['a', 'b'] }, 'top.kind', 'a、b'],
    ['triggers', { triggers: ['火'] }, null, '火'],
    ['level', { defaultLevel: null }, '1', null],
    ['extends', { extends: 'base' }, null, 'base'],
    ['replaces', { replaces: ['x', 'y'] }, null, 'x、y'],
    ['completeness', { completeness: 'incomplete' }, '完整', '未补全'],
    ['openPoints', { openPoints: [localized('甲', 'a'), localized('乙', 'b')] }, null, '甲；乙'],
  ])('of the plan: %s', (path, part, before, after) => {
    expect(ofPlan(part, path)?.slice(1)).toEqual([before, after])
  })

  it('of a rule that starts it, what it does', () => {
    const when: Condition = { casualties: 'dead', over: 0 }
    const rule = { when, why: localized('有人死亡', 'Somebody died'), clause: 'C-1' }
    expect(ofPlan({ start: [{ ...rule, then: 'propose' }] }, 'start')?.[2]).toBe(
      '死亡超过0人：建议（有人死亡）',
    )
    expect(ofPlan({ start: [{ ...rule, then: 'activate', handsOver: true }] }, 'start')?.[2]).toBe(
      '死亡超过0人：启动并接手（有人死亡）',
    )
  })

  it('of a question, what it sets', () => {
    expect(ofFact('loss', { sets: 'loss' }, 'sets')?.slice(1)).toEqual([null, expect.any(String)])
  })

  it('of a step, what it waits for, whom it rings, what it starts', () => {
    expect(ofStep({ after: ['s-2', 'gone'] }, 'after')?.[2]).toBe('s-2；gone')
    const who = localized('消防', 'Fire')
    expect(ofStep({ calls: [{ who, number: '119' }] }, 'calls')?.[2]).toBe('消防119')
    expect(ofStep({ calls: [{ who, number: null }] }, 'calls')?.[2]).toBe('消防')
    const what = localized('转入火灾', 'Fire takes over')
    expect(ofStep({ starts: { plan: 'fire', handsOver: true, what } }, 'starts')?.[2]).toContain(
      '转入火灾（fire）',
    )
    expect(ofStep({ starts: { plan: null, handsOver: true, what } }, 'starts')?.[2]).toContain(
      '转入火灾（没有写明）',
    )
  })

  it('with the names of its own side', () => {
    const named = (name: string) =>
      samplePlan({ roles: [{ ...role('desk'), name: localized(name, name) }, role('boss')] })
    const before = { ...named('值班员'), steps: withStep('s-1', { role: 'desk' }).steps }
    const after = { ...named('监控员'), steps: withStep('s-1', { role: 'boss' }).steps }
    const line = diffPlans(before, after).find(({ path }) => path === 'steps.s-1.role')
    expect([line?.before?.zh, line?.after?.zh]).toEqual(['值班员', 'boss'])
    const fell = diffPlans(after, before).find(({ path }) => path === 'steps.s-1.role')
    expect([fell?.before?.zh, fell?.after?.zh]).toEqual(['boss', '值班员'])
  })
})
