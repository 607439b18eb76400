/**
 * A second ear beside the rules: which plans the words are like, by sayings, and what becomes of
 * the order of the rules by it. A danger that was named yields to no lesser thing.
 */
import type { IncidentType, Plan } from '../plan/plan.ts'
import { GRAVE, graveOf, namesDanger } from './dangers.ts'
import type { MatchMethod } from './match-word.ts'
import { generalCandidates } from './rank.ts'
import { likenessOf, nearestSaying, type Learned } from './sayings.ts'
import type { ScoredCandidate } from './score.ts'
import { candidate, candidateIndex, type Candidate } from './triggers.ts'
import type { Syllables } from './types.ts'

/**
 * `share`: of one, over all plans of the site, less for few words. `saying`: the nearest of the
 * likeliest kind.
 */
export type Like = { plan: Plan; share: number; word: string; saying: string }

/**
 * `saying`: it stands where it stands since the words are like this; null: by the rules. `sure`:
 * the rules have heard it, and put nothing else before it.
 */
export type Heard = ScoredCandidate & { saying: string | null; sure: boolean }

type Site = { plans: readonly Plan[]; types: readonly IncidentType[] }
type Known = { word: string; plans: readonly Plan[] }

const LEAST_ALIKE = 0.12 // of a saying: below it the words are like nothing
const LEAST_SHARE = 0.02 // of a plan, to be listed at all
const SEEN = 3 // proposals at a glance
const ENOUGH = 16 // features: of fewer, likeness is worth less
const LEAST_ALONE = 0.03 // of a plan where the rules have heard none

/** How much each part of the order counts; found by leaving out one writer of sayings in turn. */
const WEIGHT = { grave: 0.1, rank: 0.3, share: 1 }

const knows = ({ triggers }: Candidate, word: string): boolean =>
  triggers.some(({ parts }) => parts.length === 1 && parts[0]?.includes(word))

/** The plans of a site for a kind of event; where none knows a word of it, those for everything. */
function plansFor(words: readonly string[], site: Site): Known {
  const { candidates } = candidateIndex(site.plans, site.types)
  for (const word of words) {
    const plans = candidates.flatMap((known) =>
      known.plan && knows(known, word) ? [known.plan] : [],
    )
    const narrow = plans.filter(({ id }) => !plans.some((annex) => annex.extends === id))
    if (narrow.length > 0) return { word, plans: narrow }
  }
  const general = generalCandidates(site, words).flatMap(({ plan }) => (plan ? [plan] : []))
  return { word: words[0] ?? '', plans: general }
}

const cache = new WeakMap<readonly Plan[], { types: Site['types']; by: Learned; known: Known[] }>()

/** The same for the same lists: asked with every key that is pressed. */
function knownAt(site: Site, learned: Learned): readonly Known[] {
  const cached = cache.get(site.plans)
  if (cached?.types === site.types && cached.by === learned) return cached.known
  const known = learned.kinds.map(({ words }) => plansFor(words, site))
  cache.set(site.plans, { types: site.types, by: learned, known })
  return known
}

const FEW = 2
/** A number and a character or two tell nothing: 第2起 is like whatever has them. */
const tells = (features: readonly string[]): boolean =>
  features.some((feature) => [...feature].length > 1) ||
  features.filter((feature) => feature !== '#').length > FEW

/**
 * What a text (see `reportText`) is like, the likeliest plan first, as far as it matters; nothing
 * for a strange one.
 */
export function likePlans(
  text: string,
  learned: Learned,
  site: Site & { syllables: Syllables },
): readonly Like[] {
  const { shares, features } = likenessOf(text, learned, site.syllables)
  if (!tells([...features.keys()])) return []
  const worth = Math.min(1, features.size / ENOUGH)
  const by = new Map<Plan, { share: number; most: number; kind: number; word: string }>()
  for (const [kind, { word, plans }] of knownAt(site, learned).entries())
    for (const plan of plans) {
      const part = (shares[kind] ?? 0) / plans.length
      const before = by.get(plan)
      by.set(plan, {
        ...(before && before.most >= part ? before : { kind, word, most: part }),
        share: (before?.share ?? 0) + part,
      })
    }
  const sum = [...by.values()].reduce((all, { share }) => all + share, 0)
  const likes = [...by].flatMap(([plan, { share, kind, word }]) => {
    const part = sum > 0 ? (worth * share) / sum : 0
    const nearest = part >= LEAST_SHARE ? nearestSaying(kind, features, learned) : null
    return nearest ? [{ plan, share: part, word, ...nearest }] : []
  })
  if (!likes.some(({ alike }) => alike >= LEAST_ALIKE)) return []
  return likes
    .map(({ plan, share, word, says }) => ({ plan, share, word, saying: says }))
    .sort((a, b) => b.share - a.share || (a.plan.id < b.plan.id ? -1 : 1))
}

/** A plan that only the second ear has heard. */
const alone = ({ plan, word, saying }: Like, types: readonly IncidentType[]): Heard => ({
  candidate: candidate(plan, []),
  score: 0,
  words: [word],
  matches: new Map(),
  type:
    types.find(({ code, words }) => plan.types.includes(code) && words.includes(word))?.code ??
    (plan.types.length === 1 ? (plan.types[0] ?? null) : null),
  grave: graveOf(word),
  ofType: 0,
  triggered: false,
  saying,
  sure: false,
})

/** Said, read or spelled as such; what it is like or sounds like is none. */
const SAID: ReadonlySet<MatchMethod | undefined> = new Set(['words', 'pinyin', 'initials'])

const isNamed = ({ words, matches }: ScoredCandidate): boolean =>
  words.some((word) => SAID.has(matches.get(word)) && namesDanger(word))

type Rated = {
  heard: Heard
  like: Like | undefined
  named: boolean
  leads: boolean
  value: number
}

/** Plans of which the danger was named are worth the best of them: their order is the rules'. */
function named(all: readonly Rated[]): readonly Rated[] {
  const best = Math.max(...all.filter((plan) => plan.named).map(({ value }) => value))
  return all.map((plan) => (plan.named ? { ...plan, value: best } : plan))
}

/**
 * Once a danger was named, the plans for dangers lead; which of them, both ears tell: a hose on
 * fire in a kitchen is no fire in the hall.
 */
function rated(
  order: readonly ScoredCandidate[],
  likes: readonly Like[],
  types: readonly IncidentType[],
): readonly Rated[] {
  const isAny = order.some(isNamed)
  const byRules = order.map((heard, rank): Rated => {
    const like = likes.find(({ plan }) => plan === heard.candidate.plan)
    return {
      heard: { ...heard, saying: null, sure: rank === 0 },
      like,
      named: isNamed(heard),
      leads: isAny && heard.grave === GRAVE.danger,
      value:
        WEIGHT.grave * heard.grave + WEIGHT.rank / (1 + rank) + WEIGHT.share * (like?.share ?? 0),
    }
  })
  const byLikeness = likes
    .filter(({ plan }) => byRules.every(isNot(plan)))
    .map((like): Rated => ({
      heard: alone(like, types),
      like,
      named: false,
      leads: false,
      value: WEIGHT.grave * GRAVE.rest + WEIGHT.share * like.share,
    }))
  return [...named(byRules), ...byLikeness].sort(
    (a, b) => Number(b.leads) - Number(a.leads) || b.value - a.value,
  )
}

const isNot =
  (plan: Plan | null) =>
  ({ heard }: Rated): boolean =>
    heard.candidate.plan !== plan

/** What one ear puts first stands among the first three, whatever the other says. */
function amongThree(all: readonly Rated[], plan: Plan | null): readonly Rated[] {
  const at = all.findIndex(({ heard }) => heard.candidate.plan === plan)
  const late = at >= SEEN ? all[at] : undefined
  return late
    ? [...all.slice(0, SEEN - 1), late, ...all.slice(SEEN - 1).filter((other) => other !== late)]
    : all
}

/**
 * The order of the rules, put right by what the words are like, with the plans that only the second
 * ear has heard. A saying is given where it made the difference.
 */
export function withLikes(
  order: readonly ScoredCandidate[],
  likes: readonly Like[],
  types: readonly IncidentType[],
): readonly Heard[] {
  if (order.length === 0)
    return likes.filter(({ share }) => share >= LEAST_ALONE).map((like) => alone(like, types))
  const [likeliest] = likes
  const all = rated(order, likes, types)
  return (likeliest ? amongThree(all, likeliest.plan) : all).map(({ heard, like }, at) =>
    at === 0 && !heard.sure ? { ...heard, saying: like?.saying ?? null } : heard,
  )
}
