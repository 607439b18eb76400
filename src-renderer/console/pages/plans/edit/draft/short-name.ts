/**
 * Cuts the short name for the wall out of a name, as long as that can be done without losing what
 * it says; what cannot be cut stays empty, and a person is asked.
 */
import { withoutSpans } from '#shared/domain/plan/title-words.ts'
import type { Words } from './draft-types.ts'

type Room = { zh: number; en: number } // characters

const length = (words: string): number => [...words].length

/** The likeliest first. */
function cuts(name: string): readonly string[] {
  const bare = name.replace(/[（(][^）)]*[）)]/g, '').replace(/[。！？!?；;]+$/, '')
  const calm = bare.replace(/^(?:应当|应|须|请|立即|马上|及时|尽快|迅速)+/, '')
  const timeless = withoutSpans(calm)
  const call = /拨打?\d{3,5}/.exec(bare)?.[0] ?? ''
  const [first = ''] = timeless.split(/[，,、；;：:]|并且?|以及|和/)
  return [name, bare, calm, timeless, call, first]
}

const shortIn = {
  zh: (name: string, most: number): string =>
    cuts(name.trim()).find((cut) => length(cut) >= 2 && length(cut) <= most) ?? '',
  en: (name: string, most: number): string => (length(name.trim()) <= most ? name.trim() : ''),
}

/** What the short name of this name would be, in each language. */
export const shortOf = (name: Words, room: Room): Words => ({
  zh: shortIn.zh(name.zh, room.zh),
  en: shortIn.en(name.en, room.en),
})

/**
 * The short name after its name was changed: where it was cut from the name before, or is empty, it
 * is cut from the new one; what a person wrote stays.
 */
export function shortAfter(
  written: Words | undefined,
  before: Words,
  after: Words,
  room: Room,
): Words {
  const short = written ?? { zh: '', en: '' }
  const was = shortOf(before, room)
  const next = shortOf(after, room)
  const follow = (language: 'zh' | 'en'): string =>
    short[language] === '' || short[language] === was[language] ? next[language] : short[language]
  return { zh: follow('zh'), en: follow('en') }
}

/** A question is asked on the wall as it stands; only one that is too long has a short name. */
export function shortQuestion(question: Words, room: Room): Words | undefined {
  if (length(question.zh) <= room.zh) return undefined
  const zh = shortIn.zh(question.zh.replace(/[吗呢么]?[？?]*$/, ''), room.zh)
  return zh === '' ? undefined : { zh, en: shortIn.en(question.en, room.en) }
}
