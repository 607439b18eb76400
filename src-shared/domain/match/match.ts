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
import { isDangerous } from '../plan/danger.ts'
import { GRAVE, GRADES_DOWN, graveOf, type Grave } from './dangers.ts'
import { placeOf } from './place-spoken.ts'
import { generalPlans, nearest, ranked, type Ranked } from './rank.ts'
import {
  candidateIndex,
  wordsOf,
  type Candidate,
  type CandidateIndex,
  type Trigger,
} from './triggers.ts'
import type { Proposal, Sources, Syllables } from './types.ts'

export type { Proposal, Sources, Syllables } from './types.ts'

const MOST = 5
/** They begin a sentence and say nothing of what happened: they neither count nor are shown. */
const EMPTY: ReadonlySet<string> = new Set(['有人', '有个人', '一名', '人'])
const WORTH_SHOWING = 1 / 3 // of the best score, where no trigger was heard
const SHORT = 2 // characters
const TOGETHER = 3 // for words that belong together and were all heard

type Matches = ReadonlyMap<string, MatchMethod>
type ScoredCandidate = Ranked & { matches: Matches; type: string | null }

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

/**
 * The gravest of what was heard. That somebody was struck is taken for a cause only if it was told
 * as such: what falls on a foot strikes, too.
 */
function graveOfAll(words: readonly string[], matches: Matches): Grave {
  const grades = words.map((word) => {
    const grade = graveOf(word)
    return grade === GRAVE.cause && matches.get(word) === 'synonym' ? GRAVE.harm : grade
  })
  return GRADES_DOWN.find((grade) => grades.includes(grade)) ?? GRAVE.rest
}

/** Of how many parts of a trigger a word was heard that says something. */
const telling = ({ parts }: Trigger, matches: Matches): number =>
  parts.filter((part) => part.some((word) => matches.has(word) && !EMPTY.has(word))).length

function scoreOf(
  candidate: Candidate,
  matches: Matches,
  narrative: ParsedNarrative,
  { weigh, types }: CandidateIndex,
): ScoredCandidate {
  const triggers = candidate.triggers.filter((trigger) =>
    trigger.parts.every((part) => part.some((word) => matches.has(word))),
  )
  const words = decidingWords(triggers, matches, narrative, weigh)
  const worth = (word: string): number => worthOf(word, matches.get(word) ?? 'sound', weigh)
  const together = triggers.some((trigger) => telling(trigger, matches) > 1) ? TOGETHER : 0
  const score =
    words.reduce((sum, word) => sum + worth(word), 0) + (words.length > 0 ? together : 0)
  const type = typeOf(candidate, triggers, worth)
  return {
    candidate,
    score,
    words,
    matches,
    type,
    grave: type !== null && isDangerous(type, types) ? GRAVE.danger : graveOfAll(words, matches),
    ofType: triggers.filter(({ type }) => type !== null).length,
    triggered: triggers.some(({ type }) => type === null),
  }
}

const REASON_WORDING: Readonly<Record<MatchMethod, LocalizedText>> = {
  words: localized('提到', 'heard '),
  synonym: localized('相当于', 'similar to '),
  pinyin: localized('拼音是', 'in pinyin '),
  initials: localized('首字母是', 'by initials '),
  sound: localized('读音像', 'sounds like '),
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
  return localized(
    parts.map((part) => part.zh).join('；'),
    parts
      .map((part) => part.en)
      .join('; ')
      .replace(/^./, (letter) => letter.toUpperCase()),
  )
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

/**
 * Plans for a narrative, best first, at most five; empty when nothing fits. A proposal says which
 * words decided.
 */
export function propose(narrative: string, sources: Sources): readonly Proposal[] {
  const { plans, types, syllables } = sources
  const index = candidateIndex(plans, types)
  const parsed = tokenize(narrative, sources)
  const methodOf = memoizedMatch(parsed, syllables)
  const scored = index.candidates
    .map((candidate) =>
      scoreOf(candidate, matchAll(candidate, parsed, syllables, methodOf), parsed, index),
    )
    .filter(({ score }) => score > 0)
  const plausible = unsilenced(scored)
  const best = Math.max(0, ...plausible.map(({ score }) => score))
  const place = placeOf(narrative, syllables)
  const order = ranked(
    plausible.filter(
      ({ score, triggered, grave }) =>
        triggered || grave === GRAVE.danger || score >= best * WORTH_SHOWING,
    ),
    types,
  ).slice(0, MOST)
  const undecided = nearest(order)
  return order.flatMap((match, at) =>
    match.candidate.plan
      ? [
          {
            planId: match.candidate.plan.id,
            type: match.type,
            ...(place === null ? {} : { place }),
            title: match.candidate.plan.title,
            reason: reasonFor(match),
            words: match.words,
            preselected: at === 0 && !undecided,
          },
        ]
      : [],
  )
}

const NOTHING_HEARD = localized('没有听出是哪一类', 'Nothing was recognised')

/**
 * The same, and where nothing was recognised the general plan, or the widest ones of a site without
 * one: shown, never started by Enter. Nothing for no words.
 */
export function proposeAny(narrative: string, sources: Sources): readonly Proposal[] {
  const proposals = propose(narrative, sources)
  if (proposals.length > 0 || narrative.trim() === '') return proposals
  const place = placeOf(narrative, sources.syllables)
  return generalPlans(sources).map(({ id, title }) => ({
    planId: id,
    type: null,
    ...(place === null ? {} : { place }),
    title,
    reason: NOTHING_HEARD,
    words: [],
    preselected: false,
  }))
}
