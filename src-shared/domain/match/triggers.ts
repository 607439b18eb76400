/**
 * What points to a plan: the words of its types and its triggers. Words are counted over the
 * library, so that a rare one weighs more.
 */
import type { IncidentType, Plan } from '../plan/plan.ts'

/**
 * What has to be heard, all of it, in any order: of each part one word at least. A trigger is
 * written with spaces between its parts and with bars between the ways of saying one: `热线|客服电话
 * 打不进|打不通`.
 */
export type Clue = { parts: readonly (readonly string[])[]; type: string | null }

/** A plan with its clues; or a type that no plan answers, which may speak against the others. */
export type Entry = { plan: Plan | null; clues: readonly Clue[]; words: readonly string[] }

/** What is known before anybody speaks: the entries, and how telling each of their words is. */
export type Prepared = { entries: readonly Entry[]; weigh: (word: string) => number }

const ofType = (type: IncidentType): readonly Clue[] =>
  type.words.map((word) => ({ parts: [[word.toLowerCase()]], type: type.code }))

const ofTrigger = (trigger: string): Clue => ({
  parts: trigger
    .toLowerCase()
    .split(/\s+/)
    .map((part) => part.split('|').filter(Boolean))
    .filter((part) => part.length > 0),
  type: null,
})

export const wordsOf = (clue: Clue): readonly string[] => clue.parts.flat()

const entry = (plan: Plan | null, clues: readonly Clue[]): Entry => ({
  plan,
  clues,
  words: [...new Set(clues.flatMap(wordsOf))],
})

function entriesOf(plans: readonly Plan[], types: readonly IncidentType[]): readonly Entry[] {
  const answered = new Set(plans.flatMap((plan) => plan.types))
  return [
    ...plans.map((plan) =>
      entry(plan, [
        ...types.filter((type) => plan.types.includes(type.code)).flatMap(ofType),
        ...plan.triggers.map(ofTrigger).filter(({ parts }) => parts.length > 0),
      ]),
    ),
    ...types.filter((type) => !answered.has(type.code)).map((type) => entry(null, ofType(type))),
  ]
}

/** How telling a word is: its length, and how few entries know it. */
function weigher(entries: readonly Entry[]): (word: string) => number {
  const known = new Map<string, number>()
  for (const { words } of entries)
    for (const word of words) known.set(word, (known.get(word) ?? 0) + 1)
  return (word) => [...word].length * Math.log(1 + entries.length / (known.get(word) ?? 1))
}

const kept = new WeakMap<readonly Plan[], Prepared & { types: readonly IncidentType[] }>()

/**
 * The same for the same lists: matching asks with every key that is pressed, and a library has some
 * two thousand words.
 */
export function prepared(plans: readonly Plan[], types: readonly IncidentType[]): Prepared {
  const before = kept.get(plans)
  if (before?.types === types) return before
  const entries = entriesOf(plans, types)
  const made = { types, entries, weigh: weigher(entries) }
  kept.set(plans, made)
  return made
}
