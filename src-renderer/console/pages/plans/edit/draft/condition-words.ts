/**
 * What may be meant by words that somebody types where a step asks when it comes: an answer, a step
 * that is late or done, time that has passed, or a question that is not there yet.
 */
import { elapsedIn, limitIn } from '#shared/domain/plan/title-words.ts'
import { USUAL_OPTIONS } from '#shared/domain/plan/usual-options.ts'
import { languageOf } from '#shared/domain/text.ts'
import { newQuestion } from './new-parts.ts'
import type { DraftCondition, DraftStep, EditedPlan, Words } from './draft-types.ts'

export type MeantCondition =
  | { is: 'there'; key: string; condition: DraftCondition }
  | { is: 'new'; key: string; question: Words; answer: 'yes' | 'no' }

/** A question as it is asked: 有人受伤 → 有人受伤吗？ */
export function asQuestion(words: string): Words {
  const bare = words.trim().replace(/[。.，,；;？?]+$/, '')
  if (languageOf(bare, 'zh') === 'en') return { zh: '', en: `${bare}?` }
  const asks = /[吗呢么]$|是否|是不是|有没有|多少|几|哪|什么|谁/.test(bare)
  return { zh: asks ? `${bare}？` : `${bare}吗？`, en: '' }
}

const offered = ({ facts }: EditedPlan): readonly MeantCondition[] =>
  Object.entries(facts).flatMap(([fact, { kind, options }]) =>
    kind === 'number' || kind === 'estimate' || kind === 'calendar'
      ? []
      : Object.keys(options ?? USUAL_OPTIONS[kind] ?? {}).map((is) => ({
          is: 'there' as const,
          key: `${fact} ${is}`,
          condition: { fact, is },
        })),
  )

const ofSteps = (steps: readonly DraftStep[], self: string): readonly MeantCondition[] =>
  steps
    .filter(({ id }) => id !== self)
    .flatMap(({ id, due }) =>
      (due ? (['late', 'done'] as const) : (['done'] as const)).map((is) => ({
        is: 'there' as const,
        key: `${id} ${is}`,
        condition: { step: id, is },
      })),
    )

/** Everything of the plan that a step could wait for, in the order of the plan. */
export const conditionsThere = (draft: EditedPlan, self: string): readonly MeantCondition[] => [
  ...offered(draft),
  ...ofSteps(draft.steps, self),
]

/** Time that the words name, since the report: 满1小时, 1小时后, 1小时. */
export function elapsedMeant(words: string): MeantCondition | null {
  const limit = limitIn(words, true)
  const elapsed = elapsedIn(words) ?? (typeof limit?.within === 'string' ? limit.within : null)
  return elapsed === null
    ? null
    : { is: 'there', key: 'elapsed', condition: { elapsed, from: limit?.from ?? 'reported' } }
}

/** A question of these words that the plan does not ask yet, with either answer. */
export function questionsMeant(draft: EditedPlan, words: string): readonly MeantCondition[] {
  if (words.trim().length < 2) return []
  const question = asQuestion(words)
  const isThere = Object.values(draft.facts).some((fact) => fact.question.zh === question.zh)
  return isThere
    ? []
    : (['yes', 'no'] as const).map((answer) => ({
        is: 'new',
        key: `new ${answer}`,
        question,
        answer,
      }))
}

/** Adds the question if it is a new one, and answers the condition. */
export const conditionMeant = (
  draft: EditedPlan,
  step: DraftStep,
  meant: MeantCondition,
): DraftCondition =>
  meant.is === 'there'
    ? meant.condition
    : { fact: newQuestion(draft, meant.question, step, meant.answer), is: meant.answer }

/** One more case in which the step comes. */
export function orElse(when: DraftCondition | undefined, more: DraftCondition): DraftCondition {
  if (!when) return more
  return 'any' in when ? { any: [...when.any, more] } : { any: [when, more] }
}
