/**
 * Proposes plans for what a caller said, best first, with the words that decided. The same
 * narrative and library give the same proposals.
 */
import { localized } from '../text.ts'
import { GRAVE } from './dangers.ts'
import { tokenize, type ParsedNarrative } from './match-word.ts'
import { placeOf } from './place-spoken.ts'
import { generalCandidates, generalPlans, nearest, ranked } from './rank.ts'
import { reasonFor } from './reason.ts'
import { matchAll, memoizedMatch, scoreOf, type ScoredCandidate } from './score.ts'
import { guessesOf, wordsOfEvents, type SynonymSet } from './synonyms.ts'
import { candidateIndex, type Candidate, type CandidateIndex } from './triggers.ts'
import type { Proposal, Sources } from './types.ts'

export type { Proposal, Sources, Syllables } from './types.ts'

const MOST = 5
const WORTH_SHOWING = 1 / 3 // of the best score, where no trigger was heard

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

/** What the candidates make of a narrative, best first; empty when nothing fits. */
function orderOf(
  candidates: readonly Candidate[],
  parsed: ParsedNarrative,
  index: CandidateIndex,
  { types, syllables }: Sources,
): readonly ScoredCandidate[] {
  const methodOf = memoizedMatch(parsed, syllables)
  const scored = candidates
    .map((candidate) =>
      scoreOf(candidate, matchAll(candidate, parsed, syllables, methodOf), parsed, index),
    )
    .filter(({ score }) => score > 0)
  const plausible = unsilenced(scored)
  const best = Math.max(0, ...plausible.map(({ score }) => score))
  return ranked(
    plausible.filter(
      ({ score, triggered, grave }) =>
        triggered || grave === GRAVE.danger || score >= best * WORTH_SHOWING,
    ),
    types,
  ).slice(0, MOST)
}

/** What is heard by these sets of synonyms; what no plan knows goes to the plan for everything. */
function heardBy(
  synonyms: readonly SynonymSet[],
  narrative: string,
  sources: Sources,
): readonly ScoredCandidate[] {
  const index = candidateIndex(sources.plans, sources.types)
  const parsed = tokenize(narrative, { ...sources, synonyms })
  const known = orderOf(index.candidates, parsed, index, sources)
  return known.length > 0
    ? known
    : orderOf(generalCandidates(sources, wordsOfEvents(synonyms)), parsed, index, sources)
}

const proposalOf = (
  { candidate: { plan }, type, words, ...match }: ScoredCandidate,
  place: string | null,
): readonly Omit<Proposal, 'preselected'>[] =>
  plan
    ? [
        {
          planId: plan.id,
          type,
          ...(place === null ? {} : { place }),
          title: plan.title,
          reason: reasonFor(words, match.matches),
          words,
        },
      ]
    : []

/**
 * Plans for a narrative, best first, at most five; empty when nothing fits. A proposal says which
 * words decided. What no plan knows goes to the plan for everything, if it has a usual word at all.
 */
export function propose(narrative: string, sources: Sources): readonly Proposal[] {
  const order = heardBy(sources.synonyms, narrative, sources)
  const place = placeOf(narrative, sources.syllables)
  const undecided = nearest(order)
  return order
    .flatMap((match) => proposalOf(match, place))
    .map((proposal, at) => ({ ...proposal, preselected: at === 0 && !undecided }))
}

const NOTHING_HEARD = localized('没有听出是哪一类', 'Nothing was recognised')

/** Plans that a single telling character points to: a guess, which says so and has no type. */
function guessed(narrative: string, sources: Sources): readonly Proposal[] {
  const place = placeOf(narrative, sources.syllables)
  return heardBy(guessesOf(sources.synonyms), narrative, sources)
    .flatMap((match) => proposalOf(match, place))
    .map(({ reason, ...proposal }) => ({
      ...proposal,
      type: null,
      reason: localized(`没听准，${reason.zh}`, `Not sure: ${reason.en}`),
      preselected: false,
    }))
}

/** The general plan, or the widest ones of a site without one. */
function generalProposals(narrative: string, sources: Sources): readonly Proposal[] {
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

/**
 * The same, and where nothing was recognised a guess, or the general plan: shown, never started by
 * Enter. Nothing for no words.
 */
export function proposeAny(narrative: string, sources: Sources): readonly Proposal[] {
  if (narrative.trim() === '') return []
  const proposals = propose(narrative, sources)
  if (proposals.length > 0) return proposals
  const guesses = guessed(narrative, sources)
  return guesses.length > 0 ? guesses : generalProposals(narrative, sources)
}
