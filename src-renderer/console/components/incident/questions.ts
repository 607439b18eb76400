/** The questions of the running plans, each once, and the keys that answer the open ones. */
import type { BoardQuestion } from '#shared/domain/board/types.ts'
import type { FactValue } from '#shared/domain/plan/plan.ts'

export type Question = {
  key: string // unique among the rows
  fact: BoardQuestion
  // steps that it opens or whose limit it sets, over all plans that share the question
  decides: readonly string[]
  // to be sent with the answer: only where another plan means something else by the same name
  planId: string | null
}

const meaning = (fact: BoardQuestion): string =>
  JSON.stringify([fact.kind, fact.several, fact.options.map((option) => option.value)])

/**
 * What the calendar answers by itself is not asked; plans that mean the same by a name ask
 * together.
 */
export function questionsOf(facts: readonly BoardQuestion[]): readonly Question[] {
  const questions = new Map<string, Question>()
  for (const fact of facts.filter(({ kind }) => kind !== 'calendar')) {
    const key = `${fact.key} ${meaning(fact)}`
    const merged = questions.get(key)
    const shared = facts.every(
      (other) => other.key !== fact.key || meaning(other) === meaning(fact),
    )
    questions.set(key, {
      key,
      fact: merged?.fact ?? fact,
      decides: [...(merged?.decides ?? []), ...fact.decides, ...(fact.limits ?? [])],
      planId: merged?.planId ?? (shared ? null : fact.planId),
    })
  }
  return [...questions.values()]
}

/**
 * What an answer is sent with as seen: how the question is answered on the screen. Left out where
 * plans that ask together have different answers: then none of them is the one that was seen.
 */
export function seenAnswer(
  key: string,
  planId: string | null,
  facts: readonly Pick<BoardQuestion, 'key' | 'planId' | 'value'>[],
): { value: string | number | string[] | null } | null {
  const values = facts
    .filter((fact) => fact.key === key && (planId === null || fact.planId === planId))
    .map(({ value }) => value)
  const [value = null] = values
  if (values.some((other) => JSON.stringify(other) !== JSON.stringify(value))) return null
  return { value: typeof value === 'object' && value !== null ? [...value] : value }
}

/**
 * How many keys a question needs: one an option, one more to confirm several, one to go to the
 * field of a number.
 */
export const keysOf = ({ fact }: Question): number =>
  fact.options.length === 0 ? 1 : fact.options.length + (fact.several ? 1 : 0)

/** By question, the first of its keys (from 1), in the order in which they were given. */
export type Keys = ReadonlyMap<string, number>

const MOST = 9
const isOpen = ({ fact }: Question): boolean => fact.value === null

/** The first of `needed` digits in a row that nobody has, null if there are not so many. */
function free(keys: Keys, shown: readonly Question[], needed: number): number | null {
  const taken = new Set(
    shown.flatMap((question) => {
      const first = keys.get(question.key)
      return first === undefined
        ? []
        : Array.from({ length: keysOf(question) }, (_, offset) => first + offset)
    }),
  )
  for (let first = 1; first + needed - 1 <= MOST; first++)
    if (
      !Array.from({ length: needed }, (_, offset) => first + offset).some((digit) =>
        taken.has(digit),
      )
    )
      return first
  return null
}

/**
 * The keys of the questions that are shown. A question keeps the digits it had (`previous`) as
 * long as it is shown, answered or not: a digit never means another answer under the fingers. New
 * open ones take free digits, in the order shown. Where none are left, the question that was
 * answered longest ago lends its own, but never the one answered last; what still does not fit has
 * no key. The question to ask now (`asked`: the key of its fact) comes first and never goes without
 * one: for it, open questions lend theirs, too, the last first.
 */
export function answerKeys(
  shown: readonly Question[],
  previous: Keys = new Map(),
  deciding: string | null = null,
): Keys {
  const keys = new Map(
    [...previous].filter(([key]) => shown.some((question) => question.key === key)),
  )
  const lenders = shown
    .filter((question) => !isOpen(question) && keys.has(question.key))
    .sort((a, b) => (a.fact.answeredAt ?? 0) - (b.fact.answeredAt ?? 0))
    .slice(0, -1)
  const isAsked = ({ fact }: Question): boolean => fact.key === deciding
  const waiting = shown
    .filter((item) => isOpen(item) && !keys.has(item.key))
    .sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)))
  for (const question of waiting) {
    const others = isAsked(question) ? shown.filter((item) => isOpen(item) && !isAsked(item)) : []
    let first = free(keys, shown, keysOf(question))
    while (first === null && lenders.length + others.length > 0) {
      keys.delete((lenders.shift() ?? others.pop())?.key ?? '')
      first = free(keys, shown, keysOf(question))
    }
    if (first !== null) keys.set(question.key, first)
  }
  return keys
}

/** A number as typed; null if it is none, or below zero, which no question takes. */
export function numberFrom(typed: string): number | null {
  const value = Number(typed.trim().replace(/，|,/g, ''))
  return typed.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : null
}

/** The chosen options of a question that several may answer. */
export const chosenOf = (value: FactValue | null): readonly string[] =>
  value === null || typeof value === 'number' ? [] : typeof value === 'string' ? [value] : value
