/**
 * Checks that every step can come to its turn: finds conditions that contradict themselves and
 * steps that hang on steps that never come.
 */
import { REACHED_STATES, type Condition, type Question, type Plan, type Step } from '../plan.ts'
import type { Leaf } from '../walk.ts'
import { error, type FindingDraft, type PlanRule } from './finding.ts'

type Claim = { leaf: Leaf; holds: boolean }
type Known = {
  facts: readonly Question[]
  comes: (stepId: string) => boolean
  canBeLate: (stepId: string) => boolean
}

const named = (claims: readonly Claim[], holds: boolean): readonly string[] =>
  claims.flatMap(({ leaf, holds: current }) =>
    current === holds && 'is' in leaf && 'fact' in leaf ? [leaf.is].flat() : [],
  )

/**
 * Claims over one question with options: some option must be left that is in every wanted set and
 * in no excluded one.
 */
function answerable(fact: Question, claims: readonly Claim[]): boolean {
  const excluded = named(claims, false)
  const sets = claims
    .filter(({ holds }) => holds)
    .map((claim) => named([claim], true).filter((value) => !excluded.includes(value)))
  if (fact.several) return sets.every((set) => set.length > 0)
  return fact.options.some(
    ({ value }) => !excluded.includes(value) && sets.every((set) => set.includes(value)),
  )
}

/** Claims of one number: above every lower bound and not above any upper one. */
function between(claims: readonly Claim[], bound: (leaf: Leaf) => number): boolean {
  const floor = Math.max(...claims.filter(({ holds }) => holds).map(({ leaf }) => bound(leaf)))
  const ceiling = Math.min(...claims.filter(({ holds }) => !holds).map(({ leaf }) => bound(leaf)))
  return floor < ceiling
}

/** What a leaf is about: claims over different subjects never contradict each other. */
const subject = (leaf: Leaf): string =>
  'fact' in leaf
    ? `fact ${leaf.fact}`
    : 'step' in leaf
      ? `step ${leaf.step} ${leaf.is}`
      : 'elapsed' in leaf
        ? `elapsed ${JSON.stringify(leaf.from)}`
        : 'casualties' in leaf
          ? `casualties ${leaf.casualties}`
          : Object.keys(leaf).join()

function consistent(claims: readonly Claim[], known: Known): boolean {
  const bySubject = Map.groupBy(claims, ({ leaf }) => subject(leaf))
  return [...bySubject.values()].every((group) => {
    const leaf = group[0]?.leaf
    if (!leaf) return true
    if ('elapsed' in leaf) return between(group, (item) => ('elapsed' in item ? item.elapsed : 0))
    if ('calendar' in leaf)
      return (
        new Set(
          group.map(
            (group) =>
              'calendar' in group.leaf && (group.leaf.calendar === 'workday') === group.holds,
          ),
        ).size === 1
      )
    if ('step' in leaf) {
      const signs = new Set(group.map(({ holds }) => holds))
      return (
        signs.size === 1 &&
        (!signs.has(true) ||
          (leaf.is === 'done' ? known.comes(leaf.step) : known.canBeLate(leaf.step)))
      )
    }
    if ('casualties' in leaf)
      return between(group, (item) => ('casualties' in item ? item.over : 0))
    if ('state' in leaf)
      return between(group, (item) => ('state' in item ? REACHED_STATES.indexOf(item.state) : 0))
    // an incident may get another type or level at any time
    if ('type' in leaf || 'level' in leaf) return true
    const fact = known.facts.find((fact) => fact.key === leaf.fact)
    if (!fact || fact.kind === 'calendar') return true // another rule speaks about it
    return 'over' in leaf
      ? between(group, (item) => ('over' in item ? item.over : 0))
      : answerable(fact, group)
  })
}

/**
 * Can all of these hold at once? Takes the parts apart one by one, trying each branch of an "any".
 */
function possible(
  open: readonly { condition: Condition; holds: boolean }[],
  claims: readonly Claim[],
  known: Known,
): boolean {
  const [first, ...rest] = open
  if (!first) return consistent(claims, known)
  const { condition, holds } = first
  if ('not' in condition)
    return possible([{ condition: condition.not, holds: !holds }, ...rest], claims, known)
  if ('all' in condition || 'any' in condition) {
    const parts = ('all' in condition ? condition.all : condition.any).map((part) => ({
      condition: part,
      holds,
    }))
    return 'all' in condition === holds
      ? possible([...parts, ...rest], claims, known)
      : parts.some((part) => possible([part, ...rest], claims, known))
  }
  const more = [...claims, { leaf: condition, holds }]
  return consistent(more, known) && possible(rest, more, known)
}

/** Ids of the steps that never open, whatever is answered and whatever is late. */
function neverOpen(plan: Plan): ReadonlySet<string> {
  const never = new Set<string>()
  const exists = (id: string): Step | undefined => plan.steps.find((step) => step.id === id)
  const starts = ({ due }: Step): boolean =>
    due !== null &&
    !(typeof due.from === 'object' && 'step' in due.from && never.has(due.from.step))
  const known: Known = {
    facts: plan.facts,
    comes: (id) => !never.has(id),
    canBeLate: (id) => {
      const step = exists(id)
      return !step || (!never.has(id) && starts(step)) // an unknown step is told by another rule
    },
  }
  for (let before = -1; before !== never.size;) {
    before = never.size
    for (const { id, when } of plan.steps)
      if (when && !never.has(id) && !possible([{ condition: when, holds: true }], [], known))
        never.add(id)
  }
  return never
}

export const reach: PlanRule = (plan) => {
  const never = neverOpen(plan)
  return plan.steps.flatMap((step): readonly FindingDraft[] => {
    if (never.has(step.id))
      return [
        error(
          'unreachable',
          `steps.${step.id}.when`,
          '这个条件永远不成立，步骤不会出现',
          'This condition can never hold, so the step never comes',
        ),
      ]
    const from = step.due?.from
    return typeof from === 'object' && 'step' in from && never.has(from.step)
      ? [
          error(
            'unreachable',
            `steps.${step.id}.due.from`,
            `“${from.step}”不会出现，时限无从起算`,
            `“${from.step}” never comes, so the limit never starts`,
          ),
        ]
      : []
  })
}
