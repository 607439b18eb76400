/** A small plan without a fault, for tests that plant one. */
import type { LintedDocument } from '#shared/domain/plan/lint.ts'
import type { Question, Plan, Role, Step } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'

export const role = (id: string): Role => ({
  id,
  name: localized(id, id),
  aliases: [],
  duty: null,
  substitutes: [],
})

export const step = (id: string, over: Partial<Step> = {}): Step => ({
  id,
  stage: 'respond',
  title: localized(id, id),
  short: localized('短', 'short'),
  role: 'desk',
  helpers: [],
  when: null,
  after: [],
  due: null,
  urgency: null,
  late: [],
  calls: [],
  say: null,
  announce: null,
  materials: [],
  evidence: null,
  prohibits: false,
  lifeSafety: false,
  required: false,
  list: null,
  clause: 'C-1',
  clauses: [],
  proposed: false,
  ...over,
})

export const fact = (key: string, over: Partial<Question> = {}): Question => ({
  key,
  kind: 'choice',
  question: localized(key, key),
  several: false,
  exhaustive: true,
  unit: null,
  decidedBy: 'desk',
  criterion: null,
  options: [
    { value: 'small', label: localized('小', 'small') },
    { value: 'large', label: localized('大', 'large') },
  ],
  recordOnly: false,
  clause: 'C-1',
  proposed: false,
  ...over,
})

const minute = 60_000

/**
 * Facts: size (small or large), loss (number), safe (bool). Steps: s-1 timed, s-2 when it is late,
 * s-3 when large.
 */
export const samplePlan = (over: Partial<Plan> = {}): Plan => ({
  id: 'sample',
  revision: 'r',
  document: 'sample-document',
  documentTitle: localized('例', 'Sample'),
  siteKinds: ['mall'],
  title: localized('例', 'Sample'),
  short: localized('例', 'Sample'),
  types: ['top.kind'],
  triggers: [],
  facts: [
    fact('size'),
    fact('loss', { kind: 'number', options: [], unit: localized('元', 'yuan') }),
    fact('safe', {
      kind: 'bool',
      options: [
        { value: 'yes', label: localized('是', 'yes') },
        { value: 'no', label: localized('否', 'no') },
      ],
    }),
  ],
  steps: [
    step('s-1', {
      due: { within: 15 * minute, from: 'reported' },
      late: [{ after: 0, notify: 'boss', say: null, proposed: false }],
    }),
    step('s-2', { when: { step: 's-1', is: 'late' } }),
    step('s-3', {
      when: {
        any: [
          { fact: 'size', is: 'large' },
          { fact: 'loss', over: 5000 },
          { fact: 'safe', is: 'no' },
        ],
      },
      after: ['s-1'],
    }),
  ],
  roles: [role('desk'), role('boss')],
  commander: 'boss',
  levels: [{ level: 1, name: localized('一级', 'Level I') }],
  defaultLevel: 1,
  clauses: [{ id: 'C-1', chapter: localized('一', 'One'), says: localized('例', 'Sample') }],
  completeness: 'complete',
  openPoints: [],
  ...over,
})

export const sampleDocument = (over: Partial<LintedDocument> = {}): LintedDocument => ({
  id: 'sample-document',
  roles: [role('desk'), role('boss')],
  categories: [{ code: 'top', name: localized('类', 'Top') }],
  types: [
    { code: 'top.kind', name: localized('型', 'Kind'), category: 'top', legal: null, words: [] },
  ],
  ...over,
})

/** The sample with one step changed. */
export const withStep = (id: string, over: Partial<Step>): Plan => {
  const plan = samplePlan()
  return {
    ...plan,
    steps: plan.steps.map((step) => (step.id === id ? { ...step, ...over } : step)),
  }
}

/** The sample with one question changed. */
export const withFact = (key: string, over: Partial<Question>): Plan => {
  const plan = samplePlan()
  return {
    ...plan,
    facts: plan.facts.map((fact) => (fact.key === key ? { ...fact, ...over } : fact)),
  }
}
