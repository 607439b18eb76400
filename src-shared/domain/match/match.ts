/** Proposes plans for what a caller said, best first, with the words that decided. Deterministic; it activates nothing. */
import { text, type Text } from '../text.ts'
import { entriesOf, weigher, type Clue, type Entry } from './clues.ts'
import { hear, initialsHeard, listen, TRUST, type Said, type Way } from './hear.ts'
import { placeIn } from './place.ts'
import type { Proposal, Sources, Syllables } from './types.ts'

export type { Proposal, Sources, Syllables } from './types.ts'

const MOST = 5
const WORTH_SHOWING = 1 / 3 // of the best score, where no trigger was heard
const TOGETHER = 3 // for words that belong together and were all heard

type Heard = ReadonlyMap<string, Way>
type Judged = { entry: Entry; score: number; words: readonly string[]; heard: Heard; type: string | null; triggered: boolean }

function hearAll(entry: Entry, said: Said, syllables: Syllables): Heard {
  const words = [...new Set(entry.clues.flatMap((clue) => clue.words))]
  const heard = new Map<string, Way>(initialsHeard(words, said, syllables).map((word) => [word, 'initials']))
  for (const word of words) {
    const way = hear(word, said, syllables)
    if (way) heard.set(word, way)
  }
  return heard
}

/** 热线 inside 热线电话 is the same word said once. In the order in which they were said; those not written as such last. */
function outermost(words: readonly string[], text: string): readonly string[] {
  const at = (word: string): number => text.includes(word) ? text.indexOf(word) : text.length
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word))).sort((one, other) => at(one) - at(other))
}

/** The type whose own words were heard most, else the only one that the plan answers. */
function typeOf({ plan }: Entry, clues: readonly Clue[], worth: (word: string) => number): string | null {
  const scores = new Map<string, number>()
  for (const { type, words } of clues) if (type) scores.set(type, (scores.get(type) ?? 0) + words.reduce((sum, word) => sum + worth(word), 0))
  const best = [...scores].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]
  return best?.[0] ?? (plan?.types.length === 1 ? plan.types[0] ?? null : null)
}

function judge(entry: Entry, said: Said, syllables: Syllables, weigh: (word: string) => number): Judged {
  const heard = hearAll(entry, said, syllables)
  const clues = entry.clues.filter((clue) => clue.words.every((word) => heard.has(word)))
  const words = outermost([...new Set(clues.flatMap((clue) => clue.words))], said.text)
  const worth = (word: string): number => weigh(word) * TRUST[heard.get(word) ?? 'sound']
  const together = clues.some((clue) => clue.words.length > 1) ? TOGETHER : 0
  const score = words.reduce((sum, word) => sum + worth(word), 0) + (words.length > 0 ? together : 0)
  return { entry, score, words, heard, type: typeOf(entry, clues, worth), triggered: clues.some((clue) => clue.type === null) }
}

const HOW: Readonly<Record<Way, Text>> = {
  words: text('提到', 'Heard '),
  pinyin: text('拼音读作', 'In pinyin '),
  initials: text('首字母合', 'By initials '),
  sound: text('读音同', 'Sounds like ')
}

function reasonFor({ words, heard }: Judged): Text {
  const parts = (['words', 'pinyin', 'initials', 'sound'] as const).flatMap((way) => {
    const said = words.filter((word) => heard.get(word) === way)
    return said.length === 0 ? [] : [text(
      `${HOW[way].zh}${said.map((word) => `“${word}”`).join('')}`,
      `${HOW[way].en}${said.map((word) => `“${word}”`).join(', ')}`)]
  })
  return text(parts.map((part) => part.zh).join('；'), parts.map((part) => part.en).join('; '))
}

/**
 * A type that no plan answers speaks against a plan that fits no better: none is better than the wrong one, since Enter activates the first.
 * It has to have heard something that the plan does not know. And it never silences a plan of which a trigger was heard: somebody wrote
 * down that these words mean this plan.
 */
const silences = (rival: Judged, plan: Judged): boolean =>
  !plan.triggered && rival.score >= plan.score && rival.words.some((word) => !plan.words.includes(word))

function unsilenced(judged: readonly Judged[]): readonly Judged[] {
  const rivals = judged.filter(({ entry }) => !entry.plan)
  return judged.filter((one) => one.entry.plan && !rivals.some((rival) => silences(rival, one)))
}

/** Plans for a narrative, best first, at most five; empty when nothing fits. A proposal says which words decided. */
export function propose(narrative: string, { plans, types, syllables }: Sources): readonly Proposal[] {
  const entries = entriesOf(plans, types)
  const weigh = weigher(entries)
  const said = listen(narrative, syllables)
  const judged = entries.map((entry) => judge(entry, said, syllables, weigh)).filter(({ score }) => score > 0)
  const plausible = unsilenced(judged)
  const best = Math.max(0, ...plausible.map(({ score }) => score))
  const place = placeIn(narrative)
  return plausible.filter(({ score, triggered }) => triggered || score >= best * WORTH_SHOWING)
    .sort((one, other) => other.score - one.score || ((one.entry.plan?.id ?? '') < (other.entry.plan?.id ?? '') ? -1 : 1))
    .slice(0, MOST)
    .flatMap((one) => one.entry.plan ? [{
      planId: one.entry.plan.id,
      type: one.type,
      ...(place === null ? {} : { place }),
      title: one.entry.plan.title,
      reason: reasonFor(one),
      words: one.words
    }] : [])
}
