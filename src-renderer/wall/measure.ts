/** How wide a text is, near enough to decide whether it fits, without asking the browser. Widths in em of the bundled font. */

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[\ud800-\udfff]/

const LATIN: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'!| ]/, 0.28], [/[frtI()-]/, 0.38], [/[0-9acekgsvxyz]/, 0.54], [/[mMwW]/, 0.88], [/[A-Z]/, 0.63]
]

const widthOf = (character: string): number =>
  WIDE.test(character) ? 1 : LATIN.find(([kind]) => kind.test(character))?.[1] ?? 0.6

/** Width of a text in em: one for a Chinese character, about half of one for a Latin letter. */
export const emsOf = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0)

/** As much of the beginning as fits into `ems`. */
function beginning(text: string, ems: number): string {
  let room = ems
  let kept = ''
  for (const character of text) {
    room -= widthOf(character)
    if (room < 0) break
    kept += character
  }
  return kept
}

const LETTER = /[A-Za-z0-9]/

/** The text, cut where it no longer fits into `ems`; a Latin word is not cut if a space stands before it. No ellipsis: it takes room and says nothing. */
export function cutTo(text: string, ems: number): string {
  const kept = beginning(text, ems)
  const inWord = LETTER.test(kept.slice(-1)) && LETTER.test(text.charAt(kept.length))
  const space = inWord ? kept.lastIndexOf(' ') : -1
  return (space > 0 ? kept.slice(0, space) : kept).trimEnd()
}

const STOPS = /[。！？；，、,;!?]/

/** A long announcement in pieces that fit into `ems`, broken after punctuation or a space where there is one. */
export function piecesOf(text: string, ems: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest && emsOf(rest) > ems) {
    const most = [...beginning(rest, ems) || rest.slice(0, 1)]
    const stop = most.findLastIndex((character) => STOPS.test(character))
    const space = most.lastIndexOf(' ')
    const at = stop >= most.length / 3 ? stop + 1 : space >= most.length / 3 ? space + 1 : most.length
    const piece = most.slice(0, at).join('')
    pieces.push(piece.trim())
    rest = rest.slice(piece.length).trim()
  }
  if (rest) pieces.push(rest)
  return pieces
}
