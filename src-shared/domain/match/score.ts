/**
 * Scores how well a plan fits a narrative: which words of its triggers were heard, what they are
 * worth together, and how grave the gravest of them is.
 */
import { isDangerous } from '../plan/danger.ts'
import type { IncidentType } from '../plan/plan.ts'
import { GRAVE, GRADES_DOWN, graveOf, type Grave } from './dangers.ts'
import {
  CONFIDENCE,
  matchInitials,
  matchWord,
  type MatchMethod,
  type ParsedNarrative,
} from './match-word.ts'
import type { Ranked } from './rank.ts'
import { wordsOf, type Candidate, type CandidateIndex, type Trigger } from './triggers.ts'
import type { Syllables } from './types.ts'

/** They begin a sentence and say nothing of what happened: they neither count nor are shown. */
const EMPTY: ReadonlySet<string> = new Set(['有人', '有个人', '一名', '人'])
const SHORT = 2 // characters
const STRUCK = '动手打人'
const FIGHT = '打架'
const WHERE = 2 // times: sister plans are parted by the place
const TOGETHER = 3 // for words that belong together and were all heard

export type Matches = ReadonlyMap<string, MatchMethod>
type Worth = (word: string) => number
export type ScoredCandidate = Ranked & { matches: Matches; type: string | null }

/** Matches a word once, however many plans know it. */
export function memoizedMatch(
  narrative: ParsedNarrative,
  syllables: Syllables,
): (word: string) => MatchMethod | null {
  const methods = new Map<string, MatchMethod | null>()
  return (word) => {
    const cached = methods.get(word)
    if (cached !== undefined) return cached
    const method = matchWord(word, narrative, syllables)
    methods.set(word, method)
    return method
  }
}

/** Of the words of a candidate those that were heard, and how. */
export function matchAll(
  { words }: Candidate,
  narrative: ParsedNarrative,
  syllables: Syllables,
  methodOf: (word: string) => MatchMethod | null,
): Matches {
  const matches = new Map<string, MatchMethod>(
    matchInitials(words, narrative, syllables).map((word) => [word, 'initials']),
  )
  for (const word of words) {
    const method = methodOf(word)
    if (method) matches.set(word, method)
  }
  return matches
}

/** 热线 inside 热线电话 is the same word said once. */
const outermost = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)))

/**
 * Of each part of a trigger the words that were heard; those that were only implied, where none was
 * said.
 */
const heardOf = (trigger: Trigger, matches: Matches): readonly string[] =>
  trigger.parts.flatMap((part) => {
    const words = part.filter((word) => matches.has(word))
    const literal = words.filter((word) => matches.get(word) !== 'synonym')
    return (literal.length > 0 ? literal : words).filter((word) => !EMPTY.has(word))
  })

/**
 * How long the usual word is tells nothing where another one was said: it counts as a short word.
 */
const worthOf = (word: string, method: MatchMethod, weigh: (word: string) => number): number =>
  method === 'synonym'
    ? (weigh(word) * CONFIDENCE.synonym * SHORT) / Math.max(SHORT, [...word].length)
    : weigh(word) * CONFIDENCE[method]

/**
 * What was implied counts once, by its most telling word; not at all beside a word that was said
 * and means the same, or is a part of it.
 */
function impliedOnce(
  words: readonly string[],
  literal: readonly string[],
  { implied }: ParsedNarrative,
  weigh: (word: string) => number,
): readonly string[] {
  const meanings = new Set(literal.flatMap((word) => implied.get(word) ?? []))
  const best = new Map<string, string>()
  for (const word of words) {
    const meaning = implied.get(word) ?? word
    const before = best.get(meaning)
    if (
      !meanings.has(meaning) &&
      !literal.some((other) => word.includes(other)) &&
      (before === undefined || weigh(word) > weigh(before))
    )
      best.set(meaning, word)
  }
  return [...best.values()]
}

/** Every word that counts, in the order in which they were said; those not written as such last. */
function decidingWords(
  triggers: readonly Trigger[],
  matches: Matches,
  narrative: ParsedNarrative,
  weigh: (word: string) => number,
): readonly string[] {
  const words = [...new Set(triggers.flatMap((trigger) => heardOf(trigger, matches)))]
  const literal = outermost(words.filter((word) => matches.get(word) !== 'synonym'))
  const synonymous = words.filter((word) => matches.get(word) === 'synonym')
  const indexOf = (word: string): number =>
    narrative.text.includes(word) ? narrative.text.indexOf(word) : narrative.text.length
  return [...literal, ...impliedOnce(synonymous, literal, narrative, weigh)].sort(
    (a, b) => indexOf(a) - indexOf(b),
  )
}

/**
 * The type whose own words were heard most, one of danger to life that was heard as such before all
 * others (煤气味，有人晕倒 is the gas); else the only one that the plan answers.
 */
function typeOf(
  { plan }: Candidate,
  triggers: readonly Trigger[],
  { matches, worth, types }: { matches: Matches; worth: Worth; types: readonly IncidentType[] },
): string | null {
  const scores = new Map<string, number>()
  const dangers = new Set<string>()
  for (const trigger of triggers) {
    const { type } = trigger
    if (!type) continue
    const words = wordsOf(trigger)
    scores.set(type, (scores.get(type) ?? 0) + words.reduce((sum, word) => sum + worth(word), 0))
    if (isDangerous(type, types) && words.some((word) => matches.get(word) === 'words'))
      dangers.add(type)
  }
  const best = [...scores].sort(
    ([typeA, scoreA], [typeB, scoreB]) =>
      Number(dangers.has(typeB)) - Number(dangers.has(typeA)) ||
      scoreB - scoreA ||
      (typeA < typeB ? -1 : 1),
  )[0]
  return best?.[0] ?? (plan?.types.length === 1 ? (plan.types[0] ?? null) : null)
}

/**
 * How grave a word is, as it was heard: what falls on a foot strikes, too, and is no blow unless a
 * fight was told.
 */
function gradeOf(word: string, matches: Matches, { implied }: ParsedNarrative): Grave {
  const grade = graveOf(word)
  const struck = matches.get(word) === 'synonym' && implied.get(word) === STRUCK
  return grade === GRAVE.cause && struck && !implied.has(FIGHT) ? GRAVE.harm : grade
}

/** Of how many parts of a trigger a word was heard that says something. */
const telling = ({ parts }: Trigger, matches: Matches): number =>
  parts.filter((part) => part.some((word) => matches.has(word) && !EMPTY.has(word))).length

/** What a candidate is worth; its score is 0 where no trigger of it was heard. */
export function scoreOf(
  candidate: Candidate,
  matches: Matches,
  narrative: ParsedNarrative,
  { weigh, types }: CandidateIndex,
): ScoredCandidate {
  const triggers = candidate.triggers.filter((trigger) =>
    trigger.parts.every((part) => part.some((word) => matches.has(word))),
  )
  const words = decidingWords(triggers, matches, narrative, weigh)
  const worth: Worth = (word) =>
    worthOf(word, matches.get(word) ?? 'sound', weigh) * (narrative.where.has(word) ? WHERE : 1)
  const together = triggers.some((trigger) => telling(trigger, matches) > 1) ? TOGETHER : 0
  const score =
    words.reduce((sum, word) => sum + worth(word), 0) + (words.length > 0 ? together : 0)
  const grades = words.map((word) => gradeOf(word, matches, narrative))
  const gravest = GRADES_DOWN.find((grade) => grades.includes(grade)) ?? GRAVE.rest
  const type = typeOf(candidate, triggers, { matches, worth, types })
  return {
    candidate,
    score,
    words,
    matches,
    type,
    grave: type !== null && isDangerous(type, types) ? GRAVE.danger : gravest,
    ofType: triggers.filter(({ type }) => type !== null).length,
    triggered: triggers.some(({ type }) => type === null),
  }
}
