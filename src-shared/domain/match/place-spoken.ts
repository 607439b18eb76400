/**
 * Reads the place also where it was typed in pinyin or in initials: dixiacheku B2, sanhao futi,
 * 802fangjian, dxckB2.
 */
import { BARE, NAMED, placeIn } from './place.ts'
import type { Syllables } from './types.ts'

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '号', '负', '地下']
const SIDES = ['东', '西', '南', '北', '侧', '门', '区']
const LEAST_INITIALS = 3
const SHORTEST = 3 // letters; dong, lou and tai stand beside a number only

type Term = { text: string; kind: 'named' | 'bare' | 'part' }
type Terms = {
  spelled: ReadonlyMap<string, Term>
  initials: ReadonlyMap<string, string>
  longest: number
}

const cache = new WeakMap<Syllables, Terms>()

function termsOf(syllables: Syllables): Terms {
  const cached = cache.get(syllables)
  if (cached) return cached
  const spelled = new Map<string, Term>()
  const initials = new Map<string, string>()
  const add = (texts: readonly string[], kind: Term['kind']): void => {
    for (const text of texts) {
      if (!/^\p{Script=Han}+$/u.test(text)) continue
      const read = syllables(text)
      if (!spelled.has(read.join(''))) spelled.set(read.join(''), { text, kind })
      const short = read.map((syllable) => syllable[0] ?? '').join('')
      if (kind === 'named' && short.length >= LEAST_INITIALS && !initials.has(short))
        initials.set(short, text)
    }
  }
  add(NAMED, 'named')
  add(BARE, 'bare')
  add([...NUMBERS, ...SIDES], 'part')
  const longest = Math.max(...[...spelled.keys()].map(({ length }) => length))
  const terms = { spelled, initials, longest }
  cache.set(syllables, terms)
  return terms
}

/** The longest term that stands at an index, or a number as it is written. */
function termAt(run: string, at: number, { spelled, longest }: Terms): [Term, number] | null {
  const digits = /^(?:[a-z]?\d{1,4})(?![a-z]*\d)/.exec(run.slice(at))?.[0]
  if (digits) return [{ text: digits.toUpperCase(), kind: 'part' }, digits.length]
  for (let length = Math.min(longest, run.length - at); length > 1; length--) {
    const term = spelled.get(run.slice(at, at + length))
    if (term) return [term, length]
  }
  return null
}

/** A run of terms is a place if one of them is, or if a bare end has something before it. */
function placeFrom(run: string, start: number, terms: Terms): [string, number] | null {
  const parts: Term[] = []
  let at = start
  for (let next = termAt(run, at, terms); next; next = termAt(run, at, terms)) {
    parts.push(next[0])
    at += next[1]
  }
  const named = parts.some(
    ({ text, kind }, index) => kind === 'named' || (kind === 'bare' && index > 0 && text !== ''),
  )
  return named ? [parts.map(({ text }) => text).join(''), at] : null
}

function spelledPlace(narrative: string, terms: Terms): string | null {
  const runs = narrative.match(/[a-z\d][a-z\d'’ ]*/g) ?? []
  for (const run of runs) {
    const letters = run.replace(/[^a-z\d]/g, '')
    if (letters.length < SHORTEST || !/[a-z]{2}/.test(letters)) continue
    for (let start = 0; start < letters.length; start++) {
      const place = placeFrom(letters, start, terms)
      if (place) return place[0]
    }
    const token = run.split(' ').flatMap((word) => initialsPlace(word, terms) ?? [])[0]
    if (token !== undefined) return token
  }
  return null
}

function initialsPlace(word: string, { initials }: Terms): string | null {
  const [, letters = '', number = ''] = /^([a-z]{3,5}?)([a-z]?\d{1,3})?$/.exec(word) ?? []
  const text = initials.get(letters)
  return text === undefined ? null : `${text}${number.toUpperCase()}`
}

/** The place in the words, in whatever letters; null without one. */
export const placeOf = (narrative: string, syllables: Syllables): string | null =>
  placeIn(narrative) ??
  (/[a-z]{2}/i.test(narrative)
    ? spelledPlace(narrative.normalize('NFKC').toLowerCase(), termsOf(syllables))
    : null)
