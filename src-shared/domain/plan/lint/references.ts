/**
 * Checks that everything that a plan names exists: roles, steps, facts, options, clauses, levels.
 * It looks inside one plan only.
 */
import { isByAnswer } from '../due.ts'
import type { Anchor, Question, Plan, Step } from '../plan.ts'
import { leavesOf, type Leaf } from '../walk.ts'
import {
  error,
  repeated,
  unknownFact,
  unknownOption,
  unknownStep,
  type FindingDraft,
  type PlanRule,
} from './finding.ts'

export const unknownRole = (path: string, id: string): FindingDraft =>
  error(
    'unknown-role',
    path,
    `没有“${id}”这个岗位，请在预案文件的roles中写明`,
    `There is no role “${id}”: define it under roles in document.yaml`,
  )
export const unknownClause = (path: string, id: string): FindingDraft =>
  error(
    'unknown-clause',
    path,
    `没有“${id}”这一条，请在预案文件的clauses中写明`,
    `There is no clause “${id}”: define it under clauses in document.yaml`,
  )

export const roles: PlanRule = (plan) => {
  const known = new Set(plan.roles.map((role) => role.id))
  const check = (id: string, path: string): readonly FindingDraft[] =>
    known.has(id) ? [] : [unknownRole(path, id)]
  return [
    ...check(plan.commander, 'commander'),
    ...(plan.activation
      ? [
          ...check(plan.activation.by, 'activation.by'),
          ...check(plan.activation.confirmedBy, 'activation.confirmedBy'),
        ]
      : []),
    ...plan.facts.flatMap((fact) => check(fact.decidedBy, `facts.${fact.key}.decidedBy`)),
    ...plan.steps.flatMap((step) => [
      ...check(step.role, `steps.${step.id}.role`),
      ...step.helpers.flatMap((id) => check(id, `steps.${step.id}.helpers`)),
      ...step.late.flatMap((level) => check(level.notify, `steps.${step.id}.late`)),
      ...step.calls.flatMap((call) =>
        call.role ? check(call.role, `steps.${step.id}.calls`) : [],
      ),
    ]),
    ...plan.roles.flatMap((role) =>
      role.substitutes.flatMap((id) => check(id, `roles.${role.id}.substitutes`)),
    ),
  ]
}

export const clauses: PlanRule = (plan) => {
  const known = new Set(plan.clauses.map((clause) => clause.id))
  const check = (id: string, path: string): readonly FindingDraft[] =>
    known.has(id) ? [] : [unknownClause(path, id)]
  return [
    ...(plan.activation ? check(plan.activation.clause, 'activation.clause') : []),
    ...(plan.start ?? []).flatMap((rule, index) => check(rule.clause, `start.${index}.clause`)),
    ...plan.facts.flatMap((fact) => check(fact.clause, `facts.${fact.key}.clause`)),
    ...plan.steps.flatMap((step) => [
      ...check(step.clause, `steps.${step.id}.clause`),
      ...step.clauses.flatMap((id) => check(id, `steps.${step.id}.clauses`)),
    ]),
  ]
}

function optionsOf(fact: Question, leaf: Leaf, path: string): readonly FindingDraft[] {
  if (!('fact' in leaf)) return []
  if ('over' in leaf)
    return fact.kind === 'number' || fact.kind === 'estimate'
      ? []
      : [
          error(
            'wrong-kind',
            path,
            `“${fact.key}”不是数，不能用 over`,
            `“${fact.key}” is not a number, so it cannot be “over”`,
          ),
        ]
  if (fact.kind === 'number' || fact.kind === 'estimate')
    return [
      error(
        'wrong-kind',
        path,
        `“${fact.key}”是数，请用 over`,
        `“${fact.key}” is a number; write over`,
      ),
    ]
  if (fact.kind === 'calendar')
    return [
      error(
        'wrong-kind',
        path,
        '工作日历由系统判断，请写 {calendar: workday} 或 {calendar: holiday}',
        'The station answers the calendar: write {calendar: workday} or {calendar: holiday}',
      ),
    ]
  const offered = fact.options.map((option) => option.value)
  const query = typeof leaf.is === 'string' ? [leaf.is] : leaf.is
  return query
    .filter((value) => !offered.includes(value))
    .map((value) => unknownOption(fact, value, path))
}

function anchor(from: Anchor, plan: Plan, path: string): readonly FindingDraft[] {
  if (typeof from === 'string') return []
  if ('step' in from)
    return plan.steps.some((step) => step.id === from.step) ? [] : [unknownStep(path, from.step)]
  return plan.facts.some((fact) => fact.key === from.fact) ? [] : [unknownFact(path, from.fact)]
}

/** A limit by answer: a question with options of which one is chosen, and a time for each. */
function inLimit({ facts }: Plan, { id, due }: Step): readonly FindingDraft[] {
  if (!due || !isByAnswer(due.within)) return []
  const { fact: key, is } = due.within
  const path = `steps.${id}.due.within`
  const fact = facts.find((known) => known.key === key)
  if (!fact) return [unknownFact(path, key)]
  if ((fact.kind !== 'choice' && fact.kind !== 'bool') || fact.several)
    return [
      error(
        'wrong-kind',
        path,
        `时限只能按单选题或是非题的答案分，“${key}”不是；按工作日、假日分的请写 {workday: …, holiday: …}`,
        `A limit goes by a question with one answer out of several, and “${key}” is none; by the calendar write {workday: …, holiday: …}`,
      ),
    ]
  const offered = fact.options.map(({ value }) => value)
  const missing = fact.options.filter(({ value }) => !Object.hasOwn(is, value))
  return [
    ...Object.keys(is)
      .filter((value) => !offered.includes(value))
      .map((value) => unknownOption(fact, value, path)),
    ...(missing.length === 0
      ? []
      : [
          error(
            'due-misses-option',
            path,
            `时限没写答${missing.map(({ label }) => `“${label.zh}”`).join('、')}时是多久`,
            `The limit does not say how long it is for ${missing.map(({ label }) => `“${label.en}”`).join(', ')}`,
          ),
        ]),
  ]
}

function inCondition(plan: Plan, step: Step): readonly FindingDraft[] {
  const path = `steps.${step.id}.when`
  return leavesOf(step.when).flatMap((leaf) => {
    if ('elapsed' in leaf) return anchor(leaf.from, plan, path)
    if ('step' in leaf)
      return plan.steps.some((step) => step.id === leaf.step) ? [] : [unknownStep(path, leaf.step)]
    if (!('fact' in leaf)) return []
    const fact = plan.facts.find((fact) => fact.key === leaf.fact)
    return fact ? optionsOf(fact, leaf, path) : [unknownFact(path, leaf.fact)]
  })
}

export const stepsAndFacts: PlanRule = (plan) =>
  plan.steps.flatMap((step) => [
    ...inCondition(plan, step),
    ...step.after
      .filter((id) => !plan.steps.some((step) => step.id === id))
      .map((id) => unknownStep(`steps.${step.id}.after`, id)),
    ...(step.due ? anchor(step.due.from, plan, `steps.${step.id}.due.from`) : []),
    ...inLimit(plan, step),
  ])

export const levels: PlanRule = (plan) =>
  plan.defaultLevel === null || plan.levels.some((level) => level.level === plan.defaultLevel)
    ? []
    : [
        error(
          'unknown-level',
          'level',
          `级别表中没有第${plan.defaultLevel}级`,
          `The level set has no level ${plan.defaultLevel}`,
        ),
      ]

export const names: PlanRule = (plan) => [
  ...repeated(
    plan.steps.map((step) => step.id),
    (id) =>
      error(
        'duplicate-step',
        `steps.${id}`,
        `步骤编号“${id}”用了不止一次`,
        `The step id “${id}” is used more than once`,
      ),
  ),
  ...repeated(
    plan.facts.map((fact) => fact.key),
    (key) =>
      error(
        'duplicate-fact',
        `facts.${key}`,
        `问题“${key}”写了不止一次`,
        `The question “${key}” is defined more than once`,
      ),
  ),
]
