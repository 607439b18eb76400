/**
 * Prepares the words that point to a plan: those of its types, and its triggers. Words are counted
 * over the library, so that a rare one weighs more.
 */
import type { IncidentType, Plan } from '../plan/plan.ts'

/**
 * What has to be heard, all of it, in any order: of each part one word at least. A plan writes it
 * with spaces between its parts and with bars between the ways of saying one: `热线|客服电话 打不进|打不通`.
 * `type`: it is a word of this type, not of a plan.
 */
export type Trigger = { parts: readonly (readonly string[])[]; type: string | null }

/** A plan with its triggers; or a type that no plan answers, which may speak against the others. */
export type Candidate = {
  plan: Plan | null
  triggers: readonly Trigger[]
  words: readonly string[]
}

/** What is known before anybody speaks: the candidates, and how telling each of their words is. */
export type CandidateIndex = {
  candidates: readonly Candidate[]
  types: readonly IncidentType[]
  weigh: (word: string) => number
}

const triggersOfType = (type: IncidentType): readonly Trigger[] =>
  type.words.map((word) => ({ parts: [[word.toLowerCase()]], type: type.code }))

const parseTrigger = (trigger: string): Trigger => ({
  parts: trigger
    .toLowerCase()
    .split(/\s+/)
    .map((part) => part.split('|').filter(Boolean))
    .filter((part) => part.length > 0),
  type: null,
})

/** A trigger as a caller would say it: the first way of saying each part, `热线打不进`. */
export const spokenTrigger = (trigger: string): string =>
  parseTrigger(trigger)
    .parts.map(([first = '']) => first)
    .join('')

export const wordsOf = (trigger: Trigger): readonly string[] => trigger.parts.flat()

export const candidate = (plan: Plan | null, triggers: readonly Trigger[]): Candidate => ({
  plan,
  triggers,
  words: [...new Set(triggers.flatMap(wordsOf))],
})

function candidatesOf(
  plans: readonly Plan[],
  types: readonly IncidentType[],
): readonly Candidate[] {
  const answered = new Set(plans.flatMap((plan) => plan.types))
  return [
    ...plans.map((plan) =>
      candidate(plan, [
        ...types.filter((type) => plan.types.includes(type.code)).flatMap(triggersOfType),
        ...plan.triggers.map(parseTrigger).filter(({ parts }) => parts.length > 0),
      ]),
    ),
    ...types
      .filter((type) => !answered.has(type.code))
      .map((type) => candidate(null, triggersOfType(type))),
  ]
}

/** How telling a word is: its length, and how few candidates know it. */
function weigher(candidates: readonly Candidate[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const { words } of candidates)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => [...word].length * Math.log(1 + candidates.length / (counts.get(word) ?? 1))
}

const cache = new WeakMap<readonly Plan[], CandidateIndex>()

/**
 * The same for the same lists: matching asks with every key that is pressed, and a library has some
 * two thousand words.
 */
export function candidateIndex(
  plans: readonly Plan[],
  types: readonly IncidentType[],
): CandidateIndex {
  const cached = cache.get(plans)
  if (cached?.types === types) return cached
  const candidates = candidatesOf(plans, types)
  const index = { types, candidates, weigh: weigher(candidates) }
  cache.set(plans, index)
  return index
}
