/** Renames steps, questions and answers: everything in the plan that names them follows. */
import type { Anchor } from '#shared/domain/plan/plan.ts'
import type { EditedPlan, DraftCondition, DraftLimit, DraftQuestion } from './draft-types.ts'

/** Every condition of a tree, itself included. */
function allOf(condition: DraftCondition | undefined): readonly DraftCondition[] {
  if (!condition) return []
  const below =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'not' in condition
          ? [condition.not]
          : []
  return [condition, ...below.flatMap(allOf)]
}

const ofSteps = (draft: EditedPlan): readonly DraftCondition[] =>
  draft.steps.flatMap((step) => allOf(step.when))

const anchors = (draft: EditedPlan): readonly Anchor[] => [
  ...draft.steps.flatMap((step) => (step.due ? [step.due.from] : [])),
  ...ofSteps(draft).flatMap((step) => ('elapsed' in step ? [step.from] : [])),
  ...Object.values(draft.facts).flatMap(({ ask }) => (ask?.from ? [ask.from] : [])),
]

/** The limits that go by the answer to a question. */
const limitsBy = (draft: EditedPlan, key: string): readonly DraftLimit[] =>
  draft.steps.flatMap(({ due }) =>
    due && typeof due.within === 'object' && 'fact' in due.within && due.within.fact === key
      ? [due.within]
      : [],
  )

const renamed = (ids: readonly string[], from: string, to: string): string[] =>
  ids.map((id) => (id === from ? to : id))

/** The same entries in the same order, one of them under another key. */
const renameKey = <T>(
  record: Readonly<Record<string, T>>,
  from: string,
  to: string,
): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]))

/**
 * Every mention of a step: in conditions, limits and the steps to wait for. The step itself is not
 * touched.
 */
function followStep(draft: EditedPlan, from: string, to: string): void {
  for (const mention of ofSteps(draft))
    if ('step' in mention && mention.step === from) mention.step = to
  for (const anchor of anchors(draft))
    if (typeof anchor === 'object' && 'step' in anchor && anchor.step === from) anchor.step = to
  for (const step of draft.steps) if (step.after) step.after = renamed(step.after, from, to)
}

export function renameStep(draft: EditedPlan, at: number, to: string): void {
  const step = draft.steps[at]
  if (!step) return
  if (draft.steps.filter(({ id }) => id === step.id).length === 1) followStep(draft, step.id, to)
  step.id = to
}

/** The answer fills this blank in words to say. */
const blankOf = (key: string): string => `{${key}}`

function followBlank(draft: EditedPlan, from: string, to: string): void {
  for (const { say } of draft.steps) {
    if (!say) continue
    say.zh = say.zh.replaceAll(blankOf(from), blankOf(to))
    say.en = say.en.replaceAll(blankOf(from), blankOf(to))
  }
}

/** Rules to start look at questions of other plans: they do not follow. */
export function renameFact(draft: EditedPlan, from: string, to: string): void {
  draft.facts = renameKey(draft.facts, from, to)
  for (const step of ofSteps(draft)) if ('fact' in step && step.fact === from) step.fact = to
  for (const anchor of anchors(draft))
    if (typeof anchor === 'object' && 'fact' in anchor && anchor.fact === from) anchor.fact = to
  for (const limit of limitsBy(draft, from)) limit.fact = to
  followBlank(draft, from, to)
}

/** What a question assumes, and what the report answers, name its own options. */
function followOption(fact: DraftQuestion, from: string, to: string): void {
  const { inDoubt } = fact
  if (inDoubt && 'answer' in inDoubt && typeof inDoubt.answer !== 'number')
    inDoubt.answer =
      typeof inDoubt.answer === 'string'
        ? (renamed([inDoubt.answer], from, to)[0] ?? to)
        : renamed(inDoubt.answer, from, to)
  for (const signs of [fact.from?.type, fact.from?.channel])
    for (const [name, value] of Object.entries(signs ?? {}))
      if (signs && value === from) signs[name] = to
  if (fact.from?.heard) fact.from.heard = renameKey(fact.from.heard, from, to)
}

export function renameOption(draft: EditedPlan, key: string, from: string, to: string): void {
  const fact = draft.facts[key]
  if (!fact?.options) return
  fact.options = renameKey(fact.options, from, to)
  followOption(fact, from, to)
  for (const limit of limitsBy(draft, key)) limit.is = renameKey(limit.is, from, to)
  for (const step of ofSteps(draft))
    if ('fact' in step && step.fact === key && 'is' in step)
      step.is =
        typeof step.is === 'string' ? (step.is === from ? to : step.is) : renamed(step.is, from, to)
}

/** In how many places of the plan a step, or a question, is named: told before it is taken out. */
export const mentionsOfStep = (draft: EditedPlan, id: string): number =>
  ofSteps(draft).filter((step) => 'step' in step && step.step === id).length +
  anchors(draft).filter(
    (anchor) => typeof anchor === 'object' && 'step' in anchor && anchor.step === id,
  ).length +
  draft.steps.filter((step) => step.after?.includes(id)).length
export const mentionsOfFact = (draft: EditedPlan, key: string): number =>
  ofSteps(draft).filter((step) => 'fact' in step && step.fact === key).length +
  anchors(draft).filter(
    (anchor) => typeof anchor === 'object' && 'fact' in anchor && anchor.fact === key,
  ).length +
  limitsBy(draft, key).length +
  draft.steps.filter(({ say }) => say && `${say.zh} ${say.en}`.includes(blankOf(key))).length
