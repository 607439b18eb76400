/**
 * Proposes plans for what a caller said, best first, with the words that decided. Deterministic; it
 * activates nothing.
 */
import { localized, type LocalizedText } from '../text.ts'
import { prepared, wordsOf, type Clue, type Entry } from './triggers.ts'
import { hear, initialsHeard, listen, TRUST, type Said, type Way } from './match-word.ts'
import { placeIn } from './place.ts'
import type { Proposal, Sources, Syllables } from './types.ts'

export type { Proposal, Sources, Syllables } from './types.ts'

const MOST = 5
const WORTH_SHOWING = 1 / 3 // of the best score, where no trigger was heard
const SHORT = 2 // characters
const TOGETHER = 3 // for words that belong together and were all heard

type Heard = ReadonlyMap<string, Way>
type Judged = {
  entry: Entry
  score: number
  words: readonly string[]
  heard: Heard
  type: string | null
  ofType: number
  triggered: boolean
}

/** Listens for a word once, however many plans know it. */
function hearing(said: Said, syllables: Syllables): (word: string) => Way | null {
  const ways = new Map<string, Way | null>()
  return (word) => {
    const before = ways.get(word)
    if (before !== undefined) return before
    const way = hear(word, said, syllables)
    ways.set(word, way)
    return way
  }
}

function hearAll(
  { words }: Entry,
  said: Said,
  syllables: Syllables,
  wayOf: (word: string) => Way | null,
): Heard {
  const heard = new Map<string, Way>(
    initialsHeard(words, said, syllables).map((word) => [word, 'initials']),
  )
  for (const word of words) {
    const way = wayOf(word)
    if (way) heard.set(word, way)
  }
  return heard
}

/** 热线 inside 热线电话 is the same word said once. */
const outermost = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)))

/**
 * Of each part of a clue the words that were heard; those that were only meant, where none was
 * said.
 */
const saidOf = (clue: Clue, heard: Heard): readonly string[] =>
  clue.parts.flatMap((part) => {
    const words = part.filter((word) => heard.has(word))
    const said = words.filter((word) => heard.get(word) !== 'meaning')
    return said.length > 0 ? said : words
  })

/**
 * How long the usual word is tells nothing where another one was said: it counts as a short word.
 */
const worthOf = (word: string, way: Way, weigh: (word: string) => number): number =>
  way === 'meaning'
    ? (weigh(word) * TRUST.meaning * SHORT) / Math.max(SHORT, [...word].length)
    : weigh(word) * TRUST[way]

/**
 * What was meant counts once, by its most telling word; not at all beside a word that was said and
 * means the same, or is a part of it.
 */
function meantOnce(
  words: readonly string[],
  said: readonly string[],
  { meant }: Said,
  weigh: (word: string) => number,
): readonly string[] {
  const spoken = new Set(said.flatMap((word) => meant.get(word) ?? []))
  const best = new Map<string, string>()
  for (const word of words) {
    const name = meant.get(word) ?? word
    const before = best.get(name)
    if (
      !spoken.has(name) &&
      !said.some((one) => word.includes(one)) &&
      (before === undefined || weigh(word) > weigh(before))
    )
      best.set(name, word)
  }
  return [...best.values()]
}

/** Every word that counts, in the order in which they were said; those not written as such last. */
function counted(
  clues: readonly Clue[],
  heard: Heard,
  said: Said,
  weigh: (word: string) => number,
): readonly string[] {
  const words = [...new Set(clues.flatMap((clue) => saidOf(clue, heard)))]
  const spoken = outermost(words.filter((word) => heard.get(word) !== 'meaning'))
  const at = (word: string): number =>
    said.text.includes(word) ? said.text.indexOf(word) : said.text.length
  return [
    ...spoken,
    ...meantOnce(
      words.filter((word) => heard.get(word) === 'meaning'),
      spoken,
      said,
      weigh,
    ),
  ].sort((one, other) => at(one) - at(other))
}

/** The type whose own words were heard most, else the only one that the plan answers. */
function typeOf(
  { plan }: Entry,
  clues: readonly Clue[],
  worth: (word: string) => number,
): string | null {
  const scores = new Map<string, number>()
  for (const clue of clues)
    if (clue.type)
      scores.set(
        clue.type,
        (scores.get(clue.type) ?? 0) + wordsOf(clue).reduce((sum, word) => sum + worth(word), 0),
      )
  const best = [...scores].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]
  return best?.[0] ?? (plan?.types.length === 1 ? (plan.types[0] ?? null) : null)
}

function judge(entry: Entry, heard: Heard, said: Said, weigh: (word: string) => number): Judged {
  const clues = entry.clues.filter((clue) =>
    clue.parts.every((part) => part.some((word) => heard.has(word))),
  )
  const words = counted(clues, heard, said, weigh)
  const worth = (word: string): number => worthOf(word, heard.get(word) ?? 'sound', weigh)
  const together = clues.some((clue) => clue.parts.length > 1) ? TOGETHER : 0
  const score =
    words.reduce((sum, word) => sum + worth(word), 0) + (words.length > 0 ? together : 0)
  const ofType = clues.filter((clue) => clue.type !== null).length
  return {
    entry,
    score,
    words,
    heard,
    type: typeOf(entry, clues, worth),
    ofType,
    triggered: clues.some((clue) => clue.type === null),
  }
}

const HOW: Readonly<Record<Way, LocalizedText>> = {
  words: localized('提到', 'Heard '),
  meaning: localized('意思是', 'Means '),
  pinyin: localized('拼音读作', 'In pinyin '),
  initials: localized('首字母合', 'By initials '),
  sound: localized('读音同', 'Sounds like '),
}

function reasonFor({ words, heard }: Judged): LocalizedText {
  const parts = (['words', 'meaning', 'pinyin', 'initials', 'sound'] as const).flatMap((way) => {
    const said = words.filter((word) => heard.get(word) === way)
    return said.length === 0
      ? []
      : [
          localized(
            `${HOW[way].zh}${said.map((word) => `“${word}”`).join('')}`,
            `${HOW[way].en}${said.map((word) => `“${word}”`).join(', ')}`,
          ),
        ]
  })
  return localized(parts.map((part) => part.zh).join('；'), parts.map((part) => part.en).join('; '))
}

/**
 * A type that no plan answers speaks against a plan that fits no better: none is better than the
 * wrong one, since Enter activates the first. It has to have heard something that the plan does not
 * know. And it never silences a plan of which a trigger was heard: somebody wrote down that these
 * words mean this plan.
 */
const silences = (rival: Judged, plan: Judged): boolean =>
  !plan.triggered &&
  rival.score >= plan.score &&
  rival.words.some((word) => !plan.words.includes(word))

function unsilenced(judged: readonly Judged[]): readonly Judged[] {
  const rivals = judged.filter(({ entry }) => !entry.plan)
  return judged.filter((one) => one.entry.plan && !rivals.some((rival) => silences(rival, one)))
}

/** An annex stands at the place of the general plan that it brings along, just before it. */
const placed = ({ entry: { plan } }: Judged): string =>
  plan?.extends ? `${plan.extends} 0 ${plan.id}` : `${plan?.id ?? ''} 1`

const family = ({ entry: { plan } }: Judged): string => plan?.extends ?? plan?.id ?? ''

/**
 * Best first. Equal scores go to the plan whose types know more of the words, or whose annex does;
 * then by id.
 */
function ranked(judged: readonly Judged[]): readonly Judged[] {
  const known = new Map<string, number>()
  for (const one of judged)
    known.set(family(one), Math.max(one.ofType, known.get(family(one)) ?? 0))
  const byType = (one: Judged): number => known.get(family(one)) ?? 0
  return [...judged].sort(
    (one, other) =>
      other.score - one.score ||
      byType(other) - byType(one) ||
      (placed(one) < placed(other) ? -1 : 1),
  )
}

/**
 * Plans for a narrative, best first, at most five; empty when nothing fits. A proposal says which
 * words decided.
 */
export function propose(
  narrative: string,
  { plans, types, syllables }: Sources,
): readonly Proposal[] {
  const { entries, weigh } = prepared(plans, types)
  const said = listen(narrative, syllables)
  const wayOf = hearing(said, syllables)
  const judged = entries
    .map((entry) => judge(entry, hearAll(entry, said, syllables, wayOf), said, weigh))
    .filter(({ score }) => score > 0)
  const plausible = unsilenced(judged)
  const best = Math.max(0, ...plausible.map(({ score }) => score))
  const place = placeIn(narrative)
  return ranked(
    plausible.filter(({ score, triggered }) => triggered || score >= best * WORTH_SHOWING),
  )
    .slice(0, MOST)
    .flatMap((one) =>
      one.entry.plan
        ? [
            {
              planId: one.entry.plan.id,
              type: one.type,
              ...(place === null ? {} : { place }),
              title: one.entry.plan.title,
              reason: reasonFor(one),
              words: one.words,
            },
          ]
        : [],
    )
}
