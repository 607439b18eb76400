/**
 * Hears a word of two characters of which the input method, or the ear, has got one wrong, or left
 * in Latin letters: 冒咽 or 冒yan for 冒烟. The other character has to be right, and what stands there
 * no word of its own: 猫眼 is a door's. Nor may the right one belong to another word: 营业厅电梯 has
 * no 停电 in it.
 */
import type { Syllables } from './types.ts'
import { oncePerWord } from './word-sounds.ts'

/** `left`: the first character is right; `right`: the second. Keys are character and syllable. */
export type Slips = { left: ReadonlySet<string>; right: ReadonlySet<string> }

/** They stand beside anything: none of them is somebody's slip. */
const COMMON = new Set('的一是了不在有这那我你他她们个就也都和没很上下来去到大小中口家里外三四十')

const HAN = /\p{Script=Han}/u

/** zh as z, ang as an: what many speakers and most ears do not tell apart. */
const alike = (syllable: string): string =>
  syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n')

let segmenter: Intl.Segmenter | undefined

/** Whether the character at an index goes on the word of the one before it. */
function joined(text: string): ReadonlySet<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const inside = new Set<number>()
  for (const { segment, index } of segmenter.segment(text))
    for (let at = index + 1; at < index + segment.length; at++) inside.add(at)
  return inside
}

/** `sounds`: a syllable for each Chinese character of the text. */
export function slipsOf(text: string, sounds: readonly string[]): Slips {
  const left = new Set<string>()
  const right = new Set<string>()
  const words = joined(text)
  const characters = [...text.matchAll(/\p{Script=Han}/gu)]
  for (const [, first = '', sound = ''] of text.matchAll(/(\p{Script=Han})([a-z]{2,6})(?![a-z])/gu))
    left.add(`${first} ${alike(sound)}`)
  for (const [, sound = '', second = ''] of text.matchAll(
    /(?<![a-z])([a-z]{2,6})(\p{Script=Han})/gu,
  ))
    right.add(`${second} ${alike(sound)}`)
  if (sounds.length !== characters.length) return { left, right }
  for (const [at, { 0: second, index }] of characters.entries()) {
    const before = characters[at - 1]
    if (before?.index !== index - 1 || words.has(index)) continue
    if (!COMMON.has(second) && !words.has(before.index))
      left.add(`${before[0]} ${alike(sounds[at] ?? '')}`)
    if (!COMMON.has(before[0]) && !words.has(index + second.length))
      right.add(`${second} ${alike(sounds[at - 1] ?? '')}`)
  }
  return { left, right }
}

/** What of a word is right where the other character is wrong; false: no word is misheard so. */
const slipOf = oncePerWord<{ left: string; right: string } | false>((word, syllables) => {
  const [first = '', second = '', ...more] = word
  if (more.length > 0 || !HAN.test(first) || !HAN.test(second)) return false
  const [soundFirst = '', soundSecond = ''] = syllables(word)
  return { left: `${first} ${alike(soundSecond)}`, right: `${second} ${alike(soundFirst)}` }
})

export function isSlip(word: string, { left, right }: Slips, syllables: Syllables): boolean {
  if (left.size === 0 && right.size === 0) return false
  const slip = slipOf(word, syllables)
  return slip !== false && (left.has(slip.left) || right.has(slip.right))
}
