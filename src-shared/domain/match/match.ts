/**
 * Proposes plans for what a caller said, best first, with the words that decided. The same
 * narrative and library give the same proposals.
 */
import { localized, type LocalizedText } from '../text.ts'
import {
  CONFIDENCE,
  matchInitials,
  matchWord,
  tokenize,
  type MatchMethod,
  type ParsedNarrative,
} from './match-word.ts'
import { placeIn } from './place.ts'
import { candidateIndex, wordsOf, type Candidate, type Trigger } from './triggers.ts'
import type { Proposal, Sources, Syllables } from './types.ts'

export type { Proposal, Sources, Syllables } from './types.ts'

const MOST = 5
const WORTH_SHOWING = 1 / 3 // of the best score, where no trigger was heard
const SHORT = 2 // characters
const TOGETHER = 3 // for words that belong together and were all heard

type Matches = ReadonlyMap<string, MatchMethod>
type ScoredCandidate = {
  candidate: Candidate
  score: number
  words: readonly string[]
  matches: Matches
  type: string | null
  ofType: number
  triggered: boolean
}

/** Matches a word once, however many plans know it. */
function memoizedMatch(
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

function matchAll(
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
    return literal.length > 0 ? literal : words
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

/** The type whose own words were heard most, else the only one that the plan answers. */
function typeOf(
  { plan }: Candidate,
  triggers: readonly Trigger[],
  worth: (word: string) => number,
): string | null {
  const scores = new Map<string, number>()
  for (const trigger of triggers)
    if (trigger.type)
      scores.set(
        trigger.type,
        (scores.get(trigger.type) ?? 0) +
          wordsOf(trigger).reduce((sum, word) => sum + worth(word), 0),
      )
  const best = [...scores].sort(
    ([typeA, scoreA], [typeB, scoreB]) => scoreB - scoreA || (typeA < typeB ? -1 : 1),
  )[0]
  return best?.[0] ?? (plan?.types.length === 1 ? (plan.types[0] ?? null) : null)
}

function scoreOf(
  candidate: Candidate,
  matches: Matches,
  narrative: ParsedNarrative,
  weigh: (word: string) => number,
): ScoredCandidate {
  const triggers = candidate.triggers.filter((trigger) =>
    trigger.parts.every((part) => part.some((word) => matches.has(word))),
  )
  const words = decidingWords(triggers, matches, narrative, weigh)
  const worth = (word: string): number => worthOf(word, matches.get(word) ?? 'sound', weigh)
  const together = triggers.some((trigger) => trigger.parts.length > 1) ? TOGETHER : 0
  const score =
    words.reduce((sum, word) => sum + worth(word), 0) + (words.length > 0 ? together : 0)
  return {
    candidate,
    score,
    words,
    matches,
    type: typeOf(candidate, triggers, worth),
    ofType: triggers.filter(({ type }) => type !== null).length,
    triggered: triggers.some(({ type }) => type === null),
  }
}

const REASON_WORDING: Readonly<Record<MatchMethod, LocalizedText>> = {
  words: localized('提到', 'Heard '),
  synonym: localized('意思是', 'Means '),
  pinyin: localized('拼音读作', 'In pinyin '),
  initials: localized('首字母合', 'By initials '),
  sound: localized('读音同', 'Sounds like '),
}

function reasonFor({ words, matches }: ScoredCandidate): LocalizedText {
  const parts = (['words', 'synonym', 'pinyin', 'initials', 'sound'] as const).flatMap((method) => {
    const matched = words.filter((word) => matches.get(word) === method)
    const wording = REASON_WORDING[method]
    return matched.length === 0
      ? []
      : [
          localized(
            `${wording.zh}${matched.map((word) => `“${word}”`).join('')}`,
            `${wording.en}${matched.map((word) => `“${word}”`).join(', ')}`,
          ),
        ]
  })
  return localized(parts.map((part) => part.zh).join('；'), parts.map((part) => part.en).join('; '))
}

/**
 * A type that no plan answers speaks against a plan that fits no better: none is better than the
 * wrong one, since Enter activates the first. It has to have heard something that the plan does not
 * know. And it never silences a plan of which a trigger was heard: a planner wrote down that these
 * words mean this plan.
 */
const silences = (rival: ScoredCandidate, plan: ScoredCandidate): boolean =>
  !plan.triggered &&
  rival.score >= plan.score &&
  rival.words.some((word) => !plan.words.includes(word))

function unsilenced(scored: readonly ScoredCandidate[]): readonly ScoredCandidate[] {
  const rivals = scored.filter(({ candidate }) => !candidate.plan)
  return scored.filter(
    (plan) => plan.candidate.plan && !rivals.some((rival) => silences(rival, plan)),
  )
}

/** An annex stands at the place of the general plan that it brings along, just before it. */
const sortKey = ({ candidate: { plan } }: ScoredCandidate): string =>
  plan?.extends ? `${plan.extends} 0 ${plan.id}` : `${plan?.id ?? ''} 1`

const family = ({ candidate: { plan } }: ScoredCandidate): string => plan?.extends ?? plan?.id ?? ''

/**
 * Best first. Equal scores go to the plan whose types know more of the words, or whose annex does;
 * then by id.
 */
function ranked(scored: readonly ScoredCandidate[]): readonly ScoredCandidate[] {
  const best = new Map<string, number>()
  for (const plan of scored)
    best.set(family(plan), Math.max(plan.ofType, best.get(family(plan)) ?? 0))
  const byType = (plan: ScoredCandidate): number => best.get(family(plan)) ?? 0
  return [...scored].sort(
    (a, b) => b.score - a.score || byType(b) - byType(a) || (sortKey(a) < sortKey(b) ? -1 : 1),
  )
}

/**
 * Plans for a narrative, best first, at most five; empty when nothing fits. A proposal says which
 * words decided.
 */
export function propose(
  narrative: string,
  { plans, types, synonyms, syllables }: Sources,
): readonly Proposal[] {
  const { candidates, weigh } = candidateIndex(plans, types)
  const parsed = tokenize(narrative, { syllables, synonyms })
  const methodOf = memoizedMatch(parsed, syllables)
  const scored = candidates
    .map((candidate) =>
      scoreOf(candidate, matchAll(candidate, parsed, syllables, methodOf), parsed, weigh),
    )
    .filter(({ score }) => score > 0)
  const plausible = unsilenced(scored)
  const best = Math.max(0, ...plausible.map(({ score }) => score))
  const place = placeIn(narrative)
  return ranked(
    plausible.filter(({ score, triggered }) => triggered || score >= best * WORTH_SHOWING),
  )
    .slice(0, MOST)
    .flatMap((match) =>
      match.candidate.plan
        ? [
            {
              planId: match.candidate.plan.id,
              type: match.type,
              ...(place === null ? {} : { place }),
              title: match.candidate.plan.title,
              reason: reasonFor(match),
              words: match.words,
            },
          ]
        : [],
    )
}
