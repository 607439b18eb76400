/**
 * The signs of a paper made alike, so that a rule needs one form of each: full width and half
 * width, blanks within Chinese text, marks of the end of a sentence.
 */

const HALF: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '!': '！',
  '?': '？',
  '．': '.',
  '﹒': '.',
  '〔': '（',
  '〕': '）',
  '﹙': '（',
  '﹚': '）',
}

const isDigit = (sign: string | undefined): boolean => sign !== undefined && /[0-9]/.test(sign)

/**
 * The same text, sign for sign, with full-width marks and half-width digits and letters: what a
 * rule reads. Comma and colon between digits stay (1,000; 10:30).
 */
export function plainSigns(text: string): string {
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const code = text.charCodeAt(at)
    const between = isDigit(text[at - 1]) && isDigit(text[at + 1])
    if ((sign === ',' || sign === ':') && between) plain += sign
    else if (HALF[sign] !== undefined) plain += HALF[sign]
    else if (
      (code >= 0xff10 && code <= 0xff19) ||
      (code >= 0xff21 && code <= 0xff5a && code !== 0xff3c)
    )
      plain += String.fromCharCode(code - 0xfee0)
    else plain += sign
  }
  return plain
}

// eslint-disable-next-line no-control-regex -- they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff]/g
const WIDE = String.raw`[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]`
const BLANKS_IN_CHINESE = new RegExp(
  `(?<=${WIDE})[\\s\\u00a0\\u3000]+|[\\s\\u00a0\\u3000]+(?=${WIDE})`,
  'gu',
)

const BARE_NUMBER =
  /^[\s\u00a0\u3000]*([0-9]{1,2}|[一二三四五六七八九十]{1,3})[\s\u00a0\u3000]+(?=\p{Script=Han})/u

/**
 * Without blanks that say nothing: none in Chinese text, a single one between Latin words. The one
 * that parts a bare number from its heading stays (1 总则).
 */
export const tidy = (text: string): string => {
  const bare = BARE_NUMBER.exec(text)
  return bare ? `${bare[1]} ${closed(text.slice(bare[0].length))}` : closed(text)
}

const closed = (text: string): string =>
  text
    .replace(CONTROL, '')
    .replace(/[\s\u00a0\u3000]{2,}/gu, ' ') // first, so that a page of blanks takes no time
    .replace(BLANKS_IN_CHINESE, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()

/** Without any blank: by this two texts are compared. */
export const withoutBlanks = (text: string): string =>
  text.replace(CONTROL, '').replace(/[\s\u00a0\u3000]+/gu, '')

/** Characters as people count them: a surrogate pair is one. */
export const signCount = (text: string): number => [...text].length

/** The first so many characters. */
export const cutTo = (text: string, most: number): string =>
  signCount(text) <= most ? text : [...text].slice(0, most).join('')
