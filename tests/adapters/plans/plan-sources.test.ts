/**
 * The PlanSources port over the plans of the product: what is written reads back, and a draft is
 * judged as a file would be.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlan } from '#main/adapters/plans/plan-file-task.ts'
import { writePlan } from '#main/adapters/plans/write.ts'
import { loadLibrary } from '#main/adapters/plans/load.ts'
import type { PlanDraft } from '#main/core/ports.ts'
import { DRAFT_LEVELS } from '#shared/contract/plans.ts'
import { DRAFT_BYTES } from '#shared/domain/site-plan/draft.ts'
import { lintPlan } from '#shared/domain/plan/lint.ts'
import type { Plan } from '#shared/domain/plan/plan.ts'

const { sources } = loadLibrary(join(import.meta.dirname, '../../../resources'), {
  siteKinds: ['all'],
})
const shipped = sources.plans()
const sourceOf = (id: string): PlanDraft =>
  structuredClone(sources.source(id) ?? expect.fail(`no source of ${id}`))
const hotline = (): PlanDraft & { steps: Record<string, unknown>[] } =>
  sourceOf('gas-hotline-failure') as never
const codes = (draft: PlanDraft, library: readonly Plan[] = shipped): string[] =>
  sources
    .check(draft, library)
    .findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`)

function read(yaml: string): PlanDraft {
  const parsed = readPlan(yaml)
  return parsed.ok ? parsed.draft : expect.fail(JSON.stringify(parsed.findings))
}
const levels = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Math.max(0, ...Object.values(value).map(levels))
    : 0

describe('a file that would hold up the alarms', () => {
  it.each([
    ['20,000 aliases', `a: &a x\nb: [${Array(20_000).fill('*a').join(', ')}]`],
    [
      'aliases of aliases',
      `a: &a [x]\n${Array.from({ length: 300 }, (_, i) => `k${i}: *a`).join('\n')}`,
    ],
    ['30,000 brackets', `a: ${'['.repeat(30_000)}`],
    ['30,000 braces', '{a: '.repeat(15_000)],
  ])('%s is refused with one finding', (_what, text) => {
    expect(readPlan(text)).toMatchObject({ ok: false, findings: [{ code: 'bad-yaml' }] })
  })

  it('says a hundred findings at most', () => {
    const broken = Array.from({ length: 3_000 }, () => '? [').join('\n')
    const parsed = readPlan(broken)
    expect(parsed.ok ? 0 : parsed.findings.length).toBeLessThanOrEqual(100)
    const keys = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, 1]))
    expect(sources.check({ ...hotline(), ...keys }, shipped).findings).toHaveLength(100)
  })
})

describe('every plan of the product', () => {
  it.each(shipped.map((plan) => [plan.id, plan] as const))(
    '%s: written and read again it is the identical plan',
    (id, plan) => {
      const draft = sourceOf(id)
      const again = read(writePlan(draft))
      expect(again).toEqual(draft)
      const checked = sources.check(again, shipped)
      expect(checked.plan).toEqual(plan)
      expect(checked.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(writePlan(again)).toBe(writePlan(draft))
    },
  )

  it('says the same numbers in both languages', () => {
    const differing = shipped.flatMap(lintPlan).filter(({ code }) => code === 'numbers-differ')
    expect(differing).toEqual([])
  })

  it('fits into a request as a draft, with room for three times as much', () => {
    const sizes = shipped.map(({ id }) => Buffer.byteLength(JSON.stringify(sourceOf(id))))
    expect(Math.max(...sizes) * 3).toBeLessThan(DRAFT_BYTES)
    expect(Math.max(...shipped.map(({ id }) => levels(sourceOf(id))))).toBeLessThan(DRAFT_LEVELS)
  })
})

describe('writing', () => {
  it('puts the keys in the order of the guide, keeps those of questions and options, and words that look like yes or no', () => {
    const yaml = writePlan({
      steps: [{ title: { zh: '甲', en: 'A' }, id: 'x-1', when: { fact: 'b', is: 'no' } }],
      facts: { b: { kind: 'bool' }, a: { kind: 'bool' } },
      id: 'x',
    })
    expect(yaml).toBe(
      "id: x\nfacts: {b: {kind: bool}, a: {kind: bool}}\nsteps:\n  - id: x-1\n    title: {zh: 甲, en: A}\n    when: {fact: b, is: 'no'}\n",
    )
  })

  it('writes what is no plan yet, too', () => {
    const draft = {
      id: 'x',
      steps: 'soon',
      other: [{ a: null }, []],
      title: { zh: '一行\n两行', en: ': # - {' },
    }
    expect(read(writePlan(draft))).toEqual(draft)
  })
})

describe('a plan in one language', () => {
  /** Every text of a plan file, in one language only. */
  const only = (value: unknown, language: 'zh' | 'en'): unknown => {
    if (Array.isArray(value)) return value.map((item) => only(item, language))
    if (typeof value !== 'object' || value === null) return value
    if ('zh' in value && 'en' in value) return { [language]: value[language] }
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, only(item, language)]),
    )
  }
  const errorsOf = (draft: PlanDraft): string[] =>
    codes(draft).filter((code) => code.startsWith('error'))

  it.each(['zh', 'en'] as const)('%s alone has no error, and no finding more', (language) => {
    const draft = only(hotline(), language) as PlanDraft
    expect(errorsOf(draft)).toEqual([])
    expect(codes(draft)).toHaveLength(codes(hotline()).length)
  })

  it('stands in the place of the other language, and is written as it was', () => {
    const draft = only(hotline(), 'zh') as PlanDraft
    const { plan } = sources.check(draft, shipped)
    expect(plan?.title).toEqual({ zh: plan?.title.zh, en: plan?.title.zh })
    expect(plan?.steps[0]?.title.en).toBe(plan?.steps[0]?.title.zh)
    expect(read(writePlan(draft))).toEqual(draft)
  })

  it('an empty language is one that is not there', () => {
    const draft = { ...hotline(), title: { zh: '热线故障', en: '' } }
    expect(errorsOf(draft)).toEqual([])
  })

  it('a short name is as long as its own language lets it be', () => {
    expect(errorsOf({ ...hotline(), short: { en: 'Hotline outage' } })).toEqual([])
    expect(errorsOf({ ...hotline(), short: { zh: '电话打不进来了' } })).toEqual([
      'error short-too-long short.zh',
    ])
  })
})

describe('reading', () => {
  it.each([
    ['broken YAML', 'id: [x', 'bad-yaml'],
    ['a list', '- id: x', 'missing'],
    ['nothing', '# nothing', 'missing'],
    ['no id', 'title: {zh: 甲, en: A}', 'missing'],
    [
      'a bomb of aliases',
      `a: &a [${'x,'.repeat(20)}]\n${'bcdefgh'
        .split('')
        .map((key, at) => `${key}: &${key} [${`*${'abcdefg'[at]},`.repeat(20)}]`)
        .join('\n')}\nid: x`,
      'bad-yaml',
    ],
    ['a ring', 'id: x\na: &a {b: *a}', 'missing'],
  ])('%s is no plan file', (_what, yaml, code) => {
    expect(readPlan(yaml)).toMatchObject({
      ok: false,
      findings: [
        { severity: 'error', code, message: { zh: expect.any(String), en: expect.any(String) } },
      ],
    })
  })

  it('takes as JSON would what only YAML can say', () => {
    expect(read('%YAML 1.1\n---\nid: x\nwhen: 2026-11-24\nmany: .inf\n')).toEqual({
      id: 'x',
      when: '2026-11-24T00:00:00.000Z',
      many: null,
    })
  })
})

describe('checking', () => {
  it('finds the faults that the schema finds, where a planner looks for them', () => {
    const draft = hotline()
    draft.steps.find(({ id }) => id === 'hl-06')!['due'] = { within: 3, from: { step: 'hl-05' } }
    draft['colour'] = 'red'
    expect(codes(draft)).toEqual(['error bad-value steps.hl-06.due.within', 'error unknown-key '])
    expect(sources.check(draft, shipped).plan).toBeNull()
  })

  it('finds the faults that the linter finds, and shows the plan all the same', () => {
    const draft = hotline()
    draft.steps.find(({ id }) => id === 'hl-06')!['role'] = 'nobody'
    expect(codes(draft)).toContain('error unknown-role steps.hl-06.role')
    expect(sources.check(draft, shipped).plan?.steps).toHaveLength(21)
  })

  it('a document that does not exist, an id that is taken in another one, a step id that is taken at all', () => {
    expect(codes({ ...hotline(), document: 'nowhere' })).toEqual(['error no-document document'])
    expect(codes({ ...sourceOf('government-hall-fire'), id: 'gas-hotline-failure' })).toContain(
      'error duplicate-plan id',
    )
    expect(codes({ ...hotline(), id: 'my-hotline' })).toContain('error duplicate-step steps.hl-01')
    expect(
      codes(
        { ...hotline(), id: 'my-hotline' },
        shipped.filter(({ id }) => id !== 'gas-hotline-failure'),
      ),
    ).toEqual([])
  })

  it('blames the draft for what it breaks in other plans', () => {
    const annex =
      shipped.find((plan) => (plan.replaces ?? []).length > 0) ?? expect.fail('no annex')
    const base = sourceOf(annex.extends ?? '') as {
      steps: { id: string; after?: string[]; when?: unknown }[]
    }
    const gone = annex.replaces?.[0]
    const steps = base.steps
      .filter(({ id }) => id !== gone)
      .map(({ after = [], ...step }) => ({ ...step, after: after.filter((id) => id !== gone) }))
    const { findings } = sources.check({ ...base, steps }, shipped)
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        code: 'unknown-step',
        path: '',
        message: expect.objectContaining({ zh: expect.stringContaining(annex.title.zh) }),
      }),
    )
  })
})

describe('a fault of the writing', () => {
  const broken = (): PlanDraft & { steps: Record<string, unknown>[] } => {
    const draft = hotline()
    Object.assign(
      draft.steps.find(({ id }) => id === 'hl-06')!,
      { due: { within: '3 minutes' } },
    )
    Object.assign(
      draft.steps.find(({ id }) => id === 'hl-01')!,
      { role: 'nobody' },
    )
    return { ...draft, types: ['no-such-type'] }
  }

  it('does not hide what the rules find in the rest', () => {
    expect(codes(broken())).toEqual(
      expect.arrayContaining([
        'error bad-value steps.hl-06.due.within',
        'error unknown-role steps.hl-01.role',
        'error unknown-type types',
      ]),
    )
    expect(sources.check(broken(), shipped).plan).toBeNull()
  })

  it('brings no finding of what could not be read', () => {
    const was = codes(hotline())
    for (const part of [
      { title: undefined },
      { short: undefined },
      { types: 'fire' },
      { triggers: 7 },
      { colour: 'red' },
    ])
      expect(codes({ ...hotline(), ...part }).filter((code) => !was.includes(code))).toHaveLength(1)
    const step = hotline()
    Object.assign(
      step.steps.find(({ id }) => id === 'hl-06')!,
      { role: '', clause: undefined },
    )
    expect(codes(step).filter((code) => !was.includes(code))).toEqual([
      'error bad-value steps.hl-06.role',
      'error missing steps.hl-06.clause',
    ])
  })

  it.each([null, 7, [], {}, { steps: [] }, { document: 7, steps: [{}] }])(
    '%j is no plan at all',
    (raw) => {
      expect(() => codes(raw as PlanDraft)).not.toThrow()
    },
  )
})

describe('documents', () => {
  it('come with all their pages: roles with their place, levels, types, clauses', () => {
    const gas = sources.documents().find(({ id }) => id === 'gas-customer-service') ?? expect.fail()
    expect(gas.levels[0]).toEqual({
      level: 1,
      name: expect.objectContaining({ zh: expect.any(String) }),
    })
    expect(gas.roles.length).toBeGreaterThan(5)
    for (const { under } of gas.roles)
      if (under) expect(gas.roles.map(({ id }) => id)).toContain(under)
    expect(gas.types.find(({ code }) => code === 'system-failure.hotline')).toMatchObject({
      category: 'system-failure',
    })
    expect(gas.clauses.find(({ id }) => id === 'S09-77')).toMatchObject({
      says: { zh: expect.any(String) },
    })
    expect(sources.documents().length).toBeGreaterThan(5)
  })
})
