/** Compares two editions of a paper by their sentences: new, gone, changed, or only moved. */
import type { OpenedSentence } from './paper.ts'
import { plainWords } from './same-words.ts'

/**
 * By ids of the new edition: `moved` says the same as that one of the edition before, under another
 * number; `changed` is near to that one. `added` and `gone` have no counterpart.
 */
export type EditionChanges = {
  moved: Readonly<Record<string, string>>
  changed: Readonly<Record<string, string>>
  added: readonly string[]
  gone: readonly string[]
}

/** So alike (Dice, of pairs of signs) that one is taken for a new wording of the other. */
const ALIKE = 0.5
/**
 * With more to compare than this a new wording is only recognised by its number, and after as many
 * comparisons by nothing: the desk waits for them.
 */
const MOST_COMPARISONS = 40_000

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...plainWords(text)]
  return new Set(signs.slice(1).map((sign, index) => `${signs[index]}${sign}`))
}

function alike(pairs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const common = [...pairs].filter((pair) => others.has(pair)).length
  return pairs.size + others.size === 0 ? 0 : (2 * common) / (pairs.size + others.size)
}

type Left = { id: string; number: string; pairs: ReadonlySet<string> }
const leftOf = (sentences: readonly OpenedSentence[]): Left[] =>
  sentences.map(({ id, number, text }) => ({ id, number, pairs: pairsOf(text ?? '') }))

/** The most alike of the others, those of the same number first; null: none is near. */
function nearest(
  { number, pairs }: Left,
  others: readonly Left[],
  room: { byNumber: boolean; left: number },
): Left | null {
  let best: { other: Left; score: number } | null = null
  for (const other of others) {
    const isSameNumber = number !== '' && other.number === number
    if ((room.byNumber && !isSameNumber) || room.left === 0) continue
    room.left -= 1
    const score = alike(pairs, other.pairs) + (isSameNumber ? ALIKE / 2 : 0)
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { other, score }
  }
  return best?.other ?? null
}

/** Sentences of the same words are paired in their order. */
export function compareEditions(
  before: readonly OpenedSentence[],
  now: readonly OpenedSentence[],
): EditionChanges {
  const known = new Set(before.map(({ id }) => id))
  const staying = new Set(now.filter(({ id }) => known.has(id)).map(({ id }) => id))
  const waiting = new Map<string, string[]>()
  for (const { id, text } of before.filter((sentence) => !staying.has(sentence.id)))
    if (text !== null) waiting.set(plainWords(text), [...(waiting.get(plainWords(text)) ?? []), id])

  const moved: Record<string, string> = {}
  for (const { id, text } of now.filter((sentence) => !staying.has(sentence.id))) {
    const from = waiting.get(plainWords(text ?? ''))?.shift()
    if (from !== undefined) moved[id] = from
  }

  const taken = new Set(Object.values(moved))
  const fresh = leftOf(now.filter(({ id }) => !staying.has(id) && moved[id] === undefined))
  let old = leftOf(before.filter(({ id }) => !staying.has(id) && !taken.has(id)))
  const room = {
    byNumber: fresh.length * old.length > MOST_COMPARISONS,
    left: MOST_COMPARISONS,
  }
  const changed: Record<string, string> = {}
  for (const sentence of fresh) {
    const from = nearest(sentence, old, room)
    if (!from) continue
    changed[sentence.id] = from.id
    old = old.filter(({ id }) => id !== from.id)
  }
  return {
    ...{ moved, changed, gone: old.map(({ id }) => id) },
    added: fresh.flatMap(({ id }) => (changed[id] === undefined ? [id] : [])),
  }
}
