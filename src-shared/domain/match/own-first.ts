/**
 * Puts a plan that the site wrote for one thing before those that came with the program, where it
 * has heard what they have heard; never before a danger that it has not.
 */
import { isDangerous } from '../plan/danger.ts'
import type { IncidentType, Plan } from '../plan/plan.ts'
import { GRAVE, graveOf, namesDanger } from './dangers.ts'
import { matchWord, tokenize, type ParsedNarrative } from './match-word.ts'
import { isForEverything } from './rank.ts'
import type { Heard } from './second-ear.ts'
import type { Sources } from './types.ts'

/** Danger by a word that may be less (困), of a type that is none: below danger that was named. */
const LIKELY_DANGER = GRAVE.danger - 0.5
/** Stands where a word stood: no word and no end of a clause. */
const TAKEN_OUT = '·'

/** 煤气 and 煤气味 name the same thing. */
const isPartOf = (word: string, other: string): boolean =>
  other.includes(word) || word.includes(other)

const gravestOf = (words: readonly string[]): number => Math.max(GRAVE.rest, ...words.map(graveOf))

/** The gravest of what it has heard: who is hurt by a fire is part of the fire. */
function gravest({ words }: Heard): readonly string[] {
  const most = gravestOf(words)
  return words.filter((word) => graveOf(word) === most)
}

const isDanger = ({ type }: Heard, types: readonly IncidentType[]): boolean =>
  type !== null && isDangerous(type, types)

/** Only what its words are like speaks for it. */
const isGuess = ({ matches }: Heard): boolean => matches.size === 0

const graveByWords = ({ words, grave }: Heard): number =>
  grave === GRAVE.danger && !words.some(namesDanger) ? LIKELY_DANGER : grave

/**
 * How grave what an own plan has heard is: its type is danger only once more of it was told than
 * where it happens (泳池 of a type that has 溺水, too).
 */
function graveOfOwn(plan: Heard, types: readonly IncidentType[]): number {
  if (!isDanger(plan, types)) return graveByWords(plan)
  const words = types.find(({ code }) => code === plan.type)?.words ?? []
  const isTold =
    gravestOf(plan.words) > GRAVE.rest || (plan.ofType > 0 && gravestOf(words) === GRAVE.rest)
  return isTold ? GRAVE.danger : GRAVE.rest
}

const graveOfShipped = (plan: Heard, types: readonly IncidentType[]): number =>
  isDanger(plan, types) ? GRAVE.danger : isGuess(plan) ? plan.grave : graveByWords(plan)

type Narrative = { text: string; sources: Sources }

/**
 * Which of some words an own plan has heard, too: those that nobody would hear any more in the
 * narrative without its words.
 */
function hearing(site: Heard, { text, sources }: Narrative): (word: string) => boolean {
  let rest: ParsedNarrative | null = null
  const unheard = (): ParsedNarrative =>
    (rest ??= tokenize(
      site.words.reduce((left, word) => left.replaceAll(word, TAKEN_OUT), text),
      sources,
    ))
  return (word) =>
    site.words.some((other) => isPartOf(word, other)) ||
    (site.words.some((other) => text.includes(other)) &&
      matchWord(word, unheard(), sources.syllables) === null)
}

/**
 * Whether an own plan has heard what matters to one of the program. Several dangers are several
 * things, and so are several inconveniences; several harms are mostly those of one person.
 */
function hasHeard(site: Heard, shipped: Heard, isWidest: boolean, narrative: Narrative): boolean {
  const heard = hearing(site, narrative)
  const words = gravest(shipped)
  const most = gravestOf(words)
  const isEnough = most === GRAVE.harm || (isWidest && most < GRAVE.danger)
  return isEnough ? words.some(heard) : words.every(heard)
}

type Place = 'before' | 'behind' | 'as heard'

/**
 * Where an own plan stands to one of the program: danger goes first (ADR 21), and what both have
 * heard is the own plan's, unless the other's type is a danger and its own is none.
 */
function placeTo(site: Heard, shipped: Heard, isWidest: boolean, narrative: Narrative): Place {
  const { types } = narrative.sources
  const [mine, other] = [graveOfOwn(site, types), graveOfShipped(shipped, types)]
  if (isGuess(shipped)) return mine >= other ? 'before' : 'as heard'
  const isAsGrave = isDanger(site, types) || !isDanger(shipped, types)
  if (mine > other) return 'before'
  if (isAsGrave && hasHeard(site, shipped, isWidest, narrative)) return 'before'
  return other > mine || other >= LIKELY_DANGER ? 'behind' : 'as heard'
}

/** What stands first now is as sure as what stood there, if it was heard at all. */
const asSure = (plans: readonly Heard[], [before]: readonly Heard[]): readonly Heard[] =>
  plans.map((plan, at) =>
    at === 0 && plan !== before
      ? { ...plan, sure: !isGuess(plan) && (plan.sure || before?.sure === true) }
      : plan,
  )

/**
 * Best first, as before, but for plans of the site's own (`isOwn`) that are not for everything:
 * each stands right before the first plan of the program whose gravest words it has heard, too, and
 * behind every graver one. Among themselves the graver goes first. `text`: see `reportText`.
 */
export function ownFirst(
  order: readonly Heard[],
  text: string,
  sources: Sources,
): readonly Heard[] {
  const { types, isOwn = () => false } = sources
  const isWidest = (plan: Plan | null): boolean => plan !== null && isForEverything(plan, types)
  const isSpecific = ({ candidate: { plan } }: Heard): boolean =>
    plan !== null && isOwn(plan) && !isWidest(plan)
  const lifted = order.filter((plan) => isSpecific(plan) && !isGuess(plan))
  if (lifted.length === 0) return order
  const others = order.filter((plan) => !lifted.includes(plan))
  const placed = lifted.map((plan) => {
    const places = others.map((other): Place => {
      if (isSpecific(other)) return 'before' // only its words are like something
      return placeTo(plan, other, isWidest(other.candidate.plan), { text, sources })
    })
    const asHeard = others.filter((other) => order.indexOf(other) < order.indexOf(plan)).length
    const first = places.indexOf('before')
    const highest = first < 0 ? asHeard : Math.min(first, asHeard)
    const at = Math.max(places.lastIndexOf('behind') + 1, highest)
    return { plan, at, grave: graveOfOwn(plan, types) }
  })
  const rows = [...placed, ...others.map((plan, at) => ({ plan, at, grave: 0 }))]
  const sorted = rows.toSorted((a, b) => a.at - b.at || b.grave - a.grave)
  return asSure(
    sorted.map(({ plan }) => plan),
    order,
  )
}

/** Whether an own plan stands first by {@link ownFirst}, so that nobody has to choose. */
export function isOwnBefore(
  [first, second]: readonly Heard[],
  text: string,
  sources: Sources,
): boolean {
  const { types, isOwn = () => false } = sources
  const [mine, other] = [first?.candidate.plan, second?.candidate.plan]
  if (!first || !second || !mine || !other || !isOwn(mine) || isOwn(other)) return false
  if (isGuess(first) || isForEverything(mine, types)) return false
  return placeTo(first, second, isForEverything(other, types), { text, sources }) === 'before'
}
