/**
 * Proposes plans for what a caller said, best first, with the words that decided. The same
 * narrative and library give the same proposals.
 */
import { meantPlace } from '../places/known.ts'
import { isDiscreetType } from '../plan/danger.ts'
import type { IncidentType } from '../plan/plan.ts'
import { localized, type LocalizedText } from '../text.ts'
import { GRAVE } from './dangers.ts'
import { tokenize, type ParsedNarrative } from './match-word.ts'
import { withType } from './of-type.ts'
import { isOwnBefore, ownFirst } from './own-first.ts'
import { placeOf } from './place-spoken.ts'
import { generalCandidates, generalPlans, nearest, ranked } from './rank.ts'
import { reasonFor } from './reason.ts'
import { matchAll, memoizedMatch, scoreOf, type ScoredCandidate } from './score.ts'
import { likePlans, withLikes, type Heard } from './second-ear.ts'
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

/**
 * A plan that answers some types quietly takes such a type as soon as one was heard that no plan of
 * the site is for: who is hurt in a robbery is no mere injury, which a public wall would show.
 */
function quieted(
  plan: ScoredCandidate,
  rivals: readonly ScoredCandidate[],
  types: readonly IncidentType[],
): ScoredCandidate {
  const isQuiet = (code: string): boolean => isDiscreetType(code, types)
  const quiet = plan.candidate.plan?.types.find(isQuiet)
  return quiet !== undefined && rivals.some(({ type }) => type !== null && isQuiet(type))
    ? { ...plan, type: quiet, grave: GRAVE.danger, triggered: true }
    : plan
}

function unsilenced(
  scored: readonly ScoredCandidate[],
  types: readonly IncidentType[],
): readonly ScoredCandidate[] {
  const rivals = scored.filter(({ candidate }) => !candidate.plan)
  return scored
    .filter(({ candidate }) => candidate.plan)
    .map((plan) => quieted(plan, rivals, types))
    .filter((plan) => !rivals.some((rival) => silences(rival, plan)))
}

/** The type that was heard best of those that no plan answers. */
function unansweredIn(
  scored: readonly ScoredCandidate[],
  types: readonly IncidentType[],
): IncidentType | null {
  const [best] = scored
    .filter(({ candidate }) => !candidate.plan)
    .toSorted((a, b) => b.score - a.score)
  return types.find(({ code }) => code === best?.type) ?? null
}

type Order = { order: readonly ScoredCandidate[]; unanswered: IncidentType | null }

/** What the candidates make of a narrative, best first; empty when nothing fits. */
function orderOf(
  candidates: readonly Candidate[],
  parsed: ParsedNarrative,
  index: CandidateIndex,
  { types, syllables }: Sources,
): Order {
  const methodOf = memoizedMatch(parsed, syllables)
  const scored = candidates
    .map((candidate) => ({
      candidate,
      matches: matchAll(candidate, parsed, syllables, methodOf),
    }))
    .filter(({ matches }) => matches.size > 0) // nothing of it was heard
    .map(({ candidate, matches }) => scoreOf(candidate, matches, parsed, index))
    .filter(({ score }) => score > 0)
  const plausible = unsilenced(scored, types)
  const best = Math.max(0, ...plausible.map(({ score }) => score))
  const order = ranked(
    plausible.filter(
      ({ score, triggered, grave }) =>
        triggered || grave === GRAVE.danger || score >= best * WORTH_SHOWING,
    ),
    types,
  )
  return { order, unanswered: order.length > 0 ? null : unansweredIn(scored, types) }
}

/**
 * What is heard by these sets of synonyms, the best and the site's own; what no plan knows goes to
 * the plan for everything.
 * `unanswered`: the type that the words name where no plan is heard, and none of the site is for.
 */
function heardBy(
  synonyms: readonly SynonymSet[],
  narrative: string,
  sources: Sources,
): Order & { text: string } {
  const index = candidateIndex(sources.plans, sources.types)
  const parsed = tokenize(narrative, { ...sources, synonyms })
  const known = orderOf(index.candidates, parsed, index, sources)
  const { order } =
    known.order.length > 0
      ? known
      : orderOf(generalCandidates(sources, wordsOfEvents(synonyms)), parsed, index, sources)
  const { unanswered } = known
  const { isOwn = () => false } = sources
  const shown = order.filter(({ candidate: { plan } }, at) => at < MOST || (plan && isOwn(plan)))
  return { order: shown, unanswered, text: parsed.text }
}

/** The same, with the plans that the words are like (second-ear.ts), and own plans first. */
function heardWithLikes(
  narrative: string,
  sources: Sources,
): { heard: readonly Heard[]; text: string } {
  const { order, unanswered, text } = heardBy(sources.synonyms, narrative, sources)
  const { sayings, types } = sources
  // what a type says in so many words is like no saying about something else
  const heard: readonly Heard[] =
    sayings && !(unanswered && order.length === 0)
      ? withLikes(order, likePlans(text, sayings, sources), types)
      : order.map((plan) => ({ ...plan, saying: null, sure: true }))
  return { heard: ownFirst(heard, text, sources).slice(0, MOST), text }
}

const unsure = ({ zh, en }: LocalizedText): LocalizedText =>
  localized(`没听准，${zh}`, `Not sure: ${en}`)

/** What is not sure by itself says so: a plan that no rule has heard. */
const reasonOf = ({ words, matches, saying }: Omit<Heard, 'sure'>): LocalizedText => {
  const reason = reasonFor(words, matches, saying)
  return matches.size === 0 ? unsure(reason) : reason
}

const proposalOf = (
  match: Omit<Heard, 'sure'>,
  place: string | null,
): readonly Omit<Proposal, 'preselected'>[] => {
  const {
    candidate: { plan },
    type,
    words,
  } = match
  return plan
    ? [
        {
          planId: plan.id,
          type,
          ...(place === null ? {} : { place }),
          title: plan.title,
          reason: reasonOf(match),
          words,
        },
      ]
    : []
}

/** The place that the caller means, by the name that the site has for it. */
const meantBy = (narrative: string, { syllables, places = [] }: Sources): string | null =>
  meantPlace(narrative, placeOf(narrative, syllables), places)

/**
 * Plans for a narrative, best first, at most five; empty when nothing fits. A proposal says which
 * words decided, or which saying the words are like. What no plan knows goes to the plan for
 * everything, if it has a usual word at all. What only likeness has heard, and what it has put
 * first against the rules, is never started by Enter alone.
 */
export function propose(narrative: string, sources: Sources): readonly Proposal[] {
  const { heard, text } = heardWithLikes(narrative, sources)
  const place = meantBy(narrative, sources)
  const isSure = heard[0]?.sure === true && (!nearest(heard) || isOwnBefore(heard, text, sources))
  return heard
    .flatMap((match) => proposalOf(match, place))
    .map((proposal, at) => ({ ...proposal, preselected: at === 0 && isSure }))
}

const NOTHING_HEARD = localized('没有听出是哪一类', 'Nothing was recognised')
const noPlanFor = ({ name }: IncidentType): LocalizedText =>
  localized(
    `像“${name.zh}”，本单位没有这类预案：先接报`,
    `It sounds like "${name.en}", for which the site has no plan: report it first`,
  )

/** Plans that a single telling character points to: a guess, which says so and has no type. */
function guessed(narrative: string, sources: Sources): readonly Proposal[] {
  const place = meantBy(narrative, sources)
  return heardBy(guessesOf(sources.synonyms), narrative, sources)
    .order.slice(0, MOST)
    .flatMap((match) => proposalOf({ ...match, saying: null }, place))
    .map(({ reason, ...proposal }) => ({
      ...proposal,
      type: null,
      reason: unsure(reason),
      preselected: false,
    }))
}

/** The general plan, or the widest ones of a site without one. */
function generalProposals(
  narrative: string,
  sources: Sources,
  unanswered: IncidentType | null,
): readonly Proposal[] {
  const place = meantBy(narrative, sources)
  return generalPlans(sources).map(({ id, title }) => ({
    planId: id,
    type: null,
    ...(place === null ? {} : { place }),
    title,
    reason: unanswered ? noPlanFor(unanswered) : NOTHING_HEARD,
    words: [],
    preselected: false,
  }))
}

function heardOrGuessed(narrative: string, sources: Sources): readonly Proposal[] {
  const proposals = propose(narrative, sources)
  if (proposals.length > 0) return proposals
  const { unanswered } = heardBy(sources.synonyms, narrative, sources)
  const guesses = unanswered ? [] : guessed(narrative, sources)
  return guesses.length > 0 ? guesses : generalProposals(narrative, sources, unanswered)
}

/**
 * The same, and where nothing was recognised a guess, or the general plan: shown, never started by
 * Enter. The plans for a type that a person has named stand before all of them. Nothing for no
 * words.
 */
export function proposeAny(narrative: string, sources: Sources): readonly Proposal[] {
  if (narrative.trim() === '') return []
  const proposals = heardOrGuessed(narrative, sources)
  return sources.type ? withType(sources.type, proposals, sources) : proposals
}
