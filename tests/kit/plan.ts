/**
 * Small plans for tests of the rules: only what a test is about has to be written, the rest is
 * plain.
 */
import type { Question, Plan, EscalationStep, Step } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export const step = (id: string, part: Partial<Step> = {}): Step => ({
  id,
  stage: 'respond',
  title: localized(`步骤${id}`, `Step ${id}`),
  short: localized(id, id),
  role: 'desk',
  helpers: [],
  when: null,
  after: [],
  due: null,
  urgency: null,
  late: part.due ? [{ after: 0, notify: 'head', say: null, proposed: false }] : [],
  calls: [],
  say: null,
  announce: null,
  materials: [],
  evidence: null,
  prohibits: false,
  lifeSafety: false,
  required: false,
  list: null,
  clause: 'S00-01',
  clauses: [],
  proposed: false,
  ...part,
})

export const escalationStep = (
  notify: string,
  after = 0,
  part: Partial<EscalationStep> = {},
): EscalationStep => ({
  after,
  notify,
  say: null,
  proposed: false,
  ...part,
})

export const yesNo = (key: string, part: Partial<Question> = {}): Question => ({
  key,
  kind: 'bool',
  question: localized(`${key}？`, `${key}?`),
  options: [
    { value: 'yes', label: localized('是', 'yes') },
    { value: 'no', label: localized('否', 'no') },
  ],
  several: false,
  exhaustive: true,
  unit: null,
  decidedBy: 'desk',
  criterion: null,
  recordOnly: false,
  clause: 'S00-01',
  proposed: false,
  ...part,
})

export const choice = (
  key: string,
  values: readonly string[],
  part: Partial<Question> = {},
): Question =>
  yesNo(key, {
    kind: 'choice',
    options: values.map((value) => ({ value, label: localized(value, value) })),
    ...part,
  })

export const amount = (key: string, part: Partial<Question> = {}): Question =>
  yesNo(key, { kind: 'number', options: [], ...part })

const role = (id: string): Plan['roles'][number] => ({
  id,
  name: localized(`岗位${id}`, `Post ${id}`),
  aliases: [],
  duty: null,
  substitutes: [],
})

export const plan = (id: string, steps: readonly Step[], part: Partial<Plan> = {}): Plan => ({
  id,
  revision: `${id}-r1`,
  document: 'test',
  documentTitle: localized('测试预案', 'Test document'),
  siteKinds: ['mall'],
  title: localized(`预案${id}`, `Plan ${id}`),
  short: localized(id, id),
  types: [],
  triggers: [],
  facts: [],
  steps,
  roles: ['desk', 'head', 'manager', 'leader'].map(role),
  commander: 'leader',
  levels: [1, 2, 3, 4].map((level) => ({ level, name: localized(`${level}级`, `Level ${level}`) })),
  defaultLevel: null,
  clauses: [
    { id: 'S00-01', chapter: localized('第一章', 'Chapter 1'), says: localized('测试', 'Test') },
  ],
  completeness: 'complete',
  openPoints: [],
  ...part,
})
