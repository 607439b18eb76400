/**
 * Measures how wide a text is, near enough to decide whether it fits, without a browser. Widths in
 * em of the bundled font.
 */

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[\ud800-\udfff]/

const LATIN: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'!| ]/, 0.28],
  [/[frtI()-]/, 0.38],
  [/[0-9acekgsvxyz]/, 0.54],
  [/[mMwW]/, 0.88],
  [/[A-Z]/, 0.63],
]

const widthOf = (character: string): number =>
  WIDE.test(character) ? 1 : (LATIN.find(([kind]) => kind.test(character))?.[1] ?? 0.6)

/** Width of a text in em: one for a Chinese character, about half of one for a Latin letter. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + widthOf(character), 0)

/** As much of the beginning as fits into `ems`. */
function beginning(text: string, ems: number): string {
  let room = ems
  let fitting = ''
  for (const character of text) {
    room -= widthOf(character)
    if (room < 0) break
    fitting += character
  }
  return fitting
}

/**
 * What a browser does not part: a Latin word with its marks, a Chinese character with the mark
 * after it.
 */
const UNPARTED = /[\u0021-\u024f]+ *|.[\u3001-\u300f\uff00-\uff1f]*/gsu

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null

/**
 * The words of a text. Chinese writes no spaces, so only a dictionary knows them; a browser without
 * one parts its characters.
 */
export const wordsOf = (text: string): string[] =>
  segmenter
    ? [...segmenter.segment(text)].map(({ segment }) => segment)
    : (text.match(UNPARTED) ?? [])

const JOINTS: ReadonlySet<string> = new Set(['或', '和', '与', '及', '、', '·', '/', '(', '（'])

/**
 * The text, cut after the last word that fits into `ems`; half a pair ("甲或乙") gives way as a whole.
 * In the middle of a word only where not even the first word fits. No ellipsis: it takes room and
 * says nothing.
 */
export function cutTo(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text
  const fitting: string[] = []
  let room = ems
  for (const word of wordsOf(text)) {
    room -= emsOf(word)
    if (room < 0) break
    fitting.push(word)
  }
  const joint = fitting.findLastIndex((word) => JOINTS.has(word))
  return (
    fitting
      .slice(0, joint > 0 ? joint : fitting.length)
      .join('')
      .trimEnd() || beginning(text, ems)
  )
}

export const CUT = '…'

/**
 * The text without its middle: two places may begin alike and differ at the end, so both stand, and
 * the cut is seen.
 */
export function withoutMiddle(text: string, ems: number): string {
  const rest = ems - emsOf(CUT)
  let end = ''
  for (const word of wordsOf(text).reverse()) {
    if (emsOf(word + end) > rest / 2) break
    end = word + end
  }
  return `${cutTo(text, rest - emsOf(end))}${CUT}${end.trimStart()}`
}

/** Whether the text, cut to `ems`, ends with a whole word. */
export const fitsByWord = (text: string, ems: number): boolean =>
  emsOf(text) <= ems || emsOf(wordsOf(text)[0] ?? '') <= ems

/** On how many lines of `ems` a text stands, broken as a browser breaks it. */
export function linesOf(text: string, ems: number): number {
  let lines = 1
  let left = ems
  for (const [part] of text.matchAll(UNPARTED)) {
    const width = emsOf(part.trimEnd())
    if (width > left && left < ems) {
      lines++
      left = ems
    }
    for (left -= width; left < 0; left += ems) lines++ // longer than a line
    left -= emsOf(part) - width
  }
  return lines
}
