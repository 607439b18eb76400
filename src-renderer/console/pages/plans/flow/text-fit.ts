/**
 * Lines of text for a drawing, where nothing breaks lines by itself. Widths are estimates in px:
 * the bundled font is as wide as it is high in Chinese.
 */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/
const NO_START = /^[，。、？！：；”’）》」』％,.?!:;)\]]/
const NO_END = /[（“‘《「『([]$/

const SPACE = 0.25
const LATIN = 0.57 // a little more than the mean of letters and digits

/** The width of one line at a size in px. */
export const widthOf = (line: string, size: number): number =>
  [...line].reduce((sum, char) => sum + (WIDE.test(char) ? 1 : char === ' ' ? SPACE : LATIN), 0) *
  size

/**
 * Breaks a text into lines of at most `width` px: Chinese between characters, Latin between words;
 * a mark of punctuation never begins a line.
 */
export function linesOf(words: string, width: number, size: number): readonly string[] {
  const pieces = words.match(/[\u0021-\u024f]+ ?|./gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    const full = widthOf((line + piece).trimEnd(), size) > width
    if (full && line !== '' && !NO_START.test(piece) && !NO_END.test(line)) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
