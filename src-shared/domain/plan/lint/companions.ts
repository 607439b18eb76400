/**
 * Checks what plans need of each other: a base for an annex, a plan for a step that starts one, a
 * question for a rule that reads one.
 */
import type { Condition, Plan } from '../plan.ts'
import { liesUnder } from '../type-tree.ts'
import { leavesOf, stepsRead, type Leaf } from '../walk.ts'
import { error, type FindingDraft, type Finding, type LintedLibrary } from './finding.ts'
import { askedTwice } from './setting.ts'

const unknownPlan = (path: string, id: string): FindingDraft =>
  error('unknown-plan', path, `没有“${id}”这份预案`, `There is no plan “${id}”`)

/** Wherever this plan is offered, the other one is. */
const isBeside = (plan: Plan, other: Plan): boolean =>
  plan.siteKinds.every((kind) => other.siteKinds.includes(kind))

const elsewhere = (path: string, id: string): FindingDraft =>
  error(
    'plan-elsewhere',
    path,
    `预案“${id}”不是每类用到本预案的单位都有（见siteKinds）`,
    `“${id}” is missing at some kinds of site that have this plan (see siteKinds)`,
  )

/**
 * The bases of a plan, the nearest first, as far as they are known; `cycle` if the way comes back
 * to where it was.
 */
function basesOf(plan: Plan, plans: readonly Plan[]): { bases: readonly Plan[]; cycle: boolean } {
  const bases: Plan[] = []
  for (let id = plan.extends ?? null; id !== null; id = bases.at(-1)?.extends ?? null) {
    if (id === plan.id || bases.some((base) => base.id === id)) return { bases, cycle: true }
    const base = plans.find((plan) => plan.id === id)
    if (!base) break
    bases.push(base)
  }
  return { bases, cycle: false }
}

/**
 * A step of the base that stays, and that a replaced one would have to come before: its limit never
 * starts, or it never comes.
 */
function orphans(plan: Plan, bases: readonly Plan[]): readonly FindingDraft[] {
  const replaced = plan.replaces ?? []
  return bases
    .flatMap((base) => base.steps)
    .filter((step) => !replaced.includes(step.id))
    .flatMap((step) => {
      const from =
        step.due && typeof step.due.from === 'object' && 'step' in step.due.from
          ? [step.due.from.step]
          : []
      const gone = [...from, ...stepsRead(step.when)].find((id) => replaced.includes(id))
      return gone === undefined
        ? []
        : [
            error(
              'replaced-step-needed',
              'replaces',
              `“${step.id}”还要用到被代替的“${gone}”，请一并代替`,
              `“${step.id}” still refers to “${gone}”, which is replaced: replace that step as well`,
            ),
          ]
    })
}

/** A value that a question of the base asks for already. */
const askedTwiceInBase = (plan: Plan, bases: readonly Plan[]): readonly FindingDraft[] =>
  plan.facts.flatMap((fact) =>
    askedTwice(
      [fact],
      bases.flatMap(({ facts }) => facts),
    ),
  )

function annex(plan: Plan, plans: readonly Plan[]): readonly FindingDraft[] {
  if (!plan.extends) return []
  const { bases, cycle } = basesOf(plan, plans)
  if (cycle)
    return [
      error(
        'annex-cycle',
        'extends',
        '附件与基础预案互相引用',
        'The plans extend each other in a ring',
      ),
    ]
  const [base] = bases
  if (!base) return [unknownPlan('extends', plan.extends)]
  const steps = new Set(bases.flatMap((base) => base.steps.map((step) => step.id)))
  const confirms = plan.steps.find((step) => step.confirms)
  return [
    ...(isBeside(plan, base) ? [] : [elsewhere('extends', base.id)]),
    ...(plan.replaces ?? [])
      .filter((id) => !steps.has(id))
      .map((id) =>
        error(
          'unknown-step',
          'replaces',
          `基础预案没有“${id}”这一步`,
          `The base has no step “${id}”`,
        ),
      ),
    ...orphans(plan, bases),
    ...askedTwiceInBase(plan, bases),
    ...(confirms && ![plan, ...bases].some((item) => item.activation)
      ? [
          error(
            'confirms-without-activation',
            `steps.${confirms.id}.confirms`,
            '本预案和基础预案都没有先行启动，不用确认',
            'Neither this plan nor its base is started provisionally, so there is nothing to confirm: leave out confirms',
          ),
        ]
      : []),
  ]
}

const starts = (plan: Plan, plans: readonly Plan[]): readonly FindingDraft[] =>
  plan.steps.flatMap((step) => {
    const id = step.starts?.plan
    if (!id) return []
    const path = `steps.${step.id}.starts.plan`
    const other = plans.find((plan) => plan.id === id)
    if (other?.id === plan.id)
      return [error('starts-itself', path, '不能启动本预案自己', 'A plan cannot start itself')]
    return other ? (isBeside(plan, other) ? [] : [elsewhere(path, id)]) : [unknownPlan(path, id)]
  })

/** A rule reads a question of another plan: somebody must ask it, and offer the answer. */
function request(leaf: Leaf, others: readonly Plan[], path: string): readonly FindingDraft[] {
  if (!('fact' in leaf)) return []
  const facts = others.flatMap((plan) => plan.facts).filter((fact) => fact.key === leaf.fact)
  if (facts.length === 0)
    return [
      error(
        'unknown-fact',
        path,
        `别的预案没有“${leaf.fact}”这个问题`,
        `No other plan has a question “${leaf.fact}”`,
      ),
    ]
  if ('over' in leaf)
    return facts.some(({ kind }) => kind === 'number' || kind === 'estimate')
      ? []
      : [
          error(
            'wrong-kind',
            path,
            `“${leaf.fact}”不是数，不能用 over`,
            `“${leaf.fact}” is not a number, so it cannot be “over”`,
          ),
        ]
  const offered = new Set(facts.flatMap(({ options }) => options.map(({ value }) => value)))
  return [leaf.is]
    .flat()
    .filter((value) => !offered.has(value))
    .map((value) =>
      error(
        'unknown-option',
        path,
        `“${leaf.fact}”没有“${value}”这个选项`,
        `“${leaf.fact}” has no option “${value}”`,
      ),
    )
}

/** A type may be named by what it lies under. */
const unknownTypes = (
  named: readonly string[],
  codes: readonly string[],
  path: string,
): readonly FindingDraft[] =>
  named
    .filter((code) => !codes.some((known) => liesUnder(known, code)))
    .map((code) =>
      error(
        'unknown-type',
        path,
        `没有“${code}”这个事件类型`,
        `There is no incident type “${code}”`,
      ),
    )

/** Types and levels that a condition reads. */
function scales(
  when: Condition | null,
  plan: Plan,
  codes: readonly string[],
  path: string,
): readonly FindingDraft[] {
  return leavesOf(when).flatMap((leaf) => {
    if ('type' in leaf) return unknownTypes(leaf.type, codes, path)
    return 'level' in leaf && !plan.levels.some(({ level }) => level === leaf.level)
      ? [
          error(
            'unknown-level',
            path,
            `级别表中没有第${leaf.level}级`,
            `The level set has no level ${leaf.level}`,
          ),
        ]
      : []
  })
}

function conditions(
  plan: Plan,
  plans: readonly Plan[],
  codes: readonly string[],
): readonly FindingDraft[] {
  const start = plan.start ?? []
  const others = start.length === 0 ? [] : plans.filter((other) => other.id !== plan.id)
  return [
    ...plan.facts.flatMap((fact) =>
      unknownTypes(Object.keys(fact.from?.type ?? {}), codes, `facts.${fact.key}.from.type`),
    ),
    ...plan.steps.flatMap((step) => scales(step.when, plan, codes, `steps.${step.id}.when`)),
    ...start.flatMap(({ when }, index) => [
      ...scales(when, plan, codes, `start.${index}.when`),
      ...leavesOf(when).flatMap((leaf) => request(leaf, others, `start.${index}.when`)),
    ]),
  ]
}

export function companions({ documents, plans }: LintedLibrary): readonly Finding[] {
  const codes = documents.flatMap((document) => document.types.map(({ code }) => code))
  return plans.flatMap((plan) =>
    [...annex(plan, plans), ...starts(plan, plans), ...conditions(plan, plans, codes)].map(
      (draft) => ({ ...draft, document: plan.document, planId: plan.id }),
    ),
  )
}
