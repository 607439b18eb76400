/**
 * The editor's text of a plan: what is opened is written back as it was, whatever is renamed or
 * moved takes along what names it.
 */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { libraryFiles, readFiles } from '#main/adapters/plans/read.ts'
import { PlanFile } from '#shared/contract/plan-file.ts'
import { Text } from '#shared/contract/plan-values.ts'
import {
  durationMs,
  readDuration,
  writeDuration,
} from '#renderer/console/pages/plans/edit/draft/duration.ts'
import {
  CONDITION_KINDS,
  copyPlan,
  emptyCondition,
  conditionKind,
  newPlan,
  newStep,
  nextStepId,
} from '#renderer/console/pages/plans/edit/draft/new-parts.ts'
import { byStage, canMoveStep, moveStep } from '#renderer/console/pages/plans/edit/draft/reorder.ts'
import { dropUnknown, nodeOf, pathOf } from '#renderer/console/pages/plans/edit/draft/draft-path.ts'
import {
  mentionsOfStep,
  renameFact,
  renameOption,
  renameStep,
} from '#renderer/console/pages/plans/edit/draft/rename.ts'
import {
  namedIn,
  draftConditionText,
  draftDueText,
} from '#renderer/console/pages/plans/edit/draft/describe-draft.ts'
import { PLAN_SHAPE, type Shape } from '#shared/contract/plan-shape.ts'
import { openDraft, writeDraft } from '#renderer/console/pages/plans/edit/draft/open-draft.ts'
import type { EditedPlan } from '#renderer/console/pages/plans/edit/draft/draft-types.ts'

const shipped = readFiles(
  libraryFiles(join(import.meta.dirname, '../../../resources/plans')),
).plans.map(({ data, raw }) => ({
  id: data.id,
  raw: JSON.parse(JSON.stringify(raw)) as Record<string, unknown>,
}))
const source = (id: string): EditedPlan =>
  openDraft(structuredClone(shipped.find((plan) => plan.id === id)?.raw)).draft
const words = (zh: string) => ({ zh, en: zh })

describe('the whole plan schema', () => {
  type Def = {
    type: string
    shape?: Record<string, z.ZodType>
    innerType?: z.ZodType
    element?: z.ZodType
    valueType?: z.ZodType
    in?: z.ZodType
    options?: z.ZodType[]
  }
  const def = (schema: z.ZodType): Def => (schema as unknown as { def: Def }).def
  const plain = (schema: z.ZodType): z.ZodType => {
    const { innerType, type } = def(schema)
    return innerType && ['default', 'optional', 'nullable'].includes(type)
      ? plain(innerType)
      : schema
  }
  /**
   * Every key that a file may have, as paths; what is written in several ways (conditions, anchors)
   * is one of them.
   */
  function ofSchema(of: z.ZodType, path: string): string[] {
    const schema = plain(of)
    if (schema === Text) return [`${path}.zh`, `${path}.en`]
    const { type, shape, element, valueType, options } = def(schema)
    if (type === 'object')
      return Object.entries(shape ?? {}).flatMap(([key, inner]) => [
        `${path}.${key}`,
        ...ofSchema(inner, `${path}.${key}`),
      ])
    if (type === 'array' && element) return ofSchema(element, `${path}[]`)
    if (type === 'record' && valueType) return ofSchema(valueType, `${path}{}`)
    return type === 'union' ? (options ?? []).flatMap((option) => ofSchema(option, path)) : []
  }
  function ofShape(shape: Shape, path: string): string[] {
    if (shape.is === 'words') return [`${path}.zh`, `${path}.en`]
    if (shape.is === 'object')
      return Object.entries(shape.keys).flatMap(([key, inner]) => [
        `${path}.${key}`,
        ...ofShape(inner, `${path}.${key}`),
      ])
    if (shape.is === 'list') return ofShape(shape.of, `${path}[]`)
    if (shape.is === 'map') return ofShape(shape.of, `${path}{}`)
    return shape.is === 'either' && !/\.(from|when)$/.test(path)
      ? shape.of.flatMap((inner) => ofShape(inner, path))
      : []
  }

  it('every key that a plan file may have is known to the form, and no other', () => {
    expect([...new Set(ofShape(PLAN_SHAPE, ''))].sort()).toEqual(
      [...new Set(ofSchema(PlanFile, ''))].sort(),
    )
  })

  it('every kind of condition can be written, is told again by its kind, and nests', () => {
    for (const kind of CONDITION_KINDS) expect(conditionKind(emptyCondition(kind))).toBe(kind)
    const when = {
      any: [
        {
          not: {
            all: [
              { fact: 'a', over: 3 },
              { elapsed: '4h', from: { step: 's' } },
            ],
          },
        },
        { casualties: 'hurt', over: 0 },
        { fact: 'b', is: ['x', 'y'] },
      ],
    }
    const { draft, lost } = openDraft({ steps: [{ id: 's', when }] })
    expect([draft.steps[0]?.when, lost]).toEqual([when, []])
  })
})

describe('opening and writing', () => {
  it.each(shipped.map(({ id, raw }) => [id, raw] as const))(
    '%s is written back as it was',
    (_id, raw) => {
      const { draft, lost } = openDraft(structuredClone(raw))
      expect(lost).toEqual([])
      expect(writeDraft(draft)).toEqual(raw)
      expect(PlanFile.safeParse(writeDraft(draft)).success).toBe(true)
    },
  )

  it('opens a half-written text so that the form stands, and tells what it cannot show', () => {
    const { draft, lost } = openDraft({
      id: 'x',
      title: '火灾',
      types: 'fire',
      steps: [{ due: 'soon', when: { maybe: 1 }, evidence: {}, late: [{ after: '5m' }, 7] }],
    })
    expect(draft).toMatchObject({ title: { zh: '火灾', en: '' }, types: [], facts: {} })
    expect(draft.steps[0]).toMatchObject({
      id: '',
      stage: 'respond',
      title: words(''),
      role: '',
      evidence: { what: words(''), keep: '' },
      late: [{ notify: '', after: '5m' }],
    })
    expect(lost).toEqual(['types', 'steps.0.due', 'steps.0.when', 'steps.0.late.1'])
  })

  it('keeps keys that nobody knows until a person takes them out', () => {
    const { draft } = openDraft({
      id: 'x',
      colour: 'red',
      steps: [{ id: 's-1', hurry: true, due: { within: '5m', from: 'reported', grace: '1m' } }],
    })
    expect(writeDraft(draft)).toMatchObject({
      colour: 'red',
      steps: [{ hurry: true, due: { grace: '1m' } }],
    })
    expect([
      dropUnknown(draft, 'steps.s-1.due'),
      dropUnknown(draft, 'steps.s-1'),
      dropUnknown(draft, ''),
      dropUnknown(draft, ''),
    ]).toEqual([true, true, true, false])
    expect(JSON.stringify(writeDraft(draft))).not.toMatch(/colour|hurry|grace/)
  })

  it('writes the keys in the order of a file, and leaves out what is not there', () => {
    const { draft } = openDraft({
      steps: [{ clause: 'c', role: 'r', title: words('t'), stage: 'verify', id: 's' }],
      id: 'x',
    })
    draft.steps[0]!.due = undefined
    expect(JSON.stringify(writeDraft(draft).steps)).toBe(
      '[{"id":"s","stage":"verify","title":{"zh":"t","en":"t"},"role":"r","clause":"c"}]',
    )
  })
})

describe('places', () => {
  const { draft } = openDraft({
    facts: { 'a.b': {}, a: {} },
    steps: [{ id: 'x' }, { id: 'x.1' }, {}],
  })

  it.each([
    ['steps.x.due.within', { kind: 'step', at: 0 }],
    ['steps.x.1.due', { kind: 'step', at: 1 }],
    ['steps.2.role', { kind: 'step', at: 2 }],
    ['facts.a.b.options', { kind: 'fact', at: 0 }],
    ['facts.a', { kind: 'fact', at: 1 }],
    ['start.0.when', { kind: 'start' }],
    ['replaces', { kind: 'start' }],
    ['title.zh', { kind: 'plan' }],
    ['', { kind: 'plan' }],
    ['steps', { kind: 'plan' }],
  ])('%s', (path, node) => {
    expect(nodeOf(draft, path)).toEqual(node)
  })

  it('a part without an id is named by its place', () => {
    expect([
      pathOf(draft, { kind: 'step', at: 1 }),
      pathOf(draft, { kind: 'step', at: 2 }),
      pathOf(draft, { kind: 'fact', at: 0 }),
      pathOf(draft, { kind: 'plan' }),
    ]).toEqual(['steps.x.1', 'steps.2', 'facts.a.b', ''])
  })
})

describe('new names', () => {
  it('a step that is renamed is still waited for, counted from and looked at', () => {
    const draft = source('gas-hotline-failure')
    const before = mentionsOfStep(draft, 'hl-10')
    renameStep(
      draft,
      draft.steps.findIndex(({ id }) => id === 'hl-10'),
      'hl-99',
    )
    expect(before).toBeGreaterThan(2)
    expect([mentionsOfStep(draft, 'hl-10'), mentionsOfStep(draft, 'hl-99')]).toEqual([0, before])
    expect(draft.steps.find(({ id }) => id === 'hl-11')?.due?.from).toEqual({ step: 'hl-99' })
  })

  it('a question and its answers take their conditions along, and keep their place', () => {
    const draft = source('gas-hotline-failure')
    renameOption(draft, 'fault_kind', 'no-query', 'blind')
    renameFact(draft, 'fault_kind', 'fault')
    expect(Object.keys(draft.facts)[0]).toBe('fault')
    expect(Object.keys(draft.facts.fault?.options ?? {})).toEqual(['blind', 'no-calls', 'other'])
    expect(Object.keys(draft.facts.fault?.from?.heard ?? {})).toEqual(['no-calls', 'blind'])
    expect(draft.steps.find(({ id }) => id === 'hl-19')?.when).toEqual({
      fact: 'fault',
      is: 'blind',
    })
    expect(JSON.stringify(draft.steps)).not.toContain('fault_kind')
    expect(draft.steps.find(({ id }) => id === 'hl-06')?.say?.zh).toContain('{fault}')
  })

  it('what is assumed in doubt, and what the report answers, follow a renamed answer', () => {
    const attack = source('gas-safety-premises-attack')
    renameOption(attack, 'attack_kind', 'restraint', 'held')
    expect(attack.facts.attack_kind).toMatchObject({
      inDoubt: { answer: ['held'] },
      from: { type: { 'personal-safety.restraint': 'held' }, heard: { held: expect.anything() } },
    })
    const fire = source('government-hall-fire')
    renameOption(fire, 'fire_size', 'large', 'big')
    expect(fire.facts.fire_size?.inDoubt).toEqual({ answer: 'big' })
  })

  it('a copy has ids of its own, and nothing in it names a step of the original', () => {
    const copy = copyPlan(
      source('gas-hotline-failure'),
      'hotline-two',
      'gas-customer-service',
      words('副本'),
    )
    const ids = copy.steps.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(JSON.stringify(copy)).not.toMatch(/"hl-\d\d"|copying/)
    expect(
      copy.steps.map((step) => mentionsOfStep(copy, step.id)).filter((count) => count > 0).length,
    ).toBeGreaterThan(3)
  })
})

describe('order', () => {
  it('a step moves among those of its stage, where the page shows it', () => {
    const draft = openDraft({
      steps: [
        { id: 'a', stage: 'report' },
        { id: 'b', stage: 'inform' },
        { id: 'c', stage: 'report' },
      ],
    }).draft
    expect([canMoveStep(draft, 0, -1), canMoveStep(draft, 0, 1), canMoveStep(draft, 1, 1)]).toEqual(
      [false, true, false],
    )
    expect(moveStep(draft, 2, -1)).toBe(0)
    expect(draft.steps.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    expect(
      byStage(draft.steps).map(({ stage, steps }) => [stage, steps.map(({ at }) => at)]),
    ).toEqual([
      ['report', [0, 1]],
      ['inform', [2]],
    ])
  })

  it('a new step takes the next free number of the plan, of a new plan the initials', () => {
    const draft = source('gas-hotline-failure')
    expect(nextStepId(draft)).toBe('hl-22')
    expect(newStep(draft, draft.steps[0])).toMatchObject({
      stage: 'report',
      role: 'hotline-agent',
      clause: 'S09-73',
    })
    expect(newPlan('gas-leak-home', 'gas-customer-service', words('漏气')).steps).toMatchObject([
      { id: 'glh-01', stage: 'respond' },
    ])
  })
})

describe('in words', () => {
  it('durations are read and written with their unit', () => {
    expect([readDuration('15m'), readDuration(''), readDuration('x')]).toEqual([
      { count: '15', unit: 'm' },
      { count: '', unit: 'm' },
      { count: '', unit: 'm' },
    ])
    expect([
      writeDuration('2', 'h'),
      writeDuration('', 'h'),
      durationMs('2h'),
      durationMs(undefined),
    ]).toEqual(['2h', '', 7_200_000, 0])
  })

  it('conditions and limits are read back, and half-written ones are not', () => {
    const draft = source('gas-hotline-failure')
    const named = namedIn(draft, [], [])
    expect(
      draftConditionText(
        {
          all: [
            { fact: 'fixable_now', is: 'no' },
            { step: 'hl-14', is: 'late' },
          ],
        },
        named,
      )?.zh,
    ).toBe('“能否当场修好？”答不能，且“10分钟内恢复电话接入”超时')
    expect(draftConditionText({ all: [{ fact: 'fixable_now', is: '' }] }, named)).toBeNull()
    draft.facts.fixable_now!.question = { zh: '修得好吗？', en: '' }
    expect(
      draftConditionText({ fact: 'fixable_now', is: 'no' }, namedIn(draft, [], []))?.en,
    ).toContain('修得好吗？')
    expect(
      draftDueText({ within: { workday: '15m', holiday: '45m' }, from: { step: 'hl-02' } }, named)
        ?.zh,
    ).toBe('“请信息中心来修”完成后工作日15分钟、假日45分钟内')
    expect(draftDueText({ within: '', from: 'reported' }, named)).toBeNull()
    const by = (no: string) => ({ fact: 'fixable_now', is: { yes: '15m', no } })
    expect(draftDueText({ within: by('1h'), from: 'reported' }, named)?.zh).toBe(
      '接报后，“能否当场修好？”答能15分钟、答不能1小时内',
    )
    expect(draftDueText({ within: by(''), from: 'reported' }, named)).toBeNull()
  })
})
