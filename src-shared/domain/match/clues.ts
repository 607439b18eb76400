/** What points to a plan: the words of its types and its triggers. Words are counted over the library, so that a rare one weighs more. */
import type { IncidentType, Plan } from '../plan/plan.ts'

/** Words that all have to be heard, in any order. A trigger of several words is written with spaces: `热线 打不进`. */
export type Clue = { words: readonly string[]; type: string | null }

/** A plan with its clues; or a type that no plan answers, which may speak against the others. */
export type Entry = { plan: Plan | null; clues: readonly Clue[] }

const ofType = (type: IncidentType): readonly Clue[] => type.words.map((word) => ({ words: [word.toLowerCase()], type: type.code }))

export function entriesOf(plans: readonly Plan[], types: readonly IncidentType[]): readonly Entry[] {
  const answered = new Set(plans.flatMap((plan) => plan.types))
  return [
    ...plans.map((plan) => ({
      plan,
      clues: [
        ...types.filter((type) => plan.types.includes(type.code)).flatMap(ofType),
        ...plan.triggers.map((trigger) => ({ words: trigger.toLowerCase().split(/\s+/), type: null }))
      ]
    })),
    ...types.filter((type) => !answered.has(type.code)).map((type) => ({ plan: null, clues: ofType(type) }))
  ]
}

/** How telling a word is: its length, and how few entries know it. */
export function weigher(entries: readonly Entry[]): (word: string) => number {
  const known = new Map<string, number>()
  for (const { clues } of entries)
    for (const word of new Set(clues.flatMap((clue) => clue.words))) known.set(word, (known.get(word) ?? 0) + 1)
  return (word) => [...word].length * Math.log(1 + entries.length / (known.get(word) ?? 1))
}
