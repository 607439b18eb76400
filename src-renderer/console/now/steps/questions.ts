/** The questions of the running plans, each once, and the keys that answer the open ones. It records nothing. */
import type { BoardFact } from '#shared/domain/board/types.ts'
import type { FactValue } from '#shared/domain/plan/plan.ts'

export type Question = {
  key: string // unique among the rows
  fact: BoardFact
  decides: readonly string[] // steps, over all plans that share the question
  planId: string | null // to be sent with the answer: only where another plan means something else by the same name
}

const meaning = (fact: BoardFact): string => JSON.stringify([fact.kind, fact.several, fact.options.map((option) => option.value)])

/** What the calendar answers by itself is not asked; plans that mean the same by a name ask together. */
export function questionsOf(facts: readonly BoardFact[]): readonly Question[] {
  const questions = new Map<string, Question>()
  for (const fact of facts.filter(({ kind }) => kind !== 'calendar')) {
    const key = `${fact.key} ${meaning(fact)}`
    const known = questions.get(key)
    const shared = facts.every((other) => other.key !== fact.key || meaning(other) === meaning(fact))
    questions.set(key, {
      key, fact: known?.fact ?? fact, decides: [...known?.decides ?? [], ...fact.decides],
      planId: known?.planId ?? (shared ? null : fact.planId)
    })
  }
  return [...questions.values()]
}

/** How many keys a question needs: one an option, one more to confirm several, one to go to the field of a number. */
const keysOf = ({ fact }: Question): number => fact.options.length === 0 ? 1 : fact.options.length + (fact.several ? 1 : 0)

/** For each open question, in the order shown, the first of its keys (from 1). What does not fit under nine has none. */
export function answerKeys(shown: readonly Question[], most = 9): ReadonlyMap<string, number> {
  const keys = new Map<string, number>()
  let next = 1
  for (const question of shown.filter(({ fact }) => fact.value === null)) {
    if (next + keysOf(question) - 1 > most) continue
    keys.set(question.key, next)
    next += keysOf(question)
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
