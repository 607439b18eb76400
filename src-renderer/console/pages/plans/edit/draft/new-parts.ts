/**
 * Makes new parts of a plan, with ids that are free in it; the station's linter tells whether they
 * are free in the library.
 */
import { renameStep } from './rename.ts'
import { writePlanTitle, writeQuestion } from './write-title.ts'
import type { EditedPlan, DraftCondition, DraftQuestion, DraftStep, Words } from './draft-types.ts'

export const noWords = (): Words => ({ zh: '', en: '' })

/** Nothing is written in any language. */
export const isEmpty = (words: Words | undefined): boolean =>
  (words?.zh ?? '') === '' && (words?.en ?? '') === ''

/** The first of `prefix-01`, `prefix-02` … that is behind all that are taken. */
function nextNumbered(prefix: string, taken: readonly string[]): string {
  const numbers = taken.flatMap((id) =>
    id.startsWith(`${prefix}-`) && /^\d+$/.test(id.slice(prefix.length + 1))
      ? [Number(id.slice(prefix.length + 1))]
      : [],
  )
  return `${prefix}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`
}

/**
 * What most step ids of the plan begin with (`hl` of hl-01 … hl-21); of a new plan the initials of
 * its id.
 */
function prefixOf(draft: EditedPlan): string {
  const counts = new Map<string, number>()
  for (const { id } of draft.steps) {
    const prefix = /^(.+)-\d+$/.exec(id)?.[1]
    if (prefix) counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
  }
  return (
    [...counts].toSorted(([, item], [, other]) => other - item)[0]?.[0] ??
    (draft.id
      .split(/[-_.]/)
      .map((word) => word[0] ?? '')
      .join('')
      .replace(/^[^a-z]+/, '') ||
      's')
  )
}

export const nextStepId = (draft: EditedPlan): string =>
  nextNumbered(
    prefixOf(draft),
    draft.steps.map(({ id }) => id),
  )

export function nextFactKey(draft: EditedPlan): string {
  let number = Object.keys(draft.facts).length + 1
  while (`question_${number}` in draft.facts) number += 1
  return `question_${number}`
}

export function nextOption(options: Readonly<Record<string, Words>>): string {
  let number = Object.keys(options).length + 1
  while (`option-${number}` in options) number += 1
  return `option-${number}`
}

/** A new step, like the one it stands beside in whatever a neighbour usually shares. */
export const newStep = (draft: EditedPlan, beside: DraftStep | undefined): DraftStep => ({
  id: nextStepId(draft),
  stage: beside?.stage ?? 'respond',
  title: noWords(),
  short: noWords(),
  role: beside?.role ?? '',
  clause: beside?.clause ?? '',
})

export const newFact = (beside: DraftQuestion | undefined): DraftQuestion => ({
  kind: 'bool',
  question: noWords(),
  decidedBy: beside?.decidedBy ?? '',
  clause: beside?.clause ?? '',
})

/**
 * Adds a yes-or-no question for a step that waits for it, and answers its key. While nobody has
 * answered, the answer with which the step comes is assumed.
 */
export function newQuestion(
  draft: EditedPlan,
  question: Words,
  step: DraftStep,
  answer: 'yes' | 'no',
): string {
  const key = nextFactKey(draft)
  const last = Object.values(draft.facts).at(-1)
  const fact: DraftQuestion = {
    ...newFact(last),
    decidedBy: last?.decidedBy || step.role,
    clause: step.clause,
    inDoubt: { answer },
  }
  writeQuestion(fact, question)
  draft.facts = { ...draft.facts, [key]: fact }
  return key
}

/** The same step again under a free id: same words, same limits. */
export const stepAgain = (draft: EditedPlan, step: DraftStep): DraftStep => ({
  ...structuredClone(step),
  id: nextStepId(draft),
})

export const CONDITION_KINDS = [
  'fact',
  'step',
  'elapsed',
  'calendar',
  'type',
  'level',
  'casualties',
  'state',
  'all',
  'any',
  'not',
] as const
export type ConditionKind = (typeof CONDITION_KINDS)[number]
/**
 * What a rule to start may look at: the incident and other plans, before this one has a step or a
 * clock.
 */
export const START_KINDS: readonly ConditionKind[] = [
  'fact',
  'type',
  'level',
  'casualties',
  'elapsed',
  'all',
  'any',
  'not',
]

export const conditionKind = (condition: DraftCondition): ConditionKind =>
  CONDITION_KINDS.find((kind) => kind in condition) ?? 'fact'

/** A condition of this kind that says nothing yet. */
export function emptyCondition(kind: ConditionKind): DraftCondition {
  switch (kind) {
    case 'fact':
      return { fact: '', is: '' }
    case 'step':
      return { step: '', is: 'done' }
    case 'elapsed':
      return { elapsed: '', from: 'reported' }
    case 'calendar':
      return { calendar: 'holiday' }
    case 'type':
      return { type: [] }
    case 'level':
      return { level: 1 }
    case 'casualties':
      return { casualties: 'hurt', over: 0 }
    case 'state':
      return { state: 'contained' }
    case 'all':
      return { all: [emptyCondition('fact')] }
    case 'any':
      return { any: [emptyCondition('fact')] }
    case 'not':
      return { not: emptyCondition('fact') }
  }
}

/** The types that the name of a plan names, by their codes. */
export const typesCalled = (
  title: Words,
  types: readonly { code: string; name: Words }[],
): string[] =>
  types
    .filter(({ name }) => title.zh.includes(name.zh) || (title.en !== '' && title.en === name.en))
    .map(({ code }) => code)

/** A plan with one empty step in a document, for these types. */
export function newPlan(
  id: string,
  document: string,
  title: Words,
  types: string[] = [],
): EditedPlan {
  const empty: EditedPlan = {
    id,
    document,
    title: noWords(),
    short: noWords(),
    types,
    facts: {},
    steps: [],
  }
  writePlanTitle(empty, title)
  return { ...empty, steps: [newStep(empty, undefined)] }
}

/**
 * A copy under another id. Step ids are unique in the library, so every step gets a new one, and
 * what names it follows.
 */
export function copyPlan(
  source: EditedPlan,
  id: string,
  document: string,
  title: Words,
): EditedPlan {
  const copy: EditedPlan = { ...structuredClone(source), id, document, title }
  const prefix = prefixOf({ ...copy, steps: [] })
  // first out of each other's way
  copy.steps
    .map((step) => step.id)
    .forEach((was, index) => renameStep(copy, index, `${was}.copying`))
  copy.steps.forEach((_step, index) =>
    renameStep(copy, index, `${prefix}-${String(index + 1).padStart(2, '0')}`),
  )
  return copy
}

/** Nothing of it is written but its name. */
export const isFresh = ({ steps, facts }: EditedPlan): boolean =>
  steps.length === 1 &&
  steps.every(({ title }) => isEmpty(title)) &&
  Object.keys(facts).length === 0
